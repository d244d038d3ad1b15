/** Words of checking and sending a form. */
import type { Wording } from '../../functions/schema/wording.ts'

export const submitWording = {
  check: { id: 'Periksa dan kirim', en: 'Check and submit' },
  checking: { id: 'Memeriksa…', en: 'Checking…' },
  summaryTitle: { id: 'Ada yang perlu diperbaiki', en: 'There is a problem' },
  more: { id: 'Tampilkan semua', en: 'Show all' },
  readyTitle: { id: 'Siap dikirim', en: 'Ready to submit' },
  ready: {
    id: 'Semua isian sudah diperiksa. Setelah dikirim, Anda menerima bukti dengan nomor dan waktunya. Selama jendela penginputan terbuka, Anda dapat mengirim perbaikan.',
    en: 'All answers have been checked. After submitting you get a receipt with number and time. You can submit corrections while the entry window is open.',
  },
  send: { id: 'Kirim sekarang', en: 'Submit now' },
  sending: { id: 'Mengirim…', en: 'Submitting…' },
  back: { id: 'Kembali ke formulir', en: 'Back to the form' },
  rows: { id: 'Jumlah baris', en: 'Number of rows' },
  completeness: { id: 'Kelengkapan', en: 'Completeness' },
  notYet: {
    id: 'Isian "belum ada data" dikirim sebagai belum lengkap dan akan diingatkan.',
    en: '"No data yet" answers are sent as incomplete; reminders follow.',
  },
  askExtension: {
    id: 'Hubungi Bappeda untuk meminta perpanjangan, lalu kirim kembali dari halaman ini.',
    en: 'Ask Bappeda for an extension, then submit again from this page.',
  },
} satisfies Record<string, Wording>

/** "Ada 3 isian yang perlu diperbaiki sebelum dikirim." */
export function problemCount(count: number): Wording {
  return {
    id: `${count} isian perlu diperbaiki sebelum dikirim. Pilih salah satu untuk langsung ke isiannya.`,
    en: `${count} answer(s) need correcting before submitting. Choose one to go to it.`,
  }
}

/** The final date has passed. */
export function closedWords(when: string): Wording {
  return {
    id: `Batas akhir telah lewat: ${when}. Kiriman tidak dapat diterima lagi.`,
    en: `The final date has passed: ${when}. Submissions are no longer accepted.`,
  }
}
