/** Paper gets the table whatever the window: printed from a phone, or from a page that is zoomed in, cards would fill five sheets. */
import { useRef } from 'preact/hooks'
import { narrow } from '../shell/narrow.ts'
import { useOnPaper } from '../shell/on-paper.ts'

export function useTableOnPaper(): void {
  const before = useRef<boolean | undefined>(undefined)
  useOnPaper(
    () => {
      before.current ??= narrow.value
      narrow.value = false
    },
    () => {
      if (before.current !== undefined) narrow.value = before.current
      before.current = undefined
    },
  )
}
