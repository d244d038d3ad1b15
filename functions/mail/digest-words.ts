/** The digest's and the closing report's own words. Completeness is counted and never called performance. */

import type { DigestContent } from '../domain/notices/write/digest-content.ts'
import type { FindingCounts, Punctuality } from '../schema/round.ts'
import type { Language } from '../schema/wording.ts'
import { punctualityWords } from '../schema/work-words.ts'

export type Digest = DigestContent
type Counts = Digest['counts']
type Called = NonNullable<Digest['called']>

const id = {
  subject: {
    digest: (c: Digest) => several('id', c) ?? `${submitted('id', c)} formulir dikirim, ${small(c.left)}: ${c.round}`,
    'provisional-report': (c: Digest) => `Laporan sementara, ${submitted('id', c)} formulir dikirim: ${c.round}`,
    'closing-report': (c: Digest) => `Laporan penutupan, ${submitted('id', c)} formulir dikirim: ${c.round}`,
  },
  heading: {
    digest: (c: Digest) =>
      c.others ? `Rekap ${1 + c.others.length} kegiatan` : `${submitted('id', c)} formulir sudah dikirim`,
    'provisional-report': (c: Digest) => `Laporan sementara: ${submitted('id', c)} formulir dikirim`,
    'closing-report': (c: Digest) => `Pengisian ditutup: ${submitted('id', c)} formulir dikirim`,
  },
  provisional: 'Laporan ini masih sementara.',
  stillOpen: (agencies: string, closes: string) => `Sampai ${closes} masih dapat mengirim: ${agencies}.`,
  finalReport: (at: string) => `Laporan akhir menyusul ${at}.`,
  greeting: (person: string) => `Yth. ${person},`,
  asOf: (round: string, asOf: string) => `Rekap kelengkapan ${round}, keadaan ${asOf}.`,
  target: 'Target penyelesaian',
  closes: 'Batas akhir',
  counts: (c: Counts): [string, number][] => [
    ['Diharapkan', c.expected],
    ['Dikirim', c.submitted],
    ...punctuality(c, 'id'),
    ['Disetujui', c.accepted],
    ['Perlu perbaikan', c.returned],
    ['Draf', c.draft],
    ['Belum mulai', c.notStarted],
  ],
  incomplete: (count: number) => `Belum lengkap: ${count} perangkat daerah`,
  call: (count: number) => `Mohon dihubungi hari ini: ${count} perangkat daerah`,
  called: ({ asked, called, sent }: Called) =>
    `Sudah dihubungi ${called} dari ${asked} perangkat daerah; ${sent === 0 ? 'belum ada yang lalu mengirim' : `${sent} di antaranya lalu mengirim`}.`,
  openCalls: 'Catat siapa yang sudah dihubungi',
  remind: (count: number) =>
    count === 1 ? 'Ingatkan perangkat daerah ini lewat surel' : `Ingatkan ${count} perangkat daerah ini lewat surel`,
  settings: 'Atur jam rekap atau berhenti menerimanya',
  phone: (phone: string) => `Telepon ${phone}`,
  unreachable: (count: number) => `Surel tidak sampai: ${count} alamat`,
  instead: (who: string) => `hubungi ${who}`,
  deputy: (person: string) => `wakil ${person}`,
  theirDeputy: 'wakilnya',
  noPhone: 'telepon belum tercatat',
  since: (since: string) => `sejak ${since}`,
  refuses: (since: string) => `menandai surel kami sebagai spam sejak ${since}`,
  changes: (since: string) => `Perubahan sejak ${since}`,
  noChanges: 'Tidak ada perubahan.',
  untold: (mails: number) => `Tidak tersampaikan: ${mails} surel`,
  findings: (count: number, explained: number) =>
    `Temuan terbuka: ${count}${explained > 0 ? `, dijelaskan: ${explained}` : ''}`,
  foundAt: (count: number, where: string) => `${count} pada ${where}`,
  moreChanges: (count: number) => `dan ${count} lainnya pada linimasa putaran`,
  moreFindings: (count: number) => `dan ${count} temuan lainnya`,
  allExplained: 'Semua temuan sudah dijelaskan perangkat daerah.',
  findingCounts: (f: FindingCounts) => [
    ...(f.blocking > 0 ? [`${f.blocking} temuan menghalangi`] : []),
    ...(f.warning > 0 ? [`${f.warning} peringatan`] : []),
    ...(f.info > 0 ? [`${f.info} catatan`] : []),
  ],
  late: (forms: number, count: number) => `Terlambat: ${forms} formulir dari ${count} perangkat daerah`,
  missed: (forms: number, count: number) =>
    `Belum dikirim, lewat batas: ${forms} formulir dari ${count} perangkat daerah`,
  complete: (count: number) => `Lengkap: ${count} perangkat daerah`,
  more: (count: number) => `dan ${count} lainnya; lihat papan kelengkapan.`,
  note: 'Kelengkapan menghitung isian yang diberikan, bukan menilai kinerja.',
  action: 'Buka papan kelengkapan',
  why: 'Anda menerima rekap kelengkapan kegiatan ini',
}

const en: typeof id = {
  subject: {
    digest: (c) => several('en', c) ?? `${submitted('en', c)} forms submitted, ${small(c.left)}: ${c.round}`,
    'provisional-report': (c) => `Provisional report, ${submitted('en', c)} forms submitted: ${c.round}`,
    'closing-report': (c) => `Closing report, ${submitted('en', c)} forms submitted: ${c.round}`,
  },
  heading: {
    digest: (c) => (c.others ? `Digest of ${1 + c.others.length} rounds` : `${submitted('en', c)} forms are submitted`),
    'provisional-report': (c) => `Provisional report: ${submitted('en', c)} forms submitted`,
    'closing-report': (c) => `Entry is closed: ${submitted('en', c)} forms submitted`,
  },
  provisional: 'This report is provisional.',
  stillOpen: (agencies, closes) => `Until ${closes} these may still submit: ${agencies}.`,
  finalReport: (at) => `The final report follows on ${at}.`,
  greeting: (person) => `Dear ${person},`,
  asOf: (round, asOf) => `Completeness of ${round} as of ${asOf}.`,
  target: 'Target date',
  closes: 'Final deadline',
  counts: (c) => [
    ['Expected', c.expected],
    ['Submitted', c.submitted],
    ...punctuality(c, 'en'),
    ['Accepted', c.accepted],
    ['Returned', c.returned],
    ['Draft', c.draft],
    ['Not started', c.notStarted],
  ],
  incomplete: (count) => `Not complete: ${count === 1 ? '1 agency' : `${count} agencies`}`,
  call: (count) => `Please call today: ${count === 1 ? '1 agency' : `${count} agencies`}`,
  called: ({ asked, called, sent }) =>
    `${called} of ${asked} agencies called; ${sent === 0 ? 'none of them has sent anything since' : `${sent} of them sent something afterwards`}.`,
  openCalls: 'Note who was called',
  remind: (count) => (count === 1 ? 'Remind this agency by mail' : `Remind these ${count} agencies by mail`),
  settings: 'Choose the hour of this digest, or stop it',
  phone: (phone) => `Phone ${phone}`,
  unreachable: (count) => `Mail does not arrive: ${count === 1 ? '1 address' : `${count} addresses`}`,
  instead: (who) => `contact ${who}`,
  deputy: (person) => `deputy of ${person}`,
  theirDeputy: 'their deputy',
  noPhone: 'no telephone on record',
  since: (since) => `since ${since}`,
  refuses: (since) => `has marked our mail as spam since ${since}`,
  changes: (since) => `Changes since ${since}`,
  noChanges: 'No changes.',
  untold: (mails) => `Not told: ${mails === 1 ? '1 mail' : `${mails} mails`}`,
  findings: (count, explained) => `Open findings: ${count}${explained > 0 ? `, explained: ${explained}` : ''}`,
  foundAt: (count, where) => `${count} at ${where}`,
  moreChanges: (count) => `and ${count} more on the round’s timeline`,
  moreFindings: (count) => `and ${count} more finding${count === 1 ? '' : 's'}`,
  allExplained: 'All findings were explained by the agencies.',
  findingCounts: (f) => [
    ...(f.blocking > 0 ? [`${f.blocking} blocking finding${f.blocking === 1 ? '' : 's'}`] : []),
    ...(f.warning > 0 ? [`${f.warning} warning${f.warning === 1 ? '' : 's'}`] : []),
    ...(f.info > 0 ? [`${f.info} remark${f.info === 1 ? '' : 's'}`] : []),
  ],
  late: (forms, count) => `Late: ${formsOf(forms, count)}`,
  missed: (forms, count) => `Not submitted, past the deadline: ${formsOf(forms, count)}`,
  complete: (count) => `Complete: ${count === 1 ? '1 agency' : `${count} agencies`}`,
  more: (count) => `and ${count} more; see the board.`,
  note: 'Completeness counts the answers given; it does not rate performance.',
  action: 'Open the board',
  why: 'you receive the completeness digest of this round',
}

/** All five, so that they add up to what is expected. */
function punctuality(c: Counts, language: Language): [string, number][] {
  const of = (word: Punctuality, count: number): [string, number] => [punctualityWords[word][language], count]
  return [
    of('on-time', c.onTime),
    of('in-extension', c.inExtension),
    of('late', c.late),
    of('time-left', c.timeLeft),
    of('past-deadline', c.pastDeadline),
  ]
}

function formsOf(forms: number, agencies: number): string {
  return `${forms === 1 ? '1 form' : `${forms} forms`} of ${agencies === 1 ? '1 agency' : `${agencies} agencies`}`
}

export function small(sentence: string): string {
  return sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
}

/** Of a digest over several rounds: what each has; `undefined` of one. */
function several(language: Language, content: Digest): string | undefined {
  if (content.others === undefined) return undefined
  const parts = [content, ...content.others].map((part) => `${part.round}, ${submitted(language, part)}`)
  const count = language === 'id' ? `Rekap ${parts.length} kegiatan` : `Digest of ${parts.length} rounds`
  return `${count}: ${parts.join('; ')}`
}

function submitted(language: Language, { counts }: Digest): string {
  return language === 'id' ? `${counts.submitted} dari ${counts.expected}` : `${counts.submitted} of ${counts.expected}`
}

export const digestWords: Record<Language, typeof id> = { id, en }
