/** For every type of field: what is shown, and what stands in an editor, is read back as the same value, in both languages. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editText, formatValue } from '../../functions/schema/answers/format-value.ts'
import { readTyped } from '../../functions/schema/answers/read-typed.ts'
import type { Value } from '../../functions/schema/answers.ts'
import type { Field, FieldType } from '../../functions/schema/form.ts'
import { context, valueFields } from '../fixtures/value-fields.ts'

const whole = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 })
const places = (decimals: number) => whole.map((value) => Math.trunc(value / 1_000) / 10 ** decimals || 0)
const codes = (field: Field | undefined) =>
  field !== undefined && 'choices' in field && Array.isArray(field.choices)
    ? field.choices.map(({ value }) => value)
    : []
/** Without a name of another choice: two that are called alike cannot be told apart by what is shown. */
const named = codes(valueFields.choice).filter((code) => !code.startsWith('LAIN'))
const date = fc
  .date({ min: new Date('1955-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10))

const values: Record<Exclude<FieldType, 'computed'>, fc.Arbitrary<Value>> = {
  text: fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => `a${text}`),
  url: fc.webUrl({ validSchemes: ['https'] }),
  integer: whole,
  rupiah: whole,
  decimal: places(2),
  percent: places(1).map(Math.abs),
  date,
  time: fc
    .integer({ min: 0, max: 1_439 })
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`),
  moment: fc
    .tuple(date, fc.integer({ min: 0, max: 1_439 }))
    .map(([day, at]) => `${day}T${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`),
  phone: fc.oneof(
    fc.stringMatching(/^\+628[1-9]\d{7,10}$/),
    fc.stringMatching(/^\+62(21|380|361)[2-9]\d{5,6}$/),
    fc.stringMatching(/^\+670[2-9]\d{6}$/),
  ),
  choice: fc.constantFrom(...named),
  choices: fc.subarray(codes(valueFields.choices), { minLength: 1 }),
}

describe.each(Object.entries(values))('%s', (type, arbitrary) => {
  const field = valueFields[type]
  it('is read back as itself', () => {
    if (field === undefined) throw new Error(type)
    fc.assert(
      fc.property(arbitrary, fc.constantFrom('id', 'en'), (value, language) => {
        for (const write of [formatValue, editText]) {
          const text = write(field, value, language, context)
          const read = readTyped(field, text, language, context)
          expect({ text, value: read.value, flaw: read.flaw }).toEqual({ text, value, flaw: undefined })
        }
      }),
    )
  })
})

it('any text in any field is an answer or stays as it is, and never throws', () => {
  const any = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[ \d.,;%()RrpPjtMm\n/-]{0,14}$/),
    fc.stringMatching(/^[IVX \d,;/-]{0,8}$/),
  )
  fc.assert(
    fc.property(
      any,
      fc.constantFrom(...Object.values(valueFields)),
      fc.constantFrom('id', 'en'),
      (text, field, language) => {
        const { value, flaw, unreadable } = readTyped(field, text, language, context)
        expect(unreadable).toBe(flaw !== undefined)
        if (flaw !== undefined) expect(value).toBe(text)
      },
    ),
    { numRuns: 2_000 },
  )
})
