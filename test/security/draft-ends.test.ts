/**
 * What was typed and never sent ends 90 days after its form closed, also where nothing deletes it. What has a receipt never hangs on
 * something that ends: with all items deleted that carry an end, it is there, and chains and receipts verify.
 */

import { beforeAll, expect, it } from 'vitest'
import { contentHash } from '../../functions/domain/content-hash.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { createDeletion } from '../../functions/store/deletion.ts'
import type { Item } from '../../functions/store/table.ts'
import { fromAttributes } from '../../functions/store/wire/attributes.ts'
import { at, draft, window } from '../fixtures/round.ts'
import { answers, form, makeWorld, roundId, seed, type World } from '../http/world.ts'
import { opsOver } from '../ops/ops-world.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'

const about: FormDefinition = { ...form, id: 'orang', fields: form.fields.map((f) => ({ ...f, personal: true })) }
const store = useStoreEndpoint('security-draft-ends')
const region = 'kota-kupang'
let world: World
beforeAll(async () => {
  world = makeWorld(store().table, [about])
  await seed(world.deps, [about])
}, 60_000)

const work = (agency: string, of = 'uji') => `/api/rounds/${roundId}/agencies/${agency}/forms/${of}`
const scan = async () => {
  const { client, tableName: TableName } = store()
  const { Items = [] } = await client.call('Scan', { TableName, ConsistentRead: true })
  return Items.map((item) => fromAttributes(item) as Item)
}
/** Saves over whatever stands there. */
async function type(agency: string, of: string, typed: object) {
  const operator = await world.as(`op-${agency}`)
  const { headers } = await operator.get(`${work(agency, of)}/draft`)
  const body = { formVersion: 1, answers: typed }
  const saved = await operator.put(`${work(agency, of)}/draft`, body, { 'if-match': headers.get('etag') ?? '' })
  expect(saved.status, await saved.clone().text()).toBe(200)
}
async function send(agency: string, of: string, sent: object) {
  const operator = await world.as(`op-${agency}`)
  const base = { 'if-match': '"0"', 'idempotency-key': `kunci-${agency}-${of}` }
  const answer = await operator.post(`${work(agency, of)}/submissions`, { answers: sent }, base)
  expect(answer.status, await answer.clone().text()).toBe(201)
  return (await answer.json()) as { number: string }
}
const opened = async (agency: string, of = 'uji') =>
  (await world.as(`op-${agency}`)).get(`${work(agency, of)}/draft`).then((answer) => answer.json())

it('a draft’s body ends 90 days after the form closes, in seconds of a time to live, and is no submission’s', async () => {
  await type('perikanan', 'uji', answers('A/1'))
  await type('perikanan', 'orang', answers('B/1'))
  const closes = Date.parse((await opened('perikanan')).closesAt)
  const bodies = (await scan()).filter(({ pk }) => /^(DRAFT-)?BODY#/.test(pk))
  expect(bodies.map(({ pk, expiresAt }) => [pk, expiresAt])).toEqual(
    ['orang', 'uji'].map((id) => [`DRAFT-BODY#${region}#${roundId}#perikanan#${id}`, closes / 1_000 + 90 * 86_400]),
  )
  expect((await opened('perikanan', 'orang')).answers).toEqual(answers('B/1'))
})

it('what was sent verifies after everything that ends was deleted, though it is what the drafts said', async () => {
  const receipts = [
    await send('perikanan', 'uji', answers('A/1')),
    await send('perikanan', 'orang', answers('B/1')),
    await send('dinsos', 'orang', answers('C/1')),
  ]
  await type('dinsos', 'uji', answers('D/1'))
  const deletion = createDeletion(store().client, store().tableName)
  const ending = (await scan()).filter(({ expiresAt }) => expiresAt !== undefined)
  expect(new Set(ending.map(({ pk }) => pk.split('#')[0]))).toContain('DRAFT-BODY')
  for (const item of ending) await deletion.deleteItem(item)
  const { printed, status } = await opsOver(store().table, { forms: world.deps.forms }).ops('region', 'verify', region)
  expect([status, printed]).toEqual([0, expect.stringMatching(/3 submissions/)])
  for (const { number } of receipts)
    expect((await world.browser().get(`/api/receipts/${number}`)).status, number).toBe(200)
  const coordinator = await world.as('koordinator')
  for (const [agency, of, nomor] of [
    ['perikanan', 'uji', 'A/1'],
    ['perikanan', 'orang', 'B/1'],
    ['dinsos', 'orang', 'C/1'],
  ] as const)
    expect((await (await coordinator.get(`${work(agency, of)}/submissions/1`)).json()).answers).toEqual(answers(nomor))
})

it('a form whose draft has ended opens as if nothing had been typed, and is typed again', async () => {
  expect((await opened('dinsos')).answers.fields).not.toHaveProperty('nomor')
  await type('dinsos', 'uji', answers('D/2'))
  expect((await opened('dinsos')).answers).toEqual(answers('D/2'))
  const saved = (await world.deps.rounds.load(region, roundId))?.drafts.find(({ agencyId }) => agencyId === 'dinsos')
  const ends = Date.parse(saved?.endsAt ?? '')
  const read = (now: number) => world.deps.rounds.draftBody(new Date(now), { region, round: roundId }, saved!)
  expect(await read(ends - 1)).toEqual(answers('D/2'))
  // No emulator deletes anything: the end counts.
  expect(await read(ends)).toBeUndefined()
})

it('an end moves on with a form that is opened for longer, for those whom it concerns', async () => {
  const saved = (await world.deps.rounds.load(region, roundId))!.drafts
  const read = (agency: string, now: string) => {
    const own = saved.find((each) => each.agencyId === agency && each.formId === 'uji')!
    return world.deps.rounds.draftBody(new Date(now), { region, round: roundId }, own)
  }
  await type('perikanan', 'uji', answers('A/1'))
  await world.deps.rounds.insertWindow(
    region,
    roundId,
    window(1, at(12, '09:00'), { closesOn: '2026-09-30', agencyIds: ['dinsos'] }),
  )
  expect(await read('dinsos', '2026-11-28T00:00:00Z')).toEqual(answers('D/2'))
  expect(await read('dinsos', '2026-12-02T00:00:00Z')).toBeUndefined()
  expect(await read('perikanan', '2026-11-28T00:00:00Z')).toBeUndefined()
})

it('a draft of an older release, which has no end, is read where it lies', async () => {
  const older = answers('LAMA')
  const fact = draft('dinsos', at(11, '09:00'), { formId: 'tanpa-nihil', sha256: contentHash(older) })
  await world.deps.rounds.saveDraft(region, roundId, fact, older)
  expect((await scan()).filter(({ pk }) => pk === `BODY#${region}#${fact.sha256}`)).toHaveLength(1)
  expect((await opened('dinsos', 'tanpa-nihil')).answers).toEqual(older)
})
