/** What the coordinator decides: dates for all or for one agency, and each submission. Each decision touches nothing else. */
import { beforeAll, describe, expect, it } from 'vitest'
import { at, finding } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-coordinator')
const work = (agency: string, form = 'uji') => `/api/rounds/${roundId}/agencies/${agency}/forms/${form}`
let keys = 0

async function submit(agency: string, nomor: string, base: number, form?: string) {
  const browser = await world().as('dua-dinas')
  keys += 1
  const headers = { 'if-match': `"${base}"`, 'idempotency-key': `coordinator-${keys}` }
  const answer = await browser.post(`${work(agency, form)}/submissions`, { answers: answers(nomor) }, headers)
  return { status: answer.status, body: await answer.json() }
}
async function decide(agency: string, json: unknown) {
  const browser = await world().as('koordinator')
  const answer = await browser.post(`${work(agency)}/review`, json)
  return { status: answer.status, body: await answer.json() }
}
async function change(json: unknown) {
  const browser = await world().as('koordinator')
  const answer = await browser.post(`/api/rounds/${roundId}/windows`, json)
  return { status: answer.status, body: await answer.json() }
}
const comments = [{ pointer: '/fields/nomor', text: 'Nomor DPA belum sesuai.' }]

beforeAll(async () => {
  world().clock.now = at(12, '09:00')
  expect((await submit('perikanan', 'P/1', 0)).status).toBe(201)
  expect((await submit('dinsos', 'D/1', 0)).status).toBe(201)
})

describe('a review', () => {
  it('that returns needs comments and a last day that has not passed', async () => {
    const base = { revision: 1, decision: 'return', comments, dueOn: '2026-02-19' }
    expect((await decide('perikanan', { ...base, comments: [] })).body.reason).toBe('comment-required')
    expect((await decide('perikanan', { ...base, dueOn: undefined })).body.reason).toBe('due-date-required')
    const past = await decide('perikanan', { ...base, dueOn: '2026-02-11' })
    expect(past).toMatchObject({ status: 422, body: { code: 'review-invalid', reason: 'due-date-past' } })
    expect((await decide('perikanan', { ...base, revision: 2 })).status).toBe(404)
    expect((await decide('perikanan', base)).status).toBe(201)
    expect((await decide('perikanan', { ...base, decision: 'accept' })).body.reason).toBe('already-decided')
  })

  it('of two coordinators at once is one decision', async () => {
    const browser = await world().as('koordinator')
    const sent = await Promise.all(
      ['accept', 'return'].map((decision) =>
        browser.post(`${work('dinsos')}/review`, { revision: 1, decision, comments, dueOn: '2026-02-19' }),
      ),
    )
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 422])
    const { reviews } = await (await browser.get(`${work('dinsos')}/submissions`)).json()
    expect(reviews).toHaveLength(1)
  })

  it('that returned re-opens that submission alone, after the final date, until its own last day', async () => {
    world().clock.now = at(18, '10:00')
    expect((await submit('perikanan', 'T/1', 0, 'tanpa-nihil')).body.code).toBe('round-closed')
    expect((await submit('dinsos', 'T/2', 0, 'tanpa-nihil')).body.code).toBe('round-closed')
    expect((await submit('perikanan', 'P/2', 1)).status).toBe(201)
    world().clock.now = new Date('2026-02-19T16:00:00.000Z')
    const late = await submit('perikanan', 'P/3', 2)
    expect(late).toMatchObject({ status: 409, body: { code: 'round-closed' } })
  })

  it('of an older revision is refused, and after acceptance nothing changes any more', async () => {
    world().clock.now = at(18, '11:00')
    expect((await decide('perikanan', { revision: 1, decision: 'accept', comments: [] })).body.reason).toBe(
      'old-revision',
    )
    expect((await decide('perikanan', { revision: 2, decision: 'accept', comments: [] })).status).toBe(201)
    const after = await submit('perikanan', 'P/4', 2)
    expect(after).toMatchObject({ status: 409, body: { code: 'submission-accepted', currentRevision: 2 } })
  })
})

describe('a window', () => {
  it('may only move later than now and than what is in force, for agencies of the round', async () => {
    world().clock.now = at(18, '12:00')
    const base = { kind: 'extend', reason: 'Benturan agenda DPRD', closesOn: '2026-02-20' }
    const reason = async (json: object) => (await change({ ...base, ...json })).body.reason
    expect(await reason({ closesOn: '2026-02-17' })).toBe('in-the-past')
    expect(await reason({ targetOn: '2026-02-21' })).toBe('target-after-final')
    expect(await reason({ agencyIds: ['asing'] })).toBe('unknown-agency')
    expect(await reason({ agencyIds: ['tanpa-tugas'] })).toBe('unknown-agency')
    expect(await reason({ kind: 'close', closesOn: undefined })).toBe('already-closed')
    expect((await change({ ...base, reason: ' ' })).status).toBe(400)
    expect((await change({ ...base, closesOn: undefined })).status).toBe(400)
  })

  it('for one agency lets only it in, and only it learns of it', async () => {
    world().clock.now = at(18, '12:00')
    const json = { kind: 'reopen', reason: 'Surat camat', closesOn: '2026-02-20', agencyIds: ['dinsos'] }
    const answer = await change(json)
    expect(answer).toMatchObject({ status: 201, body: { number: 1, by: 'koordinator' } })
    expect((await submit('dinsos', 'T/3', 0, 'tanpa-nihil')).status).toBe(201)
    expect((await submit('perikanan', 'T/4', 0, 'tanpa-nihil')).body.code).toBe('round-closed')
    const seenBy = async (id: string) => (await (await world().as(id)).get(`/api/rounds/${roundId}`)).json()
    expect((await seenBy('op-dinsos')).windows).toHaveLength(1)
    expect((await seenBy('op-perikanan')).windows).toEqual([])
    expect((await change({ ...json, kind: 'extend' })).body.reason).toBe('not-later')
    expect((await change({ ...json, closesOn: '2026-02-21' })).body.reason).toBe('nothing-closed')
  })

  it('of two at once both stand in the history, the second judged after the first', async () => {
    const browser = await world().as('koordinator')
    const sent = await Promise.all(
      ['2026-02-24', '2026-02-25'].map((closesOn) =>
        browser.post(`/api/rounds/${roundId}/windows`, { kind: 'extend', closesOn, reason: 'Bersamaan' }),
      ),
    )
    const statuses = sent.map(({ status }) => status)
    const { windows } = await (await browser.get(`/api/rounds/${roundId}`)).json()
    const numbers = windows.map(({ number }: { number: number }) => number)
    expect(numbers).toEqual(numbers.map((_: number, index: number) => index + 1))
    expect(windows.at(-1).closesOn).toBe('2026-02-25')
    expect(statuses.filter((status) => status === 201)).toHaveLength(windows.length - 1)
  })

  it('keeps its final date where only the target moves later, and never moves the target earlier by an extension', async () => {
    world().clock.now = at(18, '12:00')
    const json = { kind: 'extend', reason: 'Rapat', closesOn: '2026-02-25', agencyIds: ['dinsos'] }
    const moved = await change({ ...json, targetOn: '2026-02-19' })
    expect(moved).toMatchObject({ status: 201, body: { closesOn: '2026-02-25', targetOn: '2026-02-19' } })
    expect((await change({ ...json, targetOn: '2026-02-19' })).body.reason).toBe('not-later')
    expect((await change({ ...json, closesOn: '2026-02-26', targetOn: '2026-02-18' })).body.reason).toBe(
      'target-earlier',
    )
    const view = await (await (await world().as('koordinator')).get(`/api/rounds/${roundId}`)).json()
    expect(view.dates.find(({ agencyId }: { agencyId: string }) => agencyId === 'dinsos')).toMatchObject({
      targetOn: '2026-02-19',
      closesOn: '2026-02-25',
    })
  })

  it('is corrected to an earlier date only with a day’s warning, and for an open window', async () => {
    world().clock.now = at(18, '12:00')
    const json = { kind: 'correct', reason: 'Salah ketik' }
    const reason = async (more: object) => (await change({ ...json, ...more })).body.reason
    expect(await reason({ closesOn: '2026-02-26' })).toBe('not-earlier')
    expect(await reason({ closesOn: '2026-02-25' })).toBe('not-earlier')
    expect(await reason({ closesOn: '2026-02-18' })).toBe('too-soon')
    expect(await reason({ closesOn: '2026-02-20', targetOn: '2026-02-21' })).toBe('target-after-final')
    const done = await change({ ...json, closesOn: '2026-02-21' })
    expect(done).toMatchObject({ status: 201, body: { kind: 'correct', closesOn: '2026-02-21' } })
    world().clock.now = new Date('2026-02-21T16:00:00.000Z')
    expect((await submit('perikanan', 'T/9', 0, 'tanpa-nihil')).body.code).toBe('round-closed')
    expect(await reason({ closesOn: '2026-02-24' })).toBe('already-closed')
    world().clock.now = at(18, '12:00')
  })

  it('that closes ends the entry at that instant', async () => {
    expect((await change({ kind: 'close', reason: 'Selesai' })).status).toBe(201)
    expect((await submit('perikanan', 'T/5', 0, 'tanpa-nihil')).body.code).toBe('round-closed')
  })
})

describe('the board', () => {
  it('has counts that equal its cells, by agency, by form and in all', async () => {
    const browser = await world().as('viewer')
    const board = await (await browser.get(`/api/rounds/${roundId}/completeness`)).json()
    const cells = board.agencies.flatMap(({ assignments }: { assignments: object[] }) => assignments)
    expect(board.counts.expected).toBe(cells.length)
    for (const key of ['expected', 'submitted', 'accepted', 'returned', 'draft', 'notStarted', 'late']) {
      const over = (parts: { counts: Record<string, number> }[]) =>
        parts.reduce((sum, { counts }) => sum + (counts[key] ?? Number.NaN), 0)
      expect(over(board.agencies), key).toBe(board.counts[key])
      expect(over(board.forms), key).toBe(board.counts[key])
    }
    expect(board.counts.accepted).toBeGreaterThan(0)
  })

  it('says which mails are to come, to whom and why', async () => {
    const browser = await world().as('koordinator')
    const plan = await (
      await browser.get(`/api/rounds/${roundId}/mail-plan?asOf=${encodeURIComponent('2026-02-10T08:00:00+08:00')}`)
    ).json()
    expect(plan.mails.length).toBeGreaterThan(0)
    const due = plan.mails.map(({ dueAt }: { dueAt: string }) => dueAt)
    expect(due).toEqual([...due].sort())
    expect(plan.mails[0]).toMatchObject({ why: expect.any(String), recipient: { email: expect.stringContaining('@') } })
  })
})

describe('a finding', () => {
  it('is explained by its own agency, once and for all to see', async () => {
    world().clock.now = at(12, '09:00')
    await world().deps.rounds.putFinding('kota-kupang', roundId, { ...finding('dinsos'), formId: 'uji' })
    const own = await world().as('op-dinsos')
    const url = `${work('dinsos')}/findings/A03-dinsos/explanation`
    expect((await own.post(url, { text: 'pendek' })).status).toBe(400)
    const answer = await own.post(url, { text: 'Kode ini dipakai sesuai surat edaran.' })
    expect(await answer.json()).toMatchObject({ state: 'explained', explanation: { by: 'op-dinsos' } })
    const seen = await (await world().as('koordinator')).get(`${work('dinsos')}/findings`)
    expect((await seen.json()).findings).toMatchObject([{ state: 'explained' }])
    expect(
      (await own.post(`${work('dinsos')}/findings/tidak-ada/explanation`, { text: 'Sudah benar adanya.' })).status,
    ).toBe(404)
  })
})
