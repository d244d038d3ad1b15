/**
 * What belongs on one sheet stays on one sheet. Browsers offer no "fit on one page", so while a page is printed it wears its print
 * styles for a moment, is measured at the paper's width, and its type is made smaller until it fits. A4 is measured: F4 is as wide
 * or wider, and longer.
 */
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'

/** Points, and millimetres within the margins, less a little: type stands a hair differently on paper than on a screen. */
const smallest = 3.5
const sheet = { width: 190, height: 272 }
const millimetre = 96 / 25.4

type Fit = {
  /** Sizes of type to begin with, in points. */
  readonly largest: number
  /** The first sheet has the head of the page above it. */
  readonly first: boolean
}

/** Sets `--print-size` on the element, in points. */
export function useFitOnPaper(of: RefObject<HTMLElement | null>, printing: boolean, { largest, first }: Fit): void {
  useLayoutEffect(() => {
    const element = of.current
    if (!printing || element === null) return
    const undress = wearPrintStyles()
    const { style } = element
    style.width = `${sheet.width}mm`
    const head = first ? (document.querySelector<HTMLElement>('.header')?.offsetHeight ?? 0) : 0
    for (let tenths = largest * 10; tenths >= smallest * 10; tenths -= 1) {
      style.setProperty('--print-size', `${tenths / 10}pt`)
      if (head + element.offsetHeight <= sheet.height * millimetre) break
    }
    style.width = ''
    undress()
  }, [printing])
}

/** Until the answer is called, rules for paper of this width hold on the screen, and those for screens do not. */
export function wearPrintStyles(): () => void {
  const rules = Array.from(document.styleSheets).flatMap((styles) =>
    Array.from(styles.cssRules).filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule),
  )
  const before = rules.map(({ media }) => media.mediaText)
  for (const { media } of rules) media.mediaText = holdsOnPaper(media.mediaText) ? 'all' : 'not all'
  return () => {
    rules.forEach(({ media }, index) => {
      media.mediaText = before[index] ?? 'all'
    })
  }
}

function holdsOnPaper(query: string): boolean {
  if (/screen/.test(query)) return false
  const pixels = (side: 'min' | 'max') => {
    const [, size, unit] = new RegExp(`${side}-width:\\s*([\\d.]+)(em|px)`).exec(query) ?? []
    return size === undefined ? undefined : Number(size) * (unit === 'em' ? 16 : 1)
  }
  const width = sheet.width * millimetre
  return (pixels('min') ?? 0) <= width && width <= (pixels('max') ?? width)
}
