/** The queue: oldest first, only clean submissions together, each decision about the revision that was shown. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { QueuePage } from '../../web/review/queue-page.tsx'
import { type Answer, assignment, boardOf, playRound, roundView, signInAs } from './fixtures/desk.ts'

beforeEach(() => {
  signInAs('coordinator')
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const whole = { expected: 14, answered: 14 }
const sent = (agency: string, at: string, more = {}) =>
  assignment(agency, '3a', {
    status: 'submitted',
    revision: 1,
    submittedAt: at,
    completeness: whole,
    rowCount: 2,
    ...more,
  })
const cells = [
  sent('perikanan', '2026-02-11T01:00:00.000Z'),
  sent('dinsos', '2026-02-10T01:00:00.000Z', { revision: 2 }),
  sent('dlhk', '2026-02-10T05:00:00.000Z', { findings: { blocking: 0, warning: 1, info: 0 } }),
  sent('naker', '2026-02-10T06:00:00.000Z', { nil: true }),
  sent('koperasi', '2026-02-10T07:00:00.000Z', { completeness: { expected: 14, answered: 13 } }),
  sent('dukcapil', '2026-02-10T08:00:00.000Z', { rowCount: 0 }),
  assignment('pertanian', '3a', { status: 'accepted', revision: 1 }),
]

async function open(answer?: Answer, shown = cells) {
  const view = roundView(['perikanan', 'dinsos'])
  const requests = playRound({ view, board: boardOf(shown, []), ...(answer ? { answer } : {}) })
  render(
    <LocationProvider>
      <QueuePage />
    </LocationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return requests
}

it('what waits longest stands first; what is decided is not there', async () => {
  await open()
  const names = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)
  expect(names).toEqual([
    'Dinas Dinsos, 3A',
    'Dinas Dlhk, 3A',
    'Dinas Naker, 3A',
    'Dinas Koperasi, 3A',
    'Dinas Dukcapil, 3A',
    'Dinas Perikanan, 3A',
  ])
  expect(screen.getByText(/Selasa, 10 Februari 2026 pukul 09.00 WITA · menunggu 1 hari/)).toBeTruthy()
})

it('a form that asks for no rows can be clean without one', async () => {
  await open(undefined, [
    ...cells,
    { ...sent('kominfo', '2026-02-11T02:00:00.000Z', { rowCount: 0 }), formId: 'profil' },
  ])
  expect(screen.getByRole('checkbox', { name: 'Pilih untuk disetujui: Dinas Kominfo, Profil' })).toBeTruthy()
})

it('what is nil, has gaps, findings or no row cannot be accepted together with others', async () => {
  await open()
  const boxes = screen.getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'))
  expect(boxes).toEqual(['Pilih untuk disetujui: Dinas Dinsos, 3A', 'Pilih untuk disetujui: Dinas Perikanan, 3A'])
})

it('the chosen are accepted by their shown revision after one question; a refusal is named and stops no other', async () => {
  const requests = await open(({ method, path }) => {
    if (method !== 'POST') return undefined
    const refused = {
      code: 'review-invalid',
      reason: 'old-revision',
      title: '',
      detail: 'Ada revisi yang lebih baru.',
      status: 422,
    }
    return path.includes('dinsos') ? { status: 422, body: refused } : { status: 201, body: {} }
  })
  fireEvent.click(screen.getByRole('button', { name: /Pilih semua yang bersih/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Setujui yang dipilih (2)' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect(dialog.getAllByRole('listitem')).toHaveLength(2)
  fireEvent.click(dialog.getByRole('button', { name: 'Setujui yang dipilih (2)' }))
  const told = await screen.findByText(/1 kiriman disetujui/)
  expect(told.parentElement?.textContent).toMatch(/Belum disetujui: Dinas Dinsos, 3A.*Ada revisi yang lebih baru/)
  const decisions = requests.filter(({ method }) => method === 'POST')
  expect(decisions.map(({ path, body }) => [path.split('/')[5], body])).toEqual([
    ['dinsos', { revision: 2, decision: 'accept', comments: [] }],
    ['perikanan', { revision: 1, decision: 'accept', comments: [] }],
  ])
})

it('an internal note is told in the queue with its latest words, and stands out before many are accepted', async () => {
  const last = { revision: 2, number: 2, at: '2026-02-11T01:30:00.000Z', by: 'k', byName: 'Rini', text: 'Tunggu BKAD.' }
  const notes = [{ agencyId: 'dinsos', formId: '3a', count: 2, last: { ...last, agencyId: 'dinsos', formId: '3a' } }]
  await open(({ path }) => (path === '/api/rounds/r1/notes' ? { body: { notes } } : undefined))
  const item = screen.getByRole('heading', { name: 'Dinas Dinsos, 3A' }).closest('li')
  expect(item?.textContent).toMatch(/2 catatan internal: Tunggu BKAD\. Rini, Rabu, 11 Februari 2026/)
  expect(screen.getAllByText(/catatan internal/)).toHaveLength(1)
  fireEvent.click(screen.getByRole('button', { name: /Pilih semua yang bersih/ }))
  fireEvent.click(await screen.findByRole('button', { name: 'Setujui yang dipilih (2)' }))
  const asked = within(await screen.findByRole('dialog')).getAllByRole('listitem')
  expect(asked.map((each) => each.textContent)).toEqual(['Dinas Dinsos, 3A2 catatan internal', 'Dinas Perikanan, 3A'])
})

it('of a rehearsal, which is in no list of rounds, is found by the round in the address', async () => {
  history.replaceState(null, '', '/reviu?putaran=r1')
  await open(({ path }) => (path === '/api/rounds' ? { body: { rounds: [] } } : undefined))
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(6)
  history.replaceState(null, '', '/reviu')
})
