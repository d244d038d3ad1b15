/**
 * This browser's own storage: what is being typed and what was last shown, for when there is no connection. Everything is kept
 * under the person it belongs to and encrypted with that person's key (device-key.ts); what was shown never outlives a day, what
 * was typed waits for its person. A sign-out wipes all of that person's. A browser that forbids storage has none; everything
 * else goes on.
 */
import { del, entries, get, set } from 'idb-keyval'
import { store } from './device-database.ts'
import { canSeal, lock, type Sealed, seal, unlock, unseal } from './device-key.ts'
import { forgetLast, forgetOldLast } from './last-word.ts'

const dayMilliseconds = 86_400_000
/** How long typed work stays for its person. */
const draftDays = 60

export type Kept<T> = { readonly at: number; readonly value: T }
/** An earlier release, and a page without encryption, keep a value as it is. */
type Stored = { readonly at: number } & ({ readonly value: unknown } | { readonly sealed: Sealed })

/** The device's own wall clock, not the round's: a computer that slept overnight must know that a day has passed. */
const deviceNow = () => Date.now()

/** True after a sign-out: what still runs then (a save that comes back, a page that closes) must leave nothing behind. */
let closed = false

/** After a sign-in, and whenever the server says who is here. */
export async function open(personId: string, secret: string): Promise<void> {
  closed = false
  await unlock(personId, secret)
}

/** The session is over: nothing of the person can be seen here without a sign-in. */
export async function shut(): Promise<void> {
  await lock()
  const shown = (await entries<string, Stored>(store).catch(() => [])).filter(([key]) => key.startsWith('ingat|'))
  await forget(shown.map(([key]) => key))
}

/** Rejects when the browser does not let it be kept: who promises that it is kept must know. */
export async function keep(key: string, value: unknown): Promise<void> {
  if (closed) throw new Error('signed out')
  const at = deviceNow()
  const stored: Stored = canSeal() ? { at, sealed: await seal(value) } : { at, value }
  if (closed) throw new Error('signed out')
  await set(key, stored, store)
}

/** `undefined` when nothing was kept in time, and for what is locked. */
export async function kept<T>(key: string): Promise<Kept<T> | undefined> {
  const found = await get<Stored>(key, store).catch(() => undefined)
  return found === undefined ? undefined : opened<T>(key, found)
}

/** All that is kept under keys that begin so, oldest first. */
export async function keptUnder<T>(prefix: string): Promise<readonly (Kept<T> & { readonly key: string })[]> {
  const all = await entries<string, Stored>(store).catch(() => [])
  const found = await Promise.all(
    all
      .filter(([key]) => key.startsWith(prefix))
      .map(async ([key, each]) => {
        const open = await opened<T>(key, each)
        return open === undefined ? [] : [{ key, ...open }]
      }),
  )
  return found.flat().sort((a, b) => a.at - b.at)
}

export async function forget(keys: readonly string[]): Promise<void> {
  for (const key of keys) await del(key, store).catch(() => undefined)
}

/** Forgets what is kept under a key unless it was kept after `until` (device milliseconds); nothing comes between looking and forgetting. */
export async function forgetUntil(key: string, until: number): Promise<void> {
  await store('readwrite', (all) => {
    const asked: IDBRequest<Stored | undefined> = all.get(key)
    asked.onsuccess = () => {
      if (asked.result !== undefined && asked.result.at <= until) all.delete(key)
    }
  }).catch(() => undefined)
}

/** All of a person who signs out; others' typed work stays, locked. Nothing more is kept until somebody signs in. */
export async function wipe(personId: string | undefined): Promise<void> {
  closed = true
  const isOthers = (key: string) => isWork(key) && personId !== undefined && key.split('|')[1] !== personId
  forgetLast('', undefined, isOthers)
  const all = await entries<string, Stored>(store)
  await forget(all.map(([key]) => key).filter((key) => !isOthers(key)))
  await lock(true)
}

/** What is too old; to be called whenever the page starts. */
export async function wipeOld(): Promise<void> {
  forgetOldLast()
  for (const [key, each] of await entries<string, Stored>(store)) {
    if (key.includes('|') && !isFresh(key, each)) await del(key, store)
  }
}

async function opened<T>(key: string, stored: Stored): Promise<Kept<T> | undefined> {
  if (!isFresh(key, stored)) return undefined
  if ('value' in stored) return { at: stored.at, value: stored.value as T }
  const value = await unseal<T>(stored.sealed)
  return value === undefined ? undefined : { at: stored.at, value }
}

/** What somebody typed: a form, or a review. */
const isWork = (key: string) => /^(draf|reviu)\|/.test(key)

/** A clock that was set back makes a copy of the future: not to be trusted either. */
function isFresh(key: string, stored: Stored): boolean {
  const days = isWork(key) && 'sealed' in stored ? draftDays : 1
  return Math.abs(deviceNow() - stored.at) < days * dayMilliseconds
}
