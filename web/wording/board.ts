/** Words of the coordinator's board. Completeness is never worded as performance. */
import { percentOf } from '../../functions/rules/completeness.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { punctualityWords } from '../../functions/schema/work-words.ts'

export const boardWording = {
  title: { id: 'Rekap kelengkapan', en: 'Completeness' },
  caution: {
    id: 'Kelengkapan menghitung isian yang sudah dijawab. Angka ini bukan penilaian kinerja.',
    en: 'Completeness counts the answers given. It does not rate performance.',
  },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  kecamatan: { id: 'Kecamatan yang belum selesai', en: 'Districts not yet finished' },
  others: { id: 'Perangkat daerah lain yang belum selesai', en: 'Other agencies not yet finished' },
  gaps: { id: 'Sudah mengirim, belum lengkap', en: 'Sent, with gaps' },
  done: { id: 'Tidak ada yang ditunggu', en: 'Nothing outstanding' },
  unassigned: { id: 'Tidak ditugaskan', en: 'Not assigned' },
  figures: { id: 'Ringkasan putaran', en: 'The round in figures' },
  expected: { id: 'Formulir diharapkan', en: 'Forms expected' },
  submitted: { id: 'Sudah dikirim', en: 'Submitted' },
  complete: { id: 'Lengkap', en: 'Complete' },
  completeHint: {
    id: 'Dikirim dengan semua isian wajib terjawab, atau nihil dengan alasan. "Belum ada data" belum lengkap.',
    en: 'Sent with every required answer given, or nil with a reason. "No data yet" is not complete.',
  },
  onTime: punctualityWords['on-time'],
  inExtension: punctualityWords['in-extension'],
  late: punctualityWords.late,
  timeLeft: punctualityWords['time-left'],
  pastDeadline: punctualityWords['past-deadline'],
  returned: { id: 'Perlu perbaikan', en: 'Returned' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
  lateHint: {
    id: 'Dikirim setelah batas akhirnya.',
    en: 'Sent after its final deadline.',
  },
  asOf: { id: 'Keadaan', en: 'As of' },
  windows: { id: 'Atur jendela penginputan', en: 'Change the entry window' },
  filterKind: { id: 'Jenis perangkat daerah', en: 'Kind of agency' },
  filterWork: { id: 'Keadaan formulir', en: 'State of forms' },
  showAll: { id: 'Tampilkan semua', en: 'Show all' },
  print: { id: 'Cetak satu halaman (A4 atau F4)', en: 'Print on one page (A4 or F4)' },
  burnUp: { id: 'Formulir yang masuk terhadap target', en: 'Forms received against the target' },
  timeline: { id: 'Linimasa', en: 'Timeline' },
  today: { id: 'Hari ini', en: 'Today' },
  forecast: { id: 'Perkiraan selesai', en: 'Expected to finish' },
  forecastHint: {
    id: 'Bila pengisian berlanjut seperti rata-rata per hari kerja sejak dibuka.',
    en: 'If answering goes on as it did on average per working day since the opening.',
  },
  windowsRead: { id: 'Jendela penginputan', en: 'Entry window' },
} satisfies Record<string, Wording>

/** `9/14 (64%)`, never rounded up to 100; a dash where nothing is required. */
export function shortCompleteness(answered: number, expected: number): string {
  return expected === 0 ? '–' : `${answered}/${expected} (${percentOf({ answered, expected })}%)`
}

/** "dari 85 (12%)". */
export function ofExpected(count: number, expected: number): Wording {
  const percent = expected === 0 ? 0 : percentOf({ expected, answered: count })
  return { id: `dari ${expected} (${percent}%)`, en: `of ${expected} (${percent}%)` }
}

/** What stands on the first page for whoever decides: how much waits, and how long. */
export function waitingReviews(count: number, days: number): Wording {
  const since =
    days === 0
      ? { id: '', en: '' }
      : { id: `, paling lama ${days} hari`, en: `, up to ${days} day${days === 1 ? '' : 's'}` }
  return {
    id: `${count} kiriman menunggu reviu Anda${since.id}`,
    en: `${count} submission${count === 1 ? '' : 's'} ${count === 1 ? 'waits' : 'wait'} for your review${since.en}`,
  }
}

/** How many are left to call, and how many were called already. */
export function callLine(left: number, called: number): Wording {
  if (left === 0) {
    const done = { id: `${called} perangkat daerah sudah dihubungi`, en: `${called} agencies called` }
    return called > 0 ? done : { id: 'Tidak ada yang perlu dihubungi', en: 'Nobody needs a call' }
  }
  const already = called === 0 ? { id: '', en: '' } : { id: `, ${called} sudah`, en: `, ${called} done` }
  return {
    id: `${left} perangkat daerah perlu dihubungi${already.id}`,
    en: `${left} ${left === 1 ? 'agency' : 'agencies'} to call${already.en}`,
  }
}

/** "3 dari 8 dikirim". */
export function sentOf(sent: number, all: number): Wording {
  return { id: `${sent} dari ${all} dikirim`, en: `${sent} of ${all} sent` }
}

export const forecastWords = {
  toSend: { id: 'terisi, tinggal kirim', en: 'answered, only to be sent' },
  unknown: { id: 'tidak cukup data', en: 'not enough data' },
  stopped: { id: 'berhenti sejak', en: 'stopped since' },
  past: { id: 'lewat batas', en: 'past the deadline' },
} satisfies Record<string, Wording>

/** What is needed a working day, and what came lately. */
export function paceWords(pace: {
  needed: number | undefined
  pace: number | undefined
  days: number
  day: string
}): Wording {
  const { needed, days, day } = pace
  const lately =
    pace.pace === undefined
      ? { id: 'laju belum cukup data', en: 'not enough data on the pace' }
      : {
          id: `laju ${days} hari kerja terakhir ${pace.pace}`,
          en: `pace of the last ${days} working days ${pace.pace}`,
        }
  if (needed === undefined) {
    return {
      id: `Tidak ada hari kerja tersisa sampai ${day}; ${lately.id}.`,
      en: `No working day is left until ${day}; ${lately.en}.`,
    }
  }
  return {
    id: `Perlu ${needed} formulir per hari kerja sampai ${day}; ${lately.id}.`,
    en: `${needed} forms a working day are needed until ${day}; ${lately.en}.`,
  }
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

/** What the board can be narrowed to. */
export const boardFilterWords = {
  all: { id: 'Semua perangkat daerah', en: 'All agencies' },
  kecamatan: { id: 'Hanya kecamatan', en: 'Districts only' },
  opd: { id: 'Hanya OPD', en: 'Offices only' },
  any: { id: 'Semua keadaan', en: 'Any state' },
  unsent: { id: 'Ada yang belum dikirim', en: 'Something not sent' },
  gaps: { id: 'Ada yang dikirim belum lengkap', en: 'Something sent with gaps' },
  late: { id: 'Ada yang terlambat', en: 'Something late' },
  returned: { id: 'Ada yang perlu perbaikan', en: 'Something returned' },
  waiting: { id: 'Ada yang menunggu reviu', en: 'Something to review' },
  findings: { id: 'Ada temuan', en: 'With findings' },
} satisfies Record<string, Wording>

export function shownOf(shown: number, all: number): Wording {
  return {
    id: `Menampilkan ${shown} dari ${all} perangkat daerah.`,
    en: `Showing ${shown} of ${all} agencies.`,
  }
}

export function burnUpSummary(at: { submitted: number; accepted: number; expected: number; day: string }): Wording {
  const { submitted, accepted, expected, day } = at
  return {
    id: `Sampai ${day}: ${submitted} dari ${expected} formulir sudah masuk (garis biru), ${accepted} disetujui (garis hijau).`,
    en: `Up to ${day}: ${submitted} of ${expected} forms received (blue line), ${accepted} accepted (green line).`,
  }
}
