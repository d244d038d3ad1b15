/**
 * All routes x all roles x foreign ids, generated from the API's own description: a route that declares no access fails, and
 * so does one that this table does not know how to call.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument, operationsOf } from '../../functions/http/docs.ts'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { finding } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-access')

type Who = 'own' | 'head' | 'other-agency' | 'other-region' | 'coordinator' | 'viewer' | 'nobody'
const people: Record<Exclude<Who, 'nobody'>, string> = {
  own: 'op-perikanan',
  head: 'kepala-perikanan',
  'other-agency': 'op-dinsos',
  'other-region': 'koordinator-asing',
  coordinator: 'koordinator',
  viewer: 'viewer',
}
const browsers = new Map<Who, Browser>()

beforeAll(async () => {
  for (const [who, id] of Object.entries(people)) browsers.set(who as Who, await world().signedIn(id))
  browsers.set('nobody', world().browser())
  const own = browsers.get('own')
  const sent = await own?.post(`${work('perikanan')}/submissions`, { answers: answers() }, ifMatch('"0"'))
  expect(sent?.status).toBe(201)
  const noted = await browsers.get('coordinator')?.post(`${work('perikanan')}/notes`, { ...note, text: canary })
  expect(noted?.status).toBe(201)
  await world().deps.rounds.putFinding('kota-kupang', roundId, { ...finding('perikanan'), formId: 'uji' })
})

/** An internal note of coordinators that nobody else may ever meet. */
const canary = 'Kenari internal: periksa rekening dinas ini'
const note = { revision: 1, requestKey: 'a-note-of-tests' }
const work = (agency: string) => `/api/rounds/${roundId}/agencies/${agency}/forms/uji`
const ifMatch = (tag: string) => ({ 'if-match': tag, 'idempotency-key': 'a-key-of-tests' })

/** What each level of access answers: lets in, or the status of the refusal. */
const expected: Record<string, Record<Who, 'in' | number>> = {
  public: everybody('in', { nobody: 'in' }),
  'signed-in': everybody('in', { 'other-region': 404 }),
  wide: everybody(403, { coordinator: 'in', viewer: 'in', 'other-region': 404 }),
  coordinator: everybody(403, { coordinator: 'in', 'other-region': 404 }),
  'agency-read': everybody('in', { 'other-agency': 404, 'other-region': 404 }),
  // Whoever may write nowhere is told the same of every agency, known or not.
  'agency-write': everybody(403, { own: 'in', head: 'in', 'other-agency': 404 }),
}

function everybody(rule: 'in' | number, but: Partial<Record<Who, 'in' | number>>): Record<Who, 'in' | number> {
  const all = { own: rule, head: rule, 'other-agency': rule, 'other-region': rule, coordinator: rule, viewer: rule }
  return { ...all, nobody: 401, ...but }
}

/** Bodies that pass the schemas and are refused later, so that the matrix changes nothing. */
const bodies: Record<string, unknown> = {
  'PUT /api/me': { language: 'id' },
  'DELETE /api/me/sessions/{session}': undefined,
  'PUT /api/me/digest': { hour: null, onlyNews: false, off: false },
  'POST /api/unsubscribe/{token}': undefined,
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/draft/carried': { formVersion: 1, answers: answers() },
  'POST /api/rounds/{round}/form-versions': { formId: 'uji', to: 2, sent: 'keep', reason: 'uji' },
  'POST /api/rounds/{round}/windows': { kind: 'extend', closesOn: '2026-01-01', reason: 'uji' },
  'POST /api/rounds/{round}/extension-requests': { agencyId: 'perikanan', days: 99, reason: 'Listrik padam dua hari.' },
  'POST /api/rounds/{round}/extension-requests/{id}/decision': { decision: 'grant' },
  'PUT /api/rounds/{round}/agencies/{agency}/forms/{form}/draft': { formVersion: 9, answers: answers() },
  'POST /api/calendar-feeds/{agency}/renewals': undefined,
  'POST /api/notifications/{id}/resends': undefined,
  'POST /api/rounds/{round}/reminders/preview': { agencyIds: ['perikanan'] },
  'POST /api/rounds/{round}/reminders': { agencyIds: ['tidak-ada'], requestKey: 'a-key-of-tests' },
  'POST /api/rounds/{round}/calls': { agencyId: 'perikanan', takesBack: 9, requestKey: 'a-key-of-tests' },
  'POST /api/mailboxes/{person}/repairs': {},
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/submissions': { answers: answers('lain') },
  // No workbook: whoever may upload is told so.
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/workbook': {},
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/workbook/taken': {},
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/review': { revision: 1, decision: 'return', comments: [] },
  // Of a revision that was never sent.
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/notes': {
    revision: 9_999,
    text: 'uji',
    requestKey: 'a-key-of-tests',
  },
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/submissions/{revision}/replies': {
    review: 1,
    comment: 0,
    kind: 'fixed',
  },
  'POST /api/rounds/{round}/agencies/{agency}/forms/{form}/findings/{finding}/explanation': {
    text: 'Sudah sesuai dengan DPA kami.',
  },
  'POST /api/rounds/{round}/findings/{finding}/explanation': { text: 'Tidak ditindaklanjuti pada putaran ini.' },
}
const roundPlan = {
  title: { id: '', en: '' },
  fiscalYear: 2026,
  phase: 'II',
  opensOn: '2026-02-10',
  opensAtTime: '09:00',
  targetOn: '2026-02-13',
  closesOn: '2026-02-17',
  alertPlan: { workingDaysBeforeTarget: [], morning: '08:00', targetDayTimes: [], evening: '17:00', headSteps: [] },
  assignments: [],
}
const person = {
  id: 'op-dinsos',
  name: 'Nama',
  title: 'Jabatan',
  email: 'bukan alamat',
  role: 'operator',
  agencyIds: ['dinsos'],
  language: 'id',
  disabled: false,
}
const agency = { id: '', name: { id: '', en: '' }, shortName: '', kind: 'opd', sectors: [], workingWeek: 5 }
const settings = { name: { id: '', en: '' }, replyTo: '', helpPhone: '' }
Object.assign(bodies, {
  'POST /api/me/test-mails': undefined,
  'POST /api/budgets': {},
  'PUT /api/budgets/matches': { units: [], funds: [] },
  'POST /api/references/{list}/workbook': {},
  'POST /api/rounds/{round}/rehearsals': undefined,
  'PUT /api/rounds/{round}/rehearsal': { away: true },
  'POST /api/people/{person}/sign-in-code': undefined,
  'POST /api/rounds/{round}/clock': { step: 'hour', base: 0 },
  'POST /api/directory/workbooks/{directory}': {},
  'POST /api/rounds/{round}/assignments/workbook': {},
  'POST /api/rounds': { ...roundPlan, id: 'baru' },
  'PUT /api/rounds/{round}': roundPlan,
  'POST /api/rounds/{round}/opening': undefined,
  'POST /api/directory/mail-plan': { holidays: [] },
  'POST /api/rounds/{round}/mail-plan': roundPlan,
  'POST /api/directory/agencies': agency,
  'PUT /api/directory/agencies/{agency}': agency,
  'POST /api/directory/people/{person}/deactivation': {},
  'POST /api/directory/people/{person}/sign-outs': {},
  'POST /api/directory/people': person,
  'PUT /api/directory/people/{person}': person,
  'PUT /api/directory/calendar': { holidays: [{ date: 'besok', name: { id: '', en: '' }, kind: 'own' }] },
  'PUT /api/directory/settings': settings,
  'POST /api/forms': 'bukan buku kerja',
  'POST /api/forms/drafts': 'bukan buku kerja',
  'PUT /api/forms/{form}/checks': { checks: [{ kind: 'duplicate', fields: [], across: false }] },
  'POST /api/forms/{form}/checks/trial': { checks: [] },
})

/** Not part of the matrix: signing in itself, and what would sign the caller out. */
const apart = new Set([
  'POST /api/sign-in',
  'POST /api/sign-in/resend',
  'POST /api/sign-in/verify',
  'POST /api/sign-out',
  'DELETE /api/me/sessions',
])

const operations = () => operationsOf(openApiDocument(world().app as never))
const nameOf = (line: { method: string; path: string }) => `${line.method} ${line.path}`
const fill = (path: string, agency = 'perikanan') =>
  path
    .replace('{round}', roundId)
    .replace('{year}/{stage}/{number}/difference', '2026/murni/1/difference?stage=murni&number=1')
    .replace('{year}/{stage}/{number}', '2026/murni/1')
    .replace('{year}', '2026')
    .replace('{agency}', agency)
    .replace('{form}/versions', 'uji/versions')
    .replace('{form}', 'uji')
    .replace('/export.csv', '/export.csv?form=uji')
    .replace('{district}', 'kec-uji')
    .replace('{list}', 'sub-kegiatan')
    .replace('{directory}', 'people')
    .replace('{version}', '1')
    .replace('{revision}', '1')
    .replace('{finding}', 'A03-perikanan')
    .replace('{token}', `kota-kupang.${agency}.${'x'.repeat(43)}.ics`)
    // Whoever is let in would put this person out for all calls that follow.
    .replace(/\{person\}\/(deactivation|sign-outs)/, 'tidak-ada/$1')
    .replace('{person}', 'op-dinsos')
    .replace('{region}/{hash}', `kota-kupang/${'a'.repeat(64)}`)
    .replace('{session}', '0123456789abcdef')
    .replace('{number}', 'tidak-ada-nomor')
    .replace('{id}', 'N'.repeat(26))

/** What this caller must get. Routes that name no round and no agency let everybody with a session in, also in another region. */
function ruleFor({ access, path, method }: { access: string; path: string; method: string }, who: Who): string {
  const names = /\{(round|agency|person)\}/.test(path)
  const rule = who === 'other-region' && !names ? 'in' : expected[access]?.[who]
  // Of these there is none in this matrix: whoever is let in finds nothing.
  const nothingThere =
    /\{(number|token|hash|session)\}|\/(replies|clock|rehearsal|captured-mails|deactivation|sign-outs)$|(notifications|mail-plan|extension-requests|captured-mails)\/\{id\}/.test(
      path,
    ) || `${method} ${path}`.match(/^POST .*\/(notes|calls)$/) !== null
  return String(rule === 'in' && nothingThere ? 404 : rule)
}

function call(browser: Browser, line: { method: string; path: string }, agency?: string): Promise<Response> {
  const path = fill(line.path, agency)
  if (line.method === 'GET') return browser.get(path)
  return browser.send(line.method, path, { json: bodies[nameOf(line)], headers: ifMatch('"0"') })
}

describe('every route', () => {
  it('declares its access, in the description and in the router alike', () => {
    const described = operations()
    expect(described.length).toBeGreaterThan(20)
    for (const line of described) expect(Object.keys(expected), nameOf(line)).toContain(line.access)
    const routed = world()
      .app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path.replace(/:([a-z]+)/g, '{$1}')}`)
    const known = new Set([...described.map(nameOf), 'GET /api/openapi.json', 'GET /api/docs', 'GET /api/docs.css'])
    expect([...new Set(routed)].filter((name) => !known.has(name))).toEqual([])
  })

  it('lets in and refuses as it declares, for every role and for nobody', async () => {
    const seen: string[] = []
    const wanted: string[] = []
    for (const line of operations().filter((each) => !apart.has(nameOf(each)))) {
      if (line.method !== 'GET') expect(bodies, nameOf(line)).toHaveProperty([nameOf(line)])
      for (const [who, browser] of browsers) {
        const { status } = await call(browser, line)
        seen.push(`${nameOf(line)} ${who}: ${[401, 403, 404].includes(status) ? status : 'in'}`)
        wanted.push(`${nameOf(line)} ${who}: ${ruleFor(line, who)}`)
      }
    }
    expect(seen).toEqual(wanted)
  })

  it('about an agency of another region says the same as about one that does not exist: nothing', async () => {
    const wanted: Record<string, Partial<Record<Who, number>>> = {
      'agency-read': { own: 404, coordinator: 404, viewer: 404 },
      'agency-write': { own: 404, coordinator: 403, viewer: 403 },
      coordinator: { own: 403, coordinator: 404, viewer: 403 },
    }
    for (const line of operations().filter(({ path }) => path.includes('{agency}'))) {
      for (const [who, status] of Object.entries(wanted[line.access] ?? {})) {
        const browser = browsers.get(who as Who) as Browser
        const answers = [await call(browser, line, 'asing'), await call(browser, line, 'tidak-ada')]
        expect(
          answers.map((answer) => answer.status),
          `${nameOf(line)} ${who}`,
        ).toEqual([status, status])
      }
    }
  })
})

describe('in the own agency', () => {
  it.each([
    ['viewer', 'only reads'],
    ['coordinator', 'may write, since it may have forms of its own'],
  ] as const)('the %s %s', async (who, _may) => {
    const writes = operations().filter(({ access }) => access === 'agency-write')
    expect(writes.length).toBeGreaterThan(5)
    for (const line of writes) {
      const json = agencyInBody(line, 'bappeda')
      const to = fill(line.path, 'bappeda')
      const { status } = await (browsers.get(who) as Browser).send(line.method, to, { json, headers: ifMatch('"0"') })
      expect(status === 403, `${nameOf(line)}: ${status}`).toBe(who === 'viewer')
    }
  })

  /** Where the agency is named in the body, the own one there. */
  function agencyInBody(line: { method: string; path: string }, agencyId: string): unknown {
    const body = bodies[nameOf(line)]
    return typeof body === 'object' && body !== null && 'agencyId' in body ? { ...body, agencyId } : body
  }
})

/** What an answer says, also inside a workbook. */
async function said(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  const zip = readZip(bytes)
  return zip.names.map((name) => zip.part(name)?.toString() ?? '').join('\n')
}
/** The routes, of those of the matrix, by which this caller meets the word. */
async function meetings(who: Who, word = canary): Promise<string[]> {
  const found: string[] = []
  for (const line of operations().filter((each) => !apart.has(nameOf(each)))) {
    const answer = await call(browsers.get(who) as Browser, line)
    if ((await said(answer)).includes(word)) found.push(nameOf(line))
  }
  return found
}

describe('an internal note', () => {
  it('is met by the coordinator on its own two routes and nowhere else: in no board, workbook, export or mail plan', async () => {
    expect(await meetings('coordinator')).toEqual([
      'GET /api/rounds/{round}/notes',
      'GET /api/rounds/{round}/agencies/{agency}/forms/{form}/notes',
    ])
  })

  it.each(['own', 'head', 'other-agency', 'other-region', 'viewer', 'nobody'] as const)(
    'is met on no route at all by: %s',
    async (who) => {
      expect(await meetings(who)).toEqual([])
    },
  )
})

describe('two regions in one table', () => {
  const ours = 'Kenari Kupang'
  const theirs = 'Kenari Seberang'

  beforeAll(async () => {
    const { regions, rounds } = world().deps
    for (const [region, agencyId, word] of [
      ['kota-kupang', 'perikanan', ours],
      ['lain', 'asing', theirs],
    ] as const) {
      const state = await regions.load(region)
      const agency = state?.agencies.find(({ id }) => id === agencyId)
      const own = state?.people.find(({ agencyIds, role }) => agencyIds.includes(agencyId) && role === 'operator')
      if (state === undefined || agency === undefined || own === undefined) throw new Error(`${region} is not whole`)
      const name = { id: word, en: word }
      await regions.reviseAgency(region, { ...agency, name })
      await regions.revisePerson(region, { ...own, name: word })
      await regions.reviseCalendar(region, {
        ...state.calendar,
        holidays: [{ date: '2026-09-09', name, kind: 'own' }],
      })
      await regions.reviseSettings({ ...state.settings, name })
      await rounds.putFinding(region, region === 'lain' ? 'lain-1' : roundId, {
        ...finding(agencyId),
        formId: 'uji',
        message: name,
      })
    }
  })

  it('are both full of words that only they know', async () => {
    expect((await meetings('coordinator', ours)).length).toBeGreaterThan(8)
    expect((await meetings('other-region', theirs)).length).toBeGreaterThan(3)
  })

  it('never see each other, on any route of the description, but by the name on the public help line', async () => {
    const helpLine = ['GET /api/help']
    expect(await meetings('other-region', ours)).toEqual(helpLine)
    for (const who of ['coordinator', 'viewer', 'own', 'nobody'] as const) {
      expect(await meetings(who, theirs), who).toEqual(helpLine)
    }
  })
})

describe('an agency', () => {
  const json = async (who: Who, path: string) => (await (browsers.get(who) as Browser).get(path)).json()

  it('sees of a round only its own part', async () => {
    const round = await json('own', `/api/rounds/${roundId}`)
    expect(new Set(round.round.assignments.map((each: { agencyId: string }) => each.agencyId))).toEqual(
      new Set(['perikanan']),
    )
    expect(round.agencies.map(({ id }: { id: string }) => id)).toEqual(['perikanan'])
    expect(round.people).toEqual([])
    const { assignments } = await json('own', `/api/rounds/${roundId}/assignments`)
    expect(assignments).toHaveLength(2)
  })

  it('with nothing to do in a round does not learn of it', async () => {
    const idle = await world().signedIn('op-tanpa-tugas')
    expect(await (await idle.get('/api/rounds')).json()).toEqual({ rounds: [] })
    expect((await idle.get(`/api/rounds/${roundId}`)).status).toBe(404)
    expect(await (await idle.get(`/api/rounds/${roundId}/assignments`)).json()).toEqual({ assignments: [] })
  })

  it('served by an operator of two agencies is seen with the other', async () => {
    const both = await world().signedIn('dua-dinas')
    const { assignments } = await (await both.get(`/api/rounds/${roundId}/assignments`)).json()
    expect(assignments).toHaveLength(4)
  })

  it('is seen whole by the coordinator; addresses are the coordinator’s alone', async () => {
    const whole = await json('coordinator', `/api/rounds/${roundId}`)
    expect(JSON.stringify(whole.people)).toContain('op-dinsos@lengkap.example')
    const viewed = await json('viewer', `/api/rounds/${roundId}`)
    expect(viewed.people.length).toBe(whole.people.length)
    expect(JSON.stringify(viewed.people)).not.toContain('@')
  })

  it('reads its own notices and nobody else’s', async () => {
    const plan = {
      kind: 'reminder',
      region: 'kota-kupang',
      scope: roundId,
      slot: '1',
      dueAt: '2026-02-11T00:00:00.000Z',
      expiresAt: '2026-02-12T00:00:00.000Z',
      state: 'planned',
      why: 'uji',
    } as const
    const ids = { own: 'A'.repeat(26), dinsos: 'B'.repeat(26) }
    await world().deps.notices.insert({ ...plan, nid: ids.own, recipientId: 'op-perikanan' }, world().clock.now)
    await world().deps.notices.insert({ ...plan, nid: ids.dinsos, recipientId: 'op-dinsos' }, world().clock.now)
    const list = async (who: Who) =>
      (await json(who, `/api/notifications?round=${roundId}`)).notifications.map(({ nid }: { nid: string }) => nid)
    expect(await list('own')).toEqual([ids.own])
    expect(await list('coordinator')).toEqual(expect.arrayContaining([ids.own, ids.dinsos]))
    expect(await json('own', `/api/notifications/${ids.own}`)).toMatchObject({ notification: { why: 'uji' } })
    expect((await browsers.get('own')?.get(`/api/notifications/${ids.dinsos}`))?.status).toBe(404)
    expect((await browsers.get('other-region')?.get(`/api/notifications/${ids.own}`))?.status).toBe(404)
    expect((await browsers.get('other-region')?.get(`/api/notifications?round=${roundId}`))?.status).toBe(404)
  })
})
