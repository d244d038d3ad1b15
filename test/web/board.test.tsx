/** The board says what the server counted, puts first who holds the city up, and leads from every cell to what was sent. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Assignment } from '../../functions/schema/round.ts'
import { commonDates, ownDates, sectionsOf } from '../../web/board/board-model.ts'
import { BoardPage } from '../../web/board/board-page.tsx'
import { BurnUp } from '../../web/board/burn-up.tsx'
import { heatOf } from '../../web/board/cell-words.tsx'
import { narrow } from '../../web/shell/narrow.ts'
import { agencyView, assignment, boardOf, playRound, present, roundView, signInAs } from './fixtures/desk.ts'

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
    punctuality: 'on-time',
    completeness: { expected: 14, answered: 14 },
  }),
  assignment('perikanan', '3a', { status: 'draft', completeness: { expected: 14, answered: 9 } }),
  assignment('perikanan', 'monev', { overdue: true, punctuality: 'past-deadline' }),
  assignment('kec-alak', '3a', {
    status: 'submitted',
    revision: 2,
    timeliness: 'in-extension',
    punctuality: 'in-extension',
    completeness: { expected: 300, answered: 299 },
    findings: { blocking: 0, warning: 2, info: 1 },
  }),
  assignment('kec-alak', 'monev', { status: 'returned', revision: 1 }),
]

async function openBoard(view = roundView(['dinsos', 'perikanan', 'kec-alak'])) {
  playRound({ view, board: boardOf(cells, ['kec-alak', 'perikanan']) })
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

it('an agency whose forms nobody fills in is called so beside its name', async () => {
  const view = roundView(['dinsos', 'perikanan', 'kec-alak'])
  const people = view.people.map((each) => ({ ...each, disabled: each.id === 'op-perikanan' }))
  await openBoard({ ...view, people })
  expect(screen.getAllByText('tidak ada operator').map((tag) => tag.closest('th')?.textContent)).toEqual([
    'Dinas Perikanan tidak ada operator',
  ])
})

it('the coordinator is led to what waits for review, with how much it is and how long it has waited', async () => {
  const sent = { status: 'submitted', revision: 1, submittedAt: '2026-02-09T00:00:00.000Z' } as const
  const board = { ...boardOf([...cells, assignment('dinsos', 'monev', sent)], []) }
  for (const role of ['coordinator', 'viewer'] as const) {
    signInAs(role)
    playRound({ view: roundView(['dinsos', 'perikanan', 'kec-alak']), board })
    render(
      <LocationProvider>
        <BoardPage />
      </LocationProvider>,
    )
    await screen.findByRole('heading', { level: 1 })
    const link = screen.queryByRole('link', { name: /menunggu reviu Anda/ })
    if (role === 'viewer') expect(link).toBeNull()
    else expect(link?.textContent).toBe('2 kiriman menunggu reviu Anda, paling lama 2 hari')
    if (role === 'coordinator') expect(link?.getAttribute('href')).toBe('/reviu?putaran=r1')
    cleanup()
  }
})

it('each cell says its status in words, its completeness and what is late, and leads to the submission', async () => {
  await openBoard()
  const draft = screen.getByRole('link', { name: /^Dinas Perikanan, 3A: Draf 9\/14 \(64%\)/ })
  expect(draft.getAttribute('href')).toBe('/putaran/r1/perikanan/3a/kiriman')
  expect(
    screen.getByRole('link', { name: /^Dinas Perikanan, Monev: Belum mulai .*Belum dikirim, lewat batas/ }),
  ).toBeTruthy()
  expect(
    screen.getByRole('link', {
      name: /^Kecamatan Alak, 3A: Dikirim 299\/300 \(99%\) .*Dalam masa perpanjangan.*3 temuan/,
    }),
  ).toBeTruthy()
  expect(screen.getByText('Tidak ditugaskan')).toBeTruthy()
})

it('of very many agencies the first are drawn at once, and the others right after', async () => {
  const ids = Array.from({ length: 130 }, (_, index) => `dinas-${index}`)
  const view = roundView(ids)
  const many = ids.map((id) => assignment(id, '3a', { status: 'draft' }))
  playRound({ view, board: boardOf(many, ids) })
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => {
    frames.push(drawn)
    return frames.length
  })
  const frames: (() => void)[] = []
  render(
    <LocationProvider>
      <BoardPage />
    </LocationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  const rows = () => document.querySelectorAll('table.board tbody tr:not(.board-section)').length
  expect(rows()).toBe(100)
  expect(screen.getByText(/belum selesai \(130\)/)).toBeTruthy()
  await vi.waitFor(() => {
    for (const drawn of frames.splice(0)) drawn()
    expect(rows()).toBe(130)
  })
})

it('the counts are the server’s, each of all that is expected, and completeness is said to be no performance', async () => {
  await openBoard()
  const figures = within(screen.getByLabelText('Ringkasan putaran'))
  const said = figures.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent])
  expect(Object.fromEntries(said)).toEqual({
    'Formulir diharapkan': '5',
    'Sudah dikirim': '2 dari 5 (40%)',
    Lengkap: '1 dari 5 (20%)',
    'Tepat waktu': '1 dari 5 (20%)',
    'Dalam masa perpanjangan': '1 dari 5 (20%)',
    Terlambat: '0 dari 5 (0%)',
    'Belum dikirim, masih ada waktu': '2 dari 5 (40%)',
    'Belum dikirim, lewat batas': '1 dari 5 (20%)',
    'Perlu perbaikan': '1 dari 5 (20%)',
    Disetujui: '1 dari 5 (20%)',
  })
  expect(screen.getByText(/bukan penilaian kinerja/)).toBeTruthy()
})

it('both dates are said with weekday, hour and zone, the holiday by name, and the working days left', async () => {
  await openBoard()
  expect(screen.getByText(/Jumat, 13 Februari 2026 pukul 23.59 WITA/)).toBeTruthy()
  expect(screen.getByText(/Selasa, 17 Februari 2026 pukul 23.59 WITA/).textContent).toContain('Tahun Baru Imlek')
  expect(screen.getByText(/Sisa 3 hari kerja/)).toBeTruthy()
})

const lines = () => document.querySelectorAll<HTMLDetailsElement>('.agency-line')

it('on a phone every agency is a line that opens to the same cells; the one in the address is open', async () => {
  narrow.value = true
  history.replaceState(null, '', '#perikanan')
  await openBoard()
  history.replaceState(null, '', location.pathname)
  expect(screen.queryByRole('table')).toBeNull()
  const [first, second] = lines()
  expect(first?.querySelector('summary')?.textContent).toBe('Kecamatan Alak1/2 1 dari 2 dikirim')
  expect(within(first as HTMLElement).queryAllByRole('link')).toEqual([])
  await vi.waitFor(() => expect(within(second as HTMLElement).getAllByRole('link')).toHaveLength(2))
  fireEvent.click(first?.querySelector('summary') as HTMLElement)
  if (first) first.open = true
  fireEvent(first as HTMLElement, new Event('toggle'))
  await vi.waitFor(() => expect(within(first as HTMLElement).getAllByRole('link')).toHaveLength(2))
})

it('a cell is the darker the further its form is, and striped when it is late', () => {
  const heat = (more: Partial<Assignment>) => heatOf(assignment('dinsos', '3a', more))
  expect(heat({})).toBe('heat-none')
  expect(
    [1, 4, 7, 11, 14].map((answered) => heat({ status: 'draft', completeness: { expected: 14, answered } })),
  ).toEqual(['heat-0', 'heat-1', 'heat-2', 'heat-3', 'heat-3'])
  expect(heat({ status: 'accepted' })).toBe('heat-accepted')
  expect(heat({ punctuality: 'past-deadline' })).toBe('heat-none heat-late')
})

it('the board foretells each agency, and says where it cannot', async () => {
  const draft = { status: 'draft', savedAt: present, completeness: { expected: 14, answered: 7 } } as const
  const board = boardOf([assignment('dinsos', '3a', draft), assignment('perikanan', '3a')], ['dinsos', 'perikanan'])
  playRound({ view: roundView(['dinsos', 'perikanan']), board })
  render(
    <LocationProvider>
      <BoardPage />
    </LocationProvider>,
  )
  const of = async (name: string) => (await screen.findByRole('rowheader', { name })).closest('tr')?.lastElementChild
  expect((await of('Dinas Dinsos'))?.textContent).toBe('13 Februari')
  expect((await of('Dinas Perikanan'))?.textContent).toBe('tidak cukup data')
})

it('printed from a phone it is the table all the same, and afterwards cards again', async () => {
  narrow.value = true
  await openBoard()
  fireEvent(window, new Event('beforeprint'))
  expect(await screen.findByRole('table')).toBeTruthy()
  fireEvent(window, new Event('afterprint'))
  await vi.waitFor(() => expect(lines()).toHaveLength(3))
  expect(screen.queryByRole('table')).toBeNull()
})

it('only agencies whose dates differ from those of most repeat theirs', () => {
  const view = roundView(['a', 'b', 'c'], { c: { closesOn: '2026-02-20', closesAt: '2026-02-20T16:00:00.000Z' } })
  expect(commonDates(view)).toMatchObject({ agencies: 2, dates: { closesOn: '2026-02-17' } })
  expect(ownDates(view, 'a')).toBeUndefined()
  expect(ownDates(view, 'c')?.closesOn).toBe('2026-02-20')
})

it('an agency that the server does not call a blocker is never shown as one; with gaps it is not shown as done either', () => {
  const rows = boardOf(cells, []).agencies
  const sections = sectionsOf({ agencies: rows, blockers: [] })
  expect(sections.map(({ kind }) => kind)).toEqual(['gaps', 'done'])
  expect(sections.map(({ rows: own }) => own.map(({ agency }) => agency.id))).toEqual([
    ['perikanan', 'kec-alak'],
    ['dinsos'],
  ])
  expect(rows.map(({ agency }) => agency.id)).toContain(agencyView('kec-alak').id)
})

it('a filter hides agencies and says how many are shown, and never changes the counts', async () => {
  await openBoard()
  const figures = () => screen.getByLabelText('Ringkasan putaran').textContent
  const before = figures()
  fireEvent.change(screen.getByLabelText('Keadaan formulir'), { target: { value: 'late' } })
  expect(await screen.findByText('Menampilkan 1 dari 3 perangkat daerah.')).toBeTruthy()
  expect(screen.queryByText('Dinas Dinsos')).toBeNull()
  fireEvent.change(screen.getByLabelText('Jenis perangkat daerah'), { target: { value: 'kecamatan' } })
  expect(await screen.findByText('Menampilkan 0 dari 3 perangkat daerah.')).toBeTruthy()
  expect(figures()).toBe(before)
  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan semua' }))
  expect(await screen.findByText('Dinas Dinsos')).toBeTruthy()
})

it('forms that were sent with gaps are found by a filter', async () => {
  await openBoard()
  fireEvent.change(screen.getByLabelText('Keadaan formulir'), { target: { value: 'gaps' } })
  expect(await screen.findByText('Menampilkan 1 dari 3 perangkat daerah.')).toBeTruthy()
  expect(screen.getByText('Kecamatan Alak')).toBeTruthy()
})

it('the burn-up says in words what its lines show, against what is expected', () => {
  const { dates } = commonDates(roundView(['a'])) ?? {}
  const progress = [
    { on: '2026-02-10', submitted: 3, accepted: 0 },
    { on: '2026-02-11', submitted: 5, accepted: 2 },
  ]
  const board = { ...boardOf(cells, []), progress }
  const { container } = render(<BurnUp board={board} dates={dates as never} />)
  expect(screen.getByText(/Rabu, 11 Februari 2026: 5 dari 5 formulir sudah masuk.*2 disetujui/)).toBeTruthy()
  const ends = [...container.querySelectorAll('polyline')].map((line) => line.getAttribute('points')?.split(' ').pop())
  // All five have come: the line ends at the height of what is expected.
  const expected = container.querySelector('.expected')?.getAttribute('y1')
  expect(ends[0]?.split(',')[1]).toBe(expected)
  expect(Number(ends[1]?.split(',')[1])).toBeGreaterThan(Number(expected))
})

it('the burn-up says what is needed a working day, and the pace of late where there are two days of it', () => {
  const { dates } = commonDates(roundView(['a'])) ?? {}
  const day = (on: string, submitted: number) => ({ on, submitted, accepted: 0 })
  const counts = { ...boardOf(cells, []).counts, expected: 40 }
  const played = (progress: ReturnType<typeof day>[]) => {
    cleanup()
    render(<BurnUp board={{ progress, counts }} dates={dates as never} holidays={[]} />)
  }
  played([day('2026-02-10', 4), day('2026-02-11', 10), day('2026-02-12', 10)])
  expect(
    screen.getByText('Perlu 15 formulir per hari kerja sampai Jumat, 13 Februari 2026; laju 2 hari kerja terakhir 5.'),
  )
  played([day('2026-02-10', 4), day('2026-02-11', 10)])
  expect(screen.getByText(/^Perlu 10 formulir per hari kerja .*; laju belum cukup data\.$/))
})
