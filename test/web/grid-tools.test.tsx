/** The tools of a table: what is shown is a view and never the stored order, and rows that were removed come back. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import { filterRows, noFilter } from '../../web/form/table/filter-rows.ts'
import { GridTools } from '../../web/form/table/grid-tools.tsx'
import { RowCards } from '../../web/form/table/row-cards.tsx'
import { openGrid, settle } from './fixtures/opened-grid.tsx'
import { until } from './fixtures/until.ts'

const start: Answers = {
  fields: {},
  rows: {
    baris: [30, 10, undefined, 20, 'banyak', 5, 7, 8, 9].map((pagu, at) => ({
      rowKey: `r${at}`,
      cells: { uraian: `Kegiatan ${at}`, kode: 'A1', jumlah: 1, ...(pagu === undefined ? {} : { pagu }) },
    })),
  },
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function openTools() {
  const opened = await openGrid(start)
  render(<GridTools state={opened.state} />)
  await settle()
  return { ...opened, shown: () => opened.state.rows.value.map(({ rowKey }) => rowKey) }
}

it('"hanya yang salah" shows what is wrong, and a row that was put right stays until the view is taken anew', async () => {
  const { shown, model, rows } = await openTools()
  fireEvent.change(screen.getByLabelText('Tampilkan'), { target: { value: 'wrong' } })
  await until(() => expect(shown()).toEqual(['r4']))
  model.set({ table: 'baris', rowKey: 'r4', field: 'pagu' }, 4)
  expect(shown()).toEqual(['r4'])
  expect(rows()).toHaveLength(9)
  await settle()
  fireEvent.click(screen.getByText('Tampilkan semua'))
  expect(shown()).toHaveLength(9)
})

it('sorting is a view: blanks come last, the stored order stays, new rows stand at the end', async () => {
  const { shown, model, rows } = await openTools()
  const before = rows()
  fireEvent.change(screen.getByLabelText('Urutkan'), { target: { value: 'jumlah' } })
  await settle()
  expect(shown()).toEqual(before.map(({ rowKey }) => rowKey))
  fireEvent.change(screen.getByLabelText('Urutkan'), { target: { value: 'pagu' } })
  await until(() => expect(shown().slice(-1)).toEqual(['r2']))
  expect(shown().indexOf('r5')).toBeLessThan(shown().indexOf('r0'))
  model.edit({ do: 'insert-rows', table: 'baris', rows: [{ rowKey: 'baru', cells: {} }], index: 0 })
  expect(shown().slice(-1)).toEqual(['baru'])
  expect(rows().slice(1)).toEqual(before)
})

it('any wish shows some of the rows once each, and changes nothing that is stored', async () => {
  const { state, rows } = await openTools()
  const wishes = fc.record({
    show: fc.constantFrom('all' as const, 'wrong' as const, 'unfinished' as const, 'commented' as const),
    search: fc.constantFrom('', 'kegiatan', 'KEGIATAN 1', 'Rp10', 'zzz', '  '),
    group: fc.constant(''),
    sortBy: fc.constantFrom('', 'pagu', 'uraian', 'kode', 'tidak-ada'),
    descending: fc.boolean(),
  })
  fc.assert(
    fc.property(wishes, (wish) => {
      const view = filterRows(state, wish, 'id')
      state.view.value = view
      const shown = state.rows.value
      expect(new Set(shown).size).toBe(shown.length)
      expect(shown.every((row) => rows().includes(row))).toBe(true)
      if (wish.show === 'all' && wish.search.trim() === '') expect(shown).toHaveLength(9)
      expect(rows()).toBe(state.all.value)
    }),
  )
  expect(filterRows(state, noFilter, 'id')).toBeUndefined()
})

it('rows are duplicated and removed by the selection, and one click brings them back', async () => {
  const { cell, click, rows } = await openTools()
  await click(cell('r1', 'pagu'))
  await click(cell('r2', 'pagu'), { shiftKey: true })
  fireEvent.click(screen.getByText('Hapus baris'))
  expect(rows().map(({ rowKey }) => rowKey)).toEqual(['r0', 'r3', 'r4', 'r5', 'r6', 'r7', 'r8'])
  await screen.findByText('2 baris dihapus.', { exact: false })
  const back = screen.getAllByText('Urungkan').find((each) => each.classList.contains('link'))
  fireEvent.click(back as HTMLElement)
  expect(rows()).toEqual(start.rows.baris)
  await click(cell('r8', 'pagu'))
  fireEvent.click(screen.getByText('Gandakan'))
  expect(rows()).toHaveLength(10)
  expect(rows()[9]?.cells).toEqual(rows()[8]?.cells)
  expect(rows()[9]?.rowKey).not.toBe('r8')
})

it('the box takes a block where there is no keyboard, and says what became of it', async () => {
  const { rows } = await openTools()
  fireEvent.click(screen.getByText('Tempel dari Excel'))
  const box = await screen.findByLabelText('Isi yang ditempel')
  fireEvent.input(box, { target: { value: 'Uraian\tPagu\nDari ponsel\tsejuta\n' } })
  await settle()
  fireEvent.click(screen.getByText('Masukkan ke tabel'))
  await screen.findByText('2 sel ditempel, 1 baris baru.')
  await screen.findByText(/1 sel tidak dapat dibaca/)
  expect(rows()[9]?.cells).toEqual({ uraian: 'Dari ponsel', pagu: 'sejuta' })
})

it('of a thousand cards few are drawn, and each says its place', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => ({ rowKey: `k${at}`, cells: { kode: 'A1' } }))
  const { state } = await openGrid({ fields: {}, rows: { baris: many } })
  cleanup()
  render(<RowCards state={state} rows={state.rows.value} grouped={false} />)
  const cards = [...document.querySelectorAll('.card')]
  expect(cards.length).toBeGreaterThan(3)
  expect(cards.length).toBeLessThan(40)
  expect(cards[0]?.getAttribute('aria-setsize')).toBe('1000')
})
