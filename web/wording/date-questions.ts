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
      `Kalender ${year} belum diisi: hari libur tahun itu dianggap hari kerja, juga 1 Januari, dan surel tetap dikirim.`,
      `The calendar of ${year} is empty: its holidays count as working days, 1 January too, and mails go out.`,
    ),
  { link: w('Isi kalender', 'Fill in the calendar') },
)
/** A window that ends on the day on which it begins, or on which it is decided. */
export const shortWindow = (minutes: number): Wording =>
  w(
    `Hanya ${minutes} menit sampai ditutup pukul 23.59 pada hari yang sama. Benarkah?`,
    `Only ${minutes} minutes until it closes at 23:59 on the same day. Is that right?`,
  )
