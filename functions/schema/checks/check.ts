/**
 * The shape of a check: pure, one rule, and what it says where the rule is broken. Checks know nothing of findings that exist
 * already, of languages in use or of pages.
 */
import type { Row, Value } from '../answers.ts'
import type { Severity } from '../round.ts'
import type { Wording } from '../wording.ts'
import type { CheckContext, CheckedSubmission } from './check-context.ts'

/** What a check says. `severity` only where it differs from the rule's own. */
export type Found = {
  readonly pointer: string
  /** What is wrong and what to do; the place is said by whoever shows it. */
  readonly text: Wording
  readonly rowKey?: string
  readonly severity?: Severity
  /** What it is about, for explanations: `same` must stay equal, `amounts` near. */
  readonly same?: string
  readonly amounts?: readonly number[]
  /** A value that would mend it, to be offered, never to be put in unasked. */
  readonly fix?: { readonly pointer: string; readonly value: Value }
}

/** One row in its place. `field` gives the pointer of one of its cells. */
export type RowSite = {
  readonly context: CheckContext
  readonly submission: CheckedSubmission
  readonly row: Row
  field(id: string): string
}

/** `at`: form ids with their table. */
export type RowCheck = {
  readonly rule: string
  readonly at: readonly { readonly form: string; readonly table: string }[]
  check(site: RowSite): Found | undefined
}

/** Looks at a whole form, and at the agency's other submissions where they are known. */
export type FormCheck = {
  readonly rule: string
  readonly form: string
  check(submission: CheckedSubmission, context: CheckContext): readonly Found[]
}

export function siteOf(context: CheckContext, submission: CheckedSubmission, table: string, row: Row): RowSite {
  return { context, submission, row, field: (id) => `/rows/${table}/${row.rowKey}/${id}` }
}

/** The finding about a cell of the site's row. */
export function at(
  site: RowSite,
  field: string,
  text: Wording,
  basis: Pick<Found, 'same' | 'amounts' | 'severity' | 'fix'> = {},
): Found {
  return { pointer: site.field(field), text, ...basis }
}
