/** What a page does while it is printed: `begin` before the browser lays out the paper, `end` after it, or when the page goes. */
import { useLayoutEffect } from 'preact/hooks'

/** The two that are given first stay: they must not depend on what changes between renders. */
export function useOnPaper(begin: () => void, end: () => void): void {
  useLayoutEffect(() => {
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      end()
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
}
