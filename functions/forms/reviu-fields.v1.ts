/**
 * The columns of F2. What is asked of an action depends on its status: a finished one owes its result and date, an unfinished
 * one its obstacle and the follow-up. "Tidak berlaku" is an absence, so it is an answer and needs nothing further.
 */
import type { Field } from '../schema/form.ts'
import { subActivityFields } from './sub-activity-fields.v1.ts'

const begun = { field: 'status', is: ['selesai', 'sebagian'] } as const
const unfinished = { field: 'status', is: ['sebagian', 'belum'] } as const

/** One row per action. */
export const actionFields = [
  {
    id: 'kodeAksi',
    type: 'choice',
    label: { id: 'Aksi', en: 'Action' },
    required: true,
    choices: { reference: 'aksi' },
  },
  {
    id: 'status',
    type: 'choice',
    label: { id: 'Status', en: 'Status' },
    hint: {
      id: 'Pilih "Tidak berlaku" bila aksi ini tidak menyangkut unit Anda.',
      en: 'Choose "Not applicable" if this action does not concern your agency.',
    },
    required: true,
    choices: [
      { value: 'selesai', label: { id: 'Selesai', en: 'Done' } },
      { value: 'sebagian', label: { id: 'Sebagian', en: 'Partly done' } },
      { value: 'belum', label: { id: 'Belum', en: 'Not done' } },
    ],
    absences: ['not-applicable'],
  },
  {
    id: 'tanggalSelesai',
    type: 'date',
    label: { id: 'Tanggal selesai', en: 'Date of completion' },
    hint: { id: 'Dalam 2025, atau Januari–Februari 2026.', en: 'In 2025, or in January–February 2026.' },
    required: true,
    visibleWhen: { field: 'status', is: ['selesai'] },
    min: '2025-01-01',
    max: ['2026-02-28', 'today'],
  },
  {
    id: 'keluaran',
    type: 'text',
    label: { id: 'Keluaran', en: 'Output' },
    hint: {
      id: 'Dokumen atau hasil yang dapat ditunjukkan, misalnya "Laporan analisis situasi semester I".',
      en: 'A document or result that can be shown, for example "Situation analysis report, first semester".',
    },
    required: true,
    visibleWhen: begun,
    minLength: 3,
    maxLength: 1_000,
    multiline: true,
  },
  {
    id: 'kendala',
    type: 'text',
    label: { id: 'Kendala', en: 'Obstacle' },
    required: true,
    visibleWhen: unfinished,
    minLength: 3,
    maxLength: 1_000,
    multiline: true,
  },
  {
    id: 'tindakLanjut',
    type: 'text',
    label: { id: 'Tindak lanjut', en: 'Follow-up' },
    required: true,
    visibleWhen: unfinished,
    minLength: 3,
    maxLength: 1_000,
    multiline: true,
  },
  {
    id: 'targetTindakLanjut',
    type: 'date',
    label: { id: 'Target tindak lanjut', en: 'Follow-up due' },
    required: true,
    visibleWhen: unfinished,
    min: '2026-01-01',
    max: '2026-12-31',
  },
  {
    id: 'tautanBukti',
    type: 'url',
    label: { id: 'Tautan bukti', en: 'Link to evidence' },
    required: false,
    visibleWhen: begun,
  },
] as const satisfies readonly Field[]

/** One row per sub kegiatan and funding source tagged in 2025. */
export const budgetFields = [
  ...subActivityFields,
  {
    id: 'sumberDana',
    type: 'choice',
    label: { id: 'Sumber dana', en: 'Funding source' },
    required: true,
    choices: { reference: 'sumber-dana' },
  },
  {
    id: 'pagu2025',
    type: 'rupiah',
    label: { id: 'Pagu 2025', en: 'Budget 2025' },
    hint: { id: 'Pagu terakhir (DPPA bila ada).', en: 'The last budget (revised, if there was one).' },
    required: true,
    min: 1,
    total: true,
  },
  {
    id: 'realisasi2025',
    type: 'rupiah',
    label: { id: 'Realisasi 2025', en: 'Spending 2025' },
    required: true,
    max: { field: 'pagu2025' },
    total: true,
  },
  {
    id: 'serapan',
    type: 'computed',
    label: { id: 'Serapan', en: 'Absorption' },
    required: false,
    formula: { percent: { part: 'realisasi2025', whole: 'pagu2025' } },
    decimals: 1,
  },
  {
    id: 'capaianFisik',
    type: 'decimal',
    label: { id: 'Capaian fisik', en: 'Physical progress' },
    required: true,
    min: 0,
    max: 100,
    decimals: 2,
    unit: { id: '%', en: '%' },
  },
  {
    id: 'targetVolume',
    type: 'decimal',
    label: { id: 'Target volume', en: 'Target volume' },
    required: true,
    min: 0.01,
    decimals: 2,
  },
  {
    id: 'realisasiVolume',
    type: 'decimal',
    label: { id: 'Realisasi volume', en: 'Volume achieved' },
    required: true,
    min: 0,
    decimals: 2,
  },
  {
    id: 'lokasi',
    type: 'choices',
    label: { id: 'Lokasi', en: 'Location' },
    required: true,
    choices: { reference: 'lokasi' },
    minChoices: 1,
  },
  {
    id: 'dilanjutkan2026',
    type: 'choice',
    label: { id: 'Dilanjutkan pada 2026?', en: 'Continued in 2026?' },
    hint: { id: 'Bila ya, baris ini juga ditandai pada formulir 3A.', en: 'If so, tag this row in form 3A too.' },
    required: true,
    choices: [
      { value: 'ya', label: { id: 'Ya', en: 'Yes' } },
      { value: 'tidak', label: { id: 'Tidak', en: 'No' } },
    ],
  },
  {
    id: 'alasan',
    type: 'text',
    label: { id: 'Alasan', en: 'Reason' },
    hint: {
      id: 'Wajib bila serapan di bawah 50 % atau kegiatan tidak dilanjutkan.',
      en: 'Required when absorption is below 50 % or the work is not continued.',
    },
    required: {
      any: [
        { field: 'serapan', below: 50 },
        { field: 'dilanjutkan2026', is: ['tidak'] },
      ],
    },
    minLength: 3,
    maxLength: 500,
    multiline: true,
  },
] as const satisfies readonly Field[]
