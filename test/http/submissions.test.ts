/** What submitting promises: one receipt for one submission, whatever is repeated; the clock of receipt decides. */
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256Hex } from '../../functions/domain/content-hash.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-submissions')
let operator: Browser

const path = (agency = 'perikanan', form = 'uji') =>
  `/api/rounds/${roundId}/agencies/${agency}/forms/${form}/submissions`
let keys = 0
const freshKey = () => `key-${++keys}-of-tests`
const submit = (body: unknown, base: number, key = freshKey(), to = path(), by = operator) =>
  by.post(to, body, { 'if-match': `"${base}"`, 'idempotency-key': key })

beforeAll(async () => {
  world().clock.now = at(11, '10:00')
  operator = await world().signedIn('dua-dinas')
})

/** A session outlives no day; each test signs in again at its own time. */
async function signInAt(now: Date, who = 'dua-dinas'): Promise<Browser> {
  world().clock.now = now
  operator = await world().signedIn(who)
  return operator
}

describe('a submission', () => {
  it('gets a receipt whose hash anybody can take again, and is planned for', async () => {
    const answer = await submit({ answers: answers('A/1', 250) }, 0)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('etag')).toBe('"1"')
    const receipt = await answer.json()
    expect(receipt).toMatchObject({ revision: 1, rowCount: 1, previousSha256: null, by: 'dua-dinas' })
    const sha256 = sha256Hex(await (await operator.get(`${path()}/1/canonical.json`)).text())
    expect(receipt.sha256).toBe(sha256)
    expect(receipt.totals).toEqual({ 'baris.pagu': 250 })
    expect(receipt.number).toMatch(/^3A-perikanan-r1-[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(world().planned).toContain(`kota-kupang/${roundId}`)
    const one = await (await operator.get(`${path()}/1`)).json()
    expect(one).toMatchObject({ answers: answers('A/1', 250), byName: 'Nama dua-dinas' })
    expect(one.submission.chain).toBe(sha256Hex(`|1|${sha256}`))
  })

  it('again makes the next revision, chained to the one before', async () => {
    const answer = await submit({ answers: answers('A/2') }, 1)
    const receipt = await answer.json()
    const { submissions } = await (await operator.get(path())).json()
    expect(submissions.map(({ revision }: { revision: number }) => revision)).toEqual([2, 1])
    expect(receipt).toMatchObject({ revision: 2, previousSha256: submissions[1].sha256 })
    expect(submissions[0].chain).toBe(sha256Hex(`${submissions[1].chain}|2|${submissions[0].sha256}`))
    expect(JSON.stringify(submissions)).not.toContain('requestKey')
  })

  it('repeated with its key is the same receipt; with other content it is refused', async () => {
    const key = freshKey()
    const first = await submit({ answers: answers('A/3') }, 2, key)
    const again = await submit({ answers: answers('A/3') }, 2, key)
    expect([first.status, again.status]).toEqual([201, 200])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
    const other = await submit({ answers: answers('A/4') }, 3, key)
    expect([other.status, (await other.json()).code]).toEqual([422, 'idempotency-key-reused'])
    const same = await submit({ answers: answers('A/3') }, 3)
    expect([same.status, (await same.json()).revision]).toEqual([200, 3])
  })

  it('clicked twenty times at once is one revision and one receipt', async () => {
    const key = freshKey()
    const { deps } = world()
    const clock = deps.clock
    // Each click is received a millisecond after the one before, so that no two would write the same item.
    let received = clock().getTime()
    deps.clock = () => new Date(++received)
    const sent = await Promise.all(Array.from({ length: 20 }, () => submit({ answers: answers('A/5') }, 3, key)))
    deps.clock = clock
    const receipts = await Promise.all(sent.map(async (answer) => JSON.stringify(await answer.json())))
    expect(new Set(receipts).size).toBe(1)
    expect(sent.map(({ status }) => status).toSorted()).toEqual([...Array(19).fill(200), 201])
    expect((await (await operator.get(path())).json()).submissions).toHaveLength(4)
  })

  it('sent by ten windows at once with keys of their own is one revision and one receipt too', async () => {
    const last = (await (await operator.get(path('perikanan', 'tanpa-nihil'))).json()).submissions.length
    const sent = await Promise.all(
      Array.from({ length: 10 }, () =>
        submit({ answers: answers('B/1') }, last, freshKey(), path('perikanan', 'tanpa-nihil')),
      ),
    )
    const receipts = await Promise.all(sent.map(async (answer) => JSON.stringify(await answer.json())))
    expect(new Set(receipts).size).toBe(1)
    expect(sent.map(({ status }) => status).toSorted()).toEqual([...Array(9).fill(200), 201])
  })

  it('of two that are based on the same revision one wins, the other is told the newer', async () => {
    const sent = await Promise.all([submit({ answers: answers('A/6') }, 4), submit({ answers: answers('A/7') }, 4)])
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 412])
    const lost = sent.find(({ status }) => status === 412)
    expect(await lost?.json()).toMatchObject({ code: 'revision-conflict', currentRevision: 5 })
    expect((await submit({ answers: answers('A/8') }, 1)).status).toBe(412)
  })

  it('without a base or a key is refused before anything else', async () => {
    const body = { answers: answers('A/9') }
    for (const headers of [
      {},
      { 'if-match': '"5"' },
      { 'idempotency-key': freshKey() },
      { 'if-match': '*', 'idempotency-key': freshKey() },
    ]) {
      expect((await operator.post(path(), body, headers as Record<string, string>)).status).toBe(428)
    }
  })

  it('with wrong answers names each, with a pointer, in the reader’s language', async () => {
    const wrong = { fields: { nomor: 'A/1', jumlah: -1 }, rows: { baris: [{ rowKey: 'R1', cells: { nama: 'Satu' } }] } }
    const answer = await submit({ answers: wrong }, 5)
    expect(answer.status).toBe(422)
    const problem = await answer.json()
    expect(problem).toMatchObject({ code: 'answers-invalid' })
    expect(problem.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/fields/jumlah',
      '/rows/baris/R1/pagu',
    ])
  })

  it('of nil needs a reason and a form that allows it', async () => {
    const reason = 'Tidak ada kegiatan yang ditandai tahun ini.'
    expect((await submit({ nil: true, reason: 'kosong' }, 0, undefined, path('dinsos'))).status).toBe(400)
    const refused = await submit({ nil: true, reason }, 0, undefined, path('dinsos', 'tanpa-nihil'))
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'nil-not-allowed'])
    const answer = await submit({ nil: true, reason }, 0, undefined, path('dinsos'))
    expect([answer.status, (await answer.json()).nil]).toEqual([201, true])
    const { assignments } = await (await operator.get(`/api/rounds/${roundId}/assignments`)).json()
    expect(assignments.find((each: { agencyId: string }) => each.agencyId === 'dinsos')).toMatchObject({ nil: true })
  })

  it('leaves no answer in the log', async () => {
    await submit({ answers: answers('KANARI-77') }, 99)
    expect(JSON.stringify(world().logs)).not.toContain('KANARI')
  })

  it('stands even when planning after it fails', async () => {
    const { deps } = world()
    const after = deps.afterCommit
    deps.afterCommit = () => Promise.reject(new Error('rahasia'))
    const answer = await submit({ answers: answers('A/10') }, 5)
    deps.afterCommit = after
    expect(answer.status).toBe(201)
    expect(world().logs.at(-1)).toMatchObject({ message: 'planning after a commit failed', round: roundId })
  })
})

describe('the deadline', () => {
  it('lets in what was received at 23.59.59,999 and refuses what came at 00.00 with the date and what to do', async () => {
    await signInAt(new Date('2026-02-17T15:30:00.000Z'))
    world().clock.now = new Date('2026-02-17T15:59:59.999Z')
    const key = freshKey()
    expect((await submit({ answers: answers('B/1') }, 0, key, path('dinsos', 'tanpa-nihil'))).status).toBe(201)
    world().clock.now = new Date('2026-02-17T16:00:00.000Z')
    const late = await submit({ answers: answers('B/2') }, 1, undefined, path('dinsos', 'tanpa-nihil'))
    expect(late.status).toBe(409)
    const problem = await late.json()
    expect(problem).toMatchObject({ code: 'round-closed', closedOn: '2026-02-17' })
    expect(problem.detail).toContain('Selasa, 17 Februari 2026')
    expect(problem.detail).toContain('Bappeda')
    // The answer to the first one was lost: its repetition still gets the receipt.
    expect((await submit({ answers: answers('B/1') }, 0, key, path('dinsos', 'tanpa-nihil'))).status).toBe(200)
  })

  it('before the opening lets nothing in', async () => {
    await signInAt(at(10, '08:59'))
    const early = await submit({ answers: answers('C/1') }, 0, undefined, path('perikanan', 'tanpa-nihil'))
    expect(await early.json()).toMatchObject({ status: 409, code: 'round-not-open', opensOn: '2026-02-10' })
  })
})

describe('what changed', () => {
  it('between revisions is told by field and row, in words', async () => {
    await signInAt(at(12, '09:00'))
    const base = (await (await operator.get(path())).json()).submissions[0].revision
    const fresh = {
      fields: { nomor: 'D/1', jumlah: { absent: 'not-yet' } },
      rows: { baris: [{ rowKey: 'R2', cells: { nama: 'Dua', pagu: 5_000 } }] },
    }
    expect((await submit({ answers: fresh }, base)).status).toBe(201)
    const diff = await (await operator.get(`${path()}/${base + 1}/diff`)).json()
    expect(diff).toMatchObject({ from: base, to: base + 1 })
    const told = diff.changes.map((c: { pointer: string; kind: string; after: { id: string } | null }) => [
      c.pointer,
      c.kind,
      c.after?.id ?? null,
    ])
    expect(told).toEqual([
      ['/fields/nomor', 'changed', 'D/1'],
      ['/fields/jumlah', 'changed', 'Belum ada data'],
      ['/rows/baris/R2', 'added', expect.stringContaining('Dua')],
      ['/rows/baris/R1', 'removed', null],
    ])
    expect((await operator.get(`${path()}/99/diff`)).status).toBe(404)
  })
})

describe('a receipt', () => {
  it('is found by its number by anybody, without names of people, sums or answers', async () => {
    const { submissions } = await (await operator.get(path())).json()
    const [latest, before] = submissions
    const answer = await world().browser().get(`/api/receipts/${before.receiptNumber}`)
    expect(answer.status).toBe(200)
    const receipt = await answer.json()
    expect(receipt).toMatchObject({ sha256: before.sha256, revision: before.revision, latestRevision: latest.revision })
    expect(receipt).toMatchObject({ zone: 'Asia/Makassar', zoneName: 'WITA' })
    expect(JSON.stringify(receipt)).not.toMatch(/dua-dinas|pagu|Nama/)
  })

  it('of a number that was posted but never committed is not found', async () => {
    const place = { region: 'kota-kupang', round: roundId, agencyId: 'perikanan', formId: 'uji', revision: 1 }
    await world().deps.receipts.post('3A-perikanan-r1-0000000000', place)
    for (const other of ['3A-perikanan-r1-0000000000', '3A-', '3A%23perikanan%23r1']) {
      expect((await world().browser().get(`/api/receipts/${other}`)).status, other).toBe(404)
    }
  })
})
