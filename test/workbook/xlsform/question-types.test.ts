/** Each type of field that a form may have can be asked for in an XLSForm, and is then of that type. */
import { expect, it } from 'vitest'
import { fieldSchema } from '../../../functions/schema/form.ts'
import { fieldOf } from '../../../functions/workbook/xlsform/question-types.ts'

const common = { id: 'f', label: { id: 'Isian', en: 'Question' }, required: false }
const choices = [{ value: 'a', label: { id: 'A', en: 'A' } }]

it.each([
  ['text', '', 'text'],
  ['text', 'url', 'url'],
  ['text', 'phone', 'phone'],
  ['integer', '', 'integer'],
  ['integer', 'rupiah', 'rupiah'],
  ['decimal', '', 'decimal'],
  ['decimal', 'percent', 'percent'],
  ['date', '', 'date'],
  ['time', '', 'time'],
  ['datetime', '', 'moment'],
  ['select_one', '', 'choice'],
  ['select_multiple', '', 'choices'],
  ['calculate', '', 'computed'],
])('%s with the appearance "%s" is %s', (type, appearance, becomes) => {
  const field = fieldOf(type, appearance, common, choices)
  expect(field?.type).toBe(becomes)
  expect(fieldSchema.safeParse(field).success).toBe(true)
})

it('an unknown type is none', () => expect(fieldOf('geopoint', '', common, choices)).toBeUndefined())
