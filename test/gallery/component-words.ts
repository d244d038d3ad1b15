/** Words of the gallery itself: what an example is called, and what stands in it where a component brings no words of its own. */
import type { Wording } from '../../functions/schema/wording.ts'
import { say } from '../../web/wording/language.ts'

const titles = {
  tokens: { id: 'Warna', en: 'Colours' },
  type: { id: 'Huruf', en: 'Type' },
  buttons: { id: 'Tombol', en: 'Buttons' },
  tags: { id: 'Status', en: 'Status' },
  panels: { id: 'Pemberitahuan', en: 'Notices' },
  fields: { id: 'Isian', en: 'Fields' },
  task: { id: 'Kartu tugas', en: 'Task cards' },
  figures: { id: 'Angka', en: 'Figures' },
  burnUp: { id: 'Grafik terhadap target', en: 'Chart against the target' },
  board: { id: 'Rekap', en: 'Board' },
  results: { id: 'Hasil', en: 'Results' },
  coverage: { id: 'Batang per kelurahan', en: 'Bars by kelurahan' },
  signIn: { id: 'Masuk', en: 'Signing in' },
  noRound: { id: 'Daerah tanpa putaran', en: 'A region without a round' },
  loading: { id: 'Sedang dimuat', en: 'Loading' },
  notFound: { id: 'Halaman tidak ada', en: 'No such page' },
  refused: { id: 'Ditolak server', en: 'Refused by the server' },
  unreachable: { id: 'Tanpa sambungan', en: 'Out of reach' },
  frame: { id: 'Kepala dan kaki halaman', en: 'Head and foot of a page' },
} satisfies Record<string, Wording>

const texts = {
  heading1: { id: 'Judul halaman, 28 px', en: 'Title of a page, 28 px' },
  heading2: { id: 'Judul bagian, 20 px', en: 'Title of a part, 20 px' },
  heading3: { id: 'Judul kecil, 17 px', en: 'Small title, 17 px' },
  text: { id: 'Teks biasa, 16 px.', en: 'Text, 16 px.' },
  hint: { id: 'Petunjuk, 15 px.', en: 'A hint, 15 px.' },
  small: { id: 'Keterangan, 14 px.', en: 'A remark, 14 px.' },
  mainAct: { id: 'Kirim', en: 'Submit' },
  act: { id: 'Simpan', en: 'Save' },
  danger: { id: 'Hapus', en: 'Remove' },
  smallAct: { id: 'Tempel', en: 'Paste' },
  off: { id: 'Tidak dapat dipakai', en: 'Cannot be used' },
  link: { id: 'Coba lagi', en: 'Try again' },
  'not-started': { id: 'Belum mulai', en: 'Not started' },
  draft: { id: 'Draf', en: 'Draft' },
  submitted: { id: 'Dikirim', en: 'Submitted' },
  returned: { id: 'Perlu perbaikan', en: 'Returned' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
  late: { id: 'Terlambat', en: 'Late' },
  panel: {
    id: 'Batas akhir putaran ini Selasa, 17 Februari 2026.',
    en: 'This round ends on Tuesday, 17 February 2026.',
  },
  label: { id: 'Pagu sub kegiatan', en: 'Budget of the sub-activity' },
  optional: { id: '(boleh kosong)', en: '(may stay blank)' },
  wrong: { id: 'Isi dengan angka, misalnya 12,5.', en: 'Enter a number, such as 12.5.' },
  date: { id: 'Tanggal dokumen', en: 'Date of the document' },
  refused: { id: 'Server sedang sibuk.', en: 'The server is busy.' },
} satisfies Record<string, Wording>

export type Words = { readonly titles: typeof titles }

export const titleOf = (id: keyof typeof titles): string => say(titles[id])
export const words = (name: keyof typeof texts): string => say(texts[name])
