/** The coordinator's digest of a round; and its reports, which viewers get too and which cannot be stopped. */
import { type DigestKind, getsDigest } from '../plan/digest-slots.ts'
import { candidate, daysAfter, inRound, untilNext } from '../plan/nid.ts'
import { coordinators } from '../plan/recipients.ts'
import { isNamed } from '../plan/reminder-series.ts'
import { digestMail } from '../write/digest-mail.ts'
import { type MailKind, ofRound } from './kind.ts'

export const digest = digestKind('digest')
export const provisionalReport = digestKind('provisional-report')
export const closingReport = digestKind('closing-report')

function digestKind<K extends DigestKind>(kind: K): MailKind<K> {
  return ofRound<DigestKind>({
    needs: ['lists', 'sent-digests', 'all-rounds', 'whole-rounds'],
    candidates: (situation, facts) =>
      coordinators(situation.region, true).flatMap((person) => {
        const slots = situation.digests(facts, person).filter((slot) => getsDigest(person, slot.kind))
        return slots.flatMap(({ key, at, kind: own }, i) => {
          if (own !== kind) return []
          const next = slots[i + 1]?.at
          const told = next && (kind === 'digest' ? untilNext(at, next, situation.region.settings.zone) : next)
          return candidate(
            { ...inRound(situation, facts, person), kind, slot: key },
            { dueAt: at, expiresAt: told ?? daysAfter(at, 7) },
            `${kind} of round ${facts.round.id}`,
          )
        })
      }),
    holds: ({ situation, person, notice }, facts) =>
      getsDigest(person, kind) &&
      situation.digests(facts, person).some((each) => each.kind === kind && isNamed(each, notice.slot)),
    whyNot: ({ person }) => {
      if (kind === 'digest' && person.digest?.off) return 'unsubscribed'
      return person.role === 'coordinator' || person.role === 'viewer' ? 'dates-moved' : 'not-responsible'
    },
    content: (composing, facts) => digestMail(composing, facts, kind),
  }) as MailKind<K>
}
