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
import { chooseLanguage } from '../wording/language.ts'

export type Session =
  | { readonly state: 'unknown' }
  | { readonly state: 'unreachable'; readonly error: unknown }
  | { readonly state: 'signed-out' }
  | { readonly state: 'signed-in'; readonly me: Me }

export const session = signal<Session>({ state: 'unknown' })
/** True while a sign-in is asked for in place. */
export const signInNeeded = signal(false)

export const me = computed(() => (session.value.state === 'signed-in' ? session.value.me : undefined))
export const zone = computed(() => ({
  zone: me.value?.zone ?? 'Asia/Makassar',
  zoneName: me.value?.zoneName ?? 'WITA',
}))

let waiting: (() => void)[] = []
const beforeSignOut: (() => Promise<void>)[] = []

/** Registers what must be wiped from this device when somebody signs out. */
export function onSignOut(wipe: () => Promise<void>): void {
  beforeSignOut.push(wipe)
}

onSessionEnd(async () => {
  if (session.peek().state !== 'signed-in') {
    session.value = { state: 'signed-out' }
    throw new Problem({ code: 'not-signed-in', title: '', detail: '', status: 401, errors: [] })
  }
  signInNeeded.value = true
  await new Promise<void>((resolve) => waiting.push(resolve))
})

/** Finds out who is signed in. */
export async function loadSession(): Promise<void> {
  try {
    const found = await fetchMe()
    const before = me.peek()
    if (before !== undefined && before.id !== found.id) return location.assign('/')
    session.value = { state: 'signed-in', me: found }
    if (before === undefined) chooseLanguage(found.language)
    signInNeeded.value = false
    for (const go of waiting.splice(0)) go()
  } catch (error) {
    if (isProblem(error, 'not-signed-in') || (error instanceof Problem && error.body.status === 401)) {
      session.value = { state: 'signed-out' }
    } else session.value = { state: 'unreachable', error }
  }
}

/** Ends the session and wipes this person's copies from the device, even when the server cannot be reached. */
export async function signOut(): Promise<void> {
  for (const wipe of beforeSignOut) await wipe().catch(() => undefined)
  await endSession().catch(() => undefined)
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
