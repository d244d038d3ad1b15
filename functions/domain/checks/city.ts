/**
 * What the scheduled check looks at: the latest submission of each agency and form, what was sent in earlier rounds, the
 * lists, and who owes what.
 */

import type { Row } from '../../schema/answers.ts'
import type { Found } from '../../schema/checks/check.ts'
import {
  type CheckContext,
  type CheckedSubmission,
  forms,
  rowsOf,
  submissionsOf,
} from '../../schema/checks/check-context.ts'
import type { Agency } from '../../schema/region.ts'
import type { Assignment } from '../../schema/round.ts'

/** A draft in an open window, and for how many whole working days nobody has saved it. */
export type IdleDraft = { agencyId: string; formId: string; workingDays: number }

export type City = CheckContext & {
  readonly agencies: readonly Agency[]
  readonly assignments: readonly Pick<
    Assignment,
    'agencyId' | 'formId' | 'overdue' | 'open' | 'revision' | 'nil' | 'rowCount'
  >[]
  readonly idleDrafts: readonly IdleDraft[]
  /** Coverage submissions of all other rounds, the newest round first. */
  readonly otherRounds: readonly CheckedSubmission[]
  /** Of each form whose figures are compared with it: what was sent in the last round before this one that asked it. */
  readonly lastRound?: readonly CheckedSubmission[]
}

/** What a check over the city found, and whom it concerns. */
export type FoundAt = Found & { readonly agencyId: string; readonly formId: string }
/** Pure; `rule` is a number of the table. */
export type CityCheck = { readonly rule: string; check(city: City): readonly FoundAt[] }

/** The rows of one form's table in the whole city, each with its submission. */
export function rowsInCity(
  city: City,
  formId: string,
  table: string,
): readonly { submission: CheckedSubmission; row: Row }[] {
  return submissionsOf(city, formId).flatMap((submission) =>
    rowsOf(submission, table).map((row) => ({ submission, row })),
  )
}

/** The rows that tag budget. */
export function taggedRows(city: City): readonly { submission: CheckedSubmission; row: Row }[] {
  return rowsInCity(city, forms.tagging, 'penandaan')
}

/** The agency in charge of what concerns the whole city. */
export function coordinatorOf(city: City): Agency | undefined {
  return city.agencies.find(({ kind }) => kind === 'coordinator')
}

/** All submissions of a form are in, or overdue: only then does "nobody has" mean anything. */
export function isComplete(city: City, formId: string): boolean {
  const due = city.assignments.filter((assignment) => assignment.formId === formId)
  return due.length > 0 && due.every(({ revision, overdue }) => revision > 0 || overdue)
}
