/** Native charts beside the rows that they draw: one below the other, so that few rows do not push them together. */
import type { WriteSheet } from 'hucre/xlsx'
import type { ResultChart } from '../../domain/results/result-sheet.ts'
import { columnName } from '../../rules/cell-names.ts'

type SheetChart = NonNullable<WriteSheet['charts']>[number]

const wide = 9
/** In rows of the sheet: a heading and a bar take about one each. */
const highest = 24
const lowest = 10
const colour = '0B5CAB'

/** `head`: how many rows stand above the first of the sheet's own; `columns`: how many it has. */
export function chartsOf(
  charts: readonly ResultChart[],
  { head, columns }: { head: number; columns: number },
): SheetChart[] {
  let top = head
  return charts.map(({ title, labels, values, from, rows }) => {
    const range = (column: number) =>
      `${columnName(column)}${head + from + 1}:${columnName(column)}${head + from + rows}`
    const height = Math.min(highest, Math.max(lowest, rows + 5))
    const anchor = {
      from: { row: top, col: columns + 1 },
      to: { row: top + height, col: columns + 1 + wide },
    }
    top += height + 1
    return {
      type: 'bar',
      title,
      titleFontSize: 11,
      titleBold: true,
      series: [{ name: title, values: range(values), categories: range(labels), color: colour }],
      // Excel draws the first bar at the bottom unless told otherwise.
      axes: { x: { reverse: true } },
      legend: false,
      dataLabels: { showValue: true, position: 'outEnd' },
      gapWidth: 40,
      anchor,
    }
  })
}
