/**
 * Timeliness, apart from completeness and from accuracy. Measured with the dates that were in force at the submission's
 * own instant, so a later decision never makes earlier work late, or in time:
 * `on-time` (TEPAT_WAKTU): before the target's end, as first set or as moved by then;
 * `in-extension` (DALAM_PERPANJANGAN): after it, before the final instant;
 * `late` (TERLAMBAT): at or after the final instant, through a window re-opened after it had passed, or as corrections.
 * A window decided while the final instant is still ahead moves it; one decided afterwards re-opens, and what comes
 * through that is late. Closing early and re-opening before the original final instant makes nobody late.
 */
import { saysSomething } from '../../rules/completeness.ts'
import { applyWindow } from '../../rules/windows.ts'
import type { Punctuality, Submission, Timeliness } from '../../schema/round.ts'
import { revisionsOf } from './may-write.ts'
import type { RoundFacts } from './rounds.ts'
import { firstDates, windowsOf } from './windows.ts'

/** The class of one revision by its own `at`. */
export function timelinessOf(
  submission: Pick<Submission, 'agencyId' | 'at'>,
  facts: RoundFacts,
  zone: string,
): Timeliness {
  const at = new Date(submission.at)
  let dates = firstDates(facts, zone)
  let finalAt = dates.closesAt
  for (const window of windowsOf(facts, submission.agencyId)) {
    const decidedAt = new Date(window.at)
    if (decidedAt > at) continue
    dates = applyWindow(dates, window, zone)
    if (window.kind !== 'close' && decidedAt < finalAt) finalAt = dates.closesAt
  }
  if (at >= finalAt) return 'late'
  return at < dates.targetAt ? 'on-time' : 'in-extension'
}

/**
 * The class of an agency's form: that of its first revision that says something. Corrections and improvements sent later do not
 * make a punctual agency late; that a revision was returned is told by its status. `null` without one.
 */
export function timelinessOfForm(facts: RoundFacts, zone: string, agencyId: string, formId: string): Timeliness | null {
  const first = revisionsOf(facts, agencyId, formId).find(saysSomething)
  return first === undefined ? null : timelinessOf(first, facts, zone)
}

/**
 * The one word for a form at `now` (instants are ISO 8601, UTC). What was sent (`sent`) is judged by its first revision that says something; nil is sent.
 * What was not sent, or was returned, has time left until `endsAt`: the end of its corrections where they have a last day of their
 * own, else the final date.
 */
export function punctualityOf(now: string, sent: Timeliness | undefined, endsAt: string): Punctuality {
  return sent ?? (now < endsAt ? 'time-left' : 'past-deadline')
}
