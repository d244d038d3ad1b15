/** A table that may be wider than the page: it scrolls in a region of its own, which the keyboard reaches too. */
import type { ComponentChildren } from 'preact'

export function WideTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section class="wide-table" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
