/** A pasted workbook of the greatest size is judged while one waits: 10,000 rows of 20 cells in half a second of processor time. */
import { expect, test } from 'vitest'
import { measureCompleteness } from '../../functions/schema/answers/completeness.ts'
import { normaliseAnswers } from '../../functions/schema/answers/normalise-answers.ts'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../functions/schema/form.ts'
import { contextOf } from './sound-answers.ts'

const label = { id: 'Kolom', en: 'Column' }
const fields = Array.from({ length: 20 }, (_, index): Field => {
  const id = `f${index}`
  if (index === 0)
    return { id, type: 'text', label, required: true, maxLength: 20, pattern: { source: '[0-9.]+', message: label } }
  if (index % 5 === 1) return { id, type: 'choice', label, required: true, choices: { reference: 'lokasi' } }
  if (index % 5 === 2)
    return { id, type: 'choices', label, required: true, choices: { reference: 'indikator-layanan' } }
  if (index % 5 === 3) return { id, type: 'date', label, required: true, max: 'today' }
  return {
    id,
    type: 'rupiah',
    label,
    required: { field: 'f0', given: true },
    visibleWhen: { field: 'f0', given: true },
    max: { field: 'f4' },
  }
})
const definition: FormDefinition = {
  id: 'besar',
  version: 1,
  title: label,
  shortTitle: label,
  description: label,
  fields: [],
  tables: [{ id: 'baris', title: label, fields, minRows: 1, maxRows: 10_000, uniqueBy: ['f0', 'f1'] }],
  nilAllowed: false,
}

function cell(field: Field, row: number) {
  if (field.type === 'text') return `1.${row}`
  if (field.type === 'choice') return 'SELURUH_KOTA'
  if (field.type === 'choices') return ['ind-01', 'ind-29']
  return field.type === 'date' ? '2026-01-31' : 1_000_000
}

test('10,000 rows of 20 cells are validated in half a second of processor time', () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => ({
    rowKey: `R${row}`,
    cells: Object.fromEntries(fields.map((field) => [field.id, cell(field, row)])),
  }))
  const answers: Answers = { fields: {}, rows: { baris: rows } }
  const context = contextOf('dinsos')
  const timed = (work: () => void) => {
    const from = process.cpuUsage()
    work()
    return process.cpuUsage(from).user / 1_000
  }
  validateAnswers(definition, answers, context)
  const best = Math.min(
    ...[1, 2, 3].map(() => timed(() => expect(validateAnswers(definition, answers, context)).toEqual([]))),
  )
  expect(best).toBeLessThan(500)
  expect(timed(() => normaliseAnswers(definition, answers, context))).toBeLessThan(1_000)
  expect(timed(() => measureCompleteness(definition, answers, context))).toBeLessThan(1_000)
})
