/**
 * One spelling for every value, after RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 code units, no
 * white space, numbers as ECMAScript writes them. What a receipt's hash is taken over, so that anybody can take it again.
 */

/**
 * The canonical text of a JSON value. Members that are `undefined` are left out, as by `JSON.stringify`.
 * Throws a TypeError for what JSON cannot say: NaN, infinities, lone surrogates, functions, dates.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort(byCodeUnits)
      .map((key) => `${stringText(key)}:${canonicalJson(value[key])}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`JSON has no ${typeof value}`)
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`JSON has no ${value}`)
  return JSON.stringify(value)
}

function stringText(value: string): string {
  if (/\p{Surrogate}/u.test(value)) throw new TypeError('A lone surrogate has no UTF-8')
  return JSON.stringify(value)
}

/** Not `localeCompare`: the order may not depend on a machine's language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
