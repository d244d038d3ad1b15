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

function open(statuses: readonly ('submitted' | 'returned' | 'draft')[], past: readonly object[] = []): void {
  signInAs('operator')
  const { value } = session
  if (value.state !== 'signed-in') throw new Error('not signed in')
  session.value = { ...value, me: { ...value.me, agencies: [agencyView('dinsos')] } }
  const cells = statuses.map((status, index) => assignment('dinsos', index === 0 ? '3a' : 'monev', { status }))
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
  const link = await screen.findByRole('link', { name: 'Lihat kiriman dan bukti' })
  expect(link.getAttribute('href')).toBe('/putaran/dulu/dinsos/3a/kiriman')
})
