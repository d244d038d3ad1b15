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

export const four = (number: number) => padded(number, 4)
