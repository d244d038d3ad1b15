/** The page of all findings: filtered by what is chosen, the gravest first, each with the way to its cell. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, expect, it, vi } from 'vitest'
import { FindingsPage } from '../../web/findings/findings-page.tsx'
import { agency } from '../fixtures/region.ts'
import { finding, formId, round } from '../fixtures/round.ts'
import { signInAs } from './fixtures/desk.ts'

const theRound = round(['dinsos', 'perikanan'])
const title = { id: '3A', en: '3A' }
const view = {
  round: theRound,
  windows: [],
  agencies: [agency('dinsos'), agency('perikanan')],
  forms: [{ id: formId, version: 1, title, shortTitle: title, description: title, nilAllowed: true, asksRows: true }],
  holidays: [],
}
const message = (text: string) => ({ id: text, en: text })
const few = [
  finding('dinsos', { id: 'b', message: message('Peringatan dinsos') }),
  finding('perikanan', { id: 'c', rule: 'A09', message: message('Peringatan perikanan') }),
  finding('perikanan', { id: 'a', rule: 'A17', severity: 'blocking', message: message('Kesalahan perikanan') }),
  finding('dinsos', { id: 'd', state: 'explained', message: message('Sudah diterangkan') }),
]

function open(findings = few): [string, unknown][] {
  const posted: [string, unknown][] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method === 'POST') {
      posted.push([path, JSON.parse(String(init.body))])
      const gone = posted.length > 1
      return new Response(JSON.stringify({ code: 'not-found', title: '', detail: '', status: 404 }), {
        status: gone ? 404 : 200,
      })
    }
    const body = path.endsWith('/findings') ? { findings } : path === '/api/rounds' ? { rounds: [theRound] } : view
    return new Response(JSON.stringify(body))
  })
  render(
    <LocationProvider>
      <FindingsPage />
    </LocationProvider>,
  )
  return posted
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})
const groups = () => [...document.querySelectorAll('.group summary')].map((each) => each.textContent)

it('shows open ones in groups by check, errors first, and leads to the cell', async () => {
  open()
  await screen.findByText('3 dari 4 temuan')
  expect(groups()).toEqual([
    expect.stringMatching(/^Kesalahan .*A17.*1 temuan pada 1 perangkat daerah$/),
    expect.stringMatching(/^Peringatan .*A03.*1 temuan pada 1 perangkat daerah$/),
    expect.stringMatching(/^Peringatan .*A09.*1 temuan pada 1 perangkat daerah$/),
  ])
  const [first] = await screen.findAllByRole('link', { name: /Buka isiannya/ })
  expect(first?.getAttribute('href')).toMatch(/^\/putaran\/3a-2026-2\/perikanan\/aksi3a-penandaan-anggaran/)
})

it('says what is at stake, agency by agency, unless a rest is left uncounted', async () => {
  const money = (agencyId: string, id: string, amount: number) =>
    finding(agencyId, { id, rule: 'A09', rowKey: id, basis: { same: id, amounts: [amount] } })
  open([money('dinsos', 'a', 1_000_000), money('dinsos', 'b', 2_500_000), money('perikanan', 'c', 500_000)])
  await screen.findByText('3 temuan pada 2 perangkat daerah, Rp4.000.000')
  cleanup()
  const rest = finding('dinsos', { id: 'z', rule: 'A09', rowKey: 'semua', basis: { same: '', amounts: [178] } })
  open([money('dinsos', 'a', 1_000_000), rest])
  await screen.findByText('179 temuan pada 1 perangkat daerah')
})

it('narrows by agency and check, also from the address; what was explained is folded at the end', async () => {
  open()
  await screen.findByText('3 dari 4 temuan')
  fireEvent.change(screen.getByLabelText('Perangkat daerah'), { target: { value: 'perikanan' } })
  expect(await screen.findByText('2 dari 4 temuan')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Pemeriksaan'), { target: { value: 'A17' } })
  expect(await screen.findByText('1 dari 4 temuan')).toBeTruthy()
  cleanup()
  history.replaceState(null, '', '/temuan?pemeriksaan=A09')
  open()
  expect(await screen.findByText('1 dari 4 temuan')).toBeTruthy()
  cleanup()
  history.replaceState(null, '', '/temuan')
  open()
  const folded = await screen.findByText('Sudah dijelaskan atau dikesampingkan (1)')
  expect(screen.queryByText(/Sudah diterangkan/)).toBeNull()
  const details = folded.closest('details') as HTMLDetailsElement
  details.open = true
  fireEvent(details, new Event('toggle'))
  expect(await screen.findByText(/Sudah diterangkan/)).toBeTruthy()
})

it('shows many a few at a time, and never leaves one out unsaid', async () => {
  const many = Array.from({ length: 24 }, (_, at) =>
    finding('dinsos', { id: `f${at}`, message: message('Peringatan') }),
  )
  history.replaceState(null, '', '/temuan?pemeriksaan=A03')
  open(many)
  await screen.findByText('24 dari 24 temuan')
  const rows = () => document.querySelectorAll('.finding-rows li')
  await vi.waitFor(() => expect(rows()).toHaveLength(10))
  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan 10 lagi dari 14 yang tersisa' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Tampilkan 4 lagi' }))
  await vi.waitFor(() => expect(rows()).toHaveLength(24))
  expect(screen.queryByRole('button', { name: /Tampilkan/ })).toBeNull()
  history.replaceState(null, '', '/temuan')
})

it('a coordinator sets a whole group aside with one reason, and is told of those that changed meanwhile', async () => {
  signInAs('coordinator')
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  const posted = open([finding('dinsos', { id: 'a' }), finding('perikanan', { id: 'b' })])
  fireEvent.click(await screen.findByRole('button', { name: 'Kesampingkan' }))
  const dialog = within(await screen.findByRole('dialog'))
  fireEvent.click(dialog.getByRole('button', { name: 'Kesampingkan' }))
  expect(await dialog.findByText('Tulis paling sedikit 10 karakter.')).toBeTruthy()
  fireEvent.input(dialog.getByRole('textbox'), { target: { value: 'Sudah dibahas dalam rapat.' } })
  fireEvent.click(dialog.getByRole('button', { name: 'Kesampingkan' }))
  await screen.findByText('Tersimpan: 1. 1 tidak: keadaannya sudah berubah.')
  expect(posted).toEqual([
    ['/api/rounds/3a-2026-2/findings/a/explanation', { text: 'Sudah dibahas dalam rapat.', setAside: true }],
    ['/api/rounds/3a-2026-2/findings/b/explanation', { text: 'Sudah dibahas dalam rapat.', setAside: true }],
  ])
})
