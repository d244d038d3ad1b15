/**
 * Which of very many rows are drawn: those in sight, a few around them, and the one that has the focus, wherever it is, so
 * that scrolling never takes the focus away. Gaps between them are as tall as the rows that are left out.
 */
export type Window = { readonly count: number; readonly first: number; readonly visible: number }
/** A row to draw, or a gap in place of so many rows. */
export type Part = { readonly row: number } | { readonly gap: number; readonly after: number }

const around = 6
/** The window moves by steps, so that scrolling by a few pixels draws nothing anew. */
const stride = 4

export function partsOf({ count, first, visible }: Window, kept: number | undefined): readonly Part[] {
  const from = Math.max(0, Math.min(first, count - visible) - around)
  const to = Math.min(count, first + visible + around)
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  if (kept !== undefined && kept >= 0 && kept < count && (kept < from || kept >= to)) {
    if (kept < from) drawn.unshift(kept)
    else drawn.push(kept)
  }
  const parts: Part[] = []
  let next = 0
  for (const row of drawn) {
    if (row > next) parts.push({ gap: row - next, after: next })
    parts.push({ row })
    next = row + 1
  }
  if (next < count) parts.push({ gap: count - next, after: next })
  return parts
}

/** The first row in sight at this distance from the top, on a step of the window. */
export function firstAt(distance: number, height: number): number {
  return Math.max(0, Math.floor(distance / height / stride) * stride)
}
