/** Telephone numbers: read, and judged. */
import type { Wording } from '../wording.ts'
import { parsePhone } from './grammar/phone.ts'
import { isRealPhone } from './grammar/real.ts'
import { notice } from './notices.ts'
import { type Judge, type Judging, type Reading, sound } from './reading.ts'
import { type Labelled, notRead, twoValues } from './unread.ts'

type Parts = { readonly expects: Wording; readonly format: (value: string) => string }

export function readPhone(field: Labelled, typed: string, { expects, format }: Parts): Reading {
  const parsed = parsePhone(typed)
  if (parsed === 'two-values') return { value: typed, flaw: twoValues(field, typed) }
  if (parsed === undefined) return { value: typed, flaw: notRead(field, typed, expects) }
  const shown = format(parsed.value)
  const notices = parsed.zeroAdded ? [notice('leading-zero', typed.trim(), { id: shown, en: shown })] : undefined
  return { value: parsed.value, ...(notices === undefined ? {} : { notices }) }
}

export function phoneJudge(field: Labelled, parts: Parts, say: Judging['say']): Judge {
  return (value) => {
    if (typeof value !== 'string') return [say.wrongType(field, parts.expects)]
    return isRealPhone(value) ? sound : [readPhone(field, value, parts).flaw ?? notRead(field, value, parts.expects)]
  }
}
