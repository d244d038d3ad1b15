/** How a key is put together. */

/** Joins parts with `#`. Throws on an empty part and on one that holds the separator. */
export function join(...parts: string[]): string {
  for (const part of parts) {
    if (part === '') throw new Error(`An empty part in the key ${JSON.stringify(parts)}`)
    if (part.includes('#')) throw new Error(`A separator inside a part of the key ${JSON.stringify(parts)}`)
  }
  return parts.join('#')
}

/** Padded to `digits`. Throws on what would break the order: negative, fractional, too long. */
export function padded(value: number, digits: number): string {
  const text = String(value).padStart(digits, '0')
  if (!Number.isInteger(value) || value < 0 || text.length > digits)
    throw new Error(`${value} has not ${digits} digits`)
  return text
}

/**
 * Numbers of facts. Those above 9,999 begin with a sign that sorts after every digit, so that no history ends and all of it keeps
 * its order: `9999`, `:00010000`.
 */
export const four = (number: number) => (number > 9_999 ? `:${padded(number, 8)}` : padded(number, 4))

/** The number that a sort key ends with, as `four` wrote it. */
export function numberAtEnd(sk: string): number {
  return Number(sk.slice(sk.lastIndexOf('#') + 1).replace(':', ''))
}
