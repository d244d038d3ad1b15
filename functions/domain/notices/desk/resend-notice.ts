/**
 * Sending again what did not arrive: a new fact, from which the plan derives a new notice with a slot of its own. Refused where
 * the first one arrived or may still arrive, where its reason or its time is over, and while the address is still blocked.
 */
import type { Resend } from '../../../schema/hand-mail.ts'
import { allRounds, type Notice } from '../../../schema/notice.ts'
import { Refused } from '../../refusal.ts'
import { personOf, type Regions } from '../../region/regions.ts'
import type { RegionState, Rounds } from '../../round/rounds.ts'
import { holdsIn } from '../kinds/kinds.ts'
import type { NoticeLedger } from '../ledger/ledger.ts'
import { notArrived, outcomeOf } from '../ledger/outcome.ts'
import type { Candidate } from '../plan/nid.ts'
import { agenciesOf, mailboxOf, recipientOf } from '../plan/recipients.ts'
import { originalSlot, resendCandidate } from '../plan/resends.ts'
import { situationOf } from '../plan/situation.ts'
import { findNotice } from './read-notices.ts'
import { loadUpcoming } from './upcoming.ts'

type Ports = { rounds: Rounds; regions: Regions; notices: NoticeLedger }
type Reason = Extract<Refused['refusal'], { code: 'hand-mail-invalid' }>['reason']
type Asked = { region: string; by: string; nid: string }

/** Answers the new notice's plan. Sending the same notice again twice is one effect. Refusals: `not-found`, `hand-mail-invalid`. */
export async function resendNotice(
  now: Date,
  ports: Ports,
  { region, by, nid }: Asked,
): Promise<Candidate & { round: string }> {
  const notice = await findNotice(ports, region, nid)
  const state = await loadUpcoming(now, ports, region, await homeOf(ports, notice))
  for (const facts of state.rounds) {
    const known = facts.resends.find((resend) => resend.nid === nid)
    if (known !== undefined) return { ...resendCandidate(state, facts, known), round: facts.round.id }
  }
  const reason = whyNotAgain(now, state, notice)
  if (reason !== undefined) throw refused(reason)
  const facts = state.rounds[0]
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const resend = resendFrom(now, notice, { number: (facts.resends.at(-1)?.number ?? 0) + 1, by })
  const planned = resendCandidate(state, facts, resend)
  if (!holdsIn(situationOf(now, state), planned)) throw refused('no-longer-true')
  const result = await ports.rounds.insertResend(region, facts.round.id, resend)
  // Somebody else sent something again in this very moment: the reader looks again and repeats.
  if (!result.inserted && result.existing.nid !== nid) throw refused('try-again')
  return { ...planned, round: facts.round.id }
}

/** Why sending it again is of no use; `undefined` when it may be. */
export function whyNotAgain(now: Date, { region }: Pick<RegionState, 'region'>, notice: Notice): Reason | undefined {
  const outcome = outcomeOf(notice)
  if (notice.kind === 'sign-in-code' || notice.kind === 'sign-in-new-browser') return 'sign-in-mail'
  // Another one is asked for where it was asked for.
  if (notice.kind === 'test-mail') return 'no-longer-true'
  if (outcome === 'waiting' || outcome === 'sending') return 'still-waiting'
  if (outcome === 'cancelled') return 'no-longer-true'
  if (!notArrived.includes(outcome)) return 'arrived'
  if (new Date(notice.expiresAt) <= now) return 'too-late'
  const person = recipientOf(region, notice.recipientId)
  if (person === undefined) return 'no-longer-true'
  return mailboxOf(region, person) === undefined ? undefined : 'address-blocked'
}

function refused(reason: Reason): Refused {
  return new Refused({ code: 'hand-mail-invalid', reason })
}

/** The round that keeps the fact: the notice's own, or, of a mail over several rounds, the recipient's newest. */
async function homeOf({ rounds, regions }: Ports, notice: Notice): Promise<string> {
  if (notice.scope !== allRounds) return notice.scope
  const ids = await rounds.list(notice.region)
  const [frames, region] = await Promise.all([
    Promise.all(ids.map((id) => rounds.loadFrame(notice.region, id))),
    regions.directory(notice.region),
  ])
  const person = region && personOf(region, notice.recipientId)
  const concerned = frames
    .flatMap((each) => each ?? [])
    .filter(({ round }) => person !== undefined && agenciesOf(person, round).length > 0)
    .toSorted((a, b) => b.round.opensOn.localeCompare(a.round.opensOn))
  const home = concerned[0]?.round.id
  if (home === undefined) throw refused('no-longer-true')
  return home
}

function resendFrom(now: Date, notice: Notice, { number, by }: { number: number; by: string }): Resend {
  const { nid, kind, scope, agencyId, formId, rounds, recipientId, slot, expiresAt, why } = notice
  return {
    at: now.toISOString(),
    by,
    number,
    nid,
    kind,
    scope,
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(formId === undefined ? {} : { formId }),
    ...(rounds === undefined ? {} : { rounds }),
    recipientId,
    slot: originalSlot(slot),
    expiresAt,
    why,
  }
}
