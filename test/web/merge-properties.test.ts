/**
 * Merging, for any two people's edits of any draft: who is first makes no difference, nothing that only one side changed is
 * lost, and every clash names both values.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Answers, Cells, Row, Value } from '../../functions/schema/answers.ts'
import { changedPointers } from '../../web/form/model/changed.ts'
import { mergeAnswers, takeTheirs } from '../../web/form/model/merge-answers.ts'
import { targetOf, valueAt } from '../../web/form/model/place.ts'

const value: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: 0, max: 3 }),
  fc.constantFrom('a', 'b'),
  fc.constant({ absent: 'not-yet' as const }),
  fc.constant<Value>(['x', 'y']),
)
const cells: fc.Arbitrary<Cells> = fc.dictionary(fc.constantFrom('p', 'q', 'r'), value)
const rows = (keys: string[]): fc.Arbitrary<Row[]> =>
  fc
    .uniqueArray(fc.constantFrom(...keys), { maxLength: keys.length })
    .chain((chosen) =>
      fc.tuple(...chosen.map((rowKey) => cells.map((each) => ({ rowKey, cells: each })))).map((all) => [...all]),
    )
/** Rows that only one side adds have keys of their own, as ULIDs are. */
const answers = (own: string[]): fc.Arbitrary<Answers> =>
  fc.record({ fields: cells, rows: fc.record({ t: rows(['1', '2', '3', '4', ...own]) }) })
const sides = fc.tuple(answers([]), answers(['m1', 'm2']), answers(['t1', 't2']))

const byKey = (rowsOf: readonly Row[] = []) => new Map(rowsOf.map((row) => [row.rowKey, row.cells]))
/** As data: rows by their keys, whatever their order. */
const content = (of: Answers) => ({ fields: of.fields, rows: byKey(of.rows.t) })

it('without a clash it does not matter who is first', () => {
  fc.assert(
    fc.property(sides, ([base, mine, theirs]) => {
      const one = mergeAnswers(base, mine, theirs)
      const other = mergeAnswers(base, theirs, mine)
      expect(other.clashes.map(({ pointer }) => pointer).sort()).toEqual(
        one.clashes.map(({ pointer }) => pointer).sort(),
      )
      if (one.clashes.length === 0) expect(content(other.merged)).toEqual(content(one.merged))
    }),
    { numRuns: 500 },
  )
})

it('the same clashes are asked on both sides, with the values crossed over', () => {
  fc.assert(
    fc.property(sides, ([base, mine, theirs]) => {
      const one = new Map(mergeAnswers(base, mine, theirs).clashes.map((clash) => [clash.pointer, clash]))
      for (const clash of mergeAnswers(base, theirs, mine).clashes) {
        expect(one.get(clash.pointer)).toEqual({ ...clash, mine: clash.theirs, theirs: clash.mine })
      }
    }),
    { numRuns: 500 },
  )
})

it('whatever only one side changed stands in the result, whichever side it was', () => {
  fc.assert(
    fc.property(sides, ([base, mine, theirs]) => {
      const { merged, clashes } = mergeAnswers(base, mine, theirs)
      const [byMe, byThem] = [changedPointers(base, mine), changedPointers(base, theirs)]
      const touched = (pointers: readonly string[], pointer: string) =>
        pointers.some((each) => each === pointer || each.startsWith(`${pointer}/`) || pointer.startsWith(`${each}/`))
      const asked = clashes.map(({ pointer }) => pointer)
      for (const [own, others, side] of [
        [byMe, byThem, mine],
        [byThem, byMe, theirs],
      ] as const) {
        for (const pointer of own.filter((each) => !touched(others, each) && !touched(asked, each))) {
          expect(at(merged, pointer), pointer).toEqual(at(side, pointer))
        }
      }
    }),
    { numRuns: 500 },
  )
})

it('a clash is asked only where both changed it differently, and keeps both values', () => {
  fc.assert(
    fc.property(sides, ([base, mine, theirs]) => {
      const { merged, clashes } = mergeAnswers(base, mine, theirs)
      for (const clash of clashes) {
        expect(at(mine, clash.pointer)).not.toEqual(at(base, clash.pointer))
        expect(at(theirs, clash.pointer)).not.toEqual(at(base, clash.pointer))
        expect(shown(clash.mine)).toEqual(at(mine, clash.pointer))
        expect(shown(clash.theirs)).toEqual(at(theirs, clash.pointer))
        expect(at(merged, clash.pointer)).toEqual(at(mine, clash.pointer))
      }
      const given = takeTheirs(merged, clashes)
      for (const { pointer } of clashes) expect(at(given, pointer), pointer).toEqual(at(theirs, pointer))
    }),
    { numRuns: 500 },
  )
})

it('merging what one already has changes nothing', () => {
  fc.assert(
    fc.property(sides, ([base, mine]) => {
      expect(content(mergeAnswers(base, mine, base).merged)).toEqual(content(mine))
      expect(content(mergeAnswers(base, base, mine).merged)).toEqual(content(mine))
      expect(mergeAnswers(base, mine, mine)).toMatchObject({ clashes: [] })
      expect(changedPointers(mine, mine)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

/** The value, or for a row its cells. */
function at(of: Answers, pointer: string): unknown {
  const { table, rowKey, field } = targetOf(pointer)
  if (field === undefined) return byKey(of.rows[table ?? '']).get(rowKey ?? '')
  return valueAt(of, table === undefined || rowKey === undefined ? { field } : { table, rowKey, field })
}

function shown(side: Value | Row | undefined): unknown {
  return typeof side === 'object' && 'rowKey' in side ? side.cells : side
}
