/**
 * Coverage of a service over several kelurahan: numerators and denominators are summed, then divided, so that a large kelurahan
 * weighs more than a small one. A row counts with both figures or not at all: no data is not zero.
 */
import type { Row } from '../../schema/answers.ts'
import { numberIn } from '../../schema/checks/check-context.ts'

export type SummedFigures = {
  readonly part: number
  readonly whole: number
  /** 0 to 100 and beyond; `undefined` without a denominator. */
  readonly percent: number | undefined
  /** Rows with both figures, and those that lack one; a row that says "does not apply" is neither. */
  readonly reported: number
  readonly withoutData: number
}

export function sumFigures(rows: readonly Row[]): SummedFigures {
  let [part, whole, reported, withoutData] = [0, 0, 0, 0]
  for (const row of rows) {
    const [above, below] = [numberIn(row, 'pembilang'), numberIn(row, 'penyebut')]
    if (above !== undefined && below !== undefined) {
      part += above
      whole += below
      reported += 1
    } else if (!isAbsent(row, 'pembilang', 'not-applicable')) withoutData += 1
  }
  return { part, whole, percent: whole === 0 ? undefined : (100 * part) / whole, reported, withoutData }
}

function isAbsent({ cells }: Row, field: string, absence: string): boolean {
  const value = cells[field]
  return typeof value === 'object' && 'absent' in value && value.absent === absence
}
