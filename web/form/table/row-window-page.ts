/** Rows of one height in the page itself: how tall one is, and which are in sight while the page is scrolled. */
import { useEffect, useState } from 'preact/hooks'
import { firstAt } from './row-window.ts'

export type PageRows = { readonly height: number; readonly first: number; readonly visible: number }

/** `one` selects a drawn row of the list; `usual` is its height until it has been measured. */
export function usePageRows(
  list: { current: HTMLElement | null },
  count: number,
  { one, usual }: { readonly one: string; readonly usual: number },
): PageRows {
  const [height, setHeight] = useState(usual)
  const [first, setFirst] = useState(0)
  const [visible, setVisible] = useState(8)
  useEffect(() => {
    const look = () => {
      const { current } = list
      const card = current?.querySelector<HTMLElement>(one)
      if (current === null || !card?.offsetHeight) return
      const tall = card.offsetHeight + Number.parseFloat(getComputedStyle(card).marginBottom || '0')
      setHeight(tall)
      setVisible(Math.ceil(innerHeight / tall) + 1)
      setFirst(firstAt(Math.max(0, -current.getBoundingClientRect().top), tall))
    }
    look()
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [count])
  return { height, first, visible }
}
