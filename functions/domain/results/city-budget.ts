/** What each agency tagged against what SIPD has for it under codes of the stunting list: the city's account of its own budget. */
import { forms, isBudget, numberIn, rowsOf, textIn } from '../../schema/checks/check-context.ts'
import { currentCode } from '../../schema/checks/sub-activity-code.ts'
import type { Wording } from '../../schema/wording.ts'
import type { BudgetsByAgency } from '../budgets/agency-budgets.ts'
import type { ResultParts } from './round-results.ts'

/** Whole rupiah. `mapped`: ceilings of stunting codes in the newest budget; `untagged`: of those, codes without a tagged row. */
export type AgencyAccount = {
  agencyId: string
  name: Wording
  sent: boolean
  tagged: number
  mapped: number
  untagged: number
  untaggedCodes: string[]
}
export type CityBudget = {
  /** The newest stage that any agency has; null where no budget is loaded. */
  stage: string | null
  agencies: AgencyAccount[]
  tagged: number
  mapped: number
  untagged: number
}

/** Of every agency that the round asks to tag. Money outside the city's own budget is left out. */
export function cityBudget({ state, submissions, references }: ResultParts, budgets: BudgetsByAgency): CityBudget {
  const stunting = new Set((references['pemetaan-stunting'] ?? []).map(({ value }) => value))
  const asked = new Set(
    state.facts.round.assignments.filter(({ formId }) => formId === forms.tagging).map(({ agencyId }) => agencyId),
  )
  const agencies = state.region.agencies
    .filter(({ id }) => asked.has(id))
    .map(({ id, name }): AgencyAccount => {
      const sent = submissions.find((each) => each.agency.id === id && each.definition.id === forms.tagging)
      const rows = sent === undefined ? [] : rowsOf(sent, 'penandaan')
      const own = rows.filter((row) => isBudget({ references }, textIn(row, 'sumberDana')))
      const done = new Set(rows.map((row) => currentCode(textIn(row, 'kodeSubKegiatan'))))
      const mapped = (budgets.get(id)?.at(-1)?.rows ?? []).filter(({ code }) => stunting.has(code))
      const missing = mapped.filter(({ code }) => !done.has(code))
      const sum = (of: readonly { ceiling: number }[]) => of.reduce((all, { ceiling }) => all + ceiling, 0)
      return {
        agencyId: id,
        name,
        sent: sent !== undefined,
        tagged: own.reduce((all, row) => all + (numberIn(row, 'paguDitandai') ?? 0), 0),
        mapped: sum(mapped),
        untagged: sum(missing),
        untaggedCodes: [...new Set(missing.map(({ code }) => code))],
      }
    })
  const total = (key: 'tagged' | 'mapped' | 'untagged') => agencies.reduce((all, each) => all + each[key], 0)
  const stage = [...budgets.values()][0]?.at(-1)?.stage ?? null
  return { stage, agencies, tagged: total('tagged'), mapped: total('mapped'), untagged: total('untagged') }
}
