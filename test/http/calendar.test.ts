/** Calendar feeds over HTTP, read by a real iCalendar parser. */
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-calendar')

type Feed = { agencyId: string; url: string; covers: string; mayRenew: boolean; renewedAt: string | null }
async function feedsOf(personId: string): Promise<Feed[]> {
  const answer = await (await world().as(personId)).get('/api/calendar-feeds')
  return (await answer.json()).feeds
}
async function feedOf(personId: string): Promise<Feed> {
  const [feed] = await feedsOf(personId)
  if (feed === undefined) throw new Error(`${personId} has no feed`)
  return feed
}
/** As a calendar program asks: without cookies. */
const ask = (url: string, headers = {}) =>
  world()
    .browser()
    .get(new URL(url).pathname + new URL(url).search, headers)

function eventsIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part)
    const { startDate, uid, sequence, summary, description } = event
    return { uid, on: startDate.toString(), isDate: startDate.isDate, sequence: Number(sequence), summary, description }
  })
}
const read = async (url: string) => eventsIn(await (await ask(url)).text())

describe('a calendar feed', () => {
  it('is iCalendar that a parser reads: whole days with uid, sequence and words', async () => {
    const { url, covers } = await feedOf('op-perikanan')
    expect(covers).toBe('agency')
    const answer = await ask(url)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toContain('PRODID:-//Lengkap//Kalender//ID\r\n')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const events = eventsIn(text)
    expect(events.map(({ uid, on, isDate, sequence }) => [uid, on, isDate, sequence])).toEqual([
      [`target.${roundId}.perikanan@kota-kupang.lengkap`, '2026-02-13', true, 0],
      [`final.${roundId}.perikanan@kota-kupang.lengkap`, '2026-02-17', true, 0],
    ])
    expect(events[0]?.summary).toBe('Target penyelesaian (Perikanan): Aksi 3A Tahap II')
    expect(events[0]?.description).toContain('Jumat, 13 Februari 2026 pukul 23.59 WITA.\n2 formulir belum disetujui.')
  })

  it('speaks English when asked, and answers "no news" to who has the latest', async () => {
    const { url } = await feedOf('op-perikanan')
    expect((await read(`${url}?lang=en`))[0]?.summary).toBe('Target date (Perikanan): Action 3A Phase II')
    const tag = (await ask(url)).headers.get('etag') ?? ''
    world().clock.now = at(11, '10:05')
    expect((await ask(url, { 'if-none-match': tag })).status).toBe(304)
    // As a proxy that compresses hands it on, and among others.
    expect((await ask(url, { 'if-none-match': `"alt", W/${tag}` })).status).toBe(304)
    expect((await ask(url, { 'if-none-match': '"alt"' })).status).toBe(200)
  })

  it('moves with an extension, and its dates vanish once all forms are accepted', async () => {
    const { url } = await feedOf('op-perikanan')
    const tag = (await ask(url)).headers.get('etag') ?? ''
    const coordinator = await world().as('koordinator')
    const change = { kind: 'extend', closesOn: '2026-02-20', reason: 'Benturan agenda', agencyIds: ['perikanan'] }
    expect((await coordinator.post(`/api/rounds/${roundId}/windows`, change)).status).toBe(201)
    expect((await ask(url, { 'if-none-match': tag })).status).toBe(200)
    expect((await read(url)).map(({ on, sequence }) => [on, sequence])).toEqual([
      ['2026-02-13', 1],
      ['2026-02-20', 1],
    ])
    const operator = await world().as('op-perikanan')
    for (const form of ['uji', 'tanpa-nihil']) {
      const work = `/api/rounds/${roundId}/agencies/perikanan/forms/${form}`
      const headers = { 'if-match': '"0"', 'idempotency-key': `kunci-${form}` }
      expect((await operator.post(`${work}/submissions`, { answers: answers() }, headers)).status).toBe(201)
      const decision = { revision: 1, decision: 'accept', comments: [] }
      expect((await coordinator.post(`${work}/review`, decision)).status).toBeLessThan(300)
    }
    expect(await read(url)).toEqual([])
    // A calendar that holds nothing at all is no calendar to RFC 5545.
    const empty = new ICAL.Component(ICAL.parse(await (await ask(url)).text()))
    expect(empty.getAllSubcomponents().map(({ name }) => name)).toEqual(['vtimezone'])
    const all = await feedOf('koordinator')
    expect(all.covers).toBe('all')
    expect((await read(all.url)).map(({ uid }) => uid.split('@')[0])).toEqual([
      `target.${roundId}.all`,
      `final.${roundId}.all`,
    ])
  })

  it('dies when it is renewed; the new address works', async () => {
    const { url, agencyId } = await feedOf('op-dinsos')
    const operator = await world().as('op-dinsos')
    const renewed = await (await operator.post(`/api/calendar-feeds/${agencyId}/renewals`)).json()
    expect(renewed.url).not.toBe(url)
    expect((await ask(url)).status).toBe(404)
    expect((await ask(renewed.url)).status).toBe(200)
    expect(await feedOf('op-dinsos')).toEqual(renewed)
  })

  it('knows nothing of a rehearsal, whatever its dates', async () => {
    const feeds = [await feedOf('op-dinsos'), await feedOf('koordinator')]
    const texts = () => Promise.all(feeds.map(async ({ url }) => (await ask(url)).text()))
    const before = await texts()
    const made = await (await world().as('koordinator')).post(`/api/rounds/${roundId}/rehearsals`)
    expect(made.status).toBe(201)
    expect(await texts()).toEqual(before)
  })

  it('is not found under a guessed, foreign or mangled address', async () => {
    const { url } = await feedOf('op-dinsos')
    const [, secret = ''] = /\.([\w-]{43})\.ics$/.exec(url) ?? []
    const wrong = [
      url.replace(secret, 'x'.repeat(43)),
      url.replace('.dinsos.', '.perikanan.'),
      url.replace('kota-kupang.', 'lain.'),
      url.replace(secret, ''),
      new URL('/api/calendar/apa-saja', url).href,
    ]
    for (const each of wrong) expect((await ask(each)).status, each).toBe(404)
  })

  it('is shown to the people of its agency only; a viewer may not renew it', async () => {
    expect((await feedsOf('dua-dinas')).map(({ agencyId }) => agencyId).sort()).toEqual(['dinsos', 'perikanan'])
    expect((await feedsOf('viewer')).map(({ covers, mayRenew }) => [covers, mayRenew])).toEqual([['all', false]])
  })
})
