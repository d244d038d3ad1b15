/**
 * While no mail goes, a coordinator can read a person's sign-in code out to him. It is the code that the person asked for in his own
 * browser, so it opens nothing anywhere else; it is handed over once, within its ten minutes, and the notice that would have
 * mailed it ends with the coordinator's name: the ledger keeps both.
 */
import { type Notice, signInScope } from '../../schema/notice.ts'
import { type MailServicePorts, mailHealth } from '../notices/ledger/health.ts'
import type { NoticeLedger } from '../notices/ledger/ledger.ts'
import { type HandMailReason, Refused } from '../refusal.ts'
import { deriveCode, printCode } from '../secrets/code.ts'
import type { SignInStore } from './sign-in-store.ts'

type Ports = MailServicePorts & {
  notices: Pick<NoticeLedger, 'list' | 'signInsSince' | 'close'>
  signIn: Pick<SignInStore, 'challenge'>
  codeKey: string
}
export type HandedCode = { code: string; expiresAt: string }
/** Who asked for a code that no mail brings, and who was given one by whom. */
export type CodesInHand = {
  waiting: { personId: string; askedAt: string; expiresAt: string }[]
  handed: { personId: string; by: string; askedAt: string }[]
}

const handedBy = 'handed-over-by:'

/** Refuses with `hand-mail-invalid`: mail goes, no code was asked for, or it was handed over already. */
export async function handOverCode(
  now: Date,
  ports: Ports,
  { region, by, personId }: { region: string; by: string; personId: string },
): Promise<HandedCode> {
  if ((await mailHealth(now, ports)).state !== 'held') throw refused('mail-goes')
  // Their ids name the day on which the code ends.
  const asked = asksAmong(now, await ports.notices.signInsSince(region, now))
  const notice = asked.findLast(({ recipientId }) => recipientId === personId)
  if (notice === undefined) throw refused('no-code-asked')
  const challenge = await ports.signIn.challenge(notice.slot.split('-')[0] ?? '')
  if (challenge?.state !== 'open' || new Date(challenge.expiresAt) <= now) throw refused('no-code-asked')
  // The one move decides: of two coordinators, or of one and a mail that goes after all, one wins.
  if (!(await ports.notices.close(notice, 'cancelled', `${handedBy}${by}`, { now }))) throw refused('try-again')
  return { code: printCode(deriveCode(ports.codeKey, notice.slot)), expiresAt: challenge.expiresAt }
}

export async function codesInHand(now: Date, ports: Pick<Ports, 'notices'>, region: string): Promise<CodesInHand> {
  // Who was given a code is told however long ago it was.
  const all = await ports.notices.list(region, signInScope, 'sign-in-code')
  const waiting = new Map(
    asksAmong(now, all).map(({ recipientId, dueAt, expiresAt }) => [recipientId, { askedAt: dueAt, expiresAt }]),
  )
  return {
    waiting: [...waiting].map(([personId, times]) => ({ personId, ...times })),
    handed: all
      .flatMap(({ recipientId, reason = '', dueAt }) =>
        reason.startsWith(handedBy) ? { personId: recipientId, by: reason.slice(handedBy.length), askedAt: dueAt } : [],
      )
      .toSorted((a, b) => b.askedAt.localeCompare(a.askedAt)),
  }
}

/** Codes that were asked for and wait to be mailed, the last asked last. A person whose code was handed over has to ask anew. */
function asksAmong(now: Date, notices: readonly Notice[]): Notice[] {
  const codes = notices.filter(({ kind }) => kind === 'sign-in-code')
  const challengeOf = ({ slot }: Notice) => slot.split('-')[0]
  const handed = new Set(codes.filter(({ reason }) => reason?.startsWith(handedBy)).map(challengeOf))
  return codes
    .filter(({ state, expiresAt }) => state === 'planned' && new Date(expiresAt) > now)
    .filter((notice) => !handed.has(challengeOf(notice)))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
}

function refused(reason: HandMailReason): Refused {
  return new Refused({ code: 'hand-mail-invalid', reason })
}
