/** Texts: read with what their list or Excel says of them, and judged by length and pattern. */
import type { AnswerContext } from '../answers/context.ts'
import { paddedCode } from '../checks/sub-activity-code.ts'
import { wholeTextMatcher } from '../patterns/pattern.ts'
import type { Wording } from '../wording.ts'
import { matchName } from './grammar/choice.ts'
import { notice } from './notices.ts'
import { type Judge, type Judging, type Reading, sound } from './reading.ts'
import type { Flaw, Labelled } from './unread.ts'

type TextField = Labelled & {
  readonly type: 'text'
  readonly minLength?: number | undefined
  readonly maxLength: number
  readonly pattern?: { readonly source: string; readonly message: Wording } | undefined
  readonly purpose?: string | undefined
  readonly suggest?: string | undefined
}

/** A suggested text may have been written by its label or another spelling. */
export function readText(field: TextField, typed: string, context: AnswerContext): Reading {
  const text = typed.trim()
  if (field.purpose === 'tel' && /^8\d{8,11}$/.test(text)) {
    const value = `0${text}`
    return { value, notices: [notice('leading-zero', text, { id: value, en: value })] }
  }
  const value = matchName(field, typed, context) ?? typed
  // As Excel saves a long number as CSV: most of its digits are gone.
  if (!/^\d[.,]\d+E\+1[0-9]$/i.test(text)) return { value }
  return { value, notices: [notice('cut-by-excel', text, { id: text, en: text })] }
}

export function textJudge(field: TextField, expects: Wording, say: Judging['say']): Judge {
  const { minLength = 0, maxLength, pattern, suggest } = field
  const matches = pattern && wholeTextMatcher(pattern.source)
  // Rule A01 only warns of a code in the old numbering, and offers the present one.
  return (value) => {
    if (typeof value !== 'string') return [say.wrongType(field, expects)]
    const flaws: Flaw[] = []
    if (value.length < minLength) flaws.push(say.tooShort(field, minLength))
    if (value.length > maxLength) flaws.push(say.tooLong(field, maxLength, value.length))
    const renumbered = suggest === 'sub-kegiatan' && paddedCode(value) !== undefined
    if (pattern !== undefined && matches?.(value) === false && !renumbered)
      flaws.push(say.patternMissed(field, pattern.message))
    return flaws.length === 0 ? sound : flaws
  }
}
