/**
 * What was typed in the last moment before a page went away. Databases are not waited for then; this storage is written before
 * the page is gone. It holds one thing, is taken over at the next opening, wiped on sign-out, and never outlives a day.
 */
const name = 'lengkap-terakhir'
const dayMilliseconds = 86_400_000

type LastWord = { readonly of: string; readonly at: number; readonly value: unknown }

/** What cannot be kept (too large, forbidden) is left to the copy in the database. */
export function putLastWord(of: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify({ of, at: Date.now(), value } satisfies LastWord))
  } catch {
    forgetLast()
  }
}

/** `undefined` when there is none, when it is another's, or when a day has passed. */
export function lastWord<T>(of: string): T | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(name) ?? 'null') as LastWord | null
    if (found === null) return undefined
    if (Date.now() - found.at > dayMilliseconds) forgetLast()
    return found.of === of && Date.now() - found.at <= dayMilliseconds ? (found.value as T) : undefined
  } catch {
    return undefined
  }
}

export function forgetLast(): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // A browser that forbids storage has nothing to forget.
  }
}
