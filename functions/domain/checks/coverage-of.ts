/**
 * Which actions and service indicators have tagged budget in any agency, and which have none: what A13 finds and what the results'
 * sheet shows, so that the two can never differ. A row names the indicators it supports. Actions are named by the lists: an entry
 * of the stunting mapping or of the nomenclature says in its facts which `aksi` its sub-activity serves; where no entry does,
 * nothing can be said of actions.
 */
import type { Row } from '../../schema/answers.ts'
import {
  type CheckContext,
  type CheckedSubmission,
  entryOf,
  forms,
  isBudget,
  isReversed,
  list,
  listIn,
  numberIn,
  rowsOf,
  submissionsOf,
  textIn,
} from '../../schema/checks/check-context.ts'
import { currentCode } from '../../schema/checks/sub-activity-code.ts'
import type { Wording } from '../../schema/wording.ts'
import { sumFigures } from './sum-figures.ts'

type Looked = Pick<CheckContext, 'references'> & {
  readonly submissions: readonly Pick<CheckedSubmission, 'agency' | 'definition' | 'answers'>[]
}

export type Covered = {
  readonly id: string
  readonly label: Wording
  /** Rows that support it with a tagged amount. */
  readonly rows: number
  /** Tagged rupiah of all rows that support it; a row that supports several counts for each. */
  readonly tagged: number
  /** What of it is money outside the city's own budget. */
  readonly outside: number
  /** Agencies with a tagged row for it, in the order of their submissions. */
  readonly agencyIds: readonly string[]
}
/** `coverage` and `target` in percent, where they are known. */
export type CoveredIndicator = Covered & {
  readonly coverage: number | undefined
  readonly target: number | undefined
  /** How many points it lacks; 0 where the target is met, `undefined` where it cannot be said. */
  readonly shortBy: number | undefined
}
/** `actions` is undefined where the lists do not say which sub-activities serve which action. */
export type Coverage = {
  readonly indicators: readonly CoveredIndicator[]
  readonly actions: readonly Covered[] | undefined
}

/** Indicators without budget first, and among them those furthest below their target; actions without budget first. */
export function coverageOf(city: Looked): Coverage {
  const indicators = list(city, 'indikator-layanan').map(({ value, label }) => {
    const rows = tagsOf(city, (row) => listIn(row, 'indikatorLayanan').includes(value))
    return { id: value, label, ...rows, ...standing(city, value) }
  })
  const actions = list(city, 'aksi').map(({ value, label }) => {
    return { id: value, label, ...tagsOf(city, (row) => actionsOf(city, row).includes(value)) }
  })
  const mapped = actions.some(({ id }) => isMapped(city, id))
  return {
    indicators: indicators.sort((a, b) => bareFirst(a, b) || worth(b) - worth(a)),
    actions: mapped ? actions.sort(bareFirst) : undefined,
  }
}

function bareFirst(a: Covered, b: Covered): number {
  return Number(a.tagged > 0) - Number(b.tagged > 0)
}

/** Short of its target before unknown, unknown before met. */
function worth({ shortBy }: CoveredIndicator): number {
  return shortBy === undefined ? 0 : shortBy === 0 ? -1 : shortBy
}

function rowsIn(city: Looked, formId: string, table: string) {
  return submissionsOf(city, formId).flatMap((submission) =>
    rowsOf(submission, table).map((row) => ({ agencyId: submission.agency.id, row })),
  )
}

function tagsOf(city: Looked, serves: (row: Row) => boolean): Omit<Covered, 'id' | 'label'> {
  const rows = rowsIn(city, forms.tagging, 'penandaan').flatMap(({ agencyId, row }) => {
    const amount = numberIn(row, 'paguDitandai') ?? 0
    return amount > 0 && serves(row) ? [{ agencyId, amount, own: isBudget(city, textIn(row, 'sumberDana')) }] : []
  })
  const sum = (of: typeof rows) => of.reduce((total, { amount }) => total + amount, 0)
  return {
    rows: rows.length,
    tagged: sum(rows),
    outside: sum(rows.filter(({ own }) => !own)),
    agencyIds: [...new Set(rows.map(({ agencyId }) => agencyId))],
  }
}

const mappingLists = ['pemetaan-stunting', 'sub-kegiatan'] as const

function actionsOf(city: Looked, row: Row): readonly string[] {
  const code = currentCode(textIn(row, 'kodeSubKegiatan'))
  return mappingLists.flatMap((name) => namesIn(entryOf(city, name, code)?.facts?.aksi))
}

function isMapped(city: Looked, action: string): boolean {
  return mappingLists.some((name) => list(city, name).some(({ facts }) => namesIn(facts?.aksi).includes(action)))
}

function namesIn(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,;]+/).filter((name) => name !== '')
}

/** The city's figure against the target that the list of indicators names. */
function standing(city: Looked, indicator: string): Pick<CoveredIndicator, 'coverage' | 'target' | 'shortBy'> {
  const rows = rowsIn(city, forms.coverage, 'cakupan').filter(({ row }) => textIn(row, 'indikator') === indicator)
  const { percent: coverage } = sumFigures(rows.map(({ row }) => row))
  const named = Number(entryOf(city, 'indikator-layanan', indicator)?.facts?.target || Number.NaN)
  const target = Number.isFinite(named) ? named : undefined
  if (coverage === undefined || target === undefined) return { coverage, target, shortBy: undefined }
  const gap = isReversed(city, indicator) ? coverage - target : target - coverage
  return { coverage, target, shortBy: Math.max(0, gap) }
}
