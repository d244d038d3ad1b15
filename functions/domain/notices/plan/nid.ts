/**
 * A notice's id is a hash of what it is about, so that planning twice inserts nothing. Parts are joined by `|`, which the
 * schema forbids inside ids. The run's time and the recipient's address never go in: keys and logs hold no personal data.
 */
import { hash } from 'node:crypto'
import { isSameDay, localDateOf } from '../../../rules/wall-clock.ts'
import { instantOf } from '../../../rules/zone.ts'
import type { NoticePlan } from '../../../schema/notice.ts'

export type NoticeIdentity = Pick<NoticePlan, 'kind' | 'region' | 'scope' | 'recipientId' | 'slot'> &
  Partial<Pick<NoticePlan, 'agencyId' | 'formId' | 'rounds'>>

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const length = 26

/** 26 characters of Crockford base 32: the first 130 bits of SHA-256 over `v1|kind|region|scope|agency|form|recipient|slot`. */
export function nidOf({ kind, region, scope, agencyId = '', formId = '', recipientId, slot }: NoticeIdentity): string {
  const text = ['v1', kind, region, scope, agencyId, formId, recipientId, slot].join('|')
  let nid = ''
  let rest = 0
  let bits = 0
  for (const byte of hash('sha256', text, 'buffer')) {
    rest = ((rest << 8) | byte) & 0xfff
    for (bits += 8; bits >= 5 && nid.length < length; bits -= 5) nid += crockford[(rest >> (bits - 5)) & 31]
  }
  return nid
}

/** No id that is a hash begins with it: Crockford's alphabet has no U. */
const dated = 'U'

/** Of a kind whose mails never end: the day on which it falls stands first, so that those since a day are one range. `day`: UTC, of the occasion. */
export function datedNidOf(identity: NoticeIdentity, day: Date): string {
  return `${datedFrom(day)}${nidOf(identity)}`.slice(0, length)
}

/** With what the ids since that day begin, or what they sort after. */
export function datedFrom(day: Date): string {
  return `${dated}${day.toISOString().slice(0, 10).replaceAll('-', '')}`
}

/** A fact's number as a slot: `0003`. */
export function factSlot(...numbers: readonly number[]): string {
  return numbers.map((number, i) => String(number).padStart(i === 0 ? 4 : 2, '0')).join('-')
}

const dayMs = 86_400_000

/** Nothing older than this is ever mailed. */
export const lookBackDays = 7

/** So many days of 24 hours after an instant. */
export function daysAfter(at: Date | string, days: number): Date {
  return new Date(new Date(at).getTime() + days * dayMs)
}

/**
 * How long a mail of a series is of use before the next one. What was held up overnight does not go beside the next day's own, which
 * tells all that it would have told: nobody gets two within the hour.
 */
export function untilNext(at: Date, next: Date, zone: string): Date {
  return isSameDay(at, next, zone) ? next : instantOf(localDateOf(next, zone), '00:00', zone)
}

/** The identity that all notices of a round to one person share. */
export function inRound(
  { region }: { region: { settings: { region: string } } },
  { round }: { round: { id: string } },
  { id }: { id: string },
) {
  return { region: region.settings.region, scope: round.id, recipientId: id }
}

/**
 * Everything a plan decides but its state, with its id. `toldBy`: of a mail that may tell what another told, the ids of those others by its parts;
 * it is planned while any part has none in the ledger. Never stored.
 */
export type Candidate = Omit<NoticePlan, 'state'> & { toldBy?: readonly (readonly string[])[] }

/** Completes a candidate with its id. Instants arrive as dates. */
export function candidate(identity: NoticeIdentity, times: { dueAt: Date; expiresAt: Date }, why: string): Candidate {
  return {
    nid: nidOf(identity),
    ...identity,
    dueAt: times.dueAt.toISOString(),
    expiresAt: times.expiresAt.toISOString(),
    why,
  }
}

/** The id that releases until November 2026 gave to the same step: its hour, not its day and part. `undefined` for other occasions. */
function formerNid({ dueAt, ...step }: NoticeIdentity & Pick<NoticePlan, 'dueAt'>): string | undefined {
  return /^\d{4}-\d{2}-\d{2}\.[a-z]/.test(step.slot) ? nidOf({ ...step, slot: dueAt }) : undefined
}

/** Where a notice about a step may stand. */
export type StepKey = Pick<NoticePlan, 'region' | 'scope' | 'nid' | 'slot'>

/** Of a step that falls due at `at`: its own, and the former one where it had one. */
export function stepKeys(step: NoticeIdentity, at: Date): StepKey[] {
  const { region, scope, slot } = step
  const former = formerNid({ ...step, dueAt: at.toISOString() })
  return [nidOf(step), former].flatMap((nid) => (nid === undefined ? [] : { region, scope, nid, slot }))
}

/** Those among the ids that have not been planned yet, under their own id or the former one, and were not told by others. */
export function notYetIn<T extends Candidate>(nids: ReadonlySet<string>, candidates: readonly T[]): T[] {
  return candidates.filter((each) => {
    const told = each.toldBy ?? [[each.nid, formerNid(each) ?? '']]
    return !told.every((ids) => ids.some((id) => nids.has(id)))
  })
}
