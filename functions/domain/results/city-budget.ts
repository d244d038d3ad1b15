/** What each agency tagged against what SIPD has for it under codes of the stunting list: the city's account of its own budget. */
import { forms, isBudget, numberIn, rowsOf, textIn } from '../../schema/checks/check-context.ts'
import { currentCode } from '../../schema/checks/sub-activity-code.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import { stageRank } from '../../schema/sipd/stages.ts'
import type { Wording } from '../../schema/wording.ts'
import { type BudgetsByAgency, loadAgencyBudgets } from '../budgets/agency-budgets.ts'
import type { Budgets } from '../budgets/budgets.ts'
import type { RoundState } from '../round/rounds.ts'
import type { ResultSubmission } from './result-submissions.ts'

type Parts = {
  readonly state: RoundState
  readonly submissions: readonly ResultSubmission[]
  readonly references: ReferenceLists
}

/** Whole rupiah. `mapped`: ceilings of stunting codes in the newest budget; `untagged`: of those, codes without a tagged row. */
export type AgencyAccount = {
  agencyId: string
  name: Wording
  shortName: string
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

/** With the budgets of the round's year. */
export async function loadCityBudget(budgets: Pick<Budgets, 'list' | 'content'>, parts: Parts): Promise<CityBudget> {
  const { state, references } = parts
  const year = { region: state.facts.region, year: state.facts.round.fiscalYear }
  return cityBudget(parts, await loadAgencyBudgets(budgets, year, { references, zone: state.region.settings.zone }))
}

/** Of every agency that the round asks to tag. Money outside the city's own budget is left out. */
function cityBudget({ state, submissions, references }: Parts, budgets: BudgetsByAgency): CityBudget {
  const stunting = new Set((references['pemetaan-stunting'] ?? []).map(({ value }) => value))
  const asked = new Set(
    state.facts.round.assignments.filter(({ formId }) => formId === forms.tagging).map(({ agencyId }) => agencyId),
  )
  const agencies = state.region.agencies
    .filter(({ id }) => asked.has(id))
    .map(({ id, name, shortName }): AgencyAccount => {
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
        shortName,
        sent: sent !== undefined,
        tagged: own.reduce((all, row) => all + (numberIn(row, 'paguDitandai') ?? 0), 0),
        mapped: sum(mapped),
        untagged: sum(missing),
        untaggedCodes: [...new Set(missing.map(({ code }) => code))],
      }
    })
  const total = (key: 'tagged' | 'mapped' | 'untagged') => agencies.reduce((all, each) => all + each[key], 0)
  const stages = [...budgets.values()].flatMap((own) => own.at(-1)?.stage ?? [])
  const stage = stages.sort((a, b) => stageRank(b) - stageRank(a))[0] ?? null
  return { stage, agencies, tagged: total('tagged'), mapped: total('mapped'), untagged: total('untagged') }
}
