/** How a mail is called and why it goes: the same words on the plan, in the ledger and on its own page. */
import type { PlannedMail } from '../../functions/http/mail-shapes.ts'
import type { NoticeKind } from '../../functions/schema/notice.ts'
import type { Wording } from '../../functions/schema/wording.ts'

type Step = NonNullable<PlannedMail['step']>

export const kindWords: Record<NoticeKind, Wording> = {
  'sign-in-code': { id: 'Kode masuk', en: 'Sign-in code' },
  'sign-in-new-browser': { id: 'Pemberitahuan masuk', en: 'Sign-in notice' },
  opening: { id: 'Pembukaan', en: 'Opening' },
  reminder: { id: 'Pengingat', en: 'Reminder' },
  closed: { id: 'Penutupan', en: 'Closing' },
  window: { id: 'Perubahan jadwal', en: 'Change of dates' },
  'extension-asked': { id: 'Permintaan tambahan waktu', en: 'Request for more time' },
  'extension-refused': { id: 'Penolakan tambahan waktu', en: 'No added time' },
  receipt: { id: 'Tanda terima', en: 'Receipt' },
  returned: { id: 'Perlu perbaikan', en: 'Returned work' },
  accepted: { id: 'Disetujui', en: 'Accepted' },
  thanks: { id: 'Ucapan terima kasih', en: 'Thanks' },
  digest: { id: 'Rekap kelengkapan', en: 'Digest' },
  'provisional-report': { id: 'Laporan sementara', en: 'Provisional report' },
  'closing-report': { id: 'Laporan penutupan', en: 'Closing report' },
  'report-correction': { id: 'Koreksi laporan', en: 'Correction of a report' },
  unassigned: { id: 'Tidak ditugaskan lagi', en: 'No longer assigned' },
  'form-moved': { id: 'Versi formulir baru', en: 'New version of a form' },
  duties: { id: 'Penugasan baru', en: 'New duties' },
  warning: { id: 'Temuan pemeriksaan', en: 'Findings of a check' },
  'test-mail': { id: 'Surel uji', en: 'Test mail' },
  'holidays-missing': { id: 'Hari libur belum diisi', en: 'Holidays missing' },
}

const stepWords: Record<Step, Wording> = {
  opening: { id: 'Pembukaan', en: 'Opening' },
  'before-target': { id: 'Pengingat menjelang target', en: 'Reminder before the target' },
  'target-day': { id: 'Pengingat hari target', en: 'Reminder on the target day' },
  overdue: { id: 'Pengingat lewat target', en: 'Reminder past the target' },
  'last-working-day': { id: 'Pengingat hari kerja terakhir', en: 'Reminder on the last working day' },
  'final-day': { id: 'Pengingat hari terakhir', en: 'Reminder on the final day' },
  closed: { id: 'Penutupan', en: 'Closing' },
}
export const byHandWords: Wording = { id: 'Pengingat dari koordinator', en: 'Reminder by the coordinator' }

/** The name of a mail; a step of the alert plan says more than its kind. */
export function mailName({ kind, step, byHand }: { kind: NoticeKind; step?: Step | null; byHand?: boolean }): Wording {
  if (byHand) return byHandWords
  return step === null || step === undefined ? kindWords[kind] : stepWords[step]
}

const stepReasons: Record<Step, Wording> = {
  opening: { id: 'Putaran dibuka dan ada formulir yang harus diisi.', en: 'The round opens and forms are due.' },
  'before-target': {
    id: 'Target penyelesaian sudah dekat dan masih ada formulir yang belum dikirim.',
    en: 'The target date is near and forms are still to be submitted.',
  },
  'target-day': {
    id: 'Hari target penyelesaian, dan masih ada formulir yang belum dikirim.',
    en: 'It is the target day and forms are still to be submitted.',
  },
  overdue: {
    id: 'Target penyelesaian sudah lewat dan masih ada formulir yang belum dikirim.',
    en: 'The target date has passed and forms are still to be submitted.',
  },
  'last-working-day': {
    id: 'Hari kerja terakhir sebelum batas akhir, dan masih ada formulir yang belum dikirim.',
    en: 'It is the last working day before the final deadline and forms are still to be submitted.',
  },
  'final-day': {
    id: 'Hari batas akhir, dan masih ada formulir yang belum dikirim.',
    en: 'It is the final day and forms are still to be submitted.',
  },
  closed: {
    id: 'Jendela penginputan sudah ditutup dan masih ada formulir yang belum dikirim.',
    en: 'The entry window has closed and forms were not submitted.',
  },
}
const kindReasons: Record<NoticeKind, Wording> = {
  'sign-in-code': { id: 'Ada yang meminta kode masuk.', en: 'A sign-in code was asked for.' },
  'sign-in-new-browser': { id: 'Masuk dari peramban baru.', en: 'A sign-in from a new browser.' },
  opening: stepReasons.opening,
  reminder: { id: 'Masih ada formulir yang belum dikirim.', en: 'Forms are still to be submitted.' },
  closed: stepReasons.closed,
  'extension-asked': { id: 'Perangkat daerah meminta tambahan waktu.', en: 'An agency asks for more time.' },
  'extension-refused': {
    id: 'Permintaan tambahan waktu ditolak.',
    en: 'The request for more time was refused.',
  },
  window: {
    id: 'Koordinator mengubah jendela penginputan.',
    en: 'The coordinator changed the entry window.',
  },
  receipt: { id: 'Formulir dikirim; ini tanda terimanya.', en: 'A form was submitted; this is its receipt.' },
  returned: {
    id: 'Koordinator mengembalikan kiriman untuk diperbaiki.',
    en: 'The coordinator returned a submission for correction.',
  },
  accepted: { id: 'Koordinator menyetujui kiriman.', en: 'The coordinator accepted a submission.' },
  thanks: { id: 'Semua formulir sudah disetujui.', en: 'All forms have been accepted.' },
  digest: {
    id: 'Rekap berkala untuk koordinator selama jendela terbuka.',
    en: 'The regular digest for coordinators while the window is open.',
  },
  'provisional-report': {
    id: 'Batas akhir umum sudah lewat, tetapi sebagian perangkat daerah masih punya waktu.',
    en: 'The usual final deadline has passed, but some agencies still have time.',
  },
  'report-correction': {
    id: 'Batas akhir berubah setelah laporan dikirim, sehingga laporan itu perlu dikoreksi.',
    en: 'A final deadline moved after a report went out, so that report needs a correction.',
  },
  warning: {
    id: 'Pemeriksaan menemukan sesuatu setelah semua formulir dikirim.',
    en: 'A check found something after all forms were submitted.',
  },
  'test-mail': {
    id: 'Koordinator meminta surel uji untuk dirinya sendiri.',
    en: 'A coordinator asked for a test mail to himself.',
  },
  'holidays-missing': {
    id: 'Hari libur tahun depan belum ada di kalender kerja.',
    en: 'The working calendar has no holidays of next year.',
  },
  'form-moved': {
    id: 'Formulir di putaran yang sedang berjalan dipindahkan ke versi lain.',
    en: 'A form of the running round was moved to another version.',
  },
  duties: {
    id: 'Koordinator menugaskan orang ini pada perangkat daerah yang formulirnya masih harus dikirim.',
    en: 'The coordinator assigned this person to an agency whose forms are still to be submitted.',
  },
  unassigned: {
    id: 'Perangkat daerah dikeluarkan dari putaran yang sedang berjalan.',
    en: 'The agency was taken out of the running round.',
  },
  'closing-report': {
    id: 'Laporan setelah putaran ditutup, untuk koordinator dan pemantau.',
    en: 'The report after the round closed, for coordinators and viewers.',
  },
}

/** Why the mail goes, in one sentence. */
export function mailReason({
  kind,
  step,
  byHand,
}: {
  kind: NoticeKind
  step?: Step | null
  byHand?: boolean
}): Wording {
  if (byHand) {
    return {
      id: 'Koordinator meminta pengingat ini dikirim, dan masih ada formulir yang belum dikirim.',
      en: 'The coordinator asked for this reminder, and forms are still to be submitted.',
    }
  }
  return step === null || step === undefined ? kindReasons[kind] : stepReasons[step]
}

export const againWords: Wording = {
  id: 'Surel ini pengiriman ulang dari surel yang tidak sampai.',
  en: 'This mail repeats one that did not arrive.',
}

/** `day` is the date that was moved from, in full; `holiday` null on a weekend. */
export function shiftWords(day: string, holiday: Wording | null): Wording {
  return {
    id: `${day} bukan hari kerja (${holiday?.id ?? 'akhir pekan'}), jadi surel ini dikirim pada hari kerja sebelumnya.`,
    en: `${day} is not a working day (${holiday?.en ?? 'weekend'}), so this mail goes on the working day before.`,
  }
}
