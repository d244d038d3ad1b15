/**
 * What the library reads as a tree (texts, styles, lists of sheets) takes memory by the tag and a stack by the level, so both
 * are counted before. A text that occurs once has four tags: 10,000 rows of twelve such columns fit.
 */
const maxTags = 500_000
const maxDepth = 200
const [open, close, slash, mark, question] = [60, 62, 47, 33, 63]

/** More than a reader should build a tree of. */
export function isBush(part: Buffer): boolean {
  let tags = 0
  let depth = 0
  for (let at = part.indexOf(open); at >= 0; at = part.indexOf(open, at + 1)) {
    tags += 1
    const next = part[at + 1]
    if (next === slash) depth -= 1
    else if (next !== mark && next !== question) {
      const end = part.indexOf(close, at)
      if (end > 0 && part[end - 1] !== slash) depth += 1
    }
    if (tags > maxTags || depth > maxDepth) return true
  }
  return false
}
