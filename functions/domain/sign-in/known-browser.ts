/**
 * Whether somebody has signed in with this browser before. A browser keeps one lasting mark, which opens nothing; the table knows
 * it only hashed together with the person, so nobody can tell from it who shares a computer. The owner of an account is
 * told of each further browser; of the first one too would be a second mail about the same sign-in.
 */
import { createHash } from 'node:crypto'
import { type NoticePlan, signInScope } from '../../schema/notice.ts'
import { candidate, datedNidOf } from '../notices/plan/nid.ts'
import type { SignInPorts } from './ports.ts'

/** How long a browser that is not used stays known, by the cookie and by the table alike. */
export const browserDays = 365
/** Latest useful moment of the mail. */
const noticeHours = 24

type Owner = { region: string; personId: string }

/** `undefined` for anything we did not write. */
export function readBrowserCookie(value: string | undefined): string | undefined {
  return value !== undefined && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
}

/** 32 characters of lower-case hex; another one for another person. */
function browserHashOf({ region, personId }: Owner, secret: string): string {
  return createHash('sha256').update(`browser|${region}|${personId}|${secret}`).digest('hex').slice(0, 32)
}

/** Notes the browser after a sign-in. The mail is planned first: whoever is stopped in between plans the same one again. */
export async function meetBrowser(
  now: Date,
  { signIn, notices }: Pick<SignInPorts, 'signIn' | 'notices'>,
  { secret, ...owner }: Owner & { secret: string },
): Promise<void> {
  const { region, personId } = owner
  const hash = browserHashOf(owner, secret)
  const known = await browsersOf(now, signIn, owner)
  const isNew = known.length > 0 && !known.some((browser) => browser.hash === hash)
  if (isNew) await notices.insert(newBrowserNotice(now, owner, hash), now)
  await signIn.noteBrowser(now, region, personId, hash)
}

/** Asks the table whatever is known, also for nobody: calls tell no stranger anything. */
export async function isKnownBrowser(
  now: Date,
  { signIn }: Pick<SignInPorts, 'signIn'>,
  owner: Owner,
  secret: string | undefined,
): Promise<boolean> {
  const known = await browsersOf(now, signIn, owner)
  return secret !== undefined && known.some(({ hash }) => hash === browserHashOf(owner, secret))
}

async function browsersOf(now: Date, signIn: SignInPorts['signIn'], { region, personId }: Owner) {
  const since = new Date(now.getTime() - browserDays * 86_400_000).toISOString()
  return (await signIn.browsers(region, personId)).filter(({ seenAt }) => seenAt > since)
}

function newBrowserNotice(now: Date, { region, personId }: Owner, hash: string): NoticePlan {
  const identity = {
    kind: 'sign-in-new-browser',
    region,
    scope: signInScope,
    recipientId: personId,
    // With the day, for notices are kept for good: a browser that was forgotten and comes back is told of again.
    slot: `${hash}.${now.toISOString().slice(0, 10)}`,
  } as const
  const times = { dueAt: now, expiresAt: new Date(now.getTime() + noticeHours * 3_600_000) }
  const why = 'a sign-in with a browser not seen before'
  return { ...candidate(identity, times, why), nid: datedNidOf(identity, now), state: 'planned' }
}
