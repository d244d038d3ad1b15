/**
 * What the checks look at: one form’s answers of one agency, sent or still a draft, the region's lists and thresholds, and other submissions as
 * far as they are at hand: in the browser and at submit the agency's own, in the scheduled check those of the whole city.
 */
import type { RuleEngine } from '../answers/settled.ts'
import type { Answers, Row, Value } from '../answers.ts'
import type { FormDefinition, ReferenceEntry, ReferenceLists } from '../form.ts'
import type { LocalDate } from '../ids.ts'
import type { Agency } from '../region.ts'
import type { AgencyBudget } from '../sipd/agency-budget.ts'
import type { Wording } from '../wording.ts'
import type { CheckSettings } from './check-settings.ts'
import type { OwnChecks } from './own/own-check.ts'

export type CheckedSubmission = {
  readonly agency: Pick<Agency, 'id' | 'name' | 'kind' | 'sectors'>
  readonly definition: FormDefinition
  /** 0 = a draft. */
  readonly revision: number
  readonly nil: boolean
  /** Settled: only cells in force, texts trimmed. */
  readonly answers: Answers
  /** An earlier revision was accepted and this one is not decided yet. */
  readonly afterApproval: boolean
  /** The local date of the submission; a draft has none. */
  readonly submittedOn?: LocalDate
}

export type CheckContext = {
  readonly today: LocalDate
  readonly fiscalYear: number
  readonly references: ReferenceLists
  readonly settings: CheckSettings
  readonly submissions: readonly CheckedSubmission[]
  /** Of SIPD, by agency: the newest of each document, the newest stage last. Absent where none is at hand. */
  readonly budgets?: ReadonlyMap<string, readonly AgencyBudget[]>
  /** What the coordinator chose to have checked. */
  readonly ownChecks?: OwnChecks | undefined
  /** As of an AnswerContext: needed where answers of a form with rules of its own are not settled yet. */
  readonly rules?: RuleEngine | undefined
  readonly now?: string | undefined
}

/** The forms that the rules know, by what they hold. */
export const forms = {
  tagging: 'aksi3a-penandaan-anggaran',
  review: 'reviu-aksi-2025',
  coverage: 'monev-cakupan-layanan',
  groups: 'data-sasaran',
  support: 'data-pendukung',
} as const

/** The lists that checks look at besides those a form takes its choices from. */
export const checkLists = ['ambang', 'pemetaan-stunting', 'total-penandaan', 'indikator-layanan', 'kelurahan'] as const

/** Money that is not the city's own stays out of its totals. */
const outsideBudget = 'NON_APBD'
export const wholeCity = 'SELURUH_KOTA'

/** The rows of a table; a nil submission has none. */
export function rowsOf({ answers }: Pick<CheckedSubmission, 'answers'>, table: string): readonly Row[] {
  return answers.rows[table] ?? []
}

export function submissionsOf<P extends Pick<CheckedSubmission, 'definition'>>(
  { submissions }: { readonly submissions: readonly P[] },
  formId: string,
): readonly P[] {
  return submissions.filter(({ definition }) => definition.id === formId)
}

/** The agency's submission of another form, where it is known. */
export function ownSubmission(
  context: Pick<CheckContext, 'submissions'>,
  agencyId: string,
  formId: string,
): CheckedSubmission | undefined {
  return submissionsOf(context, formId).find(({ agency }) => agency.id === agencyId)
}

type Cells = Pick<Row, 'cells'>

/** The number in a cell; `undefined` where there is none, or an absence. */
export function numberIn({ cells }: Cells, field: string): number | undefined {
  const value = cells[field]
  return typeof value === 'number' ? value : undefined
}

/** The trimmed text (or choice) in a cell, empty where there is none. */
export function textIn({ cells }: Cells, field: string): string {
  const value: Value | undefined = cells[field]
  return typeof value === 'string' ? value.trim() : ''
}

export function listIn({ cells }: Cells, field: string): readonly string[] {
  const value = cells[field]
  return Array.isArray(value) ? value : []
}

export function list({ references }: Pick<CheckContext, 'references'>, name: string): readonly ReferenceEntry[] {
  return Object.hasOwn(references, name) ? (references[name] ?? []) : []
}

/** The lists as one agency sees them: browser and server must look at the same. */
export function scopedTo(references: ReferenceLists, agencyId: string): ReferenceLists {
  return Object.fromEntries(Object.entries(references).map(([id, entries]) => [id, entriesFor(entries, agencyId)]))
}

/** Each list by whom its entries are for; `undefined`: for everybody. Looked up by every submission, as the indexes below are. */
const byScope = new WeakMap<readonly ReferenceEntry[], ReadonlyMap<string | undefined, ReferenceEntry[]>>()

function entriesFor(entries: readonly ReferenceEntry[], agencyId: string): readonly ReferenceEntry[] {
  const scopes = byScope.get(entries) ?? scopesOf(entries)
  byScope.set(entries, scopes)
  const [all, own] = [scopes.get(undefined) ?? [], scopes.get(agencyId) ?? []]
  if (own.length === 0 || all.length === 0) return own.length === 0 ? all : own
  return entries.filter(({ scope }) => scope?.includes(agencyId) ?? true)
}

function scopesOf(entries: readonly ReferenceEntry[]): Map<string | undefined, ReferenceEntry[]> {
  const scopes = new Map<string | undefined, ReferenceEntry[]>()
  for (const entry of entries) {
    for (const agencyId of new Set<string | undefined>(entry.scope ?? [undefined])) {
      const known = scopes.get(agencyId)
      if (known === undefined) scopes.set(agencyId, [entry])
      else known.push(entry)
    }
  }
  return scopes
}

/** Lists never change in place and a nomenclature has thousands of entries: each is indexed once. */
const indexes = new WeakMap<readonly ReferenceEntry[], ReadonlyMap<string, ReferenceEntry>>()

export function entryOf(
  context: Pick<CheckContext, 'references'>,
  name: string,
  value: string,
): ReferenceEntry | undefined {
  const entries = list(context, name)
  const known = indexes.get(entries)
  if (known !== undefined) return known.get(value)
  const index = new Map(entries.map((entry) => [entry.value, entry]))
  indexes.set(entries, index)
  return index.get(value)
}

/** A list that nobody has put a hand to yet suggests; that something is not on it means nothing. */
export function isSuggestion(entries: readonly ReferenceEntry[]): boolean {
  return entries.every(({ facts }) => facts?.verified === 'no')
}

/** A choice's label in both languages, or the value itself. */
export function labelOf(context: Pick<CheckContext, 'references'>, name: string, value: string): Wording {
  return entryOf(context, name, value)?.label ?? { id: value, en: value }
}

/** Is the indicator one that is good when it is low? */
export function isReversed(context: Pick<CheckContext, 'references'>, indicator: string): boolean {
  return entryOf(context, 'indikator-layanan', indicator)?.facts?.direction === 'lower'
}

/** What a source belongs to is data of its list; these are known where an older list does not say. */
const outside = new Set([outsideBudget, 'APBN'])

/** Whether a source counts as the city's own budget: the one question of totals, A15, printed papers and exports. */
export function isBudget(context: Pick<CheckContext, 'references'>, source: string): boolean {
  const said = entryOf(context, 'sumber-dana', source)?.facts?.budget
  return said === undefined || said === '' ? !outside.has(source) : said !== 'no'
}

/** A coverage row's percentage; `undefined` without figures or over nothing. */
export function percentOf(row: Cells): number | undefined {
  const [part, whole] = [numberIn(row, 'pembilang'), numberIn(row, 'penyebut')]
  return part === undefined || whole === undefined || whole === 0 ? undefined : (100 * part) / whole
}

/** A part of a finding's id: dots separate its parts, so codes are written with dashes. */
export function keyPart(value: string): string {
  return value.replace(/[^A-Za-z0-9-]+/g, '-')
}
