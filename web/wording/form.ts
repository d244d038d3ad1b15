/** Words of the form page: fields, tables, saving, sending. */
import type { Wording } from '../../functions/schema/wording.ts'

export const fieldWording = {
  optional: { id: '(boleh kosong)', en: '(optional)' },
  choose: { id: 'Pilih…', en: 'Choose…' },
  none: { id: 'Kosongkan', en: 'Clear' },
  computed: { id: 'dihitung otomatis', en: 'computed' },
  comment: { id: 'Catatan Bappeda', en: 'Comment from Bappeda' },
} satisfies Record<string, Wording>

/** A typed or pasted text was longer than an answer may be. */
export function cutTextWords(letters: number): Wording {
  return {
    id: `Paling banyak 5.000 huruf: ${letters.toLocaleString('id-ID')} huruf terakhir tidak masuk.`,
    en: `At most 5,000 characters: the last ${letters.toLocaleString('en-GB')} were left out.`,
  }
}

export const tableWording = {
  number: { id: 'No.', en: 'No.' },
  addRow: { id: 'Tambah baris', en: 'Add a row' },
  total: { id: 'Jumlah', en: 'Total' },
  noRows: { id: 'Belum ada baris.', en: 'No rows yet.' },
  full: { id: 'Jumlah baris sudah paling banyak.', en: 'The table is full.' },
} satisfies Record<string, Wording>

/** "Baris 3". */
export function rowNumber(index: number): Wording {
  return { id: `Baris ${index + 1}`, en: `Row ${index + 1}` }
}

export const draftWording = {
  untouched: { id: 'Belum ada perubahan.', en: 'No changes yet.' },
  waiting: { id: 'Belum tersimpan…', en: 'Not saved yet…' },
  saving: { id: 'Menyimpan…', en: 'Saving…' },
  deviceOnly: {
    id: 'Hanya di perangkat ini: server belum dapat dihubungi. Disimpan begitu sambungan kembali.',
    en: 'On this device only: the server cannot be reached yet. Saved as soon as the connection is back.',
  },
  refused: {
    id: 'Hanya di perangkat ini, belum tersimpan di server.',
    en: 'On this device only, not saved on the server.',
  },
  pageOnly: {
    id: 'Hanya di halaman ini: perangkat ini tidak mengizinkan penyimpanan. Jangan tutup halaman.',
    en: 'On this page only: this device does not allow keeping a copy. Do not close the page.',
  },
} satisfies Record<string, Wording>

/** Beside where all the rest lies: what waits for a decision. */
export function undecidedWords(count: number, onDevice: boolean): Wording {
  const [id, en] = onDevice ? ['di perangkat ini', 'on this device'] : ['di halaman ini', 'on this page']
  return {
    id: `${count} isian menunggu pilihan Anda (lihat di atas); isian Anda tetap ada ${id}.`,
    en: `${count} ${count === 1 ? 'answer waits' : 'answers wait'} for your decision (see above); yours is kept ${en}.`,
  }
}

/** "Tersimpan 09.41 WITA". */
export function savedAtWords(time: string): Wording {
  return { id: `Tersimpan ${time}`, en: `Saved ${time}` }
}
