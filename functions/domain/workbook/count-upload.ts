/** A file is read by a whole processor for a while, so each person has a few uploads a minute. */
import { Refused } from '../refusal.ts'
import type { Limit } from '../sign-in/limits.ts'
import type { SignInStore } from '../sign-in/sign-in-store.ts'

const limits = {
  form: { scope: 'upload-minute', windowSeconds: 60, max: 20 },
  /** A list is sent once to be seen and once more to be saved. */
  list: { scope: 'list-upload-minute', windowSeconds: 60, max: 60 },
} as const satisfies Record<string, Limit>

/** Refuses with `too-many-requests`. */
export async function countUpload(
  now: Date,
  { signIn }: { signIn: Pick<SignInStore, 'count'> },
  { region, person }: { readonly region: string; readonly person: { readonly id: string } },
  of: keyof typeof limits = 'form',
): Promise<void> {
  const counted = await signIn.count(now, limits[of], `${region}.${person.id}`)
  if (!counted.allowed) throw new Refused({ code: 'too-many-requests', retryAfterSeconds: counted.retryAfterSeconds })
}
