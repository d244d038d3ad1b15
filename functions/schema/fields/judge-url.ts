/** Links, judged. */
import type { Wording } from '../wording.ts'
import { type Judge, type Judging, sound } from './reading.ts'
import type { Labelled } from './unread.ts'

export function urlJudge(field: Labelled, expects: Wording, say: Judging['say']): Judge {
  return (value) => {
    if (typeof value !== 'string') return [say.wrongType(field, expects)]
    return isHttps(value) ? sound : [say.notAUrl(field)]
  }
}

function isHttps(text: string): boolean {
  if (!/^https:\/\/[^\s]+$/i.test(text) || !URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' && hostname.includes('.')
}
