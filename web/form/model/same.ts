/** Equal as data; the order of cells does not matter, that of lists does. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const left = Object.keys(a)
  if (left.length !== Object.keys(b).length) return false
  return left.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
}
