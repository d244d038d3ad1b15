/**
 * Judges one visible, answered cell by its field alone: type, absence, bounds, length, pattern, date, link, choices. The
 * validator and completeness share this judge, so that an answer which cannot be sent never counts as given.
 */
import type { JudgeParts } from '../fields/field-kind.ts'
import { kindOf } from '../fields/kinds.ts'
import { type Judge, sound } from '../fields/reading.ts'
import * as by from '../fields/reading-parts.ts'
import type { Field } from '../form.ts'
import { absenceOf } from './absence.ts'
import * as say from './messages.ts'

/** All flaws of a settled, non-blank value; none when it is sound. `named` are the fields that bounds may name. */
export function judgeOf(field: Field, parts: Omit<JudgeParts, 'say' | 'by'>): Judge {
  const judge = kindOf(field).judge(field, { ...parts, say, by })
  return (value, scope) => {
    const absence = absenceOf(value)
    if (absence === undefined) return judge(value, scope)
    return field.absences?.includes(absence) ? sound : [say.absenceNotAllowed(field)]
  }
}
