/** A verdict reached step by step while somebody types is the verdict reached from scratch. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { aksi3aPenandaanAnggaranV1 as form } from '../../functions/forms/aksi3a-penandaan-anggaran.v1.ts'
import { monevCakupanLayananV1 as monev } from '../../functions/forms/monev-cakupan-layanan.v1.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { createMeter, measureCompleteness } from '../../functions/schema/answers/completeness.ts'
import { totalsOf } from '../../functions/schema/answers/totals.ts'
import { createValidator, validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { runsOf } from '../setup/thorough.ts'
import { contextOf } from './sound-answers.ts'

const value = fc.constantFrom<Cells[string] | undefined>(0, 5, -1, 'dukungan', '2026-01-31', 'teks', {
  absent: 'not-yet',
})
const steps = (fields: readonly string[]) =>
  fc.array(fc.tuple(fc.nat(3), fc.constantFrom(...fields), value, fc.boolean()), { maxLength: 25 })

function check(definition: FormDefinition, agency: string, start: Answers) {
  const context = contextOf(agency)
  const table = definition.tables[definition.tables.length - 1]
  if (table === undefined) throw new Error('no table')
  fc.assert(
    fc.property(steps([...table.fields, ...definition.fields].map(({ id }) => id)), (edits) => {
      const validator = createValidator(definition, context)
      const meter = createMeter(definition, context)
      let answers = start
      for (const [row, field, next, slice] of edits) {
        const rows = (answers.rows[table.id] ?? []).map((each, index) =>
          index === row ? { ...each, cells: { ...each.cells, [field]: next ?? 0 } } : each,
        )
        const inHeader = definition.fields.some(({ id }) => id === field)
        answers = inHeader
          ? { ...answers, fields: { ...answers.fields, [field]: next ?? 0 } }
          : { ...answers, rows: { ...answers.rows, [table.id]: rows } }
        if (slice) validator.prepare(answers, () => false)
        expect(validator.validate(answers)).toEqual(validateAnswers(definition, answers, context))
        expect(meter.measure(answers)).toEqual(measureCompleteness(definition, answers, context))
        expect(totalsOf(definition, answers, context)).toEqual(totalsOf(definition, structuredClone(answers), context))
      }
    }),
    { numRuns: runsOf(90) },
  )
}

it('over rows that people add', () => {
  const rows = ['r1', 'r2', 'r3'].map((rowKey) => ({ rowKey, cells: {} }))
  check(form, 'dinsos', { fields: {}, rows: { penandaan: rows } })
})

it('over rows that the form demands', () => {
  check(monev, 'kec-alak', blankAnswers(monev, contextOf('kec-alak')))
})

it('preparing in slices comes to an end, however short the slices are', () => {
  const context = contextOf('dinsos')
  const rows = Array.from({ length: 50 }, (_, index) => ({ rowKey: `r${index}`, cells: {} }))
  const answers: Answers = { fields: {}, rows: { penandaan: rows } }
  const validator = createValidator(form, context)
  let left = 1
  let slices = 0
  const more = () => {
    left -= 1
    return left > 0
  }
  while (!validator.prepare(answers, more)) {
    left = slices + 2
    slices += 1
    expect(slices).toBeLessThan(100)
  }
})
