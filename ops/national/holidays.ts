/**
 * Days on which offices are closed, a year a decree: national holidays and cuti bersama by the joint decree of three ministers.
 * A decree is issued late in the year before and may be revised within the year, so regions keep their own copy, which
 * their coordinator edits. A year without a decree is not guessed: of it only what is certain stands here, and whoever asks is told so.
 */
import { certainHolidays } from '../../functions/rules/holidays.ts'
import type { Holiday } from '../../functions/schema/region.ts'

const national = (date: string, id: string, en: string): Holiday => ({ date, name: { id, en }, kind: 'national' })
const jointLeave = (date: string, id: string, en: string): Holiday => ({
  date,
  name: { id: `Cuti bersama ${id}`, en: `Joint leave for ${en}` },
  kind: 'joint-leave',
})

const of2026: readonly Holiday[] = [
  ...certainHolidays(2026),
  national('2026-01-16', 'Isra Mikraj Nabi Muhammad saw.', 'Ascension of the Prophet Muhammad'),
  jointLeave('2026-02-16', 'Tahun Baru Imlek 2577 Kongzili', 'Lunar New Year'),
  national('2026-02-17', 'Tahun Baru Imlek 2577 Kongzili', 'Lunar New Year'),
  jointLeave('2026-03-18', 'Hari Suci Nyepi', 'Nyepi, the Day of Silence'),
  national('2026-03-19', 'Hari Suci Nyepi (Tahun Baru Saka 1948)', 'Nyepi, the Day of Silence'),
  jointLeave('2026-03-20', 'Idulfitri 1447 Hijriah', 'Eid al-Fitr'),
  national('2026-03-21', 'Idulfitri 1447 Hijriah', 'Eid al-Fitr'),
  national('2026-03-22', 'Idulfitri 1447 Hijriah (hari kedua)', 'Eid al-Fitr, second day'),
  jointLeave('2026-03-23', 'Idulfitri 1447 Hijriah', 'Eid al-Fitr'),
  jointLeave('2026-03-24', 'Idulfitri 1447 Hijriah', 'Eid al-Fitr'),
  jointLeave('2026-05-15', 'Kenaikan Yesus Kristus', 'Ascension Day'),
  national('2026-05-27', 'Iduladha 1447 Hijriah', 'Eid al-Adha'),
  jointLeave('2026-05-28', 'Iduladha 1447 Hijriah', 'Eid al-Adha'),
  national('2026-05-31', 'Hari Raya Waisak 2570 BE', 'Vesak'),
  national('2026-06-16', 'Tahun Baru Islam 1448 Hijriah', 'Islamic New Year'),
  national('2026-08-25', 'Maulid Nabi Muhammad saw.', 'Birthday of the Prophet Muhammad'),
  jointLeave('2026-12-24', 'Kelahiran Yesus Kristus', 'Christmas'),
]

/** `source` names the decree, for the page and the person who checks it. */
export type YearOfHolidays = { readonly source: string; readonly holidays: readonly Holiday[] }

/** The joint decree on 2027 was not found in public sources on 2026-11-30: what it decides is added here when it is known. */
export const holidaysByYear: Readonly<Record<number, YearOfHolidays>> = {
  2026: {
    source: 'SKB Menteri Agama, Menteri Ketenagakerjaan dan Menteri PANRB Nomor 1497, 2 dan 5 Tahun 2025',
    holidays: of2026.toSorted((a, b) => a.date.localeCompare(b.date)),
  },
  2027: {
    source: 'Keputusan Presiden Nomor 8 Tahun 2024 tentang Hari-Hari Libur: hanya hari yang tanggalnya sudah pasti',
    holidays: certainHolidays(2027),
  },
}

/** All that is known, oldest first. */
export const knownHolidays: readonly Holiday[] = Object.values(holidaysByYear).flatMap(({ holidays }) => holidays)
