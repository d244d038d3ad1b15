/**
 * The mail with the code is a notice like any other, and holds no code: the dispatcher derives it from the slot. For an
 * address that nobody has, the same notice is written to nobody, so that the calls do not differ; the dispatcher cancels it.
 */
import { type NoticePlan, signInScope } from '../../schema/notice.ts'
import type { NoticeKey } from '../notices/ledger/ledger.ts'
import { candidate, nidOf } from '../notices/plan/nid.ts'
import { nobodysRegion } from '../region/reserved.ts'
import { slotOfSending } from '../secrets/code.ts'
import type { Challenge } from './challenge.ts'

/** Who stands for nobody. */
export const nobody = { region: nobodysRegion, id: 'none' } as const

/** Of a challenge's first mail. */
export function codeNoticeKey(person: { region: string; id: string }, challengeId: string): NoticeKey {
  const { region, scope, ...rest } = identityOf(person, slotOfSending(challengeId, 1))
  return { region, scope, nid: nidOf({ region, scope, ...rest }) }
}

function identityOf({ region, id }: { region: string; id: string }, slot: string) {
  return { kind: 'sign-in-code', region, scope: signInScope, recipientId: id, slot } as const
}

/** Due at once; useless when the challenge ends. */
export function codeNotice(now: Date, challenge: Challenge): NoticePlan {
  const identity = identityOf(challenge.person ?? nobody, slotOfSending(challenge.id, challenge.sendings))
  const times = { dueAt: now, expiresAt: new Date(challenge.expiresAt) }
  return { ...candidate(identity, times, `sending ${challenge.sendings} of a sign-in code`), state: 'planned' }
}
