/**
 * The reader's language. It is one signal: a component that has said anything re-renders when it changes, so one click
 * turns the whole page. The choice is remembered on the device at once; who is signed in also has it on the server,
 * so that mails follow.
 */
import { effect, signal } from '@preact/signals'
import type { Language, Wording } from '../../functions/schema/wording.ts'

const storageKey = 'lengkap.language'

export const language = signal<Language>(remembered())

effect(() => {
  document.documentElement.lang = language.value
})

/** The words in the reader's language. */
export function say(wording: Wording): string {
  return wording[language.value]
}

/** Turns the page and remembers the choice on this device. */
export function chooseLanguage(chosen: Language): void {
  language.value = chosen
  try {
    localStorage.setItem(storageKey, chosen)
  } catch {
    // A browser that forbids storage still turns the page; it only forgets.
  }
}

function remembered(): Language {
  try {
    return localStorage.getItem(storageKey) === 'en' ? 'en' : 'id'
  } catch {
    return 'id'
  }
}
