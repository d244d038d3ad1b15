/** A day with a time of day, as people write the two: `13/02/2026 08.30`, `13 Februari 2026, pukul 8.30`, `2026-02-13T08:30`. */
import type { Wording } from '../wording.ts'
import { parseTime } from './grammar/time.ts'
import { readDate } from './read-date.ts'
import type { Reading } from './reading.ts'
import { type Labelled, notRead } from './unread.ts'

/** The time comes last, after a blank, a comma or ISO's T; its seconds are left out. */
const parts =
  /^(.*?)[\s,]*[t\s,]\s*((?:pukul|jam)?\s*\d{1,2}[.:]\d{2})(?:[.:]\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$/i

export function readMoment(field: Labelled, typed: string, expects: Wording): Reading {
  const [, day = '', clock = ''] = parts.exec(typed.trim()) ?? []
  const date = readDate(field, day)
  const time = parseTime(clock)
  if (date.flaw !== undefined || typeof date.value !== 'string' || time === undefined)
    return { value: typed, flaw: notRead(field, typed, expects) }
  return { ...date, value: `${date.value}T${time}` }
}
