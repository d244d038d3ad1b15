/** The timeline of a round: what happened, newest first, by agency and kind, page by page; calls for coordinators alone. */
import { beforeAll, expect, it } from 'vitest'
import type { TimelineEntry } from '../../functions/schema/timeline.ts'
import { at } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-timeline')
const base = `/api/rounds/${roundId}`
type Page = { entries: TimelineEntry[]; next: string | null }
const read = async (query = '', who = 'koordinator'): Promise<Page> =>
  (await (await world().as(who)).get(`${base}/timeline?${query}`)).json()

beforeAll(async () => {
  // A session of its own each hour: one that rests so long ends.
  const coordinator = async (path: string, json: object) => (await world().as('koordinator')).post(base + path, json)
  for (const [hour, id] of ['dinsos', 'perikanan'].entries()) {
    world().clock.now = at(11, `1${hour}:00`)
    const headers = { 'if-match': '"0"', 'idempotency-key': `linimasa-${id}` }
    const path = `${base}/agencies/${id}/forms/uji/submissions`
    const sent = await (await world().as(`op-${id}`)).post(path, { answers: answers() }, headers)
    expect(sent.status).toBe(201)
  }
  world().clock.now = at(11, '12:00')
  const review = { revision: 1, decision: 'accept', comments: [] }
  expect((await coordinator('/agencies/dinsos/forms/uji/review', review)).status).toBeLessThan(300)
  world().clock.now = at(11, '13:00')
  const window = { kind: 'extend', closesOn: '2026-02-20', reason: 'Listrik padam', agencyIds: ['perikanan'] }
  expect((await coordinator('/windows', window)).status).toBe(201)
  world().clock.now = at(11, '14:00')
  const call = { agencyId: 'perikanan', note: 'Janji Jumat', requestKey: 'linimasa-panggilan' }
  expect((await coordinator('/calls', call)).status).toBe(201)
})
const kinds = ({ entries }: Page) => entries.map(({ kind }) => kind)

it('tells what happened, newest first, in the words of digests and in the language that is asked for', async () => {
  const all = await read()
  expect(kinds(all)).toEqual(['call', 'window', 'decision', 'submission', 'submission'])
  expect(all.entries[0]?.text).toMatch(/ dihubungi: Janji Jumat$/)
  expect(all.entries[1]?.text).toMatch(/^Diperpanjang sampai Jumat, 20 Februari 2026 untuk .*: Listrik padam$/)
  expect((await read('language=en')).entries[1]?.text).toMatch(/^Extended to Friday, 20 February 2026/)
})

it('is narrowed to an agency or a kind, and paged without losing or repeating anything', async () => {
  expect(kinds(await read('agency=perikanan'))).toEqual(['call', 'window', 'submission'])
  expect(kinds(await read('kind=submission'))).toEqual(['submission', 'submission'])
  const ids: string[] = []
  for (let after: string | null = ''; after !== null; ) {
    const page: Page = await read(`limit=2${after && `&after=${encodeURIComponent(after)}`}`)
    ids.push(...page.entries.map(({ id }) => id))
    after = page.next
  }
  expect(ids).toEqual((await read()).entries.map(({ id }) => id))
})

it('tells a viewer nothing of calls, and an agency nothing at all', async () => {
  expect(kinds(await read('', 'viewer'))).not.toContain('call')
  expect((await (await world().as('op-dinsos')).get(`${base}/timeline`)).status).toBe(403)
})
