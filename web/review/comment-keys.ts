/**
 * Reviewing without a mouse: arrows go from one place of a comment to the next, PageUp and PageDown from row to row, Enter opens
 * what has the focus (the browser does that), Esc ends a comment. Tab works everywhere, but a row has twenty stops.
 */
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

const rows = '.row-view > summary'
const places = `${rows}, .comment-add, .comment-edit textarea`

/** Listens inside `root` while it is drawn. */
export function useCommentKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const desk = root.current
    if (desk === null) return
    const onKeyDown = (event: KeyboardEvent) => {
      const next = targetOf(desk, event)
      if (next === undefined) return
      event.preventDefault()
      next.focus()
    }
    desk.addEventListener('keydown', onKeyDown)
    return () => desk.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** Where the key leads from the place that has the focus; `undefined`: the key is the browser's. */
function targetOf(desk: HTMLElement, event: KeyboardEvent): HTMLElement | undefined {
  const from = event.target
  if (!(from instanceof HTMLElement) || !from.matches(places) || event.ctrlKey || event.altKey || event.metaKey) return
  const all = Array.from(desk.querySelectorAll<HTMLElement>(places))
  const at = all.indexOf(from)
  if (from instanceof HTMLTextAreaElement) {
    // An empty comment folds itself; a written one stays and the next place is ready.
    return event.key === 'Escape' && from.value !== '' ? all[at + 1] : undefined
  }
  const heads = all.filter((each) => each.matches(rows))
  const row = from.closest('.row-view')?.querySelector<HTMLElement>('summary')
  switch (event.key) {
    case 'ArrowDown':
      return all[at + 1]
    case 'ArrowUp':
      return all[at - 1]
    case 'PageDown':
      return row ? heads[heads.indexOf(row) + 1] : heads[0]
    case 'PageUp':
      return row ? (row === from ? heads[heads.indexOf(row) - 1] : row) : undefined
    default:
      return undefined
  }
}
