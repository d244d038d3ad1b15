/**
 * What was typed in the last moment before a page went away. Databases are not waited for then; this storage is written before
 * the page is gone. Each window has one word for each piece of work, encrypted like all else; it is taken over at the next
 * opening and wiped on sign-out.
 */
import { canSeal, type SealedText, sealAtOnce, unsealText } from './device-key.ts'

const prefix = 'lengkap-terakhir'
const dayMilliseconds = 86_400_000
const keptDays = 60

/** `at` in the device's milliseconds. */
export type LastWord<T> = { readonly of: string; readonly at: number; readonly value: T }
type Stored = { readonly of: string; readonly at: number; readonly value?: unknown; readonly sealed?: SealedText }

/** What cannot be kept (too large, forbidden, no key) is left to the copy in the database. */
export function putLastWord(of: string, value: unknown): void {
  try {
    const sealed = canSeal() ? sealAtOnce(value) : undefined
    if (canSeal() && sealed === undefined) return
    const stored: Stored = { of, at: Date.now(), ...(sealed === undefined ? { value } : { sealed }) }
    localStorage.setItem(`${prefix}|${of}`, JSON.stringify(stored))
  } catch {
    forgetLast(of)
  }
}

/** All of this person that begin so. */
export async function lastWords<T>(ofPrefix: string): Promise<readonly LastWord<T>[]> {
  const words = await Promise.all(
    allStored().map(async ({ stored }) => {
      if (!stored.of.startsWith(ofPrefix) || isOld(stored)) return []
      const value = stored.sealed === undefined ? stored.value : await unsealText(stored.sealed).catch(() => undefined)
      return value === undefined ? [] : [{ of: stored.of, at: stored.at, value: value as T }]
    }),
  )
  return words.flat()
}

/** Those that begin so, if they are older than `until`. */
export function forgetLast(ofPrefix = '', until = Number.POSITIVE_INFINITY, spare?: (of: string) => boolean): void {
  for (const { name, stored } of allStored()) {
    if (stored.of.startsWith(ofPrefix) && stored.at < until && spare?.(stored.of) !== true) remove(name)
  }
}

export function forgetOldLast(): void {
  for (const { name, stored } of allStored()) if (isOld(stored)) remove(name)
}

function isOld({ at, sealed }: Stored): boolean {
  return Math.abs(Date.now() - at) > (sealed === undefined ? 1 : keptDays) * dayMilliseconds
}

/** An earlier release had one word for all, under the name alone. */
function allStored(): readonly { readonly name: string; readonly stored: Stored }[] {
  try {
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    return names
      .filter((name) => name.startsWith(prefix))
      .flatMap((name) => {
        const stored = JSON.parse(localStorage.getItem(name) ?? 'null') as Stored | null
        return stored === null ? [] : [{ name, stored }]
      })
  } catch {
    return []
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // A browser that forbids storage has nothing to forget.
  }
}
