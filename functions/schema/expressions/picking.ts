/** `[ ]`: the rows of a table, or the items of a list, that pass all tests. A number is the place among those that are left. */
import type { Answered, Frame } from './frame.ts'
import { Nodes, type Result } from './values.ts'

/** By column; `label@en` beside `label` where the list has an English text. */
export type ListItem = { readonly [column: string]: string }
export type PickTest = { readonly run: (frame: Frame) => Result; readonly truth: (frame: Frame) => boolean }
type Work = (frame: Frame) => Result

export function rowsWithin(table: string, column: string | undefined, tests: readonly PickTest[]): Work {
  return (frame) =>
    new Nodes(rowsOf(frame, table, tests).map((row) => (column === undefined ? '' : (row[column] ?? ''))))
}

export function itemsWhere(items: readonly ListItem[], column: string | undefined, tests: readonly PickTest[]): Work {
  return (frame) => {
    const { choice, index, size } = frame
    const left = passing(items, tests, frame, (item) => {
      frame.choice = item
    })
    Object.assign(frame, { choice, index, size })
    return allOf(left, column)(frame)
  }
}

/** All items, or of each what stands in one column. */
export function allOf(items: readonly ListItem[], column: string | undefined): Work {
  return ({ language }) =>
    new Nodes(
      items.map((item) => {
        if (column === undefined) return ''
        return (language === 'en' ? item[`${column}@en`] : undefined) ?? item[column] ?? ''
      }),
    )
}

function rowsOf(frame: Frame, table: string, tests: readonly PickTest[]): readonly Answered[] {
  const { row, outer, index, size } = frame
  frame.outer = row
  const rows = passing(frame.tables[table] ?? [], tests, frame, (each) => {
    frame.row = each
  })
  Object.assign(frame, { row, outer, index, size })
  return rows
}

function passing<T>(all: readonly T[], tests: readonly PickTest[], frame: Frame, stand: (each: T) => void) {
  return tests.reduce((left: readonly T[], { run, truth }) => {
    frame.size = left.length
    return left.filter((each, at) => {
      stand(each)
      frame.index = at + 1
      const result = run(frame)
      return typeof result === 'number' ? result === at + 1 : truth(frame)
    })
  }, all)
}
