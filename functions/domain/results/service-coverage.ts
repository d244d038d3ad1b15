/** Coverage of services as the kecamatan reported it, by indicator and period. Rows without figures are counted apart: no data is not zero. */
import { forms, rowsOf, submissionsOf, textIn } from '../../schema/checks/check-context.ts'
import type { ReferenceEntry, ReferenceLists } from '../../schema/form.ts'
import { type SummedFigures, sumFigures } from '../checks/sum-figures.ts'
import type { ResultSubmission } from './result-submissions.ts'

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
export function coverageOfIndicators(
  submissions: readonly ResultSubmission[],
  references: ReferenceLists,
): IndicatorCoverage[] {
  const rows = submissionsOf({ submissions }, forms.coverage).flatMap((sent) => {
    const period = textIn({ cells: sent.answers.fields }, 'periode')
    return rowsOf(sent, 'cakupan').map((row) => ({ row, period }))
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
