/**
 * Days on which offices are closed in 2026: national holidays and cuti bersama by the joint decree of three ministers (nos.
 * 1497, 2 and 5 of 2025). The decree is revised yearly and sometimes within the year, so this is editable data.
 */
import type { Calendar, Holiday } from '../../../functions/schema/region.ts'
import type { Unstamped } from './unstamped.ts'

const national = (date: string, id: string, en: string): Holiday => ({ date, name: { id, en }, kind: 'national' })
const jointLeave = (date: string, id: string, en: string): Holiday => ({
  date,
  name: { id: `Cuti bersama ${id}`, en: `Joint leave for ${en}` },
  kind: 'joint-leave',
})

export const calendar = {
  holidays: [
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
  ],
} satisfies Unstamped<Calendar>
