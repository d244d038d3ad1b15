/** A rehearsal is a round in every way but three: its time, its mails, and that nobody outside ever hears of it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { roundSheets } from '../../functions/domain/results/round-results.ts'
import { contentSecurityPolicy, mailPagePolicy } from '../../functions/http/security.ts'
import { dispatchKeys } from '../../functions/jobs/dispatch.ts'
import { plan } from '../../functions/jobs/plan.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-rehearsals')
const id = `latihan-${roundId}-1`
let coordinator: Browser
let operator: Browser

beforeAll(async () => {
  world().clock.now = at(11, '10:00')
  coordinator = await world().as('koordinator')
  operator = await world().as('op-perikanan')
  const made = await coordinator.post(`/api/rounds/${roundId}/rehearsals`)
  expect(made.status).toBe(201)
  expect(await made.json()).toMatchObject({
    id,
    title: { id: 'LATIHAN: Aksi 3A Tahap II' },
    rehearsal: { of: roundId },
  })
})

type Finding = { rule: string; agencyId: string; formId: string; firstSeenAt: string }
type Mail = { nid: string; kind: string; at: string; outcome: string; subject?: string; recipient: { id: string } }
const read = async (browser: Browser, path: string) => (await browser.get(path)).json()
const mails = async (browser = coordinator, query = ''): Promise<Mail[]> =>
  (await read(browser, `/api/rounds/${id}/captured-mails${query}`)).mails
const clock = () => read(coordinator, `/api/rounds/${id}/clock`)
async function move(step: 'hour' | 'day') {
  const { number } = await clock()
  const moved = await coordinator.post(`/api/rounds/${id}/clock`, { step, base: number })
  expect(moved.status).toBe(200)
  return (await moved.json()).now
}
const written = (all: readonly Mail[]) => all.filter(({ outcome }) => outcome === 'captured')

describe('a rehearsal', () => {
  it('begins at the opening, whatever the real time, and its opening mails are captured', async () => {
    expect(await clock()).toEqual({ now: at(10, '09:00').toISOString(), number: 0 })
    const opening = written(await mails())
    expect(opening.length).toBeGreaterThan(0)
    expect(opening.every(({ at: when }) => when <= at(10, '09:00').toISOString())).toBe(true)
    const own = opening.find(({ recipient, kind }) => recipient.id === 'op-perikanan' && kind === 'opening')
    const mail = await read(coordinator, `/api/rounds/${id}/captured-mails/${own?.nid}`)
    expect(mail.subject).toContain('LATIHAN')
    expect(mail.html).toContain('LATIHAN')
    expect(mail.text).toContain(`https://lengkap.example/latihan/${id}`)
  })

  it('lives in its own time: a form sent after the real final date is in time by its own clock', async () => {
    world().clock.now = at(18, '08:00')
    const work = `/api/rounds/${id}/agencies/perikanan/forms/uji`
    const headers = { 'if-match': '"0"', 'idempotency-key': 'a-key-of-tests' }
    const late = await world().as('op-perikanan')
    const sent = await late.post(`${work}/submissions`, { answers: answers() }, headers)
    expect(sent.status).toBe(201)
    expect(await sent.json()).toMatchObject({ at: at(10, '09:00').toISOString() })
    world().clock.now = at(11, '10:00')
    const { assignments } = await read(operator, `/api/rounds/${id}/assignments`)
    expect(assignments[0]).toMatchObject({ formId: 'uji', status: 'submitted', timeliness: 'on-time' })
    expect((await mails()).some(({ kind }) => kind === 'receipt')).toBe(true)
  })

  it('moved by an hour and by a day captures what falls due on the way, in order and once', async () => {
    expect(await move('hour')).toBe(at(10, '10:00').toISOString())
    expect(await move('day')).toBe(at(11, '10:00').toISOString())
    const before = await mails()
    expect(await move('day')).toBe(at(12, '10:00').toISOString())
    expect(await move('day')).toBe(at(13, '10:00').toISOString())
    const after = await mails()
    const reminders = written(after).filter(({ kind }) => kind === 'reminder')
    const toDinsos = reminders.filter(({ recipient }) => recipient.id === 'op-dinsos').map((mail) => mail.at)
    expect(toDinsos).toEqual([at(13, '08:00'), at(12, '08:00'), at(11, '08:00')].map((time) => time.toISOString()))
    expect(new Set(after.map(({ nid }) => nid)).size).toBe(after.length)
    expect(after.slice(-before.length)).toEqual(before)
  })

  it('moved by two clicks at once is moved once, and whoever knows an older clock is told', async () => {
    const { number } = await clock()
    const click = () => coordinator.post(`/api/rounds/${id}/clock`, { step: 'hour', base: number })
    await Promise.all([click(), click()])
    expect((await clock()).number).toBe(number + 1)
    expect((await click()).status).toBe(412)
  })

  it('is moved by nobody but a coordinator, and is not the clock of a real round', async () => {
    expect((await operator.post(`/api/rounds/${id}/clock`, { step: 'day', base: 0 })).status).toBe(403)
    expect((await coordinator.post(`/api/rounds/${roundId}/clock`, { step: 'day', base: 0 })).status).toBe(404)
    expect((await coordinator.get(`/api/rounds/${roundId}/captured-mails`)).status).toBe(404)
  })

  it('keeps its mark through a revision, and its kind of code is nobody else’s', async () => {
    const { revisions } = await read(coordinator, `/api/rounds/${id}/revisions`)
    const json = { ...revisions[0], title: { id: 'Tanpa tanda', en: 'Unmarked' } }
    const saved = await coordinator.send('PUT', `/api/rounds/${id}`, { json, headers: { 'if-match': '"1"' } })
    expect(await saved.json()).toMatchObject({ title: { id: 'LATIHAN: Tanpa tanda' }, rehearsal: { of: roundId } })
    const real = await coordinator.post('/api/rounds', { id: 'latihan-sungguhan', copyOf: roundId })
    expect(real.status).toBe(422)
    expect((await real.json()).errors).toMatchObject([{ pointer: '/id', code: 'id-reserved' }])
  })
})

describe('what is taken out of a rehearsal', () => {
  it('shows a mail as its recipient would see it, framed by our own page, and lets nothing in it run or be fetched', async () => {
    const [mail] = written(await mails(operator))
    const page = await operator.get(`/api/rounds/${id}/captured-mails/${mail?.nid}/page`)
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.headers.get('content-security-policy')).toBe(mailPagePolicy)
    expect(await page.text()).toContain('<base target="_blank">')
    const foreign = written(await mails()).find(({ recipient }) => recipient.id === 'op-dinsos')
    const refused = await operator.get(`/api/rounds/${id}/captured-mails/${foreign?.nid}/page`)
    expect([refused.status, refused.headers.get('content-security-policy')]).toEqual([404, contentSecurityPolicy])
  })

  it('says in its file names, and in the first line of every sheet, that it is none of the real results', async () => {
    const { deps } = world()
    const { sheets } = await roundSheets(
      at(11, '10:00'),
      { ...deps, reader: 'coordinator' },
      { region: 'kota-kupang', round: id },
      'id',
    )
    expect(sheets.length).toBeGreaterThan(5)
    expect(sheets.filter(({ note }) => !note?.id.startsWith('LATIHAN.'))).toEqual([])
    const real = await roundSheets(
      at(11, '10:00'),
      { ...deps, reader: 'coordinator' },
      { region: 'kota-kupang', round: roundId },
      'id',
    )
    expect(real.sheets.filter(({ note }) => note?.id.startsWith('LATIHAN'))).toEqual([])
    const template = await operator.get(`/api/rounds/${id}/agencies/perikanan/forms/uji/workbook`)
    expect(template.headers.get('content-disposition')).toContain('"latihan-uji-perikanan.xlsx"')
  })
})

describe('the accuracy checks of a rehearsal', () => {
  it('run on its own clock: a finding opens with the day that brings it, and that morning’s digest tells of it', async () => {
    // Another one: copied twice in one instant it would be the same.
    world().clock.now = at(11, '10:01')
    const { id: own } = await (await coordinator.post(`/api/rounds/${roundId}/rehearsals`)).json()
    const path = `/api/rounds/${own}`
    const draft = { formVersion: 1, answers: answers('draf') }
    const saved = await operator.put(`${path}/agencies/perikanan/forms/uji/draft`, draft, { 'if-match': '"v0-r0"' })
    expect(saved.status).toBe(200)
    for (let base = 0; base < 4; base += 1) await coordinator.post(`${path}/clock`, { step: 'day', base })
    const { findings } = await read(coordinator, `${path}/findings`)
    const seen = findings.map((each: Finding) => [each.rule, each.agencyId, each.formId, each.firstSeenAt])
    expect(seen).toContainEqual(['A27', 'perikanan', 'uji', at(13, '00:00').toISOString()])
    expect(seen).toContainEqual(['A14', 'dinsos', 'uji', at(14, '00:00').toISOString()])
    const { mails: all } = await read(coordinator, `${path}/captured-mails`)
    const digests = await Promise.all(
      written(all)
        .filter(({ kind, recipient }) => kind === 'digest' && recipient.id === 'koordinator')
        .map(async (mail) => ({ at: mail.at, ...(await read(coordinator, `${path}/captured-mails/${mail.nid}`)) })),
    )
    const tells = digests.filter(({ text }) => text.includes('A14')).map(({ at: when }) => when)
    expect(digests.length).toBeGreaterThan(tells.length)
    expect(tells.every((when) => when > at(14, '00:00').toISOString())).toBe(true)
    expect((await read(coordinator, `/api/rounds/${roundId}/findings`)).findings).toEqual([])
  })
})

describe('through another’s eyes', () => {
  it('the coordinator sees the work and the mails that this person sees', async () => {
    const seen = await mails(coordinator, '?as=op-perikanan')
    expect(seen).toEqual(await mails(operator))
    expect(seen.length).toBeGreaterThan(0)
    expect(new Set(seen.map(({ recipient }) => recipient.id))).toEqual(new Set(['op-perikanan']))
    const tasks = `/api/rounds/${id}/assignments`
    expect(await read(coordinator, `${tasks}?as=op-perikanan`)).toEqual(await read(operator, tasks))
    expect((await coordinator.get(`/api/rounds/${id}/completeness?as=op-perikanan`)).status).toBe(403)
  })

  it('a rehearsal or a person that is not there is not found', async () => {
    const what = async (path: string) => {
      const answer = await coordinator.get(path)
      return [answer.status, (await answer.json()).code]
    }
    expect(await what(`/api/rounds/latihan-${roundId}-9/assignments`)).toEqual([404, 'not-found'])
    expect(await what(`/api/rounds/${id}/assignments?as=tidak-ada`)).toEqual([404, 'not-found'])
  })

  it('nothing can be done, nobody but a coordinator looks, and never in a real round', async () => {
    const windows = `/api/rounds/${id}/windows?as=koordinator`
    expect((await coordinator.post(windows, { kind: 'close', reason: 'uji' })).status).toBe(403)
    expect((await operator.get(`/api/rounds/${id}/captured-mails?as=op-dinsos`)).status).toBe(403)
    const real = await read(coordinator, `/api/rounds/${roundId}/assignments?as=op-perikanan`)
    expect(real.assignments).toHaveLength(4)
  })
})

describe('nothing of it leaves', () => {
  it('no notice of it ever stands in the ledger from which mails are sent', async () => {
    const { regions, rounds, notices: ledger } = world().deps
    await plan({ regions, rounds, ledger }, { time: at(12, '10:00').toISOString() })
    expect((await ledger.list('kota-kupang', id)).length).toBe(0)
    const real = [...(await ledger.list('kota-kupang', 'all')), ...(await ledger.list('kota-kupang', roundId))]
    expect(real.length).toBeGreaterThan(0)
    expect(JSON.stringify(real)).not.toContain('latihan-')
  })

  it('and one that somebody put there is ended before a mail is written', async () => {
    const { regions, rounds, notices: ledger, compose, render, breaker, pulse } = world().deps
    const key = { region: 'kota-kupang', scope: id, nid: 'Z'.repeat(26) }
    const due = { dueAt: at(10, '09:00').toISOString(), expiresAt: at(17, '09:00').toISOString() }
    const own = { kind: 'opening', recipientId: 'op-perikanan', slot: '1', state: 'planned', why: 'uji' } as const
    await ledger.insert({ ...key, ...due, ...own }, at(10, '09:00'))
    const forbidden = () => {
      throw new Error('a rehearsal reached the mailer')
    }
    const reports: unknown[] = []
    const time = { clock: () => at(10, '10:00'), pause: async () => undefined }
    const parts = { ledger, regions, rounds, compose, render, breaker, pulse, ...time }
    const run = { worker: 'w', remainingMs: () => 60_000 }
    const mailer = { evidence: true, send: forbidden }
    const { cancelled } = await dispatchKeys({ ...parts, mailer, report: (each) => reports.push(each) }, run, [key])
    expect([cancelled, (await ledger.get(key))?.state, reports]).toEqual([1, 'suppressed', []])
  })

  it('lists of rounds, mails to come, the ledger and calendars of real rounds leave it out', async () => {
    const { rounds } = await read(coordinator, '/api/rounds')
    expect(rounds.map((each: { id: string }) => each.id)).toEqual([roundId])
    const { rehearsals } = await read(coordinator, '/api/rehearsals')
    expect(rehearsals).toMatchObject([{ id, of: roundId }, { of: roundId }])
    expect((await operator.get('/api/rehearsals')).status).toBe(403)
    expect(JSON.stringify(await read(coordinator, `/api/rounds/${roundId}/mail-plan`))).not.toContain('latihan-')
    expect(JSON.stringify(await read(coordinator, '/api/notifications'))).not.toContain('"kind":"receipt"')
    const { feeds } = await read(operator, '/api/calendar-feeds')
    const ics = await (await operator.get(new URL(feeds[0].url).pathname)).text()
    expect(ics).toContain('BEGIN:VEVENT')
    expect(ics).not.toContain('LATIHAN')
  })

  it('and its own mails to come are of it alone, from its own present on', async () => {
    const own = await read(coordinator, `/api/rounds/${id}/mail-plan`)
    expect(own.asOf).toBe((await clock()).now)
    expect(own.mails.length).toBeGreaterThan(0)
    expect(JSON.stringify(own.mails.map(({ why }: { why: string }) => why))).not.toContain(`round ${roundId}`)
  })
})

describe('a rehearsal that is over', () => {
  const listed = async () => {
    const { rehearsals } = await read(coordinator, '/api/rehearsals')
    return rehearsals.find((each: { id: string }) => each.id === id)?.away
  }
  const put = async (browser: Browser, away: boolean, round = id) =>
    (await browser.put(`/api/rounds/${round}/rehearsal`, { away })).status

  it('is put out of the list by a coordinator and back into it, twice is once, and its clock stays', async () => {
    const before = await clock()
    expect(await put(operator, true)).toBe(403)
    expect(await put(coordinator, true, roundId)).toBe(404)
    for (const away of [true, true]) expect(await put(coordinator, away)).toBe(204)
    expect(await listed()).toBe(true)
    expect(await clock()).toEqual(before)
    expect(await put(coordinator, false)).toBe(204)
    expect(await listed()).toBe(false)
  })
})
