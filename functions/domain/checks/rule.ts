/**
 * A rule is one line of the table in domain terms: which rows or papers it looks at, and what it says. Rules are pure and
 * know nothing of findings that exist already.
 */
import { rowLabel } from '../../schema/answers/row-label.ts'
import type { Row } from '../../schema/answers.ts'
import type { Finding, Severity } from '../../schema/round.ts'
import type { Wording } from '../../schema/wording.ts'
import type { City, Paper } from './city.ts'

/** A finding before it has a state. */
export type DetectedFinding = Pick<
  Finding,
  'id' | 'rule' | 'severity' | 'agencyId' | 'formId' | 'rowKey' | 'pointer' | 'message'
>

/** What a rule answers. `severity` only where it differs from the rule's own. */
export type Found = { pointer: string; message: Wording; rowKey?: string; severity?: Severity }
/** The same where the rule must say whom it concerns. */
export type FoundAt = Found & { agencyId: string; formId: string }

/** One row in its place. `field` gives the pointer of one of its cells. */
export type RowSite = {
  city: City
  paper: Paper
  row: Row
  /** `Baris 3 · Alak`. */
  name: Wording
  field(id: string): string
}

type Head = { id: string; severity: Severity }
/** `at`: form ids with their table. `field` rules look at one cell of each row, `row` rules at several. */
export type RowRule = Head & {
  scope: 'field' | 'row'
  at: readonly { form: string; table: string }[]
  check(site: RowSite): Found | undefined
}
export type FormRule = Head & { scope: 'form'; form: string | 'any'; check(paper: Paper, city: City): Found[] }
/** `agency`: one agency's papers together; `city`: all of them. Both answer with the place. */
export type WideRule = Head & { scope: 'agency' | 'city'; check(city: City): FoundAt[] }
export type Rule = RowRule | FormRule | WideRule

/** The site of a row; `index` counts from 0. */
export function siteOf(city: City, paper: Paper, table: string, index: number): RowSite | undefined {
  const row = paper.answers.rows[table]?.[index]
  const definition = paper.definition.tables.find(({ id }) => id === table)
  if (row === undefined || definition === undefined) return undefined
  const { today, fiscalYear, references } = city
  const context = { today, fiscalYear, references, agencyId: paper.agency.id }
  return {
    city,
    paper,
    row,
    name: rowLabel(definition, row, index, context),
    field: (id) => `/rows/${table}/${row.rowKey}/${id}`,
  }
}

/** A sentence about a row: "Baris 3 · Alak: ...". */
export function inRow({ name }: RowSite, id: string, en: string): Wording {
  return { id: `${name.id}: ${id}`, en: `${name.en}: ${en}` }
}

/** The finding about a cell of the site's row. */
export function at(site: RowSite, field: string, id: string, en: string): Found {
  return { pointer: site.field(field), message: inRow(site, id, en) }
}
