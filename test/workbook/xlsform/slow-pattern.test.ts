/** Which patterns would let one answer keep the server busy, and which are as harmless as they look. */
import { expect, it } from 'vitest'
import { isSlowPattern } from '../../../functions/workbook/xlsform/slow-pattern.ts'

it.each([
  '(a+)+b',
  '(a|a)+b',
  '((ab)+)+',
  '(a?a?)*b',
  '(?:a?b?)+c',
  '(x{2,3})*',
  `${'a{0,19}'.repeat(10)}b`,
  `${'a?'.repeat(30)}b`,
  'a*a*a*a*b',
])('%s is slow', (source) => {
  expect(isSlowPattern(source, 200)).toBe(true)
})

it.each([
  '[0-9]{1,4}/SK/[0-9]{4}',
  '(0|62)8[0-9]{7,11}',
  '(?:[A-Z]{2} )?[0-9]{1,4}( [A-Z]{1,3})?',
  '[A-Z][a-z]+( [A-Z][a-z]+)?',
  '[(?*+]+',
])('%s is not', (source) => {
  expect(isSlowPattern(source, 200)).toBe(false)
})
