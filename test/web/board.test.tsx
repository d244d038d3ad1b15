/** The board says what the server counted, puts first who holds the city up, and leads from every cell to what was sent. */
import { cleanup, render, screen, within } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Assignment } from '../../functions/schema/round.ts'
import { commonDates, ownDates, sectionsOf } from '../../web/board/board-model.ts'
import { BoardPage } from '../../web/board/board-page.tsx'
import { narrow } from '../../web/shell/narrow.ts'
import { agencyView, assignment, boardOf, playRound, roundView, signInAs } from './fixtures/desk.ts'

beforeEach(() => signInAs('coordinator'))
afterEach(() => {
  narrow.value = false
  cleanup()
  vi.unstubAllGlobals()
})

const cells: Assignment[] = [
  assignment('dinsos', '3a', {
    status: 'accepted',
    revision: 1,
    timeliness: 'on-time',
    completeness: { expected: 14, answered: 14 },
  }),
  assignment('perikanan', '3a', { status: 'draft', completeness: { expected: 14, answered: 9 } }),
  assignment('perikanan', 'monev', { overdue: true }),
  assignment('kec-alak', '3a', {
    status: 'submitted',
    revision: 2,
    timeliness: 'in-extension',
    completeness: { expected: 300, answered: 299 },
    findings: { blocking: 0, warning: 2, info: 1 },
  }),
  assignment('kec-alak', 'monev', { status: 'returned', revision: 1 }),
]

async function openBoard() {
  playRound({ view: roundView(['dinsos', 'perikanan', 'kec-alak']), board: boardOf(cells, ['kec-alak', 'perikanan']) })
  render(
    <LocationProvider>
      <BoardPage />
    </LocationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
}

it('kecamatan that owe something stand first, then other agencies that do, then those of whom nothing is awaited', async () => {
  await openBoard()
  const heads = screen
    .getAllByRole('rowheader')
    .flatMap((head) => (head.closest('.board-section') ? [] : head.textContent))
  expect(heads).toEqual(['Kecamatan Alak', 'Dinas Perikanan', 'Dinas Dinsos'])
})

it('each cell says its status in words, its completeness and what is late, and leads to the submission', async () => {
  await openBoard()
  const draft = screen.getByRole('link', { name: /^Dinas Perikanan, 3A: Draf 9\/14 \(64 %\)/ })
  expect(draft.getAttribute('href')).toBe('/putaran/r1/perikanan/3a/kiriman')
  expect(screen.getByRole('link', { name: /^Dinas Perikanan, Monev: Belum mulai .*Lewat target/ })).toBeTruthy()
  expect(
    screen.getByRole('link', { name: /^Kecamatan Alak, 3A: Dikirim 299\/300 \(99 %\) .*Dalam perpanjangan.*3 temuan/ }),
  ).toBeTruthy()
  expect(screen.getByText('Tidak ditugaskan')).toBeTruthy()
})

it('the counts are the server’s, and completeness is said to be no performance', async () => {
  await openBoard()
  const figures = within(screen.getByLabelText('Ringkasan putaran'))
  const said = figures.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent])
  expect(Object.fromEntries(said)).toEqual({
    'Formulir diharapkan': '5',
    'Sudah dikirim': '2',
    'Tepat waktu': '1',
    Terlambat: '2',
    'Perlu perbaikan': '1',
    Disetujui: '1',
  })
  expect(screen.getByText(/bukan penilaian kinerja/)).toBeTruthy()
})

it('both dates are said with weekday, hour and zone, the holiday by name, and the working days left', async () => {
  await openBoard()
  expect(screen.getByText(/Jumat, 13 Februari 2026 pukul 23.59 WITA/)).toBeTruthy()
  expect(screen.getByText(/Selasa, 17 Februari 2026 pukul 23.59 WITA/).textContent).toContain('Tahun Baru Imlek')
  expect(screen.getByText(/Sisa 3 hari kerja/)).toBeTruthy()
})

it('on a phone every agency is a card with the same cells', async () => {
  narrow.value = true
  await openBoard()
  expect(screen.queryByRole('table')).toBeNull()
  const [first] = screen.getAllByRole('article')
  expect(within(first as HTMLElement).getAllByRole('link')).toHaveLength(2)
})

it('only agencies whose dates differ from those of most repeat theirs', () => {
  const view = roundView(['a', 'b', 'c'], { c: { closesOn: '2026-02-20', closesAt: '2026-02-20T16:00:00.000Z' } })
  expect(commonDates(view)).toMatchObject({ agencies: 2, dates: { closesOn: '2026-02-17' } })
  expect(ownDates(view, 'a')).toBeUndefined()
  expect(ownDates(view, 'c')?.closesOn).toBe('2026-02-20')
})

it('an agency that the server does not call a blocker is never shown as one', () => {
  const rows = boardOf(cells, []).agencies
  expect(sectionsOf({ agencies: rows, blockers: [] }).map(({ kind }) => kind)).toEqual(['done'])
  expect(rows.map(({ agency }) => agency.id)).toContain(agencyView('kec-alak').id)
})
