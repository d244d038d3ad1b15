/**
 * A dialog that opens by itself must not take the keys of somebody who is typing, nor leave the focus elsewhere afterwards.
 */

/** So long without a key, somebody has stopped typing. */
const stillMilliseconds = 1_000
const typedInto = 'input, textarea, select, [role="gridcell"]'

/** Calls `act` once nobody types. Returns what calls it off. */
export function onceStill(act: () => void): () => void {
  if (document.activeElement?.matches(typedInto) !== true) {
    act()
    return () => undefined
  }
  let timer = setTimeout(done, stillMilliseconds)
  function done(): void {
    removeEventListener('keydown', again, true)
    act()
  }
  function again(): void {
    clearTimeout(timer)
    timer = setTimeout(done, stillMilliseconds)
  }
  addEventListener('keydown', again, true)
  return () => {
    clearTimeout(timer)
    removeEventListener('keydown', again, true)
  }
}

/** Remembers where the focus is. Returns what puts it back there, or into what is drawn in its place now. */
export function rememberFocus(): () => void {
  const before = document.activeElement
  const id = before?.closest('[id]')?.id
  return () => {
    const place = before?.isConnected === true ? before : document.getElementById(id ?? '')
    if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  }
}
