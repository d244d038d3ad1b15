/**
 * The mail with the code is a notice like any other, and holds no code: the dispatcher derives it from the slot. For an
 * address that nobody has, the same notice is written to nobody, so that the calls do not differ; the dispatcher cancels it.
 */
import { type NoticePlan, signInScope } from '../../schema/notice.ts'
import { candidate, datedNidOf } from '../notices/plan/nid.ts'
import { nobodysRegion } from '../region/reserved.ts'
import { slotOfSending } from '../secrets/code.ts'
import type { Challenge } from './challenge.ts'

/** Who stands for nobody. */
export const nobody = { region: nobodysRegion, id: 'none' } as const

/** Due at once; useless when the challenge ends, which is the same for all its sendings: its day stands in their ids. */
export function codeNotice(now: Date, challenge: Challenge): NoticePlan {
  const { region, id } = challenge.person ?? nobody
  const slot = slotOfSending(challenge.id, challenge.sendings)
  const identity = { kind: 'sign-in-code', region, scope: signInScope, recipientId: id, slot } as const
  const times = { dueAt: now, expiresAt: new Date(challenge.expiresAt) }
  const plan = candidate(identity, times, `sending ${challenge.sendings} of a sign-in code`)
  return { ...plan, nid: datedNidOf(identity, times.expiresAt), state: 'planned' }
}
