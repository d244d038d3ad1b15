/**
 * The last columns of a tag row of F1: for whom, where, when, and what was spent so far. The three kinds of intervention are
 * fixed by the method; groups, indicators and places are lists that the city maintains.
 */
import type { Field } from '../schema/form.ts'

/** "Dukungan" (coordination, data, governance) reaches no group of its own. */
const notEnabling = { not: { field: 'jenisIntervensi', is: ['dukungan'] } } as const

/** Kind, indicators, groups, places and quarters. */
export const purpose = [
  {
    id: 'jenisIntervensi',
    type: 'choice',
    label: { id: 'Jenis intervensi', en: 'Kind of intervention' },
    hint: {
      id: 'Spesifik: langsung mengatasi gizi dan kesehatan. Sensitif: mengatasi penyebab tidak langsung. Dukungan: koordinasi, data, tata kelola.',
      en: 'Specific: acts on nutrition and health itself. Sensitive: acts on indirect causes. Enabling: coordination, data, governance.',
    },
    required: true,
    choices: [
      { value: 'spesifik', label: { id: 'Spesifik', en: 'Nutrition-specific' } },
      { value: 'sensitif', label: { id: 'Sensitif', en: 'Nutrition-sensitive' } },
      { value: 'dukungan', label: { id: 'Dukungan', en: 'Enabling' } },
    ],
  },
  {
    id: 'indikatorLayanan',
    type: 'choices',
    label: { id: 'Indikator layanan yang didukung', en: 'Service indicators supported' },
    required: notEnabling,
    choices: { reference: 'indikator-layanan' },
    minChoices: 1,
  },
  {
    id: 'kelompokSasaran',
    type: 'choices',
    label: { id: 'Kelompok sasaran', en: 'Target groups' },
    required: true,
    choices: { reference: 'kelompok-sasaran' },
    minChoices: 1,
  },
  {
    id: 'jumlahSasaran',
    type: 'integer',
    label: { id: 'Jumlah sasaran', en: 'Number of beneficiaries' },
    hint: {
      id: 'Jumlah orang atau keluarga yang dituju dalam tahun ini.',
      en: 'People or families to be reached this year.',
    },
    required: notEnabling,
    min: 1,
  },
  {
    id: 'lokasi',
    type: 'choices',
    label: { id: 'Lokasi', en: 'Location' },
    hint: {
      id: 'Kelurahan tempat kegiatan berlangsung. Kecamatan memilih kelurahannya sendiri.',
      en: 'The kelurahan where the work takes place. A kecamatan chooses among its own.',
    },
    required: true,
    choices: { reference: 'lokasi' },
    minChoices: 1,
  },
  {
    id: 'jadwal',
    type: 'choices',
    label: { id: 'Jadwal pelaksanaan', en: 'Schedule' },
    required: true,
    choices: [
      { value: 'TW1', label: { id: 'Triwulan I (Januari–Maret)', en: 'Quarter I (January–March)' } },
      { value: 'TW2', label: { id: 'Triwulan II (April–Juni)', en: 'Quarter II (April–June)' } },
      { value: 'TW3', label: { id: 'Triwulan III (Juli–September)', en: 'Quarter III (July–September)' } },
      { value: 'TW4', label: { id: 'Triwulan IV (Oktober–Desember)', en: 'Quarter IV (October–December)' } },
    ],
    minChoices: 1,
  },
] as const satisfies readonly Field[]

/** Spending, evidence and the note that some rows need. */
export const tracking = [
  {
    id: 'realisasi',
    type: 'rupiah',
    label: { id: 'Realisasi', en: 'Actual spending' },
    hint: {
      id: 'Bila sudah ada, bersama tanggalnya. Kosongkan bila belum ada.',
      en: 'If there is any, with its date. Leave empty otherwise.',
    },
    required: { field: 'tanggalRealisasi', given: true },
    max: { field: 'paguSubKegiatan' },
    total: true,
  },
  {
    id: 'tanggalRealisasi',
    type: 'date',
    label: { id: 'Realisasi per tanggal', en: 'Spending as of' },
    required: { field: 'realisasi', given: true },
    min: { fiscalYearPlus: 0, monthDay: '01-01' },
    max: ['today', { fiscalYearPlus: 0, monthDay: '12-31' }],
  },
  {
    id: 'tautanBukti',
    type: 'url',
    label: { id: 'Tautan bukti', en: 'Link to evidence' },
    hint: {
      id: 'Misalnya halaman DPA atau rincian belanja, diawali https://.',
      en: 'For example the DPA page or the spending detail, beginning with https://.',
    },
    required: false,
  },
  {
    id: 'keterangan',
    type: 'text',
    label: { id: 'Keterangan', en: 'Note' },
    hint: {
      id: 'Wajib untuk sumber dana Non-APBD atau Lainnya, dan bila belanja langsung ke sasaran Rp0 pada intervensi spesifik atau sensitif.',
      en: 'Required for funding from outside the budget or "Other", and when direct spending is Rp0 on a specific or sensitive intervention.',
    },
    required: {
      any: [
        { field: 'sumberDana', is: ['NON_APBD', 'LAINNYA'] },
        {
          all: [
            { field: 'belanjaLangsungSasaran', equals: 0 },
            { field: 'jenisIntervensi', is: ['spesifik', 'sensitif'] },
          ],
        },
      ],
    },
    maxLength: 500,
    multiline: true,
  },
] as const satisfies readonly Field[]
