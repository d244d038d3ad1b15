/**
 * Who sits at this page. Signing in again in place must be the same person: another person's session never receives what
 * the first one typed, so then the page starts afresh.
 */
import { computed, signal } from '@preact/signals'
import type { Me } from '../../functions/schema/me.ts'
import type { Language } from '../../functions/schema/wording.ts'
import { isProblem, Problem } from '../api/problem.ts'
import { onSessionEnd } from '../api/request.ts'
import { endSession, fetchMe, saveLanguage } from '../api/session.ts'
import { remembered } from '../device/remembered.ts'
import { drawn } from '../shell/calm.ts'
import { rehearsal } from '../shell/clock.ts'
import { chooseLanguage } from '../wording/language.ts'
import type { Zone } from '../wording/moments.ts'

/** The key of the device is nobody's to read. */
export type Person = Omit<Me, 'deviceKey'>

export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'unreachable'; readonly error: unknown }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly me: Person }

export const session = signal<Session>({ state: 'unknown' })
/** The refusal because of which a sign-in is asked for in place: the session is over, or an act needs a fresh code. */
export const signInNeeded = signal<Problem>()

export const me = computed(() => (session.value.state === 'signed-in' ? session.value.me : undefined))
/** The region's zone; before anybody has signed in that of the rehearsal. */
export const zone = computed<Zone>(() => me.value ?? rehearsal.value ?? { zone: 'UTC', zoneName: 'UTC' })

let waiting: { go: () => void; stop: (refused: Problem) => void }[] = []

onSessionEnd(async (refused) => {
  if (session.peek().state !== 'signed-in') {
    session.value = { state: 'signed-out' }
    throw refused
  }
  // A session that is over cannot be left at that; it outranks an act that somebody may drop.
  if (!isStepUp(refused)) {
    signInNeeded.value = refused
    void onDevice(({ shut }) => shut())
  } else signInNeeded.value ??= refused
  await new Promise<void>((go, stop) => waiting.push({ go, stop }))
})

/** The session stands; only what was about to be done needs a fresh code. */
export function isStepUp(refused: Problem): boolean {
  return refused.body.code === 'fresh-sign-in-required'
}

/** The person drops the act that needed a fresh code: whoever waits hears the refusal. */
export function dropStepUp(): void {
  const refused = signInNeeded.peek()
  if (refused === undefined || !isStepUp(refused)) return
  signInNeeded.value = undefined
  for (const { stop } of waiting.splice(0)) stop(refused)
}

/** After a sign-in: an older sign-out that the server has not heard of concerns this session no more. */
export async function beginSession(): Promise<void> {
  markSignOut(false)
  await loadSession()
}

/** Who is here, as the server says; what this person has on the device can be read from then on, what others have cannot. */
async function fetchPerson(): Promise<Person> {
  const { deviceKey, ...person } = await fetchMe()
  await onDevice(({ open }) => open(person.id, deviceKey))
  return person
}

/** The device's storage is a piece of its own; a browser without it goes on. */
async function onDevice(act: (device: typeof import('../device/device-store.ts')) => Promise<void>): Promise<void> {
  await import('../device/device-store.ts').then(act).catch(() => undefined)
}

/** Finds out who is signed in; without a connection, who was here today and has not signed out. */
export async function loadSession(): Promise<void> {
  try {
    if (signOutIsOwed()) {
      await endSession()
      markSignOut(false)
    }
    const found = await remembered('-', 'saya', fetchPerson)
    const before = me.peek()
    if (before !== undefined && before.id !== found.id) return location.assign('/')
    session.value = { state: 'signed-in', me: found }
    if (before === undefined) chooseLanguage(found.language)
    signInNeeded.value = undefined
    for (const { go } of waiting.splice(0)) go()
  } catch (error) {
    if (isProblem(error, 'not-signed-in') || (error instanceof Problem && error.body.status === 401)) {
      session.value = { state: 'signed-out' }
      await drawn()
      await onDevice(({ shut }) => shut())
    } else session.value = { state: 'unreachable', error }
  }
}

/**
 * Wipes everything from this device and ends the session. When the server cannot be reached the session's cookie stays in the
 * browser; then it is ended before anything else at the next chance.
 */
export async function signOut(): Promise<void> {
  markSignOut(true)
  const personId = me.peek()?.id
  await onDevice(({ wipe }) => wipe(personId))
  await endSession().then(
    () => markSignOut(false),
    () => undefined,
  )
  waiting = []
  session.value = { state: 'signed-out' }
}

/** Turns the page at once; the server follows when it can. */
export async function changeLanguage(chosen: Language): Promise<void> {
  chooseLanguage(chosen)
  const current = session.peek()
  if (current.state !== 'signed-in') return
  session.value = { state: 'signed-in', me: { ...current.me, language: chosen } }
  await saveLanguage(chosen).catch(() => undefined)
}

const owedKey = 'lengkap-keluar'

function markSignOut(owed: boolean): void {
  try {
    if (owed) localStorage.setItem(owedKey, '1')
    else localStorage.removeItem(owedKey)
  } catch {
    // A browser that forbids storage keeps nothing that would have to be remembered.
  }
}

function signOutIsOwed(): boolean {
  try {
    return localStorage.getItem(owedKey) !== null
  } catch {
    return false
  }
}
