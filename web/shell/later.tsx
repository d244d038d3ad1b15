/**
 * Pieces that are fetched when they are first needed: what few visits need (a dialog after a session ended, a conflict, the
 * rehearsal bar), or what nobody needs before the page can be seen, so that nobody waits for it on a slow line.
 */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { missing } from './new-build.ts'

const retryMilliseconds = 3_000

/** A component that draws nothing until it is there. `moment`: it is not asked for before (calm.ts). */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  moment?: () => Promise<void>,
): ComponentType<Props> {
  const useComponent = fetched(moment === undefined ? load : () => moment().then(load))
  return function Later(props: Props) {
    const Component = useComponent()
    return Component === undefined ? null : <Component {...props} />
  }
}

/** A hook that answers the piece once it is there. A failed fetch is tried again, and said: it matters most when the line is bad. */
export function fetched<T>(load: () => Promise<T>): () => T | undefined {
  let known: { readonly piece: T } | undefined
  return function useFetched() {
    const [loaded, setLoaded] = useState(known)
    useEffect(() => {
      if (known !== undefined) return
      let timer: ReturnType<typeof setTimeout> | undefined
      let failed = 0
      const over = () => {
        missing.value -= failed
        failed = 0
      }
      const attempt = () => {
        load().then(
          (piece) => {
            over()
            known = { piece }
            setLoaded(known)
          },
          () => {
            missing.value += 1 - failed
            failed = 1
            timer = setTimeout(attempt, retryMilliseconds)
          },
        )
      }
      attempt()
      return () => {
        over()
        clearTimeout(timer)
      }
    }, [])
    return loaded?.piece
  }
}
