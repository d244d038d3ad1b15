/** Every cell of a table of any size is reached by keyboard, and the row one stands in is always drawn. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveBy } from '../../web/form/table/grid-moves.ts'
import type { Spot } from '../../web/form/table/grid-state.ts'
import { firstAt, partsOf } from '../../web/form/table/row-window.ts'

const shapes = fc.record({
  rows: fc.integer({ min: 1, max: 80 }),
  columns: fc.integer({ min: 1, max: 20 }),
  page: fc.integer({ min: 1, max: 15 }),
})
const keys = fc.constantFrom(
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'Home',
  'End',
  'PageUp',
  'PageDown',
  'Enter',
  'Tab',
)
const plain = (key: string) => ({ key, ctrl: false, shift: false })
const rowsOf = (parts: ReturnType<typeof partsOf>) => parts.flatMap((part) => ('row' in part ? [part.row] : []))

it('no key leads outside of the table, save Tab at its ends', () => {
  fc.assert(
    fc.property(
      shapes,
      fc.array(fc.record({ key: keys, ctrl: fc.boolean(), shift: fc.boolean() })),
      (shape, presses) => {
        let spot: Spot = { row: 0, column: 0 }
        for (const press of presses) {
          const next = moveBy(press, spot, shape)
          if (next === 'out') {
            expect(press.key).toBe('Tab')
            const end = press.shift ? { row: 0, column: 0 } : { row: shape.rows - 1, column: shape.columns - 1 }
            expect(spot).toEqual(end)
          } else if (next !== undefined) {
            spot = next
            expect(spot.row).toBeGreaterThanOrEqual(0)
            expect(spot.row).toBeLessThan(shape.rows)
            expect(spot.column).toBeGreaterThanOrEqual(0)
            expect(spot.column).toBeLessThan(shape.columns)
          }
        }
      },
    ),
  )
})

it('arrows alone, and Tab alone, visit every cell', () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const walk = (next: (spot: Spot) => Spot | 'out' | undefined) => {
        const seen = new Set<string>()
        let spot: Spot | 'out' | undefined = { row: 0, column: 0 }
        while (spot !== undefined && spot !== 'out') {
          seen.add(`${spot.row},${spot.column}`)
          spot = next(spot)
        }
        return seen.size
      }
      const all = shape.rows * shape.columns
      expect(walk((spot) => moveBy(plain('Tab'), spot, shape))).toBe(all)
      const snake = (spot: Spot) => {
        const aside = moveBy(plain(spot.row % 2 === 0 ? 'ArrowRight' : 'ArrowLeft'), spot, shape) as Spot
        if (aside.column !== spot.column) return aside
        return spot.row === shape.rows - 1 ? undefined : moveBy(plain('ArrowDown'), spot, shape)
      }
      expect(walk(snake)).toBe(all)
    }),
    { numRuns: 30 },
  )
})

it('what is in sight and the row of the focus are drawn, gaps make up the rest, and nothing is drawn twice', () => {
  const windows = fc.record({ count: fc.nat(2_000), top: fc.nat(80_000), visible: fc.integer({ min: 1, max: 40 }) })
  fc.assert(
    fc.property(windows, fc.option(fc.nat(2_100), { nil: undefined }), ({ count, top, visible }, kept) => {
      const parts = partsOf({ count, first: firstAt(top, 36), visible }, kept)
      const drawn = rowsOf(parts)
      expect(parts.reduce((sum, part) => sum + ('row' in part ? 1 : part.gap), 0)).toBe(count)
      expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b))
      expect(drawn.length).toBeLessThanOrEqual(visible + 13)
      if (kept !== undefined && kept < count) expect(drawn).toContain(kept)
      const first = Math.floor(top / 36)
      for (let row = first; row < Math.min(count, first + visible); row += 1) expect(drawn).toContain(row)
    }),
  )
})
