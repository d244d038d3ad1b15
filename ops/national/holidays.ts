/**
 * Days on which offices are closed, a year a decree: national holidays and cuti bersama by the joint decree of three ministers.
 * A decree is issued late in the year before and may be revised within the year, so regions keep their own copy, which
 * their coordinator edits. A year without a decree is not guessed: it is missing, and whoever asks is told so.
 */
import type { Holiday } from '../../functions/schema/region.ts'

const national = (date: string, id: string, en: string): Holiday => ({ date, name: { id, en }, kind: 'national' })
const jointLeave = (date: string, id: string, en: string): Holiday => ({
  date,
  name: { id: `Cuti bersama ${id}`, en: `Joint leave for ${en}` },
  kind: 'joint-leave',
})

const of2026: readonly Holiday[] = [
  national('2026-01-01', 'Tahun Baru 2026 Masehi', 'New Year’s Day'),
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
  national('2026-04-03', 'Wafat Yesus Kristus', 'Good Friday'),
  national('2026-04-05', 'Kebangkitan Yesus Kristus (Paskah)', 'Easter Sunday'),
  national('2026-05-01', 'Hari Buruh Internasional', 'Labour Day'),
  national('2026-05-14', 'Kenaikan Yesus Kristus', 'Ascension Day'),
  jointLeave('2026-05-15', 'Kenaikan Yesus Kristus', 'Ascension Day'),
  national('2026-05-27', 'Iduladha 1447 Hijriah', 'Eid al-Adha'),
  jointLeave('2026-05-28', 'Iduladha 1447 Hijriah', 'Eid al-Adha'),
  national('2026-05-31', 'Hari Raya Waisak 2570 BE', 'Vesak'),
  national('2026-06-01', 'Hari Lahir Pancasila', 'Pancasila Day'),
  national('2026-06-16', 'Tahun Baru Islam 1448 Hijriah', 'Islamic New Year'),
  national('2026-08-17', 'Proklamasi Kemerdekaan', 'Independence Day'),
  national('2026-08-25', 'Maulid Nabi Muhammad saw.', 'Birthday of the Prophet Muhammad'),
  jointLeave('2026-12-24', 'Kelahiran Yesus Kristus', 'Christmas'),
  national('2026-12-25', 'Kelahiran Yesus Kristus', 'Christmas Day'),
]

/** `source` names the decree, for the page and the person who checks it. */
export type YearOfHolidays = { readonly source: string; readonly holidays: readonly Holiday[] }

/** Of 2027 no decree was found in public sources on 2026-11-29; it is added here when it is known. */
export const holidaysByYear: Readonly<Record<number, YearOfHolidays>> = {
  2026: {
    source: 'SKB Menteri Agama, Menteri Ketenagakerjaan dan Menteri PANRB Nomor 1497, 2 dan 5 Tahun 2025',
    holidays: of2026,
  },
}

/** All that is known, oldest first. */
export const knownHolidays: readonly Holiday[] = Object.values(holidaysByYear).flatMap(({ holidays }) => holidays)
