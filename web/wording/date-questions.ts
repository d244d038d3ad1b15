/** What is asked about dates that are possible and seldom meant. */
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const pastTarget: Wording = w(
  'Target ini sudah lewat: semua yang dikirim langsung tercatat lewat target. Benarkah?',
  'This target has passed: whatever is sent counts as past its target at once. Is that right?',
)
export const emptyYear = Object.assign(
  (year: string): Wording =>
    w(
      `Kalender ${year} belum lengkap: hari libur yang belum diisi dianggap hari kerja, misalnya Idulfitri, dan surel tetap dikirim.`,
      `The calendar of ${year} is not complete: holidays that are missing count as working days, Eid al-Fitr for one, and mails go out.`,
    ),
  { link: w('Lengkapi kalender', 'Complete the calendar') },
)
/** A window that ends on the day on which it begins, or on which it is decided. */
export const shortWindow = (minutes: number): Wording =>
  w(
    `Hanya ${minutes} menit sampai ditutup pukul 23.59 pada hari yang sama. Benarkah?`,
    `Only ${minutes} minutes until it closes at 23:59 on the same day. Is that right?`,
  )
