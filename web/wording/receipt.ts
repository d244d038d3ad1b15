/** Words of the receipt page. */
import type { Wording } from '../../functions/schema/wording.ts'

export const receiptWording = {
  title: { id: 'Tanda terima', en: 'Receipt' },
  done: { id: 'Data Anda sudah diterima', en: 'Your data have been received' },
  rehearsedText: {
    id: 'Ini latihan: tanda terimanya tidak dikirim ke surel Anda dan tidak berlaku.',
    en: 'This is a rehearsal: no receipt is mailed to you, and this one proves nothing.',
  },
  doneText: {
    id: 'Tanda terima ini juga dikirim ke surel Anda. Simpan nomornya.',
    en: 'This receipt is also sent to you by e-mail. Keep its number.',
  },
  number: { id: 'Nomor tanda terima', en: 'Receipt number' },
  sentBy: { id: 'Dikirim oleh', en: 'Sent by' },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  form: { id: 'Formulir', en: 'Form' },
  version: { id: 'versi', en: 'version' },
  round: { id: 'Putaran', en: 'Round' },
  revision: { id: 'Revisi', en: 'Revision' },
  at: { id: 'Waktu diterima', en: 'Received' },
  rows: { id: 'Jumlah baris', en: 'Rows' },
  nil: { id: 'Dikirim sebagai nihil', en: 'Submitted as nil' },
  yes: { id: 'Ya', en: 'Yes' },
  sha: { id: 'SHA-256 isi', en: 'SHA-256 of the content' },
  previous: { id: 'SHA-256 kiriman sebelumnya', en: 'SHA-256 of the previous submission' },
  first: { id: '– (kiriman pertama)', en: '– (first submission)' },
  totals: { id: 'Jumlah per kolom', en: 'Totals' },
  verifyTitle: { id: 'Cara memeriksa tanda terima ini', en: 'How to verify this receipt' },
  verify: {
    id: 'Buka alamat halaman ini di peramban mana pun: nomor, waktu, dan SHA-256 harus sama dengan yang tercetak. SHA-256 dihitung dari isi kiriman beserta deret acaknya; satu angka saja berubah, nilainya berbeda. SHA-256 kiriman sebelumnya menyambung semua revisi, sehingga tidak ada yang dapat diganti diam-diam.',
    en: 'Open the address of this page in any browser: number, time and SHA-256 must equal the printed ones. The SHA-256 is computed from the submitted content and its salt; if one digit changes, so does it. The previous SHA-256 chains all revisions, so none can be replaced silently.',
  },
  copyTitle: { id: 'Hitung ulang SHA-256', en: 'Take the SHA-256 again' },
  copy: {
    id: 'Unduh isi kiriman dalam bentuk yang dihitung (JSON kanonik, RFC 8785), lalu jalankan perintah berikut di folder unduhan. Hasilnya harus sama dengan SHA-256 isi pada tanda terima ini. Deret acak di bawah nama `salt` ikut dihitung, supaya isi yang pendek tidak dapat ditebak dari tanda terimanya.',
    en: 'Download the content in the form that was hashed (canonical JSON, RFC 8785), then run this command in the download folder. The result must equal the SHA-256 of this receipt. The random characters under `salt` are hashed too, so that a short content cannot be guessed from its receipt.',
  },
  download: { id: 'Unduh isi kiriman (JSON)', en: 'Download the content (JSON)' },
  newer: {
    id: 'Sudah ada revisi yang lebih baru dari tanda terima ini: revisi',
    en: 'There is a newer revision than this one: revision',
  },
  allSent: {
    id: 'Semua formulir unit Anda dalam putaran ini sudah dikirim.',
    en: 'Every form of your agency in this round has been submitted.',
  },
  fillNext: { id: 'Isi sekarang', en: 'Fill it in now' },
  print: { id: 'Cetak', en: 'Print' },
  tasks: { id: 'Ke tugas saya', en: 'To my tasks' },
  view: { id: 'Lihat isi kiriman', en: 'See what was submitted' },
} satisfies Record<string, Wording>

/** "Berikutnya: Reviu 2025 (masih 2 formulir)." */
export function nextWords(title: Wording, left: number): Wording {
  return {
    id: `Berikutnya: ${title.id}${left > 1 ? ` (masih ${left} formulir)` : ''}.`,
    en: `Next: ${title.en}${left > 1 ? ` (${left} forms left)` : ''}.`,
  }
}

/** An agency that has another name since it sent something. */
export function withFormerName(name: Wording, then: Wording | undefined): Wording {
  return then === undefined ? name : { id: `${name.id} (dahulu ${then.id})`, en: `${name.en} (formerly ${then.en})` }
}
