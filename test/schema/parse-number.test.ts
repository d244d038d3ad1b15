/** Numbers are read as people here type them, and as Excel in either language pastes them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseAbsence } from '../../functions/schema/fields/grammar/absence.ts'
import { parseNumber } from '../../functions/schema/fields/grammar/number.ts'
import { formatNumber, formatRupiah } from '../../functions/schema/formats.ts'

const whole = (typed: string) => parseNumber(typed, { decimals: 0, language: 'id', money: true })
const number = (value: number) => ({ kind: 'number', value })

describe('whole numbers and rupiah', () => {
  it.each([
    ['1234567', 1_234_567],
    ['1.234.567', 1_234_567],
    ['Rp 1.234.567', 1_234_567],
    ['Rp1.234.567,00', 1_234_567],
    ['rp. 1.234.567,-', 1_234_567],
    ['1,234,567', 1_234_567],
    ['1,234,567.00', 1_234_567],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['1.500', 1_500],
    ['0', 0],
    ['-5', -5],
  ])('%s is %d', (typed, value) => expect(whole(typed)).toMatchObject(number(value)))

  it.each(['abc', '1.2.3', '1.23.456', '12a', '--1', '99999999999999999999'])('%s is not taken', (typed) =>
    expect(whole(typed)).toMatchObject({ kind: 'wrong' }),
  )

  it('nothing typed is a blank and never a zero', () => expect(whole(' Rp ')).toEqual({ kind: 'blank' }))
})

describe('decimals', () => {
  it.each([
    ['12,5', 'id', 12.5],
    ['12.5', 'id', 12.5],
    ['1.250', 'id', 1250],
    ['1,250', 'id', 1.25],
    ['1.250', 'en', 1.25],
    ['1,250', 'en', 1250],
    ['1.234,56', 'id', 1234.56],
    ['1,234.56', 'en', 1234.56],
    ['64,3 %', 'id', 64.3],
  ] as const)('%s in %s is %d', (typed, language, value) =>
    expect(parseNumber(typed, { decimals: 2, language, percent: true })).toMatchObject(number(value)),
  )
})

it('what is shown is read back as the same number, in both languages', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), fc.constantFrom('id', 'en'), (value, language) => {
      expect(parseNumber(formatRupiah(value, language), { decimals: 0, language, money: true })).toMatchObject(
        number(value),
      )
      expect(parseNumber(formatNumber(value / 100, language, 2), { decimals: 2, language })).toEqual(
        number(value / 100),
      )
    }),
  )
})

describe('absences in a cell', () => {
  it('a dash means the one absence that the field accepts', () => {
    expect(parseAbsence('-', ['not-yet'])).toBe('not-yet')
    expect(parseAbsence('–', ['not-applicable'])).toBe('not-applicable')
  })
  it('an absence that the field does not accept is not read as one', () => {
    expect(parseAbsence('tidak berlaku', ['not-yet'])).toBeUndefined()
    expect(parseAbsence('-', [])).toBeUndefined()
  })
})
