/**
 * F3: monev of service coverage, kelurahan x indicator for one semester. One submission answers one period, so that a later
 * period never mixes with this one. A figure is a number, "belum ada data" or "tidak berlaku" (the status of the data); the
 * percentage is always computed. The health centre belongs to the kelurahan, so it is asked once for each, not for each figure.
 */
import type { FormDefinition } from '../schema/form.ts'
import { coverageFields } from './cakupan-fields.v1.ts'
import { closingFields, personInCharge } from './header-fields.v1.ts'
import { periodField } from './period-field.v1.ts'

export const monevCakupanLayananV1 = {
  id: 'monev-cakupan-layanan',
  version: 1,
  title: { id: 'Monev Cakupan Layanan', en: 'Monitoring of Service Coverage' },
  shortTitle: { id: 'Cakupan layanan', en: 'Coverage' },
  description: {
    id: 'Isi pembilang dan penyebut setiap indikator layanan di setiap kelurahan untuk satu semester. Angka 0 hanya untuk hasil yang memang nol; bila datanya belum ada, pilih "Belum ada data". Hanya data agregat, tanpa nama dan NIK.',
    en: 'Enter numerator and denominator of each service indicator in each kelurahan for one semester. Enter 0 only for a real zero; if there are no data, choose "No data yet". Aggregates only, no names or identity numbers.',
  },
  fields: [...personInCharge, periodField, ...closingFields],
  tables: [
    {
      id: 'wilayah',
      title: { id: 'Puskesmas per kelurahan', en: 'Health centre by kelurahan' },
      fields: [
        {
          id: 'kelurahan',
          type: 'choice',
          label: { id: 'Kelurahan', en: 'Kelurahan' },
          required: true,
          choices: { reference: 'kelurahan' },
        },
        {
          id: 'puskesmas',
          type: 'choice',
          label: { id: 'Puskesmas', en: 'Health centre' },
          hint: {
            id: 'Puskesmas yang melayani kelurahan ini dan menyediakan datanya.',
            en: 'The health centre that serves this kelurahan and supplies its data.',
          },
          required: true,
          choices: { reference: 'puskesmas' },
        },
      ],
      minRows: 0,
      maxRows: 200,
      fixedRows: { by: [{ field: 'kelurahan', reference: 'kelurahan' }] },
    },
    {
      id: 'cakupan',
      title: { id: 'Cakupan layanan', en: 'Service coverage' },
      hint: {
        id: 'Kolom pembilang dan penyebut dapat ditempel dari Excel.',
        en: 'Numerators and denominators can be pasted from Excel.',
      },
      fields: [...coverageFields],
      minRows: 0,
      maxRows: 5_000,
      fixedRows: {
        by: [
          { field: 'kelurahan', reference: 'kelurahan' },
          { field: 'indikator', reference: 'indikator-layanan' },
        ],
      },
    },
  ],
  nilAllowed: false,
} satisfies FormDefinition
