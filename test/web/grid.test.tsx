/** The table is usable by keyboard alone, takes a block from Excel, and sums what is typed. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import { Grid } from '../../web/form/table/grid.tsx'
import { definition, openForm, playServer } from './fixtures/opened-form.tsx'

const start: Answers = {
  fields: {},
  rows: {
    baris: [
      { rowKey: 'r1', cells: { pagu: 1_000 } },
      { rowKey: 'r2', cells: {} },
    ],
  },
}
const table = definition.tables[0]

async function openGrid() {
  if (table === undefined) throw new Error('the fixture lost its table')
  const opened = await openForm()
  const Page = () => (
    <Grid table={table} rows={opened.session.answers.value.rows.baris ?? []} actions={undefined} grouped={false} />
  )
  opened.show(<Page />)
  const rows = () => opened.session.answers.value.rows.baris ?? []
  return { ...opened, rows }
}

const cell = (name: string) => screen.getByLabelText<HTMLInputElement>(name)
const focused = () => document.activeElement?.getAttribute('aria-label')

beforeEach(() => vi.stubGlobal('fetch', playServer(start).fetch))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('Enter goes down, arrows go to the neighbours until something is typed', async () => {
  await openGrid()
  cell('Pagu, Baris 1').focus()
  fireEvent.keyDown(cell('Pagu, Baris 1'), { key: 'Enter' })
  expect(focused()).toBe('Pagu, Baris 2')
  fireEvent.keyDown(cell('Pagu, Baris 2'), { key: 'ArrowRight' })
  expect(focused()).toBe('Jumlah, Baris 2')
  fireEvent.keyDown(cell('Jumlah, Baris 2'), { key: 'ArrowUp' })
  expect(focused()).toBe('Jumlah, Baris 1')
  fireEvent.input(cell('Jumlah, Baris 1'), { target: { value: '12' } })
  fireEvent.keyDown(cell('Jumlah, Baris 1'), { key: 'ArrowLeft' })
  expect(focused()).toBe('Jumlah, Baris 1')
})

it('a pasted block fills cells, reads numbers and absences, and grows the table', async () => {
  const { rows } = await openGrid()
  fireEvent.paste(cell('Pagu, Baris 2'), { clipboardData: { getData: () => 'Rp 2.500\t-\n3.000\t7\n' } })
  expect(rows().map(({ cells }) => [cells.pagu, cells.jumlah])).toEqual([
    [1_000, undefined],
    [2_500, { absent: 'not-yet' }],
    [3_000, 7],
  ])
})

it('the foot of the table sums as one types', async () => {
  await openGrid()
  fireEvent.input(cell('Pagu, Baris 2'), { target: { value: '500' } })
  expect(await screen.findByText('Rp1.500')).toBeTruthy()
})
