/**
 * What a person may write by himself has a measure, far above what anybody does by hand: saved drafts by number and size, and the small
 * choices that each leave a revision behind.
 */
import { Refused } from '../refusal.ts'
import type { Limit } from './limits.ts'
import type { SignInStore } from './sign-in-store.ts'

const day = 86_400
const limits = {
  language: { scope: 'language-day', windowSeconds: day, max: 40 },
  digest: { scope: 'digest-day', windowSeconds: day, max: 40 },
  feed: { scope: 'feed-day', windowSeconds: day, max: 40 },
  'test-mail': { scope: 'test-mail-day', windowSeconds: day, max: 40 },
  mailbox: { scope: 'mailbox-day', windowSeconds: day, max: 200 },
} as const satisfies Record<string, Limit>

/** In pieces of 64 KB, of which a save is at least one: 40 small saves a minute all hour long, or 150 MB. */
const draftPieces = { scope: 'draft-pieces-hour', windowSeconds: 3_600, max: 2_400 }
const pieceBytes = 65_536

type Ports = { signIn: Pick<SignInStore, 'count'> }
type Who = { readonly region: string; readonly person: { readonly id: string } }

/** Refuses with `too-many-requests`. */
export async function countAct(now: Date, { signIn }: Ports, who: Who, act: keyof typeof limits): Promise<void> {
  const counted = await signIn.count(now, limits[act], keyOf(who))
  if (!counted.allowed) throw new Refused({ code: 'too-many-requests', retryAfterSeconds: counted.retryAfterSeconds })
}

/** `bytes` as they came. Refuses with `too-many-requests`. */
export async function countDraftSave(now: Date, { signIn }: Ports, who: Who, bytes: number): Promise<void> {
  const pieces = Math.max(1, Math.ceil(bytes / pieceBytes))
  const counted = await signIn.count(now, draftPieces, keyOf(who), pieces)
  if (counted.allowed) return
  throw new Refused({ code: 'too-many-requests', retryAfterSeconds: counted.retryAfterSeconds, of: 'draft' })
}

function keyOf({ region, person }: Who): string {
  return `${region}.${person.id}`
}
