/**
 * What was last shown stands in when nobody answers, so that a page opens without a connection. The page says then from when
 * it is (`staleSince`). A refusal is an answer: then nothing stands in.
 */
import { signal } from '@preact/signals'
import { Unreachable } from '../api/problem.ts'

/** When what is shown was heard from the server, in the device's milliseconds; `undefined` while the server answers. */
export const staleSince = signal<number | undefined>(undefined)

/** Loads and keeps; without an answer gives what was kept under this name today, else rejects as `load` did. */
export async function remembered<T>(personId: string, name: string, load: () => Promise<T>): Promise<T> {
  const key = `ingat|${personId}|${name}`
  try {
    const value = await load()
    staleSince.value = undefined
    // What cannot be kept is only missed without a connection.
    void import('./device-store.ts').then(({ keep }) => keep(key, value)).catch(() => undefined)
    return value
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error
    const known = await import('./device-store.ts').then(({ kept }) => kept<T>(key)).catch(() => undefined)
    if (known === undefined) throw error
    staleSince.value = known.at
    return known.value
  }
}
