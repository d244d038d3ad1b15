/**
 * A coordinator mails himself, through the ledger and the dispatcher as every mail goes, and sees what becomes of it. Asked twice
 * within a minute it is one mail.
 */
import { allRounds, type Notice } from '../../../schema/notice.ts'
import type { Person } from '../../../schema/region.ts'
import type { NoticeLedger } from '../ledger/ledger.ts'
import { outcomeOf } from '../ledger/outcome.ts'
import { candidate, datedNidOf } from '../plan/nid.ts'

/** A test that arrives later tells nothing any more. */
const minutes = 60

type Ports = { notices: Pick<NoticeLedger, 'insert'> }

/** Answers the notice's id. */
export async function askTestMail(now: Date, ports: Ports, who: { region: string; person: Person }): Promise<string> {
  const slot = now.toISOString().slice(0, 16)
  const identity = {
    kind: 'test-mail',
    region: who.region,
    scope: allRounds,
    recipientId: who.person.id,
    slot,
  } as const
  const times = { dueAt: now, expiresAt: new Date(now.getTime() + minutes * 60_000) }
  const planned = candidate(identity, times, 'a test mail that its recipient asked for')
  const nid = datedNidOf(identity, now)
  await ports.notices.insert({ ...planned, nid, state: 'planned' }, now)
  return nid
}

/** Did one arrive, as far as the mail service tells? A relay tells only that it took it. */
export function hasArrived(notices: readonly Notice[]): boolean {
  return notices.some((notice) => {
    if (notice.kind !== 'test-mail') return false
    const outcome = outcomeOf(notice)
    return outcome === 'delivered' || outcome === 'sent'
  })
}
