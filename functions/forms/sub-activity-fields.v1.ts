/**
 * How a sub kegiatan is named in any form: its 17-character code (kabupaten/kota level, `.2.`) with what follows from it.
 * Program and kegiatan are the code's first 7 and 12 characters; they are derived, never typed.
 */
import type { Field } from '../schema/form.ts'

/** Code and name. The name is suggested from the reference list and stays free, since nomenclature versions differ. */
export const subActivityFields = [
  {
    id: 'kodeSubKegiatan',
    type: 'text',
    label: { id: 'Kode sub kegiatan', en: 'Sub-activity code' },
    hint: {
      id: '17 karakter sesuai SIPD, misalnya 1.02.02.2.02.0015. Kode lama dengan dua angka di belakang (….02.15) ditulis empat angka (….02.0015).',
      en: '17 characters as in SIPD, for example 1.02.02.2.02.0015. An old code with a two-digit tail (….02.15) is written with four (….02.0015).',
    },
    required: true,
    maxLength: 17,
    pattern: {
      source: '[1-9]\\.[0-9]{2}\\.[0-9]{2}\\.2\\.[0-9]{2}\\.[0-9]{4}',
      message: {
        id: 'tulis 17 karakter dengan angka 2 (kabupaten/kota) pada bagian keempat, misalnya 1.02.02.2.02.0015.',
        en: 'write 17 characters with a 2 (city level) as the fourth part, for example 1.02.02.2.02.0015.',
      },
    },
    suggest: 'sub-kegiatan',
  },
  {
    id: 'namaSubKegiatan',
    type: 'text',
    label: { id: 'Nama sub kegiatan', en: 'Sub-activity name' },
    hint: { id: 'Terisi otomatis bila kodenya dikenal.', en: 'Filled in by itself when the code is known.' },
    required: true,
    minLength: 3,
    maxLength: 250,
  },
] as const satisfies readonly Field[]
