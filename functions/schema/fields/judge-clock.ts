/** Times of day, and days with one, judged. */
import type { Wording } from '../wording.ts'
import { type Judge, type Judging, sound } from './reading.ts'
import { type Labelled, notRead } from './unread.ts'

type Clock = Labelled & { readonly min?: string | undefined; readonly max?: string | undefined }
type Ways = {
  readonly expects: Wording
  readonly isReal: (text: string) => boolean
  readonly worded?: (value: string) => Wording
}

export function clockJudge(field: Clock, { expects, isReal, worded }: Ways, say: Judging['say']): Judge {
  const named = (value: string) => worded?.(value) ?? { id: value, en: value }
  return (value) => {
    if (typeof value !== 'string') return [say.wrongType(field, expects)]
    if (!isReal(value)) return [notRead(field, value, expects)]
    if (field.min !== undefined && value < field.min) return [say.tooEarly(field, named(field.min), undefined)]
    if (field.max !== undefined && value > field.max) return [say.tooLate(field, named(field.max), undefined)]
    return sound
  }
}
