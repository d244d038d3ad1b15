/** What people call the status and the timeliness of a form (glossary of the field): the same words on pages and in mails. */
import type { AssignmentStatus, Severity, Timeliness } from './round.ts'
import type { Wording } from './wording.ts'

export const statusWords: Record<AssignmentStatus, Wording> = {
  'not-started': { id: 'Belum mulai', en: 'Not started' },
  draft: { id: 'Draf', en: 'Draft' },
  submitted: { id: 'Dikirim', en: 'Submitted' },
  returned: { id: 'Perlu perbaikan', en: 'Returned' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
}

export const timelinessWords: Record<Timeliness, Wording> = {
  'on-time': { id: 'Tepat waktu', en: 'On time' },
  'in-extension': { id: 'Dalam perpanjangan', en: 'In the extension' },
  late: { id: 'Terlambat', en: 'Late' },
}

export const severityWords: Record<Severity, Wording> = {
  blocking: { id: 'Menghambat', en: 'Blocking' },
  warning: { id: 'Peringatan', en: 'Warning' },
  info: { id: 'Catatan', en: 'Remark' },
}
