/**
 * F4: target groups of each kelurahan for one semester: the denominators of everything else. Counts only, never names.
 * A group cannot be larger than the group it belongs to; stunted children are among those measured.
 */
import type { Field, FormDefinition } from '../schema/form.ts'
import { closingFields, personInCharge } from './header-fields.v1.ts'
import { periodField } from './period-field.v1.ts'
import { targetGroupFields } from './sasaran-fields.v1.ts'

const kelurahan = {
  id: 'kelurahan',
  type: 'choice',
  label: { id: 'Kelurahan', en: 'Kelurahan' },
  required: true,
  choices: { reference: 'kelurahan' },
} as const satisfies Field

const origin = [
  {
    id: 'sumber',
    type: 'choice',
    label: { id: 'Sumber data', en: 'Source' },
    required: true,
    choices: { reference: 'sumber-data' },
  },
  {
    id: 'tanggalData',
    type: 'date',
    label: { id: 'Tanggal data', en: 'Date of the data' },
    hint: { id: 'Tanggal data ditarik atau dimutakhirkan.', en: 'When the data were drawn or updated.' },
    required: true,
    min: { fiscalYearPlus: -2, monthDay: '01-01' },
    max: 'today',
  },
] as const satisfies readonly Field[]

export const dataSasaranV1 = {
  id: 'data-sasaran',
  version: 1,
  title: { id: 'Data Sasaran per Kelurahan', en: 'Target Groups by Kelurahan' },
  shortTitle: { id: 'Data sasaran', en: 'Target groups' },
  description: {
    id: 'Isi jumlah penduduk, keluarga, dan kelompok sasaran setiap kelurahan. Hanya jumlah, tanpa nama dan NIK. Bila suatu angka belum ada, pilih "Belum ada data", bukan 0.',
    en: 'Enter population, families and target groups of each kelurahan. Counts only, no names or identity numbers. If a figure does not exist yet, choose "No data yet", not 0.',
  },
  fields: [...personInCharge, periodField, ...closingFields],
  tables: [
    {
      id: 'sasaran',
      title: { id: 'Sasaran per kelurahan', en: 'Target groups by kelurahan' },
      fields: [kelurahan, ...targetGroupFields, ...origin],
      minRows: 0,
      maxRows: 200,
      fixedRows: { by: [{ field: 'kelurahan', reference: 'kelurahan' }] },
      sumLimits: [
        {
          sum: ['balitaPendek', 'balitaSangatPendek'],
          atMost: 'balitaDiukur',
          message: {
            id: 'Balita pendek ditambah balita sangat pendek tidak boleh melebihi balita diukur. Periksa ketiga angka ini.',
            en: 'Stunted plus severely stunted children must not exceed the children measured. Check these three figures.',
          },
        },
      ],
    },
  ],
  nilAllowed: false,
} satisfies FormDefinition
