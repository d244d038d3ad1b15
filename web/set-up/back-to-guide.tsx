/** The way back to the guide, on every page that it led to. Whoever did not come from it does not see it. */
import { signal } from '@preact/signals'
import { say } from '../wording/language.ts'
import { setUpWording } from '../wording/set-up.ts'

/** The guide was looked at and has something left to do. */
export const inGuide = signal(false)

export function BackToGuide() {
  if (!inGuide.value) return null
  return (
    <p>
      <a href="/pengaturan/persiapan">‹ {say(setUpWording.title)}</a>
    </p>
  )
}
