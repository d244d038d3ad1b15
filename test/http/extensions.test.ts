/** An agency asks for more time and the coordinator decides: date and lock move together, once, for that agency alone. */
import { beforeEach, describe, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-extensions')
const path = `/api/rounds/${roundId}/extension-requests`
const reason = 'Listrik padam dua hari di kantor.'
type Body = Record<string, unknown>

async function send(who: string, url: string, json: unknown): Promise<{ status: number; body: Body }> {
  const answer = await (await world().as(who)).post(url, json)
  return { status: answer.status, body: (await answer.json()) as Body }
}
const ask = (who: string, agencyId: string, more = {}) => send(who, path, { agencyId, days: 2, reason, ...more })
const decide = (id: unknown, decision: object) => send('koordinator', `${path}/${id}/decision`, decision)
async function requests(who: string): Promise<Body[]> {
  const answer = await (await world().as(who)).get(path)
  return ((await answer.json()) as { requests: Body[] }).requests
}
async function dates(agencyId: string) {
  const view = await (await (await world().as('koordinator')).get(`/api/rounds/${roundId}`)).json()
  return view.dates.find((each: { agencyId: string }) => each.agencyId === agencyId).closesOn
}
async function submit(agencyId: string, base: number) {
  const url = `/api/rounds/${roundId}/agencies/${agencyId}/forms/uji/submissions`
  const headers = { 'if-match': `"${base}"`, 'idempotency-key': `extensions-${agencyId}-${base}` }
  return (await (await world().as('dua-dinas')).post(url, { answers: answers(`${base}`) }, headers)).status
}

beforeEach(() => {
  world().clock.now = at(12, '09:00')
})

describe('a request for more time', () => {
  it('counts working days from the final date, over weekend and holidays, and moves nothing by itself', async () => {
    const asked = await ask('op-perikanan', 'perikanan')
    // From Tuesday 17 February: Wednesday and Thursday.
    expect(asked).toMatchObject({ status: 201, body: { number: 1, state: 'open', closesOn: '2026-02-19', days: 2 } })
    expect(await dates('perikanan')).toBe('2026-02-17')
    expect(world().planned.at(-1)).toBe(`kota-kupang/${roundId}`)
  })

  it('is one at a time for an agency, of at most 20 working days, with a reason', async () => {
    expect((await ask('kepala-perikanan', 'perikanan')).body).toMatchObject({ reason: 'already-asked' })
    expect((await ask('op-dinsos', 'dinsos', { days: 21 })).body).toMatchObject({ reason: 'too-long' })
    expect((await ask('op-dinsos', 'dinsos', { reason: ' singkat ' })).status).toBe(400)
    expect((await ask('op-dinsos', 'perikanan')).status).toBe(404)
    expect((await ask('op-tanpa-tugas', 'tanpa-tugas')).status).toBe(404)
    expect((await ask('koordinator', 'perikanan')).status).toBe(403)
  })

  it('is seen by its own agency and by the coordinator, with names, and by no other agency', async () => {
    expect(await requests('op-dinsos')).toEqual([])
    expect(await requests('kepala-perikanan')).toHaveLength(1)
    expect((await requests('koordinator'))[0]).toMatchObject({
      byName: 'Nama op-perikanan',
      agencyId: 'perikanan',
      reason,
    })
  })

  it('that is granted moves date and lock of that agency alone, and closes again by itself', async () => {
    expect((await decide(1, { decision: 'grant' })).body).toMatchObject({
      state: 'granted',
      grantedUntil: '2026-02-19',
    })
    expect([await dates('perikanan'), await dates('dinsos')]).toEqual(['2026-02-19', '2026-02-17'])
    world().clock.now = at(19, '23:59')
    expect([await submit('perikanan', 0), await submit('dinsos', 0)]).toEqual([201, 409])
    world().clock.now = at(20, '00:00')
    expect(await submit('perikanan', 1)).toBe(409)
  })

  it('is decided once, also by two coordinators in the same moment', async () => {
    expect((await decide(1, { decision: 'refuse', reason: 'Terlambat' })).body).toMatchObject({
      reason: 'already-decided',
    })
    await ask('op-perikanan', 'perikanan')
    // Saturday or Sunday: working days counted from there do not hang on who was first.
    const dates = ['2026-02-21', '2026-02-22']
    const both = await Promise.all(dates.map((closesOn) => decide(2, { decision: 'grant', closesOn })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422])
    const view = await (await (await world().as('koordinator')).get(`/api/rounds/${roundId}`)).json()
    expect(view.windows.filter((window: Body) => window.request === 2)).toHaveLength(1)
  })

  it('that is refused moves nothing and says why; then the agency may ask again', async () => {
    await ask('op-dinsos', 'dinsos')
    expect((await decide(3, { decision: 'refuse', reason: ' ' })).status).toBe(400)
    const refused = await decide(3, { decision: 'refuse', reason: 'Data diperlukan sebelum Musrenbang.' })
    expect(refused.body).toMatchObject({ state: 'refused', refusal: 'Data diperlukan sebelum Musrenbang.' })
    expect(await dates('dinsos')).toBe('2026-02-17')
    expect((await ask('op-dinsos', 'dinsos', { days: 1 })).body).toMatchObject({ number: 4, closesOn: '2026-02-18' })
  })

  it('after the final date is counted from today and re-opens when granted; an unknown one is not found', async () => {
    expect((await decide(4, { decision: 'refuse', reason: 'Tidak perlu.' })).status).toBe(200)
    world().clock.now = at(20, '10:00')
    expect((await ask('op-dinsos', 'dinsos')).body).toMatchObject({ number: 5, closesOn: '2026-02-24' })
    await decide(5, { decision: 'grant', basis: 'Nota dinas 12/2026' })
    const view = await (await (await world().as('koordinator')).get(`/api/rounds/${roundId}`)).json()
    expect(view.windows.at(-1)).toMatchObject({ kind: 'reopen', agencyIds: ['dinsos'], request: 5, reason })
    expect(view.windows.at(-1).basis).toBe('Nota dinas 12/2026')
    expect((await decide(99, { decision: 'grant' })).status).toBe(404)
    expect((await decide('x', { decision: 'grant' })).status).toBe(404)
  })

  it('is granted by an extension for all that reaches the day asked for, and waits on when it does not', async () => {
    world().clock.now = at(20, '11:00')
    expect((await ask('op-perikanan', 'perikanan', { days: 5 })).body).toMatchObject({ closesOn: '2026-02-27' })
    const change = (kind: string, closesOn: string) =>
      send('koordinator', `/api/rounds/${roundId}/windows`, { kind, closesOn, reason: 'Gempa' })
    expect((await change('extend', '2026-02-26')).status).toBe(201)
    const [waiting] = await requests('op-perikanan')
    expect(waiting).toMatchObject({ number: 6, state: 'open' })
    expect((await change('extend', '2026-02-27')).status).toBe(201)
    const [granted] = await requests('op-perikanan')
    expect(granted).toMatchObject({ state: 'granted', grantedUntil: '2026-02-27', decidedByName: 'Nama koordinator' })
    expect((await decide(6, { decision: 'grant' })).body).toMatchObject({ reason: 'already-decided' })
    expect((await ask('op-perikanan', 'perikanan', { days: 1 })).body).toMatchObject({ closesOn: '2026-03-02' })
  })

  it('of an agency whose corrections are due after the final date is counted from that day', async () => {
    world().clock.now = at(27, '10:00')
    expect(await submit('perikanan', 1)).toBe(201)
    const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
    const comments = [{ pointer: '/fields/nomor', text: 'Periksa nomornya.' }]
    const returned = { revision: 2, decision: 'return', comments, dueOn: '2026-03-10' }
    expect((await send('koordinator', `${work}/review`, returned)).status).toBe(201)
    expect((await decide(7, { decision: 'refuse', reason: 'Perbaiki dahulu.' })).status).toBe(200)
    expect((await ask('op-perikanan', 'perikanan', { days: 1 })).body).toMatchObject({ closesOn: '2026-03-11' })
  })
})
