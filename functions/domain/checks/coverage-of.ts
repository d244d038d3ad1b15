/**
 * Which actions and service indicators have tagged budget in any agency, and which have none (A13, and the results' sheet of
 * coverage). A row names the indicators it supports. Actions are named by the lists: an entry of the stunting mapping or of
 * the nomenclature says in its facts which `aksi` its sub-activity serves; where no entry does, nothing can be said of actions.
 */
import type { Row } from '../../schema/answers.ts'
import {
  entryOf,
  forms,
  isReversed,
  list,
  listIn,
  numberIn,
  papersOf,
  rowsOf,
  textIn,
} from '../../schema/checks/paper.ts'
import { currentCode } from '../../schema/checks/sub-activity-code.ts'
import type { Wording } from '../../schema/wording.ts'
import type { City } from './city.ts'

type Looked = Pick<City, 'papers' | 'references'>

export type Covered = {
  readonly id: string
  readonly label: Wording
  /** Tagged rupiah of all rows that support it; a row that supports several counts for each. */
  readonly tagged: number
  /** Agencies with a tagged row for it, in the order of their papers. */
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

function tagsOf(city: Looked, serves: (row: Row) => boolean): Pick<Covered, 'tagged' | 'agencyIds'> {
  const rows = papersOf(city, forms.tagging).flatMap((paper) =>
    rowsOf(paper, 'penandaan').flatMap((row) => {
      const amount = numberIn(row, 'paguDitandai') ?? 0
      return amount > 0 && serves(row) ? [{ agencyId: paper.agency.id, amount }] : []
    }),
  )
  return {
    tagged: rows.reduce((sum, { amount }) => sum + amount, 0),
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
  const rows = papersOf(city, forms.coverage)
    .flatMap((paper) => rowsOf(paper, 'cakupan'))
    .filter((row) => textIn(row, 'indikator') === indicator)
    .filter((row) => numberIn(row, 'pembilang') !== undefined && numberIn(row, 'penyebut') !== undefined)
  const sum = (field: string) => rows.reduce((total, row) => total + (numberIn(row, field) ?? 0), 0)
  const coverage = sum('penyebut') === 0 ? undefined : (100 * sum('pembilang')) / sum('penyebut')
  const named = Number(entryOf(city, 'indikator-layanan', indicator)?.facts?.target || Number.NaN)
  const target = Number.isFinite(named) ? named : undefined
  if (coverage === undefined || target === undefined) return { coverage, target, shortBy: undefined }
  const gap = isReversed(city, indicator) ? coverage - target : target - coverage
  return { coverage, target, shortBy: Math.max(0, gap) }
}
