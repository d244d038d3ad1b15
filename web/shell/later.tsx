/**
 * A component that is fetched when it is first drawn, and draws nothing until it is there: for what few visits need (a dialog
 * after a session ended, a conflict, the rehearsal bar), so that the others do not pay for it on a slow line.
 */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

const retryMilliseconds = 3_000

/** A failed fetch is tried again: what is asked for here matters most when the line is bad. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let known: ComponentType<Props> | undefined
  return function Later(props: Props) {
    const [Loaded, setLoaded] = useState<{ component: ComponentType<Props> | undefined }>({ component: known })
    useEffect(() => {
      if (known !== undefined) return
      let timer: ReturnType<typeof setTimeout> | undefined
      const attempt = () => {
        load().then(
          (component) => {
            known = component
            setLoaded({ component })
          },
          () => {
            timer = setTimeout(attempt, retryMilliseconds)
          },
        )
      }
      attempt()
      return () => clearTimeout(timer)
    }, [])
    const { component: Component } = Loaded
    return Component === undefined ? null : <Component {...props} />
  }
}
