/** Runs something when the browser has nothing better to do; Safari cannot say so and gets a short pause. Answers how to call it off. */
type Idle = {
  requestIdleCallback?: (act: () => void, options: { timeout: number }) => number
  cancelIdleCallback?: (id: number) => void
}

/** At the latest after this long, or a page that is never idle would never be checked. */
const patienceMilliseconds = 2_000

export function whenIdle(act: () => void): () => void {
  const { requestIdleCallback, cancelIdleCallback } = window as Idle
  if (requestIdleCallback === undefined) {
    const timer = setTimeout(act, 50)
    return () => clearTimeout(timer)
  }
  const id = requestIdleCallback(act, { timeout: patienceMilliseconds })
  return () => cancelIdleCallback?.(id)
}
