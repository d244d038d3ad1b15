/** Two people on every settings page that saves: both values are shown, one is chosen, and nothing of the other is lost. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AgencyPage } from '../../web/settings/agency-page.tsx'
import { CalendarPage } from '../../web/settings/calendar-page.tsx'
import { PersonPage } from '../../web/settings/person-page.tsx'
import { RegionPage } from '../../web/settings/region-page.tsx'
import { RoundPage } from '../../web/settings/round-page.tsx'
import { agency, calendar2026, person, settings } from '../fixtures/region.ts'
import { round } from '../fixtures/round.ts'
import { signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

type Fact = Record<string, unknown>
/** What the API keeps of the one thing that both change. */
let revisions: Fact[]
let bodies: Fact[]
let acts: string[]

/** `mine` is typed into `label`; meanwhile the colleague saves `theirs` there, and `aside` elsewhere. */
const pages = [
  {
    name: 'the region',
    at: '/pengaturan/wilayah',
    page: RegionPage,
    fact: settings,
    label: 'Telepon bantuan',
    part: 'helpPhone',
    aside: { replyTo: 'lain@bappeda.example' },
  },
  {
    name: 'a person',
    at: '/pengaturan/orang/op',
    page: PersonPage,
    fact: person('op', ['dinsos']),
    label: 'Telepon (boleh kosong)',
    part: 'phone',
    aside: { title: 'Sekretaris' },
  },
  {
    name: 'an agency',
    at: '/pengaturan/unit/dinsos',
    page: AgencyPage,
    fact: agency('dinsos'),
    label: 'Telepon (boleh kosong)',
    part: 'phone',
    aside: { shortName: 'Dinsos Kota' },
  },
  {
    name: 'a round',
    at: '/pengaturan/putaran/r1',
    page: RoundPage,
    fact: round(['dinsos']),
    label: 'Tahap',
    part: 'phase',
    aside: { fiscalYear: 2027 },
  },
] as const

const reply = (status: number, body: unknown, etag?: string) =>
  new Response(JSON.stringify(body), { status, headers: etag === undefined ? {} : { ETag: etag } })

beforeEach(() => {
  signInAs('coordinator')
  bodies = []
  acts = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (path === '/api/directory')
      return reply(200, { agencies: [agency('dinsos')], people: [person('op', ['dinsos'])] })
    if (path === '/api/forms') return reply(200, { forms: [] })
    const newest = `"${revisions.length}"`
    if (path.endsWith('/mail-plan')) return reply(200, { lines: [] })
    if (init.method === 'POST') acts.push(path)
    if (init.method !== 'PUT') return reply(200, { revisions: revisions.toReversed() }, newest)
    if ((init.headers as Record<string, string>)['If-Match'] !== newest) {
      return reply(412, {
        code: 'revision-conflict',
        title: '',
        detail: 'Orang lain sudah menyimpan.',
        errors: [],
        status: 412,
      })
    }
    bodies.push(JSON.parse(String(init.body)))
    save('Saya', bodies.at(-1) ?? {})
    return reply(200, {})
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function save(byName: string, change: object): void {
  const at = '2026-02-11T02:00:00.000Z'
  revisions.push({ ...revisions.at(-1), ...change, at, byName, revision: revisions.length + 1 })
}

async function open({ at, page, fact, label }: (typeof pages)[number]) {
  revisions = []
  save('Budi', fact)
  history.pushState(null, '', at)
  render(
    <LocationProvider>
      <Router>
        <Route path="/pengaturan/orang/:person" component={page} />
        <Route path="/pengaturan/unit/:agency" component={page} />
        <Route path="/pengaturan/putaran/:round" component={page} />
        <Route default component={page} />
      </Router>
    </LocationProvider>,
  )
  return screen.findByLabelText<HTMLInputElement>(label)
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe.each(pages)('$name, saved by two', (setting) => {
  const { part, aside, label } = setting

  async function clash() {
    const input = await open(setting)
    fireEvent.input(input, { target: { value: 'milik saya' } })
    save('Rina', { [part]: 'milik Rina', ...aside })
    press('Simpan')
    const problems = await screen.findByRole('alert')
    await within(problems).findByText(/Rina menyimpan versi baru/)
    expect(problems.textContent).toMatch(/Rina: milik Rina.*Ketikan Anda: milik saya/)
    expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe('milik saya')
    expect(bodies).toEqual([])
  }

  it('keeps mine when I say so, with what the colleague changed elsewhere', async () => {
    await clash()
    press(/^Simpan ketikan saya/)
    await screen.findByText('Tersimpan.')
    expect(bodies).toMatchObject([{ [part]: 'milik saya', ...aside }])
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('drops mine when I say so, and says of nothing that it was saved', async () => {
    await clash()
    press(/^Buang ketikan saya/)
    await until(() => expect(screen.getByLabelText<HTMLInputElement>(label).value).toBe('milik Rina'))
    await until(() => expect(screen.queryByRole('alert')).toBeNull())
    expect(screen.queryByText('Tersimpan.')).toBeNull()
    expect(bodies).toEqual([])
  })
})

it('a person is put out at once, and what is being typed about him stays', async () => {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  const input = await open(pages[1])
  fireEvent.input(input, { target: { value: '0380-123' } })
  press('Nonaktifkan sekarang')
  save('Rina', { disabled: true })
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Nonaktifkan sekarang' }))
  await screen.findByText('Orang ini sudah dinonaktifkan.')
  await until(() => expect(screen.getByRole<HTMLInputElement>('checkbox', { name: /^Nonaktif/ }).checked).toBe(true))
  expect(screen.getByLabelText<HTMLInputElement>('Telepon (boleh kosong)').value).toBe('0380-123')
  expect(acts).toEqual(['/api/directory/people/op/deactivation'])
})

it('the calendar, saved by two: the days of each are counted, and only what is chosen is kept', async () => {
  revisions = []
  save('Budi', { holidays: calendar2026.holidays.slice(0, 2) })
  render(
    <LocationProvider>
      <CalendarPage />
    </LocationProvider>,
  )
  fireEvent.click((await screen.findAllByRole('button', { name: /^Hapus/ }))[0] as HTMLElement)
  save('Rina', { holidays: calendar2026.holidays.slice(0, 3) })
  press('Simpan')
  const problems = await screen.findByRole('alert')
  await within(problems).findByText(/Rina menyimpan versi baru/)
  expect(problems.textContent).toContain('+0, −2')
  press(/^Simpan ketikan saya/)
  await screen.findByText('Tersimpan.')
  expect(bodies[0]?.holidays).toHaveLength(1)
})
