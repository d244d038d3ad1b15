/**
 * Coverage of services as the kecamatan reported it: numerators and denominators are summed, then divided, so that a large
 * kelurahan weighs more than a small one. Rows without figures are counted apart: no data is not zero.
 */
import type { Row } from '../../schema/answers.ts'
import { forms, numberIn, textIn } from '../../schema/checks/paper.ts'
import type { ReferenceEntry, ReferenceLists } from '../../schema/form.ts'
import { papersOfForm, type ResultPaper } from './result-papers.ts'

export type IndicatorCoverage = {
  indicator: ReferenceEntry
  period: string
  part: number
  whole: number
  /** 0 to 100 and beyond; null without a denominator. */
  percent: number | null
  /** Kelurahan with figures, and those that answered "no data yet". */
  reported: number
  withoutData: number
}

/** By indicator and period, indicators in the list's order, newest period first; only what somebody reported. */
export function coverageOfIndicators(papers: readonly ResultPaper[], references: ReferenceLists): IndicatorCoverage[] {
  const rows = papersOfForm(papers, forms.coverage).flatMap((paper) => {
    const period = textIn({ cells: paper.answers.fields }, 'periode')
    return (paper.answers.rows.cakupan ?? []).map((row) => ({ row, period }))
  })
  const periods = [...new Set(rows.map(({ period }) => period))].toSorted().toReversed()
  return (references['indikator-layanan'] ?? []).flatMap((indicator) =>
    periods.flatMap((period) => {
      const own = rows.filter((each) => each.period === period && textIn(each.row, 'indikator') === indicator.value)
      return own.length === 0 ? [] : [{ indicator, period, ...sumCoverage(own.map(({ row }) => row)) }]
    }),
  )
}

function sumCoverage(rows: readonly Row[]) {
  const given = rows.filter((row) => numberIn(row, 'penyebut') !== undefined)
  const part = given.reduce((sum, row) => sum + (numberIn(row, 'pembilang') ?? 0), 0)
  const whole = given.reduce((sum, row) => sum + (numberIn(row, 'penyebut') ?? 0), 0)
  const percent = whole === 0 ? null : Math.round((1_000 * part) / whole) / 10
  return { part, whole, percent, reported: given.length, withoutData: rows.length - given.length }
}
