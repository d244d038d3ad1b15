/**
 * What the checks look at: the latest submission of each agency and form ("paper"), the lists, and who owes what. The browser
 * hands over a city of one paper and gets the findings of that paper's rows.
 */
import type { Answers, Row, Value } from '../../schema/answers.ts'
import type { FormDefinition, ReferenceEntry, ReferenceLists } from '../../schema/form.ts'
import type { LocalDate } from '../../schema/ids.ts'
import type { Agency } from '../../schema/region.ts'
import type { Assignment } from '../../schema/round.ts'
import type { CheckSettings } from './check-settings.ts'

export type Paper = {
  agency: Agency
  definition: FormDefinition
  revision: number
  nil: boolean
  answers: Answers
  /** An earlier revision was accepted and this one is not decided yet. */
  afterApproval: boolean
}

/** A draft in an open window, and for how many whole working days nobody has saved it. */
export type IdleDraft = { agencyId: string; formId: string; workingDays: number }

export type City = {
  today: LocalDate
  fiscalYear: number
  agencies: readonly Agency[]
  assignments: readonly Pick<Assignment, 'agencyId' | 'formId' | 'overdue' | 'revision'>[]
  papers: readonly Paper[]
  idleDrafts: readonly IdleDraft[]
  references: ReferenceLists
  settings: CheckSettings
}

/** The forms that the rules know, by what they hold. */
export const forms = {
  tagging: 'aksi3a-penandaan-anggaran',
  review: 'reviu-aksi-2025',
  coverage: 'monev-cakupan-layanan',
  groups: 'data-sasaran',
  support: 'data-pendukung',
} as const

/** Money that is not the city's own stays out of its totals. */
export const outsideBudget = 'NON_APBD'
export const wholeCity = 'SELURUH_KOTA'

/** The rows of a table; a nil paper has none. */
export function rowsOf(paper: Paper, table: string): readonly Row[] {
  return paper.answers.rows[table] ?? []
}

export function papersOf(city: City, formId: string): readonly Paper[] {
  return city.papers.filter(({ definition }) => definition.id === formId)
}

/** The rows of one form's table in the whole city, each with its paper. */
export function rowsInCity(city: City, formId: string, table: string): readonly { paper: Paper; row: Row }[] {
  return papersOf(city, formId).flatMap((paper) => rowsOf(paper, table).map((row) => ({ paper, row })))
}

/** The number in a cell; `undefined` where there is none, or an absence. */
export function numberIn({ cells }: Pick<Row, 'cells'>, field: string): number | undefined {
  const value = cells[field]
  return typeof value === 'number' ? value : undefined
}

/** The trimmed text (or choice) in a cell, empty where there is none. */
export function textIn({ cells }: Pick<Row, 'cells'>, field: string): string {
  const value: Value | undefined = cells[field]
  return typeof value === 'string' ? value.trim() : ''
}

export function listIn({ cells }: Pick<Row, 'cells'>, field: string): readonly string[] {
  const value = cells[field]
  return Array.isArray(value) ? value : []
}

export function list(city: City, name: string): readonly ReferenceEntry[] {
  return Object.hasOwn(city.references, name) ? (city.references[name] ?? []) : []
}

/** A choice's label in both languages, or the value itself. */
export function labelOf(city: City, name: string, value: string): { id: string; en: string } {
  return list(city, name).find((entry) => entry.value === value)?.label ?? { id: value, en: value }
}

/** The agency in charge of what concerns the whole city. */
export function coordinatorOf(city: City): Agency | undefined {
  return city.agencies.find(({ kind }) => kind === 'coordinator')
}

/** All papers of a form are in, or overdue: only then does "nobody has" mean anything. */
export function isComplete(city: City, formId: string): boolean {
  const due = city.assignments.filter((assignment) => assignment.formId === formId)
  return due.length > 0 && due.every(({ revision, overdue }) => revision > 0 || overdue)
}

/** A part of a finding's id: dots separate its parts, so codes are written with dashes. */
export function keyPart(value: string): string {
  return value.replace(/[^A-Za-z0-9-]+/g, '-')
}
