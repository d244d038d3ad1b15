/** Finds the header among the first rows, reads the columns that have a role, and tells total rows from lines. */
import type { BudgetContent, ReadingCounts } from '../../schema/sipd/budget.ts'
import { centsOf } from './amounts.ts'
import { type Header, headerIn, type Role, type Shape } from './labels.ts'
import type { CellValue, RowTaker } from './row-taker.ts'
import { LineSums } from './sum-lines.ts'

export type SipdReading = {
  readonly shape: Shape
  readonly spending: boolean
  /** Each year that rows, or the title above them, name. */
  readonly years: readonly number[]
  readonly content: BudgetContent
  readonly counts: ReadingCounts
  /** Rupiah: sums of all lines that were taken; of spending what was given back is taken off. */
  readonly total: number
  /** What the file's own total row says, where it stands in its column; and whether it equals all rows together. */
  readonly declared?: { readonly total: number; readonly agrees: boolean }
}

const rowsBeforeHeader = 30
type Cells = ReadonlyMap<number, CellValue>

export class SipdTable implements RowTaker {
  /** What the first rows say, where no header was found. */
  readonly texts: string[] = []
  #header: Header | undefined
  #columns: ReadonlySet<number> | undefined
  #before = 0
  readonly #sums = new LineSums()
  readonly #years = new Set<number>()
  #declared: number | undefined

  wants(column: number): boolean {
    return this.#columns === undefined || this.#columns.has(column)
  }

  row(cells: Cells): boolean {
    if (this.#header === undefined) return this.#look(cells)
    if (cells.size > 0) this.#take(this.#header, cells)
    return true
  }

  #look(cells: Cells): boolean {
    this.#header = headerIn(cells)
    if (this.#header !== undefined) {
      const columns = new Set<number>([0, 1])
      for (const column of this.#header.columns.values()) columns.add(column)
      this.#columns = columns
      return true
    }
    cells.forEach((value) => {
      this.texts.push(String(value))
      const year = /^\s*tahun(?:\s+anggaran)?\s*:?\s*(20\d{2})\s*$/i.exec(String(value))?.[1]
      if (year !== undefined) this.#years.add(Number(year))
    })
    return ++this.#before < rowsBeforeHeader
  }

  #take({ columns, spending }: Header, cells: Cells): void {
    const cell = (role: Role): CellValue | undefined => {
      const column = columns.get(role)
      return column === undefined ? undefined : cells.get(column)
    }
    const text = (role: Role) => String(cell(role) ?? '').trim()
    const amount = spending ? net(cell('spent'), cell('returned')) : centsOf(cell('amount'))
    if (text('activityCode') === '' && isTotal(cells)) {
      this.#declared = spending ? centsOf(cell('spent')) : amount
      this.#declaredReturned = spending ? (centsOf(cell('returned')) ?? 0) : 0
      return
    }
    const year = Number(cell('year'))
    if (year >= 2_000 && year <= 2_100) this.#years.add(year)
    const bare = !spending && columns.has('account') && text('account') === ''
    const said = spending ? text('spent') !== '' : text('amount') !== ''
    this.#sums.add(
      {
        skpdCode: text('skpdCode'),
        skpdName: text('skpdName'),
        unitCode: text('unitCode'),
        unitName: text('unitName'),
        activityCode: text('activityCode'),
        activityName: text('activityName'),
        fundCode: text('fundCode'),
        fundName: text('fundName'),
        cents: amount,
        bare: (bare && (amount ?? 0) === 0) || !said,
      },
      !spending,
    )
  }

  #declaredReturned = 0

  /** `undefined` where no header stood in the first rows. */
  reading(): SipdReading | undefined {
    if (this.#header === undefined) return undefined
    const { shape, spending } = this.#header
    const content = this.#sums.content()
    const total = content.lines.reduce((sum, [, , , amount]) => sum + Math.round(amount * 100), 0) / 100
    const declared = this.#declared
    return {
      shape,
      spending,
      years: Array.from(this.#years).sort(),
      content,
      counts: { ...this.#sums.counts, oddAmount: Math.round(this.#sums.counts.oddAmount * 100) / 100 },
      total,
      ...(declared === undefined
        ? {}
        : {
            declared: {
              total: declared / 100,
              agrees: Math.abs(declared - this.#declaredReturned - this.#sums.everything) < 100,
            },
          }),
    }
  }
}

/** Given back is positive. */
function net(spent: CellValue | undefined, returned: CellValue | undefined): number | undefined {
  const cents = centsOf(spent)
  return cents === undefined ? undefined : cents - (centsOf(returned) ?? 0)
}

/** `Total` or `Jumlah` in the first cells, alone or with what it is a sum of, and no code: a sum of the file's own. */
const totalWords =
  /^\s*(grand\s+|sub\s*)?(total|jumlah)(\s+(total|keseluruhan|seluruh\w*|akhir|umum|pagu|anggaran|belanja|realisasi))*\s*:?\s*$/i

function isTotal(cells: Cells): boolean {
  let total = false
  cells.forEach((value) => {
    if (totalWords.test(String(value))) total = true
  })
  return total
}
