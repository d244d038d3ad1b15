/** Words of what can be done with a table: its buttons, its filter, the box for pasting and the report of a paste. */
import type { Wording } from '../../functions/schema/wording.ts'

export const toolWording = {
  tools: { id: 'Alat tabel', en: 'Table tools' },
  undo: { id: 'Urungkan', en: 'Undo' },
  redo: { id: 'Ulangi', en: 'Redo' },
  fill: { id: 'Isi ke bawah', en: 'Fill down' },
  duplicate: { id: 'Gandakan', en: 'Duplicate' },
  remove: { id: 'Hapus baris', en: 'Delete row' },
  open: { id: 'Buka baris', en: 'Open row' },
  paste: { id: 'Tempel dari Excel', en: 'Paste from Excel' },
  filter: { id: 'Cari, saring, urutkan', en: 'Search, filter, sort' },
  show: { id: 'Tampilkan', en: 'Show' },
  all: { id: 'Semua baris', en: 'All rows' },
  wrong: { id: 'Hanya yang salah', en: 'Only what is wrong' },
  unfinished: { id: 'Belum lengkap', en: 'Incomplete' },
  commented: { id: 'Ada catatan', en: 'With a comment' },
  search: { id: 'Cari', en: 'Search' },
  sort: { id: 'Urutkan', en: 'Sort by' },
  stored: { id: 'Urutan asli', en: 'Original order' },
  ascending: { id: 'Naik', en: 'Ascending' },
  descending: { id: 'Turun', en: 'Descending' },
  noneShown: { id: 'Tidak ada baris yang cocok.', en: 'No rows match.' },
  showAll: { id: 'Tampilkan semua', en: 'Show all' },
  keys: { id: 'Pintasan', en: 'Shortcuts' },
  keyList: {
    id: 'Panah, Home, End, PageUp, PageDown: pindah sel. Langsung mengetik: mengganti isi. F2: menyunting isi. Enter: ke bawah. Tab: ke kanan. Esc: batal; Esc lalu Tab: keluar dari tabel. Shift+panah atau Shift+klik: memilih beberapa sel. Ctrl+A: semua. Ctrl+C, Ctrl+X, Ctrl+V: salin, potong, tempel. Ctrl+D: isi ke bawah. Ctrl+Z, Ctrl+Y: urungkan, ulangi. Delete: kosongkan. Tanda - berarti "belum ada data" di kolom yang membolehkannya.',
    en: 'Arrows, Home, End, PageUp, PageDown: move. Just type: replace. F2: edit. Enter: down. Tab: right. Esc: cancel; Esc then Tab: leave the table. Shift+arrows or Shift+click: select several cells. Ctrl+A: all. Ctrl+C, Ctrl+X, Ctrl+V: copy, cut, paste. Ctrl+D: fill down. Ctrl+Z, Ctrl+Y: undo, redo. Delete: clear. A dash means "no data yet" where a column allows it.',
  },
  boxTitle: { id: 'Tempel dari Excel', en: 'Paste from Excel' },
  boxHint: {
    id: 'Salin sel di Excel atau aplikasi lembar kerja lain, ketuk lama di kotak ini, lalu pilih Tempel. Bila baris pertama berisi nama kolom, isi masuk ke kolom dengan nama yang sama.',
    en: 'Copy cells in Excel or another spreadsheet, press long in this box and choose Paste. If the first line holds column names, the cells go to the columns with these names.',
  },
  boxKeys: {
    id: 'Baris dicocokkan menurut kolom kuncinya, jadi salin juga kolom itu.',
    en: 'Rows are matched by their key columns, so copy those too.',
  },
  boxText: { id: 'Isi yang ditempel', en: 'Pasted cells' },
  take: { id: 'Masukkan ke tabel', en: 'Put into the table' },
  cancel: { id: 'Batal', en: 'Cancel' },
  undoPaste: { id: 'Urungkan tempelan ini', en: 'Take this paste back' },
  readTitle: { id: 'Tidak dibaca huruf demi huruf:', en: 'Not read letter for letter:' },
  leaveBlank: { id: 'Kosongkan saja', en: 'Leave these blank' },
  alikeTitle: { id: 'Tidak ada dalam daftar. Samakan sekaligus:', en: 'Not in the list. Mend all alike at once:' },
  makeAll: { id: 'Jadikan semua', en: 'Change all' },
  leftFull: {
    id: 'Baris yang tidak masuk (dapat disalin dari sini):',
    en: 'The lines left out (they can be copied from here):',
  },
  firstMarked: { id: 'Ke yang pertama', en: 'Go to the first' },
  close: { id: 'Tutup', en: 'Close' },
  leftTitle: {
    id: 'Baris berikut tidak punya tempat di tabel ini dan tidak dimasukkan. Periksa nama kuncinya, lalu tempel lagi:',
    en: 'These lines have no place in this table and were left out. Check their keys, then paste them again:',
  },
} satisfies Record<string, Wording>

/** "240 sel ditempel, 12 baris baru." */
export function pastedWords(cells: number, newRows: number): Wording {
  return {
    id: `${cells} sel ditempel${newRows > 0 ? `, ${newRows} baris baru` : ''}.`,
    en: `${cells} cells pasted${newRows > 0 ? `, ${newRows} new rows` : ''}.`,
  }
}

export function markedWords(count: number): Wording {
  return {
    id: `${count} sel tidak dapat dibaca sebagai isian. Teksnya tetap disimpan dan ditandai merah.`,
    en: `${count} cells could not be read as answers. Their text is kept and marked red.`,
  }
}

/** Totals of the paper that was pasted. */
export function totalsWords(names: readonly string[]): Wording {
  const shown = [...new Set(names)].slice(0, 3).join(', ')
  return {
    id: `${names.length} baris jumlah (${shown}) tidak dimasukkan; jumlah dihitung sendiri di kaki tabel.`,
    en: `${names.length} ${names.length === 1 ? 'line' : 'lines'} of totals (${shown}) left out; the foot of the table sums by itself.`,
  }
}

export function fullWords(left: number, most: number): Wording {
  return {
    id: `Tabel ini memuat paling banyak ${most.toLocaleString('id-ID')} baris: ${left.toLocaleString('id-ID')} baris tidak masuk. Kirim baris selebihnya setelah menanyakannya kepada Bappeda, atau hapus baris yang tidak perlu.`,
    en: `This table holds at most ${most.toLocaleString('en-GB')} rows: ${left.toLocaleString('en-GB')} lines were left out. Ask the coordinator about the rest, or delete rows that are not needed.`,
  }
}

/** "Pagu ditandai: 14 × Kata bilangan dibaca sebagai angka, misalnya ...". */
export function readingWords(what: { label: Wording; count: number; how: Wording; example: Wording }): Wording {
  const { label, count, how, example } = what
  return {
    id: `${label.id}: ${count} × ${how.id} (misalnya ${example.id}).`,
    en: `${label.en}: ${count} × ${how.en} (for example ${example.en}).`,
  }
}

/** "“Dana Insentif” (14 sel) menjadi". */
export function alikeWords(label: Wording, text: string, count: number): Wording {
  return {
    id: `${label.id}: “${text}” (${count} sel) menjadi`,
    en: `${label.en}: “${text}” (${count} ${count === 1 ? 'cell' : 'cells'}) becomes`,
  }
}

export function cutWords(count: number): Wording {
  return {
    id: `${count} teks lebih dari 5.000 huruf dan dipotong.`,
    en: `${count} texts were longer than 5,000 letters and were cut.`,
  }
}

export function beyondWords(count: number): Wording {
  return {
    id: `${count} sel berada di kanan kolom terakhir dan tidak dimasukkan. Tempel mulai dari kolom yang lebih kiri.`,
    en: `${count} cells were right of the last column and were left out. Paste further to the left.`,
  }
}

export function strangerWords(names: readonly string[]): Wording {
  return {
    id: `Kolom ini tidak ada di tabel dan dilewati: ${names.join(', ')}.`,
    en: `These columns are not in the table and were skipped: ${names.join(', ')}.`,
  }
}

/** "3 baris dihapus." */
export function removedWords(count: number): Wording {
  return { id: `${count} baris dihapus.`, en: count === 1 ? '1 row deleted.' : `${count} rows deleted.` }
}

/** "Menampilkan 12 dari 300 baris." */
export function shownWords(shown: number, all: number): Wording {
  return { id: `Menampilkan ${shown} dari ${all} baris.`, en: `Showing ${shown} of ${all} rows.` }
}
