/**
 * F5: supporting data that agencies supply for the situation analysis: is the service there, and how much of it. One row per
 * indicator that the city's list assigns to the agency; the list is data, so another year's indicators need no new form.
 */
import type { Field, FormDefinition } from '../schema/form.ts'
import { closingFields, personInCharge } from './header-fields.v1.ts'

const years = ['2024', '2025', '2026'].map((year) => ({ value: year, label: { id: year, en: year } }))

const supportFields = [
  {
    id: 'indikator',
    type: 'choice',
    label: { id: 'Indikator', en: 'Indicator' },
    required: true,
    choices: { reference: 'data-pendukung' },
  },
  {
    id: 'tahun',
    type: 'choice',
    label: { id: 'Tahun data', en: 'Year of the data' },
    required: true,
    choices: years,
  },
  {
    id: 'target',
    type: 'text',
    label: { id: 'Target', en: 'Target' },
    hint: {
      id: 'Angka atau ukuran, misalnya "2 kali" atau "95 %".',
      en: 'A number or a measure, for example "2 times" or "95 %".',
    },
    required: true,
    maxLength: 100,
  },
  {
    id: 'status',
    type: 'choice',
    label: { id: 'Tercapai?', en: 'Achieved?' },
    required: true,
    choices: [
      { value: 'ya', label: { id: 'Ya', en: 'Yes' } },
      { value: 'sebagian', label: { id: 'Sebagian', en: 'Partly' } },
      { value: 'tidak', label: { id: 'Tidak', en: 'No' } },
    ],
    absences: ['not-yet', 'not-applicable'],
  },
  {
    id: 'nilai',
    type: 'integer',
    label: { id: 'Nilai', en: 'Value' },
    hint: {
      id: 'Jumlah yang dicapai, bila indikator ini dihitung.',
      en: 'The number achieved, if this indicator is counted.',
    },
    required: false,
    min: 0,
    absences: ['not-yet'],
  },
  {
    id: 'kelurahan',
    type: 'choices',
    label: { id: 'Kelurahan', en: 'Kelurahan' },
    hint: { id: 'Bila hanya berlaku di sebagian kelurahan.', en: 'If it applies to some kelurahan only.' },
    required: false,
    choices: { reference: 'lokasi' },
  },
  {
    id: 'keterangan',
    type: 'text',
    label: { id: 'Keterangan', en: 'Note' },
    hint: {
      id: 'Wajib bila target belum tercapai sepenuhnya atau datanya belum ada.',
      en: 'Required when the target was not fully achieved or there are no data yet.',
    },
    required: {
      any: [
        { field: 'status', is: ['sebagian', 'tidak'] },
        { field: 'status', absent: ['not-yet'] },
      ],
    },
    minLength: 3,
    maxLength: 500,
    multiline: true,
  },
  {
    id: 'tautanBukti',
    type: 'url',
    label: { id: 'Tautan bukti', en: 'Link to evidence' },
    required: false,
  },
] satisfies readonly Field[]

export const dataPendukungV1 = {
  id: 'data-pendukung',
  version: 1,
  title: { id: 'Data Pendukung Perangkat Daerah', en: 'Supporting Data of Agencies' },
  shortTitle: { id: 'Data pendukung', en: 'Supporting data' },
  description: {
    id: 'Isi capaian setiap indikator pendukung yang menjadi tugas unit Anda.',
    en: 'Enter the result of each supporting indicator that is your agency’s task.',
  },
  fields: [...personInCharge, ...closingFields],
  tables: [
    {
      id: 'pendukung',
      title: { id: 'Indikator pendukung', en: 'Supporting indicators' },
      fields: [...supportFields],
      minRows: 0,
      maxRows: 200,
      fixedRows: { by: [{ field: 'indikator', reference: 'data-pendukung' }] },
    },
  ],
  nilAllowed: true,
} satisfies FormDefinition
