/** The mail desk over HTTP: plan and preview, ledger with filters, reminding now, sending again, freeing an address. */
import { beforeAll, describe, expect, it } from 'vitest'
import { planAfterCommit } from '../../functions/jobs/plan.ts'
import { at } from '../fixtures/round.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-mails')
const region = 'kota-kupang'
const base = `/api/rounds/${roundId}`

/** Runs the plan as the schedule would. */
async function planNow(): Promise<void> {
  const { regions, rounds, notices } = world().deps
  await planAfterCommit({ regions, rounds, ledger: notices }, world().clock.now, region)
}
const as = async (id: string) => world().as(id)
async function read(id: string, path: string) {
  return (await (await as(id)).get(path)).json()
}
async function write(id: string, path: string, json?: unknown) {
  const answer = await (await as(id)).post(path, json)
  return { status: answer.status, body: await answer.json() }
}
type Line = { nid: string; kind: string; outcome: string; slot: string; recipient: { id: string } }
async function ledger(query = ''): Promise<Line[]> {
  return (await read('koordinator', `/api/notifications?round=${roundId}${query}`)).notifications
}

beforeAll(() => {
  const deps = world().deps
  deps.afterCommit = async () => planNow()
})

describe('the plan of mails', () => {
  const asOf = `asOf=${encodeURIComponent('2026-02-10T10:00:00+08:00')}`

  it('says of each mail to whom, when and why, and what it would read like', async () => {
    const { mails } = await read('viewer', `${base}/mail-plan?${asOf}`)
    const mail = mails.find((each: Line & { step: string }) => each.step === 'last-working-day')
    expect(mail).toMatchObject({ shifted: { from: '2026-02-17' }, byHand: false, again: false })
    expect(mail.recipient.email).toBeUndefined()
    const rendered = await read('viewer', `${base}/mail-plan/${mail.nid}?${asOf}`)
    expect(rendered.text).toContain('hari kerja terakhir sebelum batas akhir')
    expect(rendered.text).toContain(mail.nid)
    expect(rendered.html).toContain('<html')
  })

  it('tells what an earlier date would do, as the form of windows asks it', async () => {
    const change = `${asOf}&change=correct&closesOn=2026-02-12&targetOn=2026-02-12&agencies=dinsos`
    const { difference } = await read('koordinator', `${base}/mail-plan?${change}`)
    expect(difference.dates).toMatchObject([{ agencyId: 'dinsos', closesOn: { after: '2026-02-12' } }])
    expect(difference.added.map(({ kind }: Line) => kind)).toContain('window')
  })

  it('takes the moment also as a wall clock of the region', async () => {
    const [byInstant, byClock] = [
      await read('viewer', `${base}/mail-plan?${asOf}`),
      await read('viewer', `${base}/mail-plan?asOf=2026-02-10T10:00`),
    ]
    expect(byClock).toEqual(byInstant)
    expect(byClock.asOf).toBe('2026-02-10T02:00:00.000Z')
  })

  it('shows what a decision would change, and refuses one that could not be made', async () => {
    const change = `${asOf}&change=extend&closesOn=2026-02-20&agencies=dinsos`
    const { difference, mails } = await read('koordinator', `${base}/mail-plan?${change}`)
    expect(difference.dates.map(({ agencyId }: { agencyId: string }) => agencyId)).toEqual(['dinsos'])
    expect(difference.added.length).toBeGreaterThan(0)
    const news = difference.added.find(({ kind }: Line) => kind === 'window')
    expect((await read('koordinator', `${base}/mail-plan/${news.nid}?${change}`)).text).toContain('20 Februari 2026')
    expect(mails.map(({ nid }: Line) => nid)).toContain(news.nid)
    const browser = await as('koordinator')
    const status = async (query: string) => (await browser.get(`${base}/mail-plan?${query}`)).status
    expect(await status('change=extend&closesOn=2026-02-12')).toBe(422)
    expect(await status('change=extend')).toBe(400)
    const earlier = await read('koordinator', `${base}/mail-plan?${asOf}&change=correct&closesOn=2026-02-16`)
    expect(earlier.difference.dates[0].closesOn).toEqual({ before: '2026-02-17', after: '2026-02-16' })
    expect(await status('change=extend&closesOn=2026-02-20&agencies=asing')).toBe(422)
    expect((await read('koordinator', base)).windows).toEqual([])
  })
})

describe('reminding by hand', () => {
  const request = { agencyIds: ['perikanan'], heads: false, note: 'Mohon hari ini, sebelum rapat Sekda.' }

  it('shows before what would happen, with the note in the mail, and writes nothing', async () => {
    world().clock.now = at(10, '15:00')
    const { status, body } = await write('koordinator', `${base}/reminders/preview`, request)
    expect(status).toBe(200)
    const verdicts = body.people.map((each: { recipient: { id: string }; verdict: string }) => [
      each.recipient.id,
      each.verdict,
    ])
    expect(verdicts.sort()).toEqual([
      ['dua-dinas', 'gets-it'],
      ['op-perikanan', 'gets-it'],
    ])
    expect(body.mail.text).toContain('Catatan dari Nama koordinator:\nMohon hari ini, sebelum rapat Sekda.')
    expect((await world().deps.rounds.load(region, roundId))?.nudges).toEqual([])
  })

  it('plans one mail for each, once for the same request', async () => {
    const order = { ...request, requestKey: 'kunci-pertama' }
    const [first, again] = [
      await write('koordinator', `${base}/reminders`, order),
      await write('koordinator', `${base}/reminders`, order),
    ]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    const sent = (await ledger('&kind=reminder')).filter(({ slot }) => slot.startsWith('hand.'))
    expect(sent.map(({ recipient }) => recipient.id).sort()).toEqual(['dua-dinas', 'op-perikanan'])
    const { explanation } = await read(
      'op-perikanan',
      `/api/notifications/${sent.find(({ recipient }) => recipient.id === 'op-perikanan')?.nid}`,
    )
    expect(explanation).toMatchObject({ byHand: true, agencyIds: ['perikanan'] })
  })

  it('again the same day is refused with the reason, unless it is forced', async () => {
    world().clock.now = at(10, '16:00')
    const preview = await write('koordinator', `${base}/reminders/preview`, request)
    expect(preview.body.people[0]).toMatchObject({
      verdict: 'reminded-today',
      remindedAt: at(10, '15:00').toISOString(),
    })
    expect(preview.body.mail).toBeNull()
    const order = { ...request, requestKey: 'kunci-kedua' }
    expect(await write('koordinator', `${base}/reminders`, order)).toMatchObject({
      status: 422,
      body: { code: 'hand-mail-invalid', reason: 'nobody-to-remind' },
    })
    const forced = { ...order, forcedBecause: 'Diminta Sekda' }
    expect((await write('koordinator', `${base}/reminders`, forced)).body).toMatchObject({
      number: 2,
      forcedBecause: 'Diminta Sekda',
    })
    expect(
      await write('koordinator', `${base}/reminders`, { ...order, requestKey: 'kunci-ketiga', agencyIds: ['asing'] }),
    ).toMatchObject({
      body: { reason: 'unknown-agency' },
    })
  })
})

describe('the ledger', () => {
  it('filters by agency, person, kind and outcome, and counts over all pages', async () => {
    world().clock.now = at(11, '08:01')
    await planNow()
    const all = await ledger()
    expect(all.length).toBeGreaterThan(6)
    expect((await ledger('&person=op-dinsos')).every(({ recipient }) => recipient.id === 'op-dinsos')).toBe(true)
    const ofDinsos = new Set((await ledger('&agency=dinsos')).map(({ recipient }) => recipient.id))
    expect([...ofDinsos].sort()).toEqual(['dua-dinas', 'kepala-dinsos', 'op-dinsos'])
    expect((await ledger('&outcome=delivered')).length).toBe(0)
    const ofOne = await read('koordinator', `/api/notifications?round=${roundId}&outcome=delivered`)
    expect(ofOne.counts).toEqual((await read('koordinator', `/api/notifications?round=${roundId}`)).counts)
    const pages: string[] = []
    let after: string | null = ''
    while (after !== null) {
      const place: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`
      const page = await read('koordinator', `/api/notifications?round=${roundId}&limit=3${place}`)
      expect(Object.values<number>(page.counts).reduce((sum, count) => sum + count, 0)).toBe(all.length)
      pages.push(...page.notifications.map(({ nid }: Line) => nid))
      after = page.next
    }
    expect(pages).toEqual(all.map(({ nid }) => nid))
  })

  it('in batches tells the same mails: what fell due together is one, page by page, and each opens to its own', async () => {
    type Batches = { batches: { id: string; count: number; only: Line | null }[]; counts: object; next: string | null }
    const batchesOf = (query: string): Promise<Batches> =>
      read('koordinator', `/api/notification-batches?round=${roundId}${query}`)
    const all = await ledger()
    const whole = await batchesOf('')
    expect(whole.counts).toEqual((await read('koordinator', `/api/notifications?round=${roundId}`)).counts)
    expect(whole.batches.length).toBeLessThan(all.length)
    expect(whole.batches.reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
    const paged: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const page: Batches = await batchesOf(`&limit=1${after && `&after=${encodeURIComponent(after)}`}`)
      paged.push(...page.batches.map(({ id }) => id))
      after = page.next
    }
    expect(paged).toEqual(whole.batches.map(({ id }) => id))
    const opened = await Promise.all(paged.map((id) => ledger(`&batch=${encodeURIComponent(id)}`)))
    expect(opened.map(({ length }) => length)).toEqual(whole.batches.map(({ count }) => count))
    expect(new Set(opened.flat().map(({ nid }) => nid)).size).toBe(all.length)
    expect((await batchesOf('&person=op-dinsos')).batches.every(({ count }) => count === 1)).toBe(true)
  })
})

describe('a mail that did not arrive', () => {
  const bounce = async (personId: string) => {
    const notice = (await ledger(`&person=${personId}&kind=reminder`))[0] as Line
    const key = { region, scope: 'all', nid: notice.nid }
    const ledgerOf = world().deps.notices
    await ledgerOf.confirm(key, { messageId: 'm-1', at: world().clock.now, via: 'event' })
    await ledgerOf.recordDelivery(key, 'bounced', world().clock.now)
    const email = `${personId}@lengkap.example`
    const mark = { personId, email, state: 'bounced' as const, at: world().clock.now.toISOString(), nid: notice.nid }
    await world().deps.regions.markMailbox(region, mark)
    return notice.nid
  }
  let nid = ''

  it('lists its reader as unreachable, with the head to call; telephones for the coordinator only', async () => {
    world().clock.now = at(11, '09:00')
    nid = await bounce('op-dinsos')
    const { people } = await read('koordinator', '/api/unreachable')
    expect(people).toMatchObject([
      { person: { id: 'op-dinsos', email: 'op-dinsos@lengkap.example' }, state: 'bounced', nid },
    ])
    expect(people[0].instead[0].people[0]).toMatchObject({ id: 'kepala-dinsos', phone: '0811-555-0100' })
    expect(people[0].deputy).toBeUndefined()
    expect(JSON.stringify(await read('viewer', '/api/unreachable'))).not.toMatch(/@|0811/)
  })

  it('names the deputy before everybody else, once', async () => {
    const { regions } = world().deps
    const person = await regions.person(region, 'op-dinsos')
    if (person === undefined) throw new Error('nobody')
    await regions.revisePerson(region, { ...person, deputyId: 'kepala-dinsos' })
    const [first] = (await read('koordinator', '/api/unreachable')).people
    expect(first.deputy).toMatchObject({ id: 'kepala-dinsos', phone: '0811-555-0100' })
    expect(first.instead[0].people.map(({ id }: { id: string }) => id)).not.toContain('kepala-dinsos')
    expect(JSON.stringify(await read('viewer', '/api/unreachable'))).not.toMatch(/@|0811/)
    await regions.revisePerson(region, person)
  })

  it('says to the coordinator why it cannot be sent again yet, and to the reader nothing of it', async () => {
    const story = await read('koordinator', `/api/notifications/${nid}`)
    expect(story).toMatchObject({
      notification: { outcome: 'bounced' },
      mailbox: 'bounced',
      again: { possible: false, reason: 'address-blocked' },
    })
    expect((await read('op-dinsos', `/api/notifications/${nid}`)).again).toBeNull()
    expect(await write('koordinator', `/api/notifications/${nid}/resends`)).toMatchObject({
      status: 422,
      body: { reason: 'address-blocked' },
    })
  })

  it('needs a fresh sign-in to change the address', async () => {
    const browser = await as('koordinator')
    world().clock.now = at(11, '09:16')
    const late = await browser.post('/api/mailboxes/op-dinsos/repairs', { email: 'operator.baru@lengkap.example' })
    expect(late.status).toBe(401)
    expect(await late.json()).toMatchObject({ code: 'fresh-sign-in-required' })
    const taken = await write('koordinator', '/api/mailboxes/op-dinsos/repairs', {
      email: 'op-perikanan@lengkap.example',
    })
    expect(taken).toMatchObject({ status: 422, body: { reason: 'address-taken' } })
    expect((await write('koordinator', '/api/mailboxes/tidak-ada/repairs', {})).status).toBe(404)
    expect(world().provider.lifted).toEqual([])
    const fixed = await write('koordinator', '/api/mailboxes/op-dinsos/repairs', {
      email: 'operator.baru@lengkap.example',
    })
    expect(world().provider.lifted).toEqual(['operator.baru@lengkap.example'])
    expect(fixed).toMatchObject({ status: 200, body: { email: 'operator.baru@lengkap.example' } })
    expect((await read('koordinator', '/api/unreachable')).people).toEqual([])
  })

  it('is sent again as a new notice, once however often it is asked, and the two name each other', async () => {
    const [first, second] = [
      await write('koordinator', `/api/notifications/${nid}/resends`),
      await write('koordinator', `/api/notifications/${nid}/resends`),
    ]
    expect(first.status).toBe(201)
    expect(first.body.nid).not.toBe(nid)
    expect(second.body).toEqual(first.body)
    expect(await read('koordinator', `/api/notifications/${first.body.nid}`)).toMatchObject({
      notification: { outcome: 'waiting', recipient: { id: 'op-dinsos' } },
      explanation: { again: true, step: 'before-target' },
      repeats: nid,
    })
    expect(await read('koordinator', `/api/notifications/${nid}`)).toMatchObject({
      repeatedBy: first.body.nid,
      again: { possible: false, reason: 'already-sent-again' },
    })
    expect(await write('koordinator', `/api/notifications/${first.body.nid}/resends`)).toMatchObject({
      status: 422,
      body: { reason: 'still-waiting' },
    })
  })

  it('of an address that works again is freed; later news blocks it anew', async () => {
    const again = await bounce('op-perikanan')
    world().clock.now = at(11, '09:20')
    world().provider.silent = true
    expect(await write('koordinator', '/api/mailboxes/op-perikanan/repairs', {})).toMatchObject({
      status: 503,
      body: { code: 'mail-service-silent', detail: expect.stringContaining('Tidak ada yang berubah') },
    })
    expect((await read('koordinator', '/api/unreachable')).people).toHaveLength(1)
    world().provider.silent = false
    expect((await write('koordinator', '/api/mailboxes/op-perikanan/repairs', {})).status).toBe(200)
    expect((await read('koordinator', '/api/unreachable')).people).toEqual([])
    expect(await write('koordinator', '/api/mailboxes/op-perikanan/repairs', {})).toMatchObject({
      status: 422,
      body: { reason: 'not-blocked' },
    })
    world().clock.now = at(11, '09:30')
    const mark = { personId: 'op-perikanan', email: 'op-perikanan@lengkap.example', state: 'bounced' as const }
    await world().deps.regions.markMailbox(region, { ...mark, at: world().clock.now.toISOString(), nid: again })
    expect((await read('koordinator', '/api/unreachable')).people).toHaveLength(1)
  })

  it('is not sent again when its work is done meanwhile', async () => {
    world().clock.now = at(11, '09:31')
    await write('koordinator', '/api/mailboxes/op-perikanan/repairs', {})
    const operator = await as('op-perikanan')
    const notice = (await ledger('&person=op-perikanan&outcome=bounced'))[0] as Line
    for (const form of ['uji', 'tanpa-nihil']) {
      const headers = { 'if-match': '"0"', 'idempotency-key': `kunci-${form}` }
      const path = `${base}/agencies/perikanan/forms/${form}/submissions`
      expect((await operator.post(path, { answers: answers() }, headers)).status).toBe(201)
    }
    expect(await write('koordinator', `/api/notifications/${notice.nid}/resends`)).toMatchObject({
      status: 422,
      body: { reason: 'no-longer-true' },
    })
  })
})

describe('settings that move mails', () => {
  it('are told before they are saved, and a step whose hour is past stands in the ledger as left out', async () => {
    world().clock.now = at(12, '07:37')
    const [newest] = (await read('koordinator', `${base}/revisions`)).revisions
    const { id: _, revision, at: _at, by: _by, byName: _name, openedAt: _o, ...plan } = newest
    const moved = { ...plan, alertPlan: { ...plan.alertPlan, morning: '07:00' } }
    const effect = await write('koordinator', `${base}/mail-plan`, moved)
    expect(effect.status).toBe(200)
    const missed = effect.body.lines.filter((line: { effect: string }) => line.effect === 'left-out')
    expect(missed.map(({ kind }: Line) => kind)).toContain('digest')
    expect((await write('koordinator', `${base}/mail-plan`, { ...moved, closesOn: 'besok' })).status).toBe(422)
    expect((await write('koordinator', `${base}/mail-plan`, { ...moved, warna: 1 })).status).toBe(400)
    const browser = await as('koordinator')
    expect((await browser.put(base, moved, { 'if-match': `"${revision}"` })).status).toBe(200)
    const lines = await ledger('&outcome=left-out')
    const digest = lines.find(({ kind }) => kind === 'digest')
    expect(digest).toMatchObject({ outcome: 'left-out', reason: 'hour-past' })
    const reminder = lines.find(({ kind }) => kind === 'reminder')
    const story = await read('koordinator', `/api/notifications/${reminder?.nid}`)
    expect(story).toMatchObject({ again: { possible: false, reason: 'too-late' } })
    expect(story.explanation.step).toBe('before-target')
  })
})
