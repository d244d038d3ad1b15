/** Words of a box for a date. */
import type { Wording } from '../../functions/schema/wording.ts'

export const dateBoxWording = {
  pick: { id: 'Buka kalender', en: 'Open a calendar' },
  previous: { id: 'Bulan sebelumnya', en: 'Previous month' },
  next: { id: 'Bulan berikutnya', en: 'Next month' },
  noDate: { id: 'Bukan tanggal. Tulis misalnya 13/02/2026.', en: 'Not a date. Write for example 13/02/2026.' },
  noMoment: {
    id: 'Bukan tanggal dan jam. Tulis misalnya 13/02/2026 08.00.',
    en: 'Not a date and time. Write for example 13/02/2026 08:00.',
  },
} satisfies Record<string, Wording>
