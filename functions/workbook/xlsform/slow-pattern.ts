/**
 * Patterns that could make one answer take minutes to check. A group that repeats may neither repeat, choose nor leave out inside,
 * at any depth; and the ways in which all repetitions together can divide a text of that length must stay few enough to try.
 */
const mostSteps = 2e8

type Group = { branches: boolean }

export function isSlowPattern(source: string, longestText: number): boolean {
  const open: Group[] = []
  let ways = 1
  for (let at = 0; at < source.length; ) {
    const [part = ''] = /^(\\.|\[(\\.|[^\]\\])*\]|.)/su.exec(source.slice(at)) ?? []
    at += part.length || 1
    if (part === '(') {
      open.push({ branches: false })
      // What a group is (`?:`, `?=`), which repeats nothing.
      if (source[at] === '?') at += 1
    }
    if (part === '|') for (const group of open) group.branches = true
    if (part === '(' || part === '|') continue
    const closed = part === ')' ? open.pop() : undefined
    const repeat = /^([+*?]|\{\d+(,\d*)?\})\??/.exec(source.slice(at))?.[0]
    if (repeat === undefined) continue
    at += repeat.length
    if (repeat.startsWith('{1}')) continue
    if (closed?.branches && !repeat.startsWith('?')) return true
    for (const group of open) group.branches = true
    ways *= waysOf(repeat, longestText)
  }
  return ways > mostSteps
}

/** How many lengths a repetition may have. */
function waysOf(repeat: string, longestText: number): number {
  if (repeat.startsWith('?')) return 2
  const [, least = '', comma, most] = /^\{(\d+)(,)?(\d*)\}/.exec(repeat) ?? []
  if (least === '' || (comma !== undefined && most === '')) return longestText
  return comma === undefined ? 1 : Math.min(longestText, Number(most) - Number(least) + 1)
}
