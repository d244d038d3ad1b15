/**
 * Moments for what nobody waits for. On a slow line whatever is fetched before them delays what somebody waits for.
 */
const calmMilliseconds = 3_000
const touches = ['pointerdown', 'keydown', 'touchstart', 'wheel'] as const

let coming: Promise<void> | undefined

/** The first touch of the page, at the latest a few seconds after the first who asks. */
export function calm(): Promise<void> {
  coming ??= new Promise((resolve) => {
    const done = () => {
      for (const touch of touches) removeEventListener(touch, done, true)
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, calmMilliseconds)
    for (const touch of touches) addEventListener(touch, done, true)
  })
  return coming
}

/** After what has just been drawn can be seen; a page in the background draws nothing and waits no longer than this. */
export function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 500)
    if ('requestAnimationFrame' in window)
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 150)))
  })
}
