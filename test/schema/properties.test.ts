/** Guarantees of the answers engine for every published form, on drawn answers rather than chosen ones. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { measureCompleteness } from '../../functions/schema/answers/completeness.ts'
import { normaliseAnswers } from '../../functions/schema/answers/normalise-answers.ts'
import { rowCount, totalsOf } from '../../functions/schema/answers/totals.ts'
import { validateAnswers, validateForDraft } from '../../functions/schema/answers/validate-answers.ts'
import { type Answers, answersSchema } from '../../functions/schema/answers.ts'
import { fieldIdSchema, rowKeySchema } from '../../functions/schema/ids.ts'
import { runsOf } from '../setup/thorough.ts'
import { anyValue, contextOf, soundAnswers, spoiledAnswers } from './sound-answers.ts'

const agencies: Record<string, string> = { 'data-pendukung': 'dinsos' }
const cases = formDefinitions().map((definition) => ({
  id: definition.id,
  definition,
  // Kelapa Lima is the smallest kecamatan: 5 kelurahan, 145 coverage rows.
  context: contextOf(agencies[definition.id] ?? 'kec-kelapa-lima'),
}))
const runs = { numRuns: runsOf(120) }

const anyCells = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,8}$/), anyValue, { maxKeys: 5 })
const anyRow = fc.record({ rowKey: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9-]{0,6}$/), cells: anyCells })

describe.each(cases)('$id', ({ definition, context }) => {
  const ids = [...definition.fields, ...definition.tables.flatMap(({ fields }) => fields)].map(({ id }) => id)
  const cells = fc.oneof(anyCells, fc.dictionary(fc.constantFrom(...ids), anyValue, { maxKeys: 12 }))
  const anyAnswers: fc.Arbitrary<Answers> = fc.record({
    fields: cells,
    rows: fc.dictionary(
      fc.constantFrom(...definition.tables.map(({ id }) => id), 'toString', 'lain'),
      fc.array(fc.oneof(anyRow, fc.record({ rowKey: fc.constantFrom('A', '53-71-03-1001', 'B'), cells })), {
        maxLength: 5,
      }),
    ),
  })

  test('sound answers are accepted and complete', () => {
    fc.assert(
      fc.property(soundAnswers(definition, context), (answers) => {
        expect(validateAnswers(definition, answers, context)).toEqual([])
        const { completeness, missing } = measureCompleteness(definition, answers, context)
        expect(missing).toEqual([])
        expect(completeness.expected).toBeGreaterThan(0)
        expect(completeness.answered).toBe(completeness.expected)
      }),
      runs,
    )
  })

  test('accepted answers lack nothing but "belum ada data"', () => {
    fc.assert(
      fc.property(spoiledAnswers(definition, context), (answers) => {
        if (validateAnswers(definition, answers, context).length > 0) return
        const { completeness, missing } = measureCompleteness(definition, answers, context)
        for (const { label } of missing) expect(label.id).toMatch(/\(belum ada data\)$/)
        expect(completeness.answered).toBe(completeness.expected - missing.length)
      }),
      { numRuns: runsOf(450) },
    )
  })

  test('whatever passes the shape is judged without throwing, and never more than complete', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers, spoiledAnswers(definition, context)), (answers) => {
        expect(answersSchema.safeParse(answers).success).toBe(true)
        const errors = validateAnswers(definition, answers, context)
        for (const { pointer, message } of errors) {
          expect(pointer).toMatch(/^\/(fields|rows)\//)
          expect(message.id.length * message.en.length).toBeGreaterThan(0)
        }
        validateForDraft(definition, answers)
        expect(rowCount(definition, answers, context)).toBeGreaterThanOrEqual(0)
        expect(Object.values(totalsOf(definition, answers, context)).every((sum) => typeof sum === 'number')).toBe(true)
        const { expected, answered } = measureCompleteness(definition, answers, context).completeness
        expect(answered).toBeLessThanOrEqual(expected)
        expect(answered).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: runsOf(450) },
    )
  })

  test('normalising twice is normalising once, and changes no verdict', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswers, spoiledAnswers(definition, context)), (answers) => {
        const once = normaliseAnswers(definition, answers, context)
        expect(normaliseAnswers(definition, once, context)).toEqual(once)
        expect(measureCompleteness(definition, once, context).completeness).toEqual(
          measureCompleteness(definition, answers, context).completeness,
        )
        expect(validateAnswers(definition, once, context).length).toBe(
          validateAnswers(definition, answers, context).length,
        )
      }),
      { numRuns: runsOf(300) },
    )
  })

  test('blank answers are a keepable draft, count 0, and are never complete', () => {
    const blank = blankAnswers(definition, context)
    expect(validateForDraft(definition, blank)).toEqual([])
    for (const answers of [blank, { fields: {}, rows: {} }]) {
      const { completeness, missing } = measureCompleteness(definition, answers, context)
      expect(completeness.answered).toBe(0)
      expect(completeness.expected).toBeGreaterThan(8)
      expect(missing.length).toBeGreaterThan(0)
    }
  })

  test('row keys and ids fit the shapes that keys and pointers rely on', () => {
    for (const id of ids) expect(fieldIdSchema.safeParse(id).success).toBe(true)
    for (const rows of Object.values(blankAnswers(definition, context).rows)) {
      for (const { rowKey } of rows) expect(rowKeySchema.safeParse(rowKey).success).toBe(true)
    }
  })
})
