/** Coverage of services as the kecamatan reported it, by indicator and period. Rows without figures are counted apart: no data is not zero. */
import { forms, papersOf, rowsOf, textIn } from '../../schema/checks/paper.ts'
import type { ReferenceEntry, ReferenceLists } from '../../schema/form.ts'
import { type SummedFigures, sumFigures } from '../checks/sum-figures.ts'
import type { ResultPaper } from './result-papers.ts'

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
  const rows = papersOf({ papers }, forms.coverage).flatMap((paper) => {
    const period = textIn({ cells: paper.answers.fields }, 'periode')
    return rowsOf(paper, 'cakupan').map((row) => ({ row, period }))
  })
  const periods = [...new Set(rows.map(({ period }) => period))].toSorted().toReversed()
  return (references['indikator-layanan'] ?? []).flatMap((indicator) =>
    periods.flatMap((period) => {
      const own = rows.filter((each) => each.period === period && textIn(each.row, 'indikator') === indicator.value)
      return own.length === 0 ? [] : [{ indicator, period, ...rounded(sumFigures(own.map(({ row }) => row))) }]
    }),
  )
}

/** Percentages as they are shown: to one decimal. */
function rounded({ percent, ...sums }: SummedFigures) {
  return { ...sums, percent: percent === undefined ? null : Math.round(10 * percent) / 10 }
}
