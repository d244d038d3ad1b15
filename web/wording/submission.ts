/** Words of the page that shows what was submitted. */
import type { Review } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'

export const submissionWording = {
  title: { id: 'Kiriman', en: 'Submission' },
  personalHidden: {
    id: 'Nama, telepon, dan surel orang tidak ditampilkan kepada pengamat.',
    en: 'Names, telephones and addresses of persons are not shown to viewers.',
  },
  none: { id: 'Belum ada kiriman untuk formulir ini.', en: 'Nothing has been submitted for this form yet.' },
  revisions: { id: 'Daftar revisi', en: 'Revisions' },
  revision: { id: 'Revisi', en: 'Revision' },
  current: { id: 'sedang ditampilkan', en: 'shown' },
  by: { id: 'Dikirim oleh', en: 'Submitted by' },
  at: { id: 'Waktu', en: 'Time' },
  receipt: { id: 'Tanda terima', en: 'Receipt' },
  nilReason: { id: 'Dikirim sebagai nihil, dengan alasan', en: 'Submitted as nil, with the reason' },
  answers: { id: 'Isian umum', en: 'General answers' },
  notAnswered: { id: '(tidak diisi)', en: '(not answered)' },
  noRows: { id: 'Tidak ada baris.', en: 'No rows.' },
  correct: { id: 'Perbaiki dan kirim lagi', en: 'Correct and submit again' },
  howReopened: {
    id: 'Sudah disetujui, jadi tidak dapat diubah lagi. Bila ada yang keliru, sampaikan kepada Bappeda: koordinator dapat membuka kembali kiriman ini.',
    en: 'It was accepted and can no longer be changed. If something is wrong, tell Bappeda: the coordinator can re-open this submission.',
  },
  general: { id: 'Catatan umum', en: 'General comment' },
  due: { id: 'Batas perbaikan', en: 'Corrections due' },
  back: { id: 'Tugas saya', en: 'My tasks' },
  backToBoard: { id: 'Rekap kelengkapan', en: 'Completeness' },
  toQueue: { id: 'Ke antrean reviu', en: 'To the review queue' },
  notNewest: { id: 'Ini bukan revisi terbaru.', en: 'This is not the newest revision.' },
  newest: { id: 'Buka revisi terbaru', en: 'Open the newest revision' },
} satisfies Record<string, Wording>

export const decisionWords: Record<Review['decision'], Wording> = {
  accept: { id: 'Disetujui Bappeda', en: 'Accepted by Bappeda' },
  return: { id: 'Dikembalikan Bappeda untuk diperbaiki', en: 'Returned by Bappeda for correction' },
  reopen: { id: 'Dibuka kembali oleh Bappeda', en: 'Re-opened by Bappeda' },
}
