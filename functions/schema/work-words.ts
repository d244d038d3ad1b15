/** What people call the status and the timeliness of a form (glossary of the field): the same words on pages and in mails. */
import type { AssignmentStatus, Punctuality, Severity } from './round.ts'
import type { Wording } from './wording.ts'

export const statusWords: Record<AssignmentStatus, Wording> = {
  'not-started': { id: 'Belum mulai', en: 'Not started' },
  draft: { id: 'Draf', en: 'Draft' },
  submitted: { id: 'Dikirim', en: 'Submitted' },
  returned: { id: 'Perlu perbaikan', en: 'Returned' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
}

/** Nobody is called late whose window is still open: docs/punctuality.md. */
export const punctualityWords: Record<Punctuality, Wording> = {
  'on-time': { id: 'Tepat waktu', en: 'On time' },
  'in-extension': { id: 'Dalam masa perpanjangan', en: 'In the extension' },
  late: { id: 'Terlambat', en: 'Late' },
  'time-left': { id: 'Belum dikirim, masih ada waktu', en: 'Not submitted, time left' },
  'past-deadline': { id: 'Belum dikirim, lewat batas', en: 'Not submitted, past the deadline' },
}

export const severityWords: Record<Severity, Wording> = {
  blocking: { id: 'Menghambat', en: 'Blocking' },
  warning: { id: 'Peringatan', en: 'Warning' },
  info: { id: 'Catatan', en: 'Remark' },
}
