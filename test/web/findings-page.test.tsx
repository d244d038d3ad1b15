/** The page of all findings: filtered by what is chosen, the gravest first, each with the way to its cell. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, expect, it, vi } from 'vitest'
import { FindingsPage } from '../../web/findings/findings-page.tsx'
import { agency } from '../fixtures/region.ts'
import { finding, formId, round } from '../fixtures/round.ts'
import { until } from './fixtures/until.ts'

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

function open(findings = few) {
  vi.stubGlobal('fetch', async (path: string) => {
    const body = path.endsWith('/findings') ? { findings } : path === '/api/rounds' ? { rounds: [theRound] } : view
    return new Response(JSON.stringify(body))
  })
  render(
    <LocationProvider>
      <FindingsPage />
    </LocationProvider>,
  )
}
const texts = () => screen.queryAllByText(/: (Peringatan|Kesalahan|Sudah)/, { selector: 'p' }).map((p) => p.textContent)

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('shows open ones, errors first, and leads to the cell', async () => {
  open()
  await screen.findByText('3 dari 4 temuan')
  expect(texts()).toEqual([
    'Kesalahan: Kesalahan perikanan',
    'Peringatan: Peringatan dinsos',
    'Peringatan: Peringatan perikanan',
  ])
  const [first] = screen.getAllByRole('link', { name: 'Buka isiannya' })
  expect(first?.getAttribute('href')).toMatch(/^\/putaran\/3a-2026-2\/perikanan\/aksi3a-penandaan-anggaran/)
})

it('narrows by agency, check and state', async () => {
  open()
  await screen.findByText('3 dari 4 temuan')
  fireEvent.change(screen.getByLabelText('Perangkat daerah'), { target: { value: 'perikanan' } })
  expect(await screen.findByText('2 dari 4 temuan')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Pemeriksaan'), { target: { value: 'A17' } })
  expect(await screen.findByText('1 dari 4 temuan')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('Keadaan'), { target: { value: 'explained' } })
  expect(await screen.findByText('Tidak ada temuan yang sesuai.')).toBeTruthy()
})

it('shows many a few at a time, and never leaves one out unsaid', async () => {
  const many = Array.from({ length: 60 }, (_, at) =>
    finding('dinsos', { id: `f${at}`, message: message('Peringatan') }),
  )
  open(many)
  await screen.findByText('60 dari 60 temuan')
  expect(texts()).toHaveLength(25)
  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan 25 lagi dari 35 yang tersisa' }))
  fireEvent.click(await screen.findByRole('button', { name: 'Tampilkan 10 lagi' }))
  await until(() => expect(texts()).toHaveLength(60))
  expect(screen.queryByRole('button', { name: /Tampilkan/ })).toBeNull()
})
