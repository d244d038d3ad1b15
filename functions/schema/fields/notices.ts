/**
 * What is said about a value that is not letter for letter what was put in: page, paste and upload list these with their
 * counts. A `question` is asked once a column before anything is taken over.
 */
import type { Wording } from '../wording.ts'

export type NoticeCode =
  | 'rounded'
  | 'scaled'
  | 'scientific'
  | 'grouped'
  | 'zero'
  | 'percent'
  | 'leading-zero'
  | 'shown'
  | 'cut-by-excel'
  | 'time-left-out'
  | 'other-weekday'
  | 'renamed'
  | 'dash'
export type Notice = { readonly code: NoticeCode; readonly message: Wording; readonly question?: true }

/** `from` as put in, `to` as taken, in both languages: `"25 juta" menjadi Rp25.000.000`. */
export function notice(code: NoticeCode, from: string, to: Wording): Notice {
  return { code, message: { id: `"${from}" menjadi ${to.id}`, en: `"${from}" became ${to.en}` } }
}
