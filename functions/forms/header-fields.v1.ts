/**
 * Header fields that every form of the city's collection shares: who answers for the data, whether they already stand in the
 * national web, and the declaration. Published forms contain these fields, so their fingerprints freeze this file too:
 * a change is a `header-fields.v2.ts`.
 */
import type { Field } from '../schema/form.ts'

/** Opens each form: the person in charge, by role and reachable. */
export const personInCharge = [
  {
    id: 'picNama',
    type: 'text',
    label: { id: 'Nama penanggung jawab', en: 'Person in charge' },
    hint: {
      id: 'Pegawai yang dapat menjelaskan data ini bila Bappeda bertanya.',
      en: 'The officer who can explain these data if Bappeda asks.',
    },
    required: true,
    minLength: 3,
    maxLength: 120,
    purpose: 'name',
  },
  {
    id: 'picJabatan',
    type: 'text',
    label: { id: 'Jabatan penanggung jawab', en: 'Office of the person in charge' },
    hint: { id: 'Misalnya: Kepala Subbagian Perencanaan.', en: 'For example: Head of the Planning Subsection.' },
    required: true,
    minLength: 3,
    maxLength: 120,
  },
  {
    id: 'picTelepon',
    type: 'text',
    label: { id: 'Nomor telepon/WhatsApp', en: 'Telephone/WhatsApp number' },
    required: true,
    maxLength: 25,
    pattern: {
      source: '(\\+62[ -]?|0)[0-9](?:[ -]?[0-9]){6,12}',
      message: {
        id: 'tulis nomor yang diawali 0 atau +62, misalnya 0812-3456-7890.',
        en: 'write a number that begins with 0 or +62, for example 0812-3456-7890.',
      },
    },
    purpose: 'tel',
  },
  {
    id: 'picEmail',
    type: 'text',
    label: { id: 'Surel penanggung jawab', en: 'E-mail of the person in charge' },
    required: true,
    maxLength: 254,
    pattern: {
      source:
        '[A-Za-z0-9._%+\\-]+@[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9\\-]*[A-Za-z0-9])?)+',
      message: {
        id: 'tulis alamat surel lengkap, misalnya perencanaan@dinas.example.',
        en: 'write a full e-mail address, for example planning@agency.example.',
      },
    },
    purpose: 'email',
  },
] as const satisfies readonly Field[]

/** Closes each form's header: the national web, and the declaration without which nothing can be sent. */
export const closingFields = [
  {
    id: 'inputDiWebAksiBangda',
    type: 'choice',
    label: { id: 'Sudah diinput di Web Aksi Bangda?', en: 'Already entered in Web Aksi Bangda?' },
    hint: {
      id: 'Agar data yang sama tidak diketik dua kali tanpa diketahui.',
      en: 'So that nobody types the same data twice unknowingly.',
    },
    required: false,
    choices: [
      { value: 'ya', label: { id: 'Ya', en: 'Yes' } },
      { value: 'tidak', label: { id: 'Tidak', en: 'No' } },
      { value: 'tidak-tahu', label: { id: 'Tidak tahu', en: 'Do not know' } },
    ],
  },
  {
    id: 'tanggalInputWebAksi',
    type: 'date',
    label: { id: 'Tanggal input di Web Aksi Bangda', en: 'Date of entry in Web Aksi Bangda' },
    required: false,
    visibleWhen: { field: 'inputDiWebAksiBangda', is: ['ya'] },
    min: { fiscalYearPlus: -1, monthDay: '01-01' },
    max: 'today',
  },
  {
    id: 'pernyataan',
    type: 'choice',
    label: { id: 'Pernyataan', en: 'Declaration' },
    hint: {
      id: 'Tanpa pernyataan ini data tidak dapat dikirim. Jangan cantumkan nama atau NIK anak maupun ibu di mana pun.',
      en: 'Without this declaration nothing can be sent. Never write names or identity numbers of children or mothers anywhere.',
    },
    required: true,
    choices: [
      {
        value: 'ya',
        label: {
          id: 'Data telah diperiksa dan dapat dipertanggungjawabkan.',
          en: 'The data have been checked and can be accounted for.',
        },
      },
    ],
  },
] as const satisfies readonly Field[]
