/** From a public receipt nobody can try what a short form may have said; who has the file takes the hash again. */
import { expect, it, vi } from 'vitest'
import { contentHash, sha256Hex } from '../../functions/domain/content-hash.ts'
import { receiptNumber } from '../../functions/domain/round/receipts.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { at } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from '../http/world.ts'
import { opsOver } from '../ops/ops-world.ts'

vi.setConfig({ testTimeout: 60_000 })
const world = useWorld('security-receipts')
const region = 'kota-kupang'
const path = (agency: string, form = 'uji') => `/api/rounds/${roundId}/agencies/${agency}/forms/${form}/submissions`
async function send(agency: string, content: object, [base, key]: [string, string], form = 'uji') {
  const operator = await world().as(`op-${agency}`)
  return operator.post(path(agency, form), content, { 'if-match': base, 'idempotency-key': key })
}
const shown = async (number: string) => (await world().browser().get(`/api/receipts/${number}`)).json()
/** Everything that a public receipt says of the content: its hash, and its number, which is cut from a hash of the chain. */
const guess = (agencyId: string, said: unknown) => {
  const sha256 = contentHash(said)
  const place = { region, round: roundId, agencyId, formId: 'uji', revision: 1 }
  return { sha256, number: receiptNumber(place, '3A', sha256Hex(`|1|${sha256}`)) }
}

it('who knows every answer can confirm it neither by the hash nor by the number', async () => {
  const receipt = await (await send('perikanan', { answers: answers() }, ['"0"', 'kunci-satu'])).json()
  const found = await shown(receipt.number)
  expect(found.sha256).toBe(receipt.sha256)
  const tried = guess('perikanan', answers())
  expect([found.sha256, found.number]).not.toContain(tried.sha256)
  expect(found.number).not.toBe(tried.number)
  expect(JSON.stringify(found)).not.toContain('salt')
  const nil = await (await send('dinsos', { nil: true, reason: 'Tidak ada data' }, ['"0"', 'kunci-nihil'])).json()
  expect(nil.sha256).not.toBe(contentHash({ fields: {}, rows: {} }))
})

it('the same answers at another place, form or revision have another hash', async () => {
  const other = await (await send('perikanan', { answers: answers() }, ['"0"', 'kunci-satu'], 'tanpa-nihil')).json()
  const { submissions } = await (await (await world().as('op-perikanan')).get(path('perikanan'))).json()
  expect(other.sha256).not.toBe(submissions[0].sha256)
})

it('who may read the submission is given the bytes with the salt, of which the hash is taken again', async () => {
  const coordinator = await world().as('koordinator')
  const { submissions } = await (await coordinator.get(path('perikanan'))).json()
  const bytes = await (await coordinator.get(`${path('perikanan')}/1/canonical.json`)).text()
  expect(sha256Hex(bytes)).toBe(submissions[0].sha256)
  const { salt, ...rest } = JSON.parse(bytes)
  expect(salt).toMatch(/^[\w-]{32}$/)
  expect(rest).toEqual(answers())
})

it('a repetition, with its key or with the same content under another, has the same receipt; another content has none', async () => {
  const receipt = await shown(
    (await (await send('perikanan', { answers: answers() }, ['"0"', 'kunci-satu'])).json()).number,
  )
  const again = await send('perikanan', { answers: answers() }, ['"1"', 'kunci-lain'])
  expect([again.status, (await again.json()).sha256]).toEqual([200, receipt.sha256])
  expect((await send('perikanan', { answers: answers('B/1') }, ['"1"', 'kunci-satu'])).status).toBe(422)
})

it('a request that is repeated while the secret is being rotated has the same receipt', async () => {
  const { deps } = world()
  const [codeKey, codeKeyBefore] = [deps.codeKey, deps.codeKeyBefore]
  const repeat = () => send('perikanan', { answers: answers() }, ['"0"', 'kunci-satu'])
  const before = await (await repeat()).json()
  try {
    deps.codeKey = 'another key of more than thirty-two characters'
    deps.codeKeyBefore = { secret: codeKey, since: world().clock.now }
    const again = await repeat()
    expect([again.status, (await again.json()).number]).toEqual([200, before.number])
  } finally {
    deps.codeKey = codeKey
    deps.codeKeyBefore = codeKeyBefore
  }
})

it('of two who send the same at once both have one receipt', async () => {
  const two = [1, 2].map((n) => send('dinsos', { answers: answers('Z/1') }, ['"1"', `kunci-serentak-${n}`]))
  const receipts = await Promise.all((await Promise.all(two)).map((answer) => answer.json()))
  expect(new Set(receipts.map(({ number }) => number)).size).toBe(1)
})

it('a receipt of an older release, whose hash is of the answers alone, verifies, and its repetition is known', async () => {
  const rounds = createRounds(world().table)
  const facts = (await rounds.load(region, roundId))!.submissions
  const latest = facts.findLast(({ agencyId, formId }) => agencyId === 'perikanan' && formId === 'uji')!
  const said = answers('LAMA')
  const sha256 = contentHash(said)
  const chain = sha256Hex(`${latest.chain}|2|${sha256}`)
  const place = { region, round: roundId, agencyId: 'perikanan', formId: 'uji', revision: 2 }
  const number = receiptNumber(place, '3A', chain)
  await world().deps.receipts.post(number, place)
  const older = { ...latest, revision: 2, at: at(11, '11:00').toISOString(), sha256, previousSha256: latest.sha256 }
  const fact = { ...older, chain, requestKey: 'kunci-lama-1', receiptNumber: number }
  expect((await rounds.insertSubmission(region, roundId, fact, said)).inserted).toBe(true)
  expect(await shown(number)).toMatchObject({ sha256, revision: 2 })
  const bytes = await (await (await world().as('op-perikanan')).get(`${path('perikanan')}/2/canonical.json`)).text()
  expect(sha256Hex(bytes)).toBe(sha256)
  const repeated = await send('perikanan', { answers: said }, ['"1"', 'kunci-lama-1'])
  expect([repeated.status, (await repeated.json()).number]).toEqual([200, number])
  const { status, printed } = await opsOver(world().table, { forms: world().deps.forms }).ops(
    'region',
    'verify',
    region,
  )
  expect([status, printed]).toEqual([0, expect.not.stringContaining('damaged')])
})
