/** The summary of an own form: bars are as long as their figures, and every figure stands beside its bar as text. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { FormSummary } from '../../web/results/form-summary.tsx'
import { until } from './fixtures/until.ts'

const words = (text: string) => ({ id: text, en: text })
const figures = (sum: number) => ({ answered: 1, blank: 0, sum, mean: sum, least: sum, most: sum })
const questions = [
  {
    id: 'ada',
    label: words('Ada?'),
    part: null,
    type: 'text',
    choices: [
      { value: 'ya', label: words('Ya') },
      { value: 'tidak', label: words('Tidak') },
    ],
    all: { answered: 5, blank: 1, counts: [4, 1] },
    byAgency: [],
    byArea: [],
  },
  {
    id: 'pos.balita',
    label: words('Balita'),
    part: words('Pos'),
    type: 'integer',
    choices: [],
    all: { answered: 2, blank: 0, sum: 1_500, mean: 750, least: 500, most: 1_000 },
    byAgency: [
      { name: words('Dinsos'), figures: figures(1_000) },
      { name: words('Dinkes'), figures: figures(500) },
    ],
    byArea: [],
  },
]

beforeEach(() => vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ questions }))))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('shows counts, sums and bars in their proportions', async () => {
  const definition = { id: 'uji', title: words('Uji') } as FormDefinition
  const { container } = render(<FormSummary round="r1" definition={definition} />)
  const details = container.querySelector('details') as HTMLDetailsElement
  details.open = true
  fireEvent(details, new Event('toggle'))
  await until(() => screen.getByText('5 terisi, 1 kosong'))
  const rows = [...container.querySelectorAll('.bars tbody tr')].map((row) => [
    row.querySelector('th')?.textContent,
    row.querySelector('td.number')?.textContent,
    row.querySelector('rect')?.getAttribute('width'),
  ])
  expect(rows).toEqual([
    ['Ya', '4', '100%'],
    ['Tidak', '1', '25%'],
    ['Dinsos', '1.000', '100%'],
    ['Dinkes', '500', '50%'],
  ])
  expect(container.textContent).toContain('Jumlah 1.500 · Rata-rata 750 · Terkecil 500 · Terbesar 1.000')
})
