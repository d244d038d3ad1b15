/** The card of one form: by when what came back is to be corrected, and that a closed window lets nothing more be sent. */
import { cleanup, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TaskCard } from '../../web/tasks/task-card.tsx'
import { assignment, boardOf, playRound, roundView, signInAs } from './fixtures/desk.ts'

const view = roundView(['dinsos'])
const review = {
  agencyId: 'dinsos',
  formId: '3a',
  revision: 1,
  number: 1,
  decision: 'return',
  dueOn: '2026-02-13',
  comments: [{ pointer: '/fields/tanggal', text: 'Tanggal DPA belum sesuai.' }],
}

beforeEach(() => {
  signInAs('operator')
  const body = { submissions: [], reviews: [review], replies: [] }
  playRound({
    view,
    board: boardOf([], []),
    answer: ({ path }) => (path.includes('/submissions') ? { body } : undefined),
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(more: Parameters<typeof assignment>[2]): void {
  render(
    <LocationProvider>
      <TaskCard assignment={assignment('dinsos', '3a', { revision: 1, ...more })} view={view} />
    </LocationProvider>,
  )
}
const closed = 'Jendela penginputan sudah ditutup.'

it('a form that came back says by when to correct it, which may be before the final date of all', async () => {
  show({ status: 'returned' })
  expect(await screen.findByText('Perbaiki dan kirim lagi paling lambat Jumat, 13 Februari 2026')).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Perbaiki: Formulir 3A' })).toBeTruthy()
  expect(screen.queryByText(closed)).toBeNull()
})

it('what came back and was not corrected in time is no more asked for', async () => {
  show({ status: 'returned', open: false })
  expect(await screen.findByText('Tanggal DPA belum sesuai.')).toBeTruthy()
  expect(screen.queryByText(/paling lambat/)).toBeNull()
  expect(screen.getByText(closed)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Lihat: Formulir 3A' })).toBeTruthy()
})

it('a draft that was not sent in time can be looked at, and says that it is closed', () => {
  show({ status: 'draft', open: false, savedAt: '2026-02-10T01:00:00.000Z', savedBy: 'operator' })
  expect(screen.getByText(closed)).toBeTruthy()
  expect(screen.queryByRole('link', { name: /Lanjutkan/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'Lihat: Formulir 3A' }).getAttribute('href')).toBe('/putaran/r1/dinsos/3a')
})

it('the minute of a closing in the midst of a day is the one that its mail tells', () => {
  show({ status: 'draft', closesAt: '2026-02-18T01:30:20.000Z', closesOn: '2026-02-18' })
  expect(screen.getByText('Rabu, 18 Februari 2026 pukul 09.30 WITA')).toBeTruthy()
})
