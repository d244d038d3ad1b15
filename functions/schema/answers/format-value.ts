/** Values as people read them, by their field: `Rp1.234.567`, `64,3%`, `13 Februari 2026`, a choice's label, "Belum ada data". */
import type { Value } from '../answers.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Field } from '../form.ts'
import { formatAbsence } from '../formats.ts'
import type { Language } from '../wording.ts'
import { absenceOf, isBlank } from './absence.ts'
import type { AnswerContext } from './context.ts'

/** A value in the reader's language; a blank gives the empty string, and what does not fit the field is shown as it is. */
export function formatValue(
  field: Field,
  value: Value | undefined,
  language: Language,
  context: AnswerContext,
): string {
  return written(field, value, language, context, 'format')
}

/** The same as it stands in an editor: without currency and unit, dates in digits. */
export function editText(field: Field, value: Value | undefined, language: Language, context: AnswerContext): string {
  return written(field, value, language, context, 'edit')
}

function written(
  field: Field,
  value: Value | undefined,
  language: Language,
  context: AnswerContext,
  how: 'format' | 'edit',
): string {
  if (value === undefined || isBlank(value)) return ''
  const absence = absenceOf(value)
  if (absence !== undefined) return formatAbsence(absence, language)
  const kind = kindOf(field)
  return (how === 'format' ? kind.format : (kind.edit ?? kind.format))(field, value, { language, context })
}
