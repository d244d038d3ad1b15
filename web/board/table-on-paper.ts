/** Paper gets the table whatever the window: printed from a phone, or from a page that is zoomed in, cards would fill five sheets. */
import { useEffect } from 'preact/hooks'
import { narrow } from '../shell/narrow.ts'

export function useTableOnPaper(): void {
  useEffect(() => {
    let before: boolean | undefined
    const toPaper = () => {
      before ??= narrow.value
      narrow.value = false
    }
    const toScreen = () => {
      if (before !== undefined) narrow.value = before
      before = undefined
    }
    addEventListener('beforeprint', toPaper)
    addEventListener('afterprint', toScreen)
    return () => {
      toScreen()
      removeEventListener('beforeprint', toPaper)
      removeEventListener('afterprint', toScreen)
    }
  }, [])
}
