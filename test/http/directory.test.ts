/** A coordinator keeps the region's directory: agencies, people, calendar, look; revised, with who and when. */
import { beforeAll, describe, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { useWorld } from './world.ts'

const world = useWorld('http-directory')
let coordinator: Browser

beforeAll(async () => {
  world().clock.now = at(11, '10:00')
  coordinator = await world().as('koordinator')
})

const path = (rest: string) => `/api/directory/${rest}`
/** The header's value is no part of what is sent back. */
const sendable = (json: object) => Object.fromEntries(Object.entries(json).filter(([name]) => name !== 'etag'))
async function put(rest: string, base: number, given: object) {
  const json = sendable(given)
  const answer = await coordinator.send('PUT', path(rest), { json, headers: { 'if-match': `"${base}"` } })
  return { status: answer.status, body: await answer.json() }
}
async function post(rest: string, json: object) {
  const answer = await coordinator.post(path(rest), sendable(json))
  return { status: answer.status, body: await answer.json() }
}
async function newest(rest: string) {
  const answer = await coordinator.get(path(rest))
  return { etag: answer.headers.get('etag'), ...(await answer.json()).revisions[0] }
}
const reasons = (body: { errors: { pointer: string; code: string }[] }) =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`)

it('a refusal names the first 300 of very many errors, and says how many there are', async () => {
  const holidays = Array.from({ length: 600 }, () => ({ date: 'besok', name: { id: 'x', en: 'x' }, kind: 'own' }))
  const { status, body } = await put('calendar', 1, { holidays })
  expect([status, body.errors.length]).toEqual([422, 300])
  expect(body.errorCount).toBeGreaterThanOrEqual(600)
})

it('a change that leaves an agency without an operator or a head says so in its answer, and none that does not', async () => {
  const { body: agency } = await post('agencies', {
    ...(await newest('agencies/dinsos')),
    id: 'sepi',
    shortName: 'Sepi',
  })
  const lacks = (...roles: string[]) => roles.map((each) => ({ agencyId: 'sepi', lacks: each }))
  expect(agency.warnings).toEqual(lacks('operator', 'verifier'))
  const like = { ...(await newest('people/op-dinsos')), name: 'Sepi', agencyIds: ['sepi'] }
  const one = { ...like, id: 'sepi-satu', email: 'sepi-satu@lengkap.example' }
  const two = { ...like, id: 'sepi-dua', email: 'sepi-dua@lengkap.example' }
  for (const each of [one, two]) expect((await post('people', each)).body.warnings).toEqual([])
  expect((await put('people/sepi-dua', 1, { ...two, agencyIds: ['dinsos'] })).body.warnings).toEqual([])
  expect((await put('people/sepi-satu', 1, { ...one, agencyIds: ['dinsos'] })).body.warnings).toEqual(lacks('operator'))
  expect((await put('people/sepi-satu', 2, { ...one, role: 'verifier' })).body.warnings).toEqual([])
  const out = await coordinator.post(path('people/sepi-satu/deactivation'), {})
  expect((await out.json()).warnings).toEqual(lacks('verifier'))
})

describe('a person', () => {
  it('is added and may sign in at once; a code or an address that is taken is refused', async () => {
    const sari = { ...(await newest('people/op-dinsos')), id: 'sari', name: 'Sari', email: 'sari@lengkap.example' }
    expect((await post('people', sari)).status).toBe(201)
    expect((await (await world().signedIn('sari')).get('/api/me')).status).toBe(200)
    const again = await post('people', { ...sari, email: 'OP-dinsos@lengkap.example' })
    expect(reasons(again.body)).toEqual(['/id id-taken', '/email address-taken'])
  })

  it('whose role or address changes is signed out from the next request on; a new telephone ends nothing', async () => {
    const operator = await world().as('op-perikanan')
    const person = await newest('people/op-perikanan')
    expect((await put('people/op-perikanan', 1, { ...person, phone: '0811' })).status).toBe(200)
    expect((await operator.get('/api/me')).status).toBe(200)
    expect((await put('people/op-perikanan', 2, { ...person, role: 'verifier' })).status).toBe(200)
    expect((await operator.get('/api/me')).status).toBe(401)
    const again = await world().as('op-perikanan')
    expect((await put('people/op-perikanan', 3, { ...person, email: 'baru@lengkap.example' })).status).toBe(200)
    expect((await again.get('/api/me')).status).toBe(401)
  })

  it('who is put out is out for good: without a base, with sessions and feed address, also when let in again', async () => {
    const operator = await world().as('kepala-dinsos')
    const [feed] = (await (await operator.get('/api/calendar-feeds')).json()).feeds
    const address = new URL(feed.url).pathname
    expect((await world().browser().get(address)).status).toBe(200)
    expect((await coordinator.post(path('people/kepala-dinsos/deactivation'), {})).status).toBe(200)
    expect([(await operator.get('/api/me')).status, (await world().browser().get(address)).status]).toEqual([401, 404])
    const { etag, ...person } = await newest('people/kepala-dinsos')
    expect(etag).toBe('"2"')
    expect((await put('people/kepala-dinsos', 2, { ...person, disabled: false })).status).toBe(200)
    expect([(await operator.get('/api/me')).status, (await world().browser().get(address)).status]).toEqual([401, 404])
    const again = await world().as('kepala-dinsos')
    expect((await coordinator.post(path('people/kepala-dinsos/sign-outs'), {})).status).toBe(200)
    expect((await again.get('/api/me')).status).toBe(401)
    expect((await (await world().as('kepala-dinsos')).get('/api/me')).status).toBe(200)
    expect((await coordinator.post(path('people/tidak-ada/deactivation'), {})).status).toBe(404)
  })

  it('a role that is given back gives back no session', async () => {
    const viewer = await world().as('viewer')
    const { revision, ...person } = await newest('people/viewer')
    expect((await put('people/viewer', revision, { ...person, role: 'operator' })).status).toBe(200)
    expect((await put('people/viewer', revision + 1, person)).status).toBe(200)
    expect((await viewer.get('/api/me')).status).toBe(401)
  })

  it('is not written over by somebody who saw an older revision, and the history names who wrote', async () => {
    const person = await newest('people/op-dinsos')
    const both = await Promise.all(['A', 'B'].map((name) => put('people/op-dinsos', 1, { ...person, name })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect(await newest('people/op-dinsos')).toMatchObject({ revision: 2, byName: 'Nama koordinator', etag: '"2"' })
    expect((await put('people/tidak-ada', 1, person)).status).toBe(404)
  })

  it('who coordinates alone stays; nobody is their own deputy', async () => {
    const person = await newest('people/koordinator')
    const { body } = await put('people/koordinator', 1, { ...person, disabled: true, deputyId: 'koordinator' })
    expect(reasons(body)).toEqual(['/role last-coordinator', '/deputyId own-deputy'])
    expect((await put('people/koordinator', 1, { ...person, deputyId: 'viewer' })).status).toBe(200)
    const empty = { ...person, name: '', email: 'x', agencyIds: ['asing'] }
    expect(reasons((await put('people/op-dinsos', 2, { ...empty, role: 'operator' })).body)).toEqual([
      '/name required',
      '/email not-an-address',
      '/agencyIds unknown-agency',
    ])
  })
})

describe('an agency and the calendar', () => {
  it('are revised and counted by at once', async () => {
    const dinsos = await newest('agencies/dinsos')
    expect((await put('agencies/dinsos', 1, { ...dinsos, workingWeek: 6 })).status).toBe(200)
    expect((await post('agencies', { ...dinsos, id: 'dinas baru' })).body.errors[0].code).toBe('id-shape')
    expect((await post('agencies', { ...dinsos, id: 'dinas-baru' })).status).toBe(201)
    const holidays = [{ date: '2026-02-12', name: { id: 'Hari jadi kota', en: 'City day' }, kind: 'own' }]
    expect((await put('calendar', 1, { holidays })).status).toBe(200)
    const { assignments } = await (await coordinator.get('/api/rounds/3a-2026-2/assignments')).json()
    const left = (id: string) => assignments.find((each: { agencyId: string }) => each.agencyId === id).workingDaysLeft
    // 11, 13, 16, 17 February; with six days also Saturday the 14th.
    expect([left('perikanan'), left('dinsos')]).toEqual([4, 5])
  })

  it('refuse days that no calendar has, and the same day twice', async () => {
    const day = (date: string) => ({ date, name: { id: 'Libur', en: 'Holiday' }, kind: 'national' })
    const { body } = await put('calendar', 2, { holidays: [day('2026-02-30'), day('2026-03-19'), day('2026-03-19')] })
    expect(reasons(body)).toEqual(['/holidays/0/date impossible-date', '/holidays/2/date holiday-twice'])
  })
})

describe('the region’s look', () => {
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAACAAAAAgCAYAAABzenr0AAAAJ0lEQVR42u3NMQEAAAgDoGn/zkbwEAJVV0vSJBKJRCKRSCQSiUTyYAFbQAFBxJ2vYgAAAABJRU5ErkJggg==',
    'base64',
  )
  const settings = { name: { id: 'Kota Kupang', en: 'Kupang City' }, replyTo: 'a@b.example', helpPhone: '0380' }

  it('takes colours that can be read and a logo that is an image, and shows them to everybody', async () => {
    const colours = { band: '#0f3d66', action: '#0b5cab' }
    const { status } = await put('settings', 1, { ...settings, colours, logo: { data: png.toString('base64') } })
    expect(status).toBe(200)
    const me = await (await (await world().as('op-dinsos')).get('/api/me')).json()
    expect(me).toMatchObject({ colours, logo: expect.stringMatching(/^\/api\/logos\/kota-kupang\/[0-9a-f]{64}$/) })
    const shown = await world().browser().get(me.logo)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('cache-control')).toContain('immutable')
    expect(Buffer.from(await shown.arrayBuffer()).equals(png)).toBe(true)
    expect((await put('settings', 2, settings)).status).toBe(200)
    expect((await newest('settings')).logo).toBeDefined()
    expect((await put('settings', 3, { ...settings, logo: null })).status).toBe(200)
    expect((await newest('settings')).logo).toBeUndefined()
  })

  it('refuses pale colours, drawings with scripts, and what is too large', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>').toString('base64')
    const { body } = await put('settings', 4, {
      ...settings,
      colours: { band: '#7fb2e5', action: 'blue' },
      logo: { data: svg },
    })
    expect(reasons(body)).toEqual([
      '/colours/band contrast-too-low',
      '/colours/action not-a-colour',
      '/logo not-an-image',
    ])
    expect(body.errors[0].detail).toContain('2.2 banding 1')
    const large = Buffer.concat([png, Buffer.alloc(70_000)]).toString('base64')
    expect(reasons((await put('settings', 4, { ...settings, logo: { data: large } })).body)).toEqual([
      '/logo image-too-large',
    ])
  })
})

describe('a clock that is set back', () => {
  it('does not turn the history of a calendar and a week round: a revision is never before its predecessor', async () => {
    const browser = await world().as('koordinator')
    const revise = async (path: string, content: (newest: Record<string, unknown>) => object) => {
      const answer = await browser.get(path)
      const [newest] = (await answer.json()).revisions
      const saved = await browser.put(path, content(newest), { 'if-match': answer.headers.get('etag') ?? '' })
      expect(saved.status, await saved.clone().text()).toBe(200)
      return (await saved.json()).at
    }
    const holidays = ({ holidays: known }: Record<string, unknown>) => ({ holidays: known })
    const week = ({ id, name, shortName, kind, sectors }: Record<string, unknown>) => {
      return { id, name, shortName, kind, sectors, workingWeek: 6 }
    }
    const now = world().clock.now
    for (const [path, content] of [
      ['/api/directory/calendar', holidays],
      ['/api/directory/agencies/dinsos', week],
    ] as const) {
      world().clock.now = now
      const first = await revise(path, content)
      world().clock.now = new Date(now.getTime() - 60_000)
      expect(await revise(path, content)).toBe(first)
    }
    world().clock.now = now
  })
})
