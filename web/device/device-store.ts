/**
 * This browser's own storage: what is being typed and what was last shown, for when there is no connection. Office computers
 * are shared: everything is kept under the person it belongs to, is wiped when they sign out, and never outlives a day.
 * A browser that forbids storage has none; everything else goes on.
 */
import { clear, createStore, del, entries, get, set, type UseStore } from 'idb-keyval'
import { forgetLast, lastWords } from './last-word.ts'

const dayMilliseconds = 86_400_000

export type Kept<T> = { readonly at: number; readonly value: T }

let opened: UseStore | undefined
/** A browser that forbids storage may throw at once; here that is a rejection like any other. */
const store: UseStore = async (mode, act) => {
  opened ??= createStore('lengkap-perangkat', 'simpanan')
  return opened(mode, act)
}

/** The device's own wall clock, not the round's: a computer that slept overnight must know that a day has passed. */
const deviceNow = () => Date.now()

/** True after a sign-out: what still runs then (a save that comes back, a page that closes) must leave nothing behind. */
let closed = false

/** After a sign-in. */
export function open(): void {
  closed = false
}

/** Rejects when the browser does not let it be kept: who promises that it is kept must know. */
export async function keep(key: string, value: unknown): Promise<void> {
  if (closed) throw new Error('signed out')
  await set(key, { at: deviceNow(), value }, store)
}

/** `undefined` when nothing was kept today. */
export async function kept<T>(key: string): Promise<Kept<T> | undefined> {
  const found = await get<Kept<T>>(key, store).catch(() => undefined)
  return found !== undefined && isFresh(found) ? found : undefined
}

/** All that is kept under keys that begin so, oldest first. */
export async function keptUnder<T>(prefix: string): Promise<readonly (Kept<T> & { readonly key: string })[]> {
  const all = await entries<string, Kept<T>>(store).catch(() => [])
  return all
    .filter(([key, each]) => key.startsWith(prefix) && isFresh(each))
    .map(([key, each]) => ({ key, ...each }))
    .sort((a, b) => a.at - b.at)
}

export async function forget(keys: readonly string[]): Promise<void> {
  for (const key of keys) await del(key, store).catch(() => undefined)
}

/** Forgets what is kept under a key unless it was kept after `until` (device milliseconds); nothing comes between looking and forgetting. */
export async function forgetUntil(key: string, until: number): Promise<void> {
  await store('readwrite', (all) => {
    const asked: IDBRequest<Kept<unknown> | undefined> = all.get(key)
    asked.onsuccess = () => {
      if (asked.result !== undefined && asked.result.at <= until) all.delete(key)
    }
  }).catch(() => undefined)
}

/** Everything of everybody; nothing more is kept until somebody signs in. */
export async function wipe(): Promise<void> {
  closed = true
  forgetLast()
  await clear(store)
}

/** What is older than a day; to be called whenever the page starts. */
export async function wipeOld(): Promise<void> {
  lastWords('')
  for (const [key, each] of await entries<string, Kept<unknown>>(store)) {
    if (!isFresh(each)) await del(key, store)
  }
}

/** A clock that was set back makes a copy of the future: not to be trusted either. */
function isFresh({ at }: Kept<unknown>): boolean {
  const age = deviceNow() - at
  return age < dayMilliseconds && age > -dayMilliseconds
}
