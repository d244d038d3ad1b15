/** Words of the last look before sending. They come with the dialog. */
import type { Wording } from '../../functions/schema/wording.ts'

export const submitDialogWording = {
  readyTitle: { id: 'Siap dikirim', en: 'Ready to submit' },
  ready: {
    id: 'Semua isian sudah diperiksa. Setelah dikirim, Anda menerima tanda terima dengan nomor dan waktunya. Selama jendela penginputan terbuka, Anda dapat mengirim perbaikan.',
    en: 'All answers have been checked. After submitting you get a receipt with number and time. You can submit corrections while the entry window is open.',
  },
  send: { id: 'Kirim sekarang', en: 'Submit now' },
  back: { id: 'Kembali ke formulir', en: 'Back to the form' },
  rows: { id: 'Jumlah baris', en: 'Number of rows' },
  notYet: {
    id: 'Isian "belum ada data" dikirim sebagai belum lengkap dan akan diingatkan.',
    en: '"No data yet" answers are sent as incomplete; reminders follow.',
  },
  unexplained: {
    id: 'Perbaiki datanya atau jelaskan mengapa sudah benar; Bappeda membaca penjelasan itu. Kiriman dengan peringatan tetap diterima.',
    en: 'Correct the data or explain why they are right; Bappeda reads the explanation. A submission with warnings is accepted all the same.',
  },
  explain: { id: 'Lihat dan jelaskan', en: 'See and explain' },
  sendAnyway: { id: 'Tetap kirim sekarang', en: 'Submit anyway' },
} satisfies Record<string, Wording>

/** Findings of the accuracy checks that do not keep a form from being sent. */
export function unexplainedWords(count: number): Wording {
  return {
    id: `Ada ${count} peringatan yang belum dijelaskan.`,
    en: `${count} warning${count === 1 ? ' is' : 's are'} not explained.`,
  }
}

/** Said before sending; it keeps nobody from it. */
export function unansweredWords(count: number): Wording {
  return {
    id: `${count} catatan Bappeda belum dijawab:`,
    en: `${count} comment${count === 1 ? '' : 's'} from Bappeda ${count === 1 ? 'is' : 'are'} not answered yet:`,
  }
}
