/** Words about one agency's work on one form: status, dates, completeness. Used by tasks, form, submission and board. */
import { percentOf } from '../../functions/rules/completeness.ts'
import type { Wording } from '../../functions/schema/wording.ts'

export { punctualityWords, statusWords } from '../../functions/schema/work-words.ts'

export const workWording = {
  tasks: { id: 'Tugas saya', en: 'My tasks' },
  nil: { id: 'Nihil', en: 'Nil' },
  completeness: { id: 'Kelengkapan', en: 'Completeness' },
  missing: { id: 'Yang perlu dibereskan', en: 'To be done' },
  findings: { id: 'Temuan terbuka', en: 'Open findings' },
  closed: { id: 'Jendela penginputan sudah ditutup.', en: 'The entry window has closed.' },
} satisfies Record<string, Wording>

/** `9 dari 14 (64%)`. */
export function completenessWords(answered: number, expected: number): Wording {
  if (expected === 0) return { id: 'tidak ada isian wajib', en: 'no required answers' }
  const percent = percentOf({ answered, expected })
  return { id: `${answered} dari ${expected} (${percent}%)`, en: `${answered} of ${expected} (${percent}%)` }
}

/** "Sisa 3 hari kerja". */
export function workingDaysWords(days: number): Wording {
  if (days <= 0) return { id: 'Tidak ada hari kerja tersisa', en: 'No working days left' }
  return { id: `Sisa ${days} hari kerja`, en: `${days} working day${days === 1 ? '' : 's'} left` }
}
