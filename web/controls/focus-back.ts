/** A dialog that goes with what drew it does not give the focus back by itself, as one that is closed does. */
import { useEffect, useState } from 'preact/hooks'

/** To whatever had it when the dialog was drawn, unless somebody has put it elsewhere meanwhile. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // While the dialog still stands, all else is inert.
      setTimeout(() => {
        const now = document.activeElement
        if (now !== null && now !== document.body) return
        if (before instanceof HTMLElement && before.isConnected) before.focus()
      }, 0)
    },
    [],
  )
}
