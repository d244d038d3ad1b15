/** Titles stand in the order in which people count them, in figures and in Roman numerals. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareTitles } from '../../functions/rules/natural-order.ts'

const sorted = (...titles: string[]) => titles.toSorted(compareTitles)

it.each([
  [
    ['Tahap 10', 'Tahap 2', 'Tahap 1'],
    ['Tahap 1', 'Tahap 2', 'Tahap 10'],
  ],
  [
    ['Aksi 3A Tahap X', 'Aksi 3A Tahap IX', 'Aksi 3A Tahap V'],
    ['Aksi 3A Tahap V', 'Aksi 3A Tahap IX', 'Aksi 3A Tahap X'],
  ],
  [
    ['Tahap II 2027', 'Tahap I 2027', 'Tahap IV 2026'],
    ['Tahap I 2027', 'Tahap II 2027', 'Tahap IV 2026'],
  ],
  [
    ['Vaksin', 'Imunisasi', 'XX'],
    ['XX', 'Imunisasi', 'Vaksin'],
  ],
])('%j', (given, expected) => {
  expect(sorted(...given)).toEqual(expected)
})

it('is an order', () => {
  const title = fc.stringMatching(/^[ IVX0-9a-c]{0,8}$/)
  fc.assert(
    fc.property(title, title, title, (a, b, c) => {
      expect(Math.sign(compareTitles(a, b))).toBe(0 - Math.sign(compareTitles(b, a)))
      if (compareTitles(a, b) <= 0 && compareTitles(b, c) <= 0) expect(compareTitles(a, c)).toBeLessThanOrEqual(0)
    }),
  )
})
