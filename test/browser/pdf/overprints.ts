/** Letters of a printed sheet that lie over others. */
import type { Letter, Sheet } from './read-pdf.ts'

/** Shares of the narrower, and of the lower, from which two boxes are one over the other: kerning and tight lines are no fault. */
const [across, down] = [0.5, 0.35]
/** Of the size of type: as far letters of one word may stand into each other where a browser rounds their places. */
const rounding = 0.15

/** Each pair with where it is, first on the sheet first; at most ten, for a message that can be read. */
export function overprints(sheet: Sheet): string[] {
  const letters = sheet.letters.toSorted((a, b) => a.top - b.top)
  const found: string[] = []
  for (const [index, upper] of letters.entries()) {
    for (let next = index + 1; next < letters.length; next += 1) {
      const lower = letters[next]
      if (lower === undefined || lower.top >= upper.bottom) break
      if (isOver(upper, lower)) found.push(`${upper.text} over ${lower.text} at ${where(lower)}`)
      if (found.length === 10) return found
    }
  }
  return found
}

function isOver(a: Letter, b: Letter): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return (
    wide > rounding * Math.min(a.size, b.size) &&
    wide > across * Math.min(a.right - a.left, b.right - b.left) &&
    high > down * Math.min(a.bottom - a.top, b.bottom - b.top)
  )
}

const where = ({ left, top }: Letter) => `${Math.round(left)}, ${Math.round(top)}`
