/** Separated text is gone over once: twice the text costs about twice the looks, whatever stands unfinished in it. Counted, not timed. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitCsv } from '../../functions/workbook/read/split-csv.ts'
import { runsOf } from '../setup/thorough.ts'

/** Characters that are looked at, copied or searched through. */
function looks(text: string, lenient: boolean): number {
  let count = 0
  const counting = new Proxy(Object(text), {
    get: (_, name) => {
      if (name === 'length') return text.length
      if (name === 'indexOf')
        return (sought: string, from = 0) => {
          const found = text.indexOf(sought, from)
          count += (found < 0 ? text.length : found) - from + 1
          return found
        }
      if (name === 'slice')
        return (from: number, to: number) => {
          count += to - from
          return text.slice(from, to)
        }
      count += 1
      return text[Number(name)]
    },
  }) as unknown as string
  try {
    splitCsv(counting, { separator: ';', firstLine: 1, lenient, most: lenient ? 20 : Number.POSITIVE_INFINITY })
  } catch {
    // Refused is an end too.
  }
  return count
}

it.each([false, true])('of any repeated part, lenient: %s', (lenient) => {
  const part = fc.stringMatching(/^[";a\n\r]{1,8}$/)
  const head = fc.stringMatching(/^[";a\n]{0,6}$/)
  fc.assert(
    fc.property(head, part, (start, repeated) => {
      const [short, long] = [500, 1_000].map((times) => looks(start + repeated.repeat(times), lenient))
      expect(long, JSON.stringify({ start, repeated })).toBeLessThanOrEqual(2.2 * (short ?? 0) + 200)
    }),
    { numRuns: runsOf(3_000) },
  )
})
