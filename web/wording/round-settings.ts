/** Words of setting up rounds: dates, mail plan, assignments, meeting days. */
import type { AlertPlan } from '../../functions/schema/alert-plan.ts'
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const roundsWording = {
  title: w('Putaran', 'Rounds'),
  about: w(
    'Buat putaran baru, ubah tanggal, formulir, penugasan, dan jadwal surel.',
    'Create a round; edit dates, forms, assignments and mails.',
  ),
  create: w('Buat putaran baru', 'Create a round'),
  createLead: w(
    'Putaran baru menyalin formulir, penugasan, dan jadwal surel dari putaran yang dipilih. Semuanya masih dapat diubah sebelum dibuka.',
    'A new round copies forms, assignments and mail plan of the chosen one. All of it can still be changed before it opens.',
  ),
  createFirstLead: w(
    'Beri nama dan tanggal. Formulir dan penugasan dipilih sesudahnya; tidak ada surel yang dikirim sebelum putaran dibuka.',
    'Name it and give it dates. Forms and assignments are chosen afterwards; nothing is mailed before the round is opened.',
  ),
  copyOf: w('Salin dari', 'Copy from'),
  copyOfNone: w('Tidak menyalin: mulai dari kosong', 'Copy nothing: begin empty'),
  name: w('Nama putaran', 'Name of the round'),
  fiscalYear: w('Tahun anggaran', 'Fiscal year'),
  phase: w('Tahap', 'Phase'),
  names: w('Nama dan tahun', 'Name and year'),
  dates: w('Tanggal', 'Dates'),
  opensOn: w('Dibuka pada', 'Opens on'),
  opensAtTime: w('Jam dibuka', 'Opens at'),
  targetOn: w('Target penyelesaian', 'Target date'),
  targetHint: w(
    'Hari terakhir yang masih tepat waktu, sampai pukul 23.59.',
    'The last day on which work is on time, until 23:59.',
  ),
  closesOn: w('Batas akhir', 'Final deadline'),
  lastClosesOn: w(
    'Hari terakhir bagi sebagian (perpanjangan, perbaikan)',
    'Last day for some (extensions, corrections)',
  ),
  closesHint: w('Setelah hari ini tidak ada yang diterima.', 'After this day nothing is accepted.'),
  datesFixed: w(
    'Putaran ini sudah dibuka. Tanggal hanya diubah lewat perpanjangan, pembukaan kembali, koreksi, atau penutupan, supaya riwayatnya utuh dan perangkat daerah diberi tahu.',
    'The round has opened. Dates move only by extending, re-opening, correcting or closing, so that the history stays whole and agencies are told.',
  ),
  toWindows: w('Ubah jadwal', 'Change the dates'),
  edit: w('Atur putaran', 'Set up the round'),
  mails: w('Jadwal surel', 'Mail plan'),
  beforeTarget: w('Pengingat berapa hari kerja sebelum target', 'Reminders, working days before the target'),
  beforeTargetHint: w(
    'Angka dipisah koma, misalnya 5, 2, 1. Kosongkan bila tidak perlu.',
    'Numbers with commas, such as 5, 2, 1. May be empty.',
  ),
  overdueEvery: w(
    'Setelah lewat target, ingatkan tiap berapa hari kerja',
    'After the target, remind on every how many working days',
  ),
  overdueEveryHint: w(
    'Misalnya 3: hari kerja pertama setelah target, lalu tiap hari kerja ketiga. Kepala paling sering seminggu sekali.',
    'For example 3: the first working day after the target, then every third. Heads at most once a week.',
  ),
  morning: w('Jam surel pagi', 'Morning mails at'),
  targetDayTimes: w('Jam pengingat pada hari target', 'Reminders on the target day at'),
  targetDayTimesHint: w('Dipisah koma, misalnya 08:00, 13:00.', 'With commas, such as 08:00, 13:00.'),
  evening: w('Jam ringkasan sore untuk koordinator', 'Evening digest for the coordinator at'),
  digest: w('Rekap untuk koordinator', 'The coordinator’s digest'),
  nearWorkingDays: w(
    'Rekap datang setiap hari kerja mulai berapa hari kerja sebelum target',
    'The digest comes daily from how many working days before the target',
  ),
  nearWorkingDaysHint: w(
    'Sebelum itu rekap hanya datang pada hari kerja pertama setiap pekan.',
    'Before that it comes on the first working day of each week only.',
  ),
  earlyPercent: w(
    'Yang belum mengisi mulai masuk daftar telepon setelah berapa persen hari kerja berlalu',
    'Who has entered nothing is put on the call list after what percentage of the working days',
  ),
  earlyPercentHint: w(
    'Hari kerja dihitung dari pembukaan sampai target. Yang lewat target atau tidak terjangkau selalu masuk daftar.',
    'Working days count from the opening to the target. Who is past the target or unreachable is always on the list.',
  ),
  slowPercent: w(
    'Disebut lambat bila isian tertinggal berapa persen dari waktu',
    'Called slow when answers lag behind the time by what percentage',
  ),
  slowPercentHint: w(
    'Misalnya 25: ketika separuh waktu sudah lewat (50%), yang terisi kurang dari 25% disebut lambat.',
    'For example 25: when half of the time is over (50%), less than 25% answered is slow.',
  ),
  headSteps: w(
    'Surel yang juga dikirim kepada kepala perangkat daerah',
    'Mails that also go to the head of the agency',
  ),
  matrix: w('Penugasan', 'Assignments'),
  matrixHint: w(
    'Centang formulir yang harus diisi tiap perangkat daerah. Yang sudah mulai diisi tidak dapat dicabut; versinya dipindahkan lewat tautan di kepala kolom.',
    'Tick the forms that each agency must fill in. What has been begun cannot be taken away; its version is moved by the link at the head of its column.',
  ),
  addForm: w('Tambah formulir ke putaran ini', 'Add a form to this round'),
  version: w('Versi', 'Version'),
  all: w('Semua', 'All'),
  allOpd: w('Semua OPD', 'All agencies (OPD)'),
  allKecamatan: w('Semua kecamatan', 'All kecamatan'),
  agency: w('Perangkat daerah', 'Agency'),
  milestones: w('Hari Pra Musrenbang dan Musrenbang', 'Pra Musrenbang and Musrenbang days'),
  milestonesHint: w('Tampil di kalender kecamatan.', 'Shown in the kecamatan calendars.'),
  addMilestone: w('Tambah hari', 'Add a day'),
  board: w('Lihat rekap', 'See the board'),
  mailPlan: w('Lihat rencana surel', 'See the mails to come'),
}

/** What settings do to the mails, told before they are saved. */
export const effectWording = {
  title: w('Yang berubah pada surel', 'What changes in the mails'),
  lead: w('Belum ada yang disimpan.', 'Nothing is saved yet.'),
  added: w('Surel tambahan', 'Additional mail'),
  removed: w('Tidak dikirim lagi', 'Will not come any more'),
  moved: w('Berpindah jam', 'Moves to another hour'),
  changed: w('Menjadi surel lain', 'Becomes another mail'),
  'left-out': w('Dilewatkan hari ini, jamnya sudah lewat', 'Left out today, its hour is past'),
  'was-sent': w('Sudah dikirim hari ini, tidak dikirim lagi', 'Was sent today, does not come again'),
} satisfies Record<string, Wording>

/** One day, or how many and from when until when. */
export function effectDays(days: readonly string[]): Wording {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  if (days.length <= 1) return { id: first, en: first }
  return {
    id: `${days.length} hari, ${first} s.d. ${last}`,
    en: `${days.length} days, ${first} to ${last}`,
  }
}

/** `from`: where it moves. */
export function hourWords({ from, at }: { from: string | undefined; at: string }): Wording {
  return from === undefined
    ? { id: `pukul ${at}`, en: `at ${at}` }
    : { id: `dari ${from} ke ${at}`, en: `from ${from} to ${at}` }
}

export function moreChanges(count: number): Wording {
  return { id: `${count} perubahan lain`, en: `${count} more changes` }
}

/** Looking at a draft before it is opened. */
export const openingWording = {
  title: w('Buka putaran', 'Open the round'),
  draft: w(
    'Putaran ini masih draf: perangkat daerah belum melihatnya dan tidak ada surel yang dikirim.',
    'This round is a draft: agencies do not see it and nothing is mailed.',
  ),
  forms: w('Formulir', 'Forms'),
  people: w('Penerima surel', 'People who are mailed'),
  nobody: w('Belum ada petugas', 'Nobody on record'),
  mails: w('Surel dalam 24 jam sejak dibuka', 'Mails of the 24 hours after it is opened'),
  noMails: w('Tidak ada surel dalam 24 jam pertama.', 'No mail goes in the first 24 hours.'),
  firstAt: w('Surel pertama', 'The first mail'),
  ask: w('Buka putaran ini sekarang? Ini tidak dapat dibatalkan.', 'Open this round now? It cannot be undone.'),
} satisfies Record<string, Wording>

export const stageWords = {
  draft: w('Draf', 'Draft'),
  upcoming: w('Belum dibuka', 'Not open yet'),
  open: w('Sedang berjalan', 'Open'),
  closed: w('Sudah ditutup', 'Closed'),
} as const

export const stepWords: Record<AlertPlan['headSteps'][number], Wording> = {
  opening: w('Pembukaan', 'Opening'),
  'before-target': w('Pengingat sebelum target', 'Reminders before the target'),
  'target-day': w('Hari target', 'Target day'),
  overdue: w('Lewat target', 'Past the target'),
  'last-working-day': w('Hari kerja terakhir', 'Last working day'),
  'final-day': w('Hari batas akhir', 'Final day'),
  closed: w('Penutupan', 'Closing'),
}
export const milestoneKinds = {
  'pra-musrenbang': w('Pra Musrenbang', 'Pra Musrenbang'),
  musrenbang: w('Musrenbang', 'Musrenbang'),
} as const

/** Asked, not refused. */
export const longRound = (days: number): Wording =>
  w(
    `Putaran ini berlangsung ${days} hari. Benarkah? Periksa tahun pada setiap tanggal.`,
    `This round lasts ${days} days. Is that right? Check the year of each date.`,
  )

export const workingDays = (target: number, final: number): Wording =>
  w(
    `${target} hari kerja sampai target, ${final} sampai batas akhir (5 hari kerja seminggu).`,
    `${target} working days to the target, ${final} to the final deadline (5 a week).`,
  )
