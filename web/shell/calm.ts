/**
 * Moments for what nobody waits for. On a slow line whatever is fetched before them delays what somebody waits for. They come one after
 * the other, however slow line and machine are: first what is waited for, then what was drawn, then the rest.
 */
import { signal } from '@preact/signals'

const calmMilliseconds = 3_000
/** An answer that never comes holds up no longer than this. */
const longestMilliseconds = 10_000
const touches = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const

/** How many places are held for what is coming (loading.tsx). What stands under them (the footer) waits, or it would jump. */
export const held = signal(0)

let coming: Promise<void> | undefined

/** The first touch of the page, at the latest a few seconds after it stands there. */
export function calm(): Promise<void> {
  coming ??= new Promise((resolve) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const done = () => {
      for (const touch of touches) removeEventListener(touch, done, true)
      clearTimeout(timer)
      resolve()
    }
    void drawn().then(() => {
      timer = setTimeout(done, calmMilliseconds)
    })
    for (const touch of touches) addEventListener(touch, done, true)
  })
  return coming
}

/** After what was waited for has come and can be seen. */
export async function drawn(): Promise<void> {
  const end = performance.now() + longestMilliseconds
  const waits = () => held.peek() > 0 && performance.now() < end
  do {
    while (waits()) await new Promise((next) => setTimeout(next, 50))
    await seen()
  } while (waits())
}

/** A page in the background draws nothing and waits no longer than this. */
function seen(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, document.hidden ? 500 : calmMilliseconds)
    if ('requestAnimationFrame' in window)
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 150)))
  })
}
