/** A value as the preview shows it; blank ones are named. */
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { Value } from '../../../functions/schema/answers.ts'
import type { Field } from '../../../functions/schema/form.ts'
import { language, say } from '../../wording/language.ts'
import { workbookWording as words } from '../../wording/workbook.ts'

export function shownValue(field: Field | undefined, value: Value | null | undefined, context: AnswerContext): string {
  if (value === null || value === undefined || field === undefined) return say(words.blankCell)
  return formatValue(field, value, language.value, context)
}
