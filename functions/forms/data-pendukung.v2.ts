/** Version 2: *Nilai* is a measure, not a count: its target may be "95 %", its value 98,5. */
import type { Field, FormDefinition } from '../schema/form.ts'
import { dataPendukungV1 } from './data-pendukung.v1.ts'

const value: Field = {
  id: 'nilai',
  type: 'decimal',
  label: { id: 'Nilai', en: 'Value' },
  hint: {
    id: 'Yang dicapai, dalam satuan target, misalnya 98,5 bila target "100 %".',
    en: 'What was achieved, in the unit of the target, for example 98.5 for a target of "100 %".',
  },
  required: false,
  min: 0,
  decimals: 2,
  absences: ['not-yet'],
}

export const dataPendukungV2 = {
  ...dataPendukungV1,
  version: 2,
  tables: dataPendukungV1.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field): Field => (field.id === value.id ? value : field)),
  })),
} satisfies FormDefinition
