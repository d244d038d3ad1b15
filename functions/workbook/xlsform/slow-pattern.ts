/**
 * Patterns that could make one answer take minutes to check. A group that repeats may neither repeat nor choose inside, at
 * any depth; and as many open-ended repetitions may follow each other as a text of that length allows.
 */
const mostSteps = 2e8
/** A repetition up to this many times counts as one without an end. */
const fewTimes = 20

type Group = { branches: boolean }

export function isSlowPattern(source: string, longestText: number): boolean {
  const open: Group[] = []
  let endless = 0
  for (let at = 0; at < source.length; ) {
    const [part = ''] = /^(\\.|\[(\\.|[^\]\\])*\]|.)/su.exec(source.slice(at)) ?? []
    at += part.length || 1
    if (part === '(') open.push({ branches: false })
    if (part === '|') for (const group of open) group.branches = true
    if (part === '(' || part === '|') continue
    const closed = part === ')' ? open.pop() : undefined
    const repeat = /^([+*]|\{\d+(,\d*)?\})\??/.exec(source.slice(at))
    if (repeat === null) continue
    at += repeat[0].length
    if (repeat[0].startsWith('{1}')) continue
    if (closed?.branches) return true
    for (const group of open) group.branches = true
    if (isEndless(repeat[0])) endless += 1
  }
  return longestText ** endless > mostSteps
}

function isEndless(repeat: string): boolean {
  const [, least = '', comma, most] = /^\{(\d+)(,)?(\d*)\}/.exec(repeat) ?? []
  if (least === '') return true
  if (comma === undefined) return false
  return most === '' || Number(most) - Number(least) > fewTimes
}
