/** Words of the coordinator's board. Completeness is never worded as performance. */
import type { Wording } from '../../functions/schema/wording.ts'

export const boardWording = {
  title: { id: 'Rekap kelengkapan', en: 'Completeness' },
  none: { id: 'Belum ada putaran pengumpulan data.', en: 'There is no round yet.' },
  caution: {
    id: 'Kelengkapan menghitung isian yang sudah dijawab. Angka ini bukan penilaian kinerja.',
    en: 'Completeness counts the answers given. It does not rate performance.',
  },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  kecamatan: { id: 'Kecamatan yang belum selesai', en: 'Districts not yet finished' },
  others: { id: 'Perangkat daerah lain yang belum selesai', en: 'Other agencies not yet finished' },
  done: { id: 'Tidak ada yang ditunggu', en: 'Nothing outstanding' },
  unassigned: { id: 'Tidak ditugaskan', en: 'Not assigned' },
  ownDates: { id: 'Tanggal tersendiri', en: 'Own dates' },
  figures: { id: 'Ringkasan putaran', en: 'The round in figures' },
  expected: { id: 'Formulir diharapkan', en: 'Forms expected' },
  submitted: { id: 'Sudah dikirim', en: 'Submitted' },
  onTime: { id: 'Tepat waktu', en: 'On time' },
  late: { id: 'Terlambat', en: 'Late' },
  returned: { id: 'Perlu perbaikan', en: 'Returned' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
  lateHint: {
    id: 'Dikirim setelah target, atau lewat target dan belum dikirim.',
    en: 'Sent after the target, or past the target and not sent.',
  },
  asOf: { id: 'Keadaan', en: 'As of' },
  windows: { id: 'Atur jendela penginputan', en: 'Change the entry window' },
  windowsRead: { id: 'Jendela penginputan', en: 'Entry window' },
} satisfies Record<string, Wording>

/** `9/14 (64 %)`, never rounded up to 100. */
export function shortCompleteness(answered: number, expected: number): string {
  const percent = expected === 0 ? 0 : Math.floor((100 * answered) / expected)
  return `${answered}/${expected} (${percent} %)`
}

/** "2 temuan". */
export function findingCount(count: number): Wording {
  return { id: `${count} temuan`, en: `${count} finding${count === 1 ? '' : 's'}` }
}

/** "15 dari 17 perangkat daerah memakai tanggal ini." */
export function sharedBy(agencies: number, all: number): Wording {
  return {
    id: `Berlaku untuk ${agencies} dari ${all} perangkat daerah; yang lain tertera pada barisnya.`,
    en: `In force for ${agencies} of ${all} agencies; the others are shown in their rows.`,
  }
}
