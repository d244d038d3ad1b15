/** The list of tasks: how many of an agency's forms were sent, and how many of these came back. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, expect, it, vi } from 'vitest'
import { session } from '../../web/session/session.ts'
import { TasksPage } from '../../web/tasks/tasks-page.tsx'
import { agencyView, assignment, boardOf, playRound, roundView, signInAs } from './fixtures/desk.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

type Status = 'submitted' | 'returned' | 'draft'
type Given = Status | { readonly status: Status; readonly dueAt?: string; readonly closesAt?: string }

function open(given: readonly Given[], past: readonly object[] = []): void {
  signInAs('operator')
  const { value } = session
  if (value.state !== 'signed-in') throw new Error('not signed in')
  session.value = { ...value, me: { ...value.me, agencies: [agencyView('dinsos')] } }
  const cells = given.map((each, index) =>
    assignment('dinsos', index === 0 ? '3a' : 'monev', typeof each === 'string' ? { status: each } : each),
  )
  const view = roundView(['dinsos'])
  playRound({
    view,
    board: boardOf(cells, []),
    answer: ({ path }) => {
      if (path === '/api/rounds') return { body: { rounds: [{ ...view.round, stage: 'open' }, ...past] } }
      if (path === '/api/rounds/dulu') return { body: { ...view, round: { ...view.round, id: 'dulu' } } }
      if (path === '/api/rounds/dulu/assignments')
        return { body: { assignments: [assignment('dinsos', '3a', { status: 'accepted', revision: 1 })] } }
      return path.includes('/submissions') ? { body: { submissions: [], reviews: [], replies: [] } } : undefined
    },
  })
  render(
    <LocationProvider>
      <TasksPage />
    </LocationProvider>,
  )
}

it('counts what came back among what was sent, and says so', async () => {
  open(['returned', 'draft'])
  expect(await screen.findByText('1 dari 2 formulir sudah dikirim, 1 dikembalikan.')).toBeTruthy()
})

it('is not done while something came back', async () => {
  open(['submitted', 'returned'])
  expect(await screen.findByText('2 dari 2 formulir sudah dikirim, 1 dikembalikan.')).toBeTruthy()
})

it('leads back to closed rounds, their submissions and receipts', async () => {
  const { round } = roundView(['dinsos'])
  open(
    ['submitted'],
    [{ ...round, id: 'dulu', title: { id: 'Putaran dulu', en: 'The round before' }, stage: 'closed' }],
  )
  const summary = await screen.findByText(/Putaran dulu/)
  const details = summary.closest('details') as HTMLDetailsElement
  details.open = true
  fireEvent(details, new Event('toggle'))
  const link = await screen.findByRole('link', { name: 'Lihat kiriman dan tanda terima' })
  expect(link.getAttribute('href')).toBe('/putaran/dulu/dinsos/3a/kiriman')
})

it('puts what the agency has to send first in the order of its own dates, and what is sent last', async () => {
  open(['submitted', { status: 'draft', closesAt: '2026-02-17T16:00:00.000Z' }])
  await screen.findByText(/1 dari 2/)
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Formulir Monev',
    'Formulir 3A',
  ])
  cleanup()
  open([
    { status: 'draft', closesAt: '2026-02-20T16:00:00.000Z' },
    { status: 'returned', dueAt: '2026-02-12T16:00:00.000Z', closesAt: '2026-02-20T16:00:00.000Z' },
  ])
  await screen.findByText(/1 dikembalikan/)
  expect(screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual([
    'Formulir Monev',
    'Formulir 3A',
  ])
})

it('of thirty closed rounds shows those of the newest year, and folds the others by year', async () => {
  const { round } = roundView(['dinsos'])
  const past = Array.from({ length: 30 }, (_, index) => ({
    ...round,
    id: `dulu-${index}`,
    title: { id: `Tahap ${30 - index}`, en: `Phase ${30 - index}` },
    closesOn: `${2026 - Math.floor(index / 12)}-02-17`,
    stage: 'closed',
  }))
  open(['submitted'], past)
  expect(await screen.findByText('2025: 12 putaran')).toBeTruthy()
  expect(screen.getByText('2024: 6 putaran').closest('details')?.open).toBe(false)
  const folded = screen.getByText('2025: 12 putaran').closest('details')
  expect(folded?.contains(screen.getByText(/^Tahap 18 /))).toBe(true)
  expect(folded?.contains(screen.getByText(/^Tahap 19 /))).toBe(false)
})

it('leads to each of several open rounds, what closes first before the others', async () => {
  const { round } = roundView(['dinsos'])
  open(['draft'], [{ ...round, id: 'dulu', title: { id: 'Tahap 10', en: 'Phase 10' }, stage: 'open' }])
  const nav = await screen.findByRole('navigation', { name: 'Putaran yang sedang berjalan' })
  expect(nav.querySelectorAll('a')).toHaveLength(2)
})
