/**
 * What was typed in the last moment before a page went away. Databases are not waited for then; this storage is written before
 * the page is gone. Each window has one word for each piece of work; it is taken over at the next opening, wiped on sign-out,
 * and never outlives a day.
 */
const prefix = 'lengkap-terakhir|'
const dayMilliseconds = 86_400_000

/** `at` in the device's milliseconds. */
export type LastWord<T> = { readonly of: string; readonly at: number; readonly value: T }

/** What cannot be kept (too large, forbidden) is left to the copy in the database. */
export function putLastWord(of: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + of, JSON.stringify({ of, at: Date.now(), value } satisfies LastWord<unknown>))
  } catch {
    forgetLast(of)
  }
}

/** All that begin so; what is older than a day is forgotten meanwhile. */
export function lastWords<T>(ofPrefix: string): readonly LastWord<T>[] {
  try {
    return namesOf('').flatMap((name) => {
      const found = JSON.parse(localStorage.getItem(name) ?? 'null') as LastWord<T> | null
      if (found === null || Math.abs(Date.now() - found.at) > dayMilliseconds) {
        localStorage.removeItem(name)
        return []
      }
      return found.of.startsWith(ofPrefix) ? [found] : []
    })
  } catch {
    return []
  }
}

/** Those that begin so, if they are not younger than `until`. */
export function forgetLast(ofPrefix = '', until = Number.POSITIVE_INFINITY): void {
  try {
    for (const name of namesOf(ofPrefix)) {
      const found = JSON.parse(localStorage.getItem(name) ?? 'null') as LastWord<unknown> | null
      if (found === null || found.at < until) localStorage.removeItem(name)
    }
  } catch {
    // A browser that forbids storage has nothing to forget.
  }
}

function namesOf(of: string): string[] {
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '').filter((name) =>
    name.startsWith(prefix + of),
  )
}
