/** What has come of a round, before anything is downloaded: bars as long as their figures, which stand beside them; readable at 200 agencies. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { afterEach, expect, it } from 'vitest'
import { inMillions } from '../../web/results/money.tsx'
import { RoundFigures } from '../../web/results/round-figures.tsx'
import { assignment, boardOf } from './fixtures/desk-data.ts'

afterEach(cleanup)

/** Every third agency has sent its form; of those every second is accepted. */
function board(agencies: number) {
  const cells = Array.from({ length: agencies }, (_, index) =>
    assignment(`unit${String(index).padStart(3, '0')}`, '3a', {
      status: index % 3 > 0 ? 'draft' : index % 2 > 0 ? 'accepted' : 'submitted',
    }),
  )
  const all = boardOf(cells, [])
  return {
    ...all,
    agencies: all.agencies.map((row) => ({ ...row, counts: boardOf(row.assignments, []).counts })),
    forms: all.forms.slice(0, 1),
  }
}
const widths = (row: Element) => [...row.querySelectorAll('rect')].map((bar) => bar.getAttribute('width'))

it('a form’s bar is as long as what was sent and accepted of all that is expected, with the figures as text', () => {
  render(<RoundFigures board={board(12)} />)
  const row = screen.getByRole('row', { name: /^Formulir 3A/ })
  expect(
    within(row)
      .getAllByRole('cell')
      .slice(0, 3)
      .map((cell) => cell.textContent),
  ).toEqual(['4/12', '0', '2'])
  expect(widths(row).map((width) => Math.round(Number.parseFloat(width ?? '')))).toEqual([33, 17])
})

it('of two hundred agencies those that owe most are shown first, the others when they are asked for or sought', () => {
  render(<RoundFigures board={board(200)} />)
  const shown = () =>
    screen
      .getAllByRole('rowheader')
      .flatMap(({ textContent }) => (/^Dinas/.test(textContent ?? '') ? [textContent] : []))
  expect(shown()).toHaveLength(20)
  expect(shown().slice(0, 2)).toEqual(['Dinas Unit001', 'Dinas Unit002'])
  screen.getByText('Menampilkan 20 dari 200 perangkat daerah, yang paling banyak belum dikirim lebih dahulu.')
  fireEvent.input(screen.getByLabelText('Cari perangkat daerah'), { target: { value: 'unit199' } })
  expect(shown()).toEqual(['Dinas Unit199'])
  fireEvent.input(screen.getByLabelText('Cari perangkat daerah'), { target: { value: '' } })
  fireEvent.click(screen.getByRole('button', { name: 'Tampilkan semua 200' }))
  expect(shown()).toHaveLength(200)
})

it('an amount is printed in millions, and never as nothing while it is something', () => {
  expect([693_000_000, 1_234_567_890_123, 1_000, 0].map((amount) => inMillions(amount, 'id'))).toEqual([
    '693,00',
    '1.234.567,89',
    '< 0,01',
    '0',
  ])
  expect(inMillions(415_800_000, 'en')).toBe('415.80')
})
