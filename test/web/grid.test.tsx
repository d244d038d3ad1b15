/** The table is used by keyboard alone as a spreadsheet is, and everything that was done in it can be taken back. */
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import { openGrid, settle } from './fixtures/opened-grid.tsx'

const start: Answers = {
  fields: {},
  rows: {
    baris: [
      { rowKey: 'r1', cells: { kode: 'A1', pagu: 1_000 } },
      { rowKey: 'r2', cells: {} },
      { rowKey: 'r3', cells: { pagu: 3 } },
    ],
  },
}
const many = (count: number): Answers => ({
  fields: {},
  rows: { baris: Array.from({ length: count }, (_, index) => ({ rowKey: `r${index + 1}`, cells: { pagu: index } })) },
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('a sum says how many rows it leaves out because they cannot be read', async () => {
  const cells = [{ pagu: 1_000 }, { pagu: 'seratus' }, { pagu: 'dua' }]
  const rows = cells.map((each, index) => ({ rowKey: `r${index}`, cells: each as Answers['fields'] }))
  await openGrid({ fields: {}, rows: { baris: rows } })
  const total = document.querySelector('tfoot td.c-rupiah')
  expect(total?.textContent).toMatch(/1\.000.*2 baris belum terbaca/)
  expect(
    [...document.querySelectorAll('tfoot td')].filter((each) => /terbaca/.test(each.textContent ?? '')),
  ).toHaveLength(1)
})

describe('moving', () => {
  it('arrows, Home, End, Enter and Tab lead from cell to cell', async () => {
    const { cell, click, press, focused } = await openGrid(start)
    await click(cell('r1', 'pagu'))
    const walk: [string, string][] = [
      ['ArrowDown', 'r2-pagu'],
      ['ArrowRight', 'r2-jumlah'],
      ['Tab', 'r3-kode'],
      ['ArrowUp', 'r2-kode'],
      ['End', 'r2-jumlah'],
      ['Home', 'r2-kode'],
      ['Enter', 'r3-kode'],
    ]
    for (const [key, place] of walk) {
      await press(key)
      expect(focused(), key).toBe(place)
    }
    await press('Home', { ctrlKey: true })
    expect(focused()).toBe('r1-kode')
    await press('End', { ctrlKey: true })
    expect(focused()).toBe('r3-jumlah')
  })

  it('Tab leaves the table at its ends, and anywhere after Esc', async () => {
    const { cell, click, press } = await openGrid(start)
    await click(cell('r3', 'jumlah'))
    expect(await press('Tab')).toBe(true)
    await click(cell('r1', 'pagu'))
    expect(await press('Tab')).toBe(false)
    await press('Escape')
    expect(await press('Tab')).toBe(true)
  })

  it('of a thousand rows few are drawn, a screen reader is told of all, and the last is reached', async () => {
    const { cell, click, press, focused } = await openGrid(many(1_000))
    const table = screen.getByRole('grid')
    expect(table.getAttribute('aria-rowcount')).toBe('1001')
    expect(table.querySelectorAll('tr[data-row]').length).toBeLessThan(60)
    await click(cell('r1', 'pagu'))
    await press('End', { ctrlKey: true })
    expect(focused()).toBe('r1000-jumlah')
    expect(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')).toBe('1001')
  })
})

describe('typing', () => {
  it('begins in the active cell, Enter goes on, and a word in an amount stays and is marked', async () => {
    const { cell, click, press, type, rows, focused } = await openGrid(start)
    await click(cell('r2', 'pagu'))
    await press('2')
    expect((document.activeElement as HTMLInputElement).value).toBe('2')
    await type('2500')
    await press('Enter')
    expect(focused()).toBe('r3-pagu')
    expect(rows()[1]?.cells.pagu).toBe(2_500)
    expect(cell('r2', 'pagu').textContent).toBe('Rp2.500')
    await press('s')
    await type('sejuta')
    await press('ArrowUp')
    expect(rows()[2]?.cells.pagu).toBe('sejuta')
    expect(cell('r3', 'pagu').textContent).toBe('sejuta')
    expect(cell('r3', 'pagu').getAttribute('aria-invalid')).toBe('true')
  })

  it('Esc takes back what was typed into the cell', async () => {
    const { cell, click, press, type, rows, focused } = await openGrid(start)
    await click(cell('r1', 'pagu'))
    await press('F2')
    await type('77')
    expect(rows()[0]?.cells.pagu).toBe(77)
    await press('Escape')
    expect(rows()).toEqual(start.rows.baris)
    expect(focused()).toBe('r1-pagu')
  })

  it('the foot of the table sums as one types', async () => {
    const { cell, click, press, type } = await openGrid(start)
    await click(cell('r2', 'pagu'))
    await press('5')
    await type('500')
    expect(await screen.findByText('Rp1.503')).toBeTruthy()
  })
})

describe('ranges', () => {
  it('Shift with arrows or a click selects, Ctrl+D fills down, Delete clears, Ctrl+Z and Ctrl+Y go back and forth', async () => {
    const { cell, click, press, rows } = await openGrid(start)
    await click(cell('r1', 'kode'))
    await click(cell('r3', 'kode'), { shiftKey: true })
    expect(document.querySelectorAll('td[aria-selected=true]')).toHaveLength(3)
    await press('d', { ctrlKey: true })
    expect(rows().map(({ cells }) => [cells.kode, cells.uraian])).toEqual([
      ['A1', undefined],
      ['A1', 'Uraian A'],
      ['A1', 'Uraian A'],
    ])
    await press('z', { ctrlKey: true })
    expect(rows()).toEqual(start.rows.baris)
    await press('y', { ctrlKey: true })
    expect(rows()[2]?.cells.kode).toBe('A1')
    await press('a', { ctrlKey: true })
    await press('Delete')
    expect(rows().map(({ cells }) => cells)).toEqual([{}, {}, {}])
  })

  it('what was copied is pasted as the same values', async () => {
    const { cell, click, press, copy, paste, rows } = await openGrid(start)
    await click(cell('r1', 'kode'))
    await press('ArrowRight', { shiftKey: true })
    await press('ArrowRight', { shiftKey: true })
    const text = await copy()
    expect(text).toBe('A1\t\t1000\r\n')
    await click(cell('r2', 'kode'))
    await paste(text ?? '')
    expect(rows()[1]?.cells).toMatchObject({ kode: 'A1', pagu: 1_000 })
  })
})

it('a place that is not drawn is brought into the table when it is sought', async () => {
  const { model, focused } = await openGrid(many(500))
  model.sought.value = '/rows/baris/r400/jumlah'
  await settle()
  expect(focused()).toBe('r400-jumlah')
})
