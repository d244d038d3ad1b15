/** One realistic content per kind and language: Kota Kupang's round of 10-17 February 2026. */
import type { AgencyBlock, FormLine, MailContent } from '../../functions/domain/notices/write/content.ts'
import type { MailFoot } from '../../functions/domain/notices/write/mail-foot.ts'
import type { Language } from '../../functions/schema/wording.ts'
import { dates, type Said, site, words } from './kupang-dates.ts'
import { correctionOf, digestOf } from './kupang-digests.ts'

export const foot: Record<Language, MailFoot> = {
  id: { nid: '7KQ2M5ZT9XW4R8C1VB6N3HJ0PD', regionName: 'Pemerintah Kota Kupang', helpPhone: '0380-555-0142' },
  en: { nid: '7KQ2M5ZT9XW4R8C1VB6N3HJ0PD', regionName: 'Kupang City Government', helpPhone: '0380-555-0142' },
}

/** As the dispatcher gives it: every mail but those of signing in leads to the page that explains it. */
export function footFor(kind: MailContent['kind'], language: Language): MailFoot {
  return kind.startsWith('sign-in')
    ? foot[language]
    : { ...foot[language], whyUrl: `${site}/surat/${foot[language].nid}` }
}

function moreTime(say: Said, closes: string) {
  return {
    round: say('Aksi 3A Tahap II', 'Action 3A Phase II'),
    person: say('Ibu Maria', 'Maria'),
    agency: say('Kecamatan Alak', 'Alak District'),
    days: 2,
    closes,
    asked: say('Kamis, 19 Februari 2026 pukul 23.59 WITA', 'Thursday, 19 February 2026 at 23:59 WITA'),
    reason: say('Listrik padam dua hari di kantor kecamatan.', 'Two days of power cuts at the district office.'),
  }
}

function forms(say: Said, agency: string): FormLine[] {
  return [
    {
      title: say('3A: Penandaan Anggaran Tahun Berjalan', '3A: Budget Tagging for the Current Year'),
      status: 'draft',
      progress: say('9 dari 14 isian wajib (64%)', '9 of 14 required answers (64%)'),
      percent: 64,
      missing: [
        say('Baris 1 · 3.25.04.2.04.0002 · Pagu ditandai', 'Row 1 · 3.25.04.2.04.0002 · Tagged budget'),
        say('Baris 1 · 3.25.04.2.04.0002 · Lokasi', 'Row 1 · 3.25.04.2.04.0002 · Location'),
        say('Tanggal dokumen', 'Document date'),
      ],
      moreMissing: 2,
      url: `${site}/rounds/3a-2026-2/agencies/${agency}/forms/aksi3a-penandaan-anggaran`,
    },
    {
      title: say('Reviu Pelaksanaan Aksi Konvergensi 2025', 'Review of the Convergence Actions in 2025'),
      status: 'not-started',
      progress: say('0 dari 22 isian wajib (0%)', '0 of 22 required answers (0%)'),
      percent: 0,
      missing: [],
      moreMissing: 22,
      url: `${site}/rounds/3a-2026-2/agencies/${agency}/forms/reviu-aksi-2025`,
    },
  ]
}

function block(say: Said, name: string, agency: string): AgencyBlock {
  const { target, closes, holiday } = dates(say)
  return {
    name,
    target,
    closes,
    holidayNote: holiday,
    left: say('Hari ini hari kerja terakhir', 'Today is the last working day'),
    forms: forms(say, agency),
  }
}

const person = 'Maria Y. Ndun'
const agency = 'Dinas Perikanan'

function signInMails(say: Said): MailContent[] {
  return [
    {
      kind: 'sign-in-code',
      code: '1234 5678',
      validUntil: say('09.51 WITA', '09.51 WITA'),
      minutes: 10,
      siteUrl: site,
    },
    {
      kind: 'sign-in-new-browser',
      at: say('Rabu, 11 Februari 2026 pukul 07.12 WITA', 'Wednesday, 11 February 2026 at 07:12 WITA'),
      url: `${site}/saya`,
    },
  ]
}

/** Of setting a region up, and of keeping its calendar. */
function settingMails(say: Said): MailContent[] {
  return [
    {
      kind: 'test-mail',
      person: 'Koordinator Bappeda',
      region: say('Pemerintah Kota Kupang', 'Kupang City Government'),
      at: say('Selasa, 10 Februari 2026 pukul 09.12 WITA', 'Tuesday, 10 February 2026 at 09:12 WITA'),
      url: `${site}/pengaturan/uji-surel`,
    },
    { kind: 'holidays-missing', person: 'Koordinator Bappeda', year: '2028', url: `${site}/pengaturan/kalender` },
  ]
}

function deadlineMails(say: Said): MailContent[] {
  const { round, closes } = dates(say)
  const blocks = [block(say, agency, 'perikanan')]
  return [
    {
      kind: 'opening',
      rounds: [{ round, blocks: [{ ...blocks[0]!, left: say('Sisa 4 hari kerja', '4 working days left') }] }],
      person,
      siteUrl: site,
    },
    {
      kind: 'reminder',
      step: 'last-working-day',
      rounds: [round],
      person,
      headline: say(
        'Hari ini, Jumat, 13 Februari 2026, adalah hari kerja terakhir sebelum batas akhir Selasa, 17 Februari 2026 pukul 23.59 WITA.',
        'Today, Friday, 13 February 2026, is the last working day before the final deadline on Tuesday, 17 February 2026 at 23:59 WITA.',
      ),
      subject: say('Hari kerja terakhir: 2 formulir belum dikirim', 'Last working day: 2 forms not submitted'),
      since: {
        at: say('Rabu, 11 Februari 2026 pukul 08.00 WITA', 'Wednesday, 11 February 2026 at 08:00 WITA'),
        changes: [
          say(
            'Draf 3A Dinas Perikanan disimpan (Kamis, 12 Februari 2026 pukul 14.05 WITA)',
            'Dinas Perikanan saved a draft of 3A (Thursday, 12 February 2026 at 14:05 WITA)',
          ),
        ],
        more: 2,
      },
      blocks: [...blocks, block(say, 'Dinas Ketahanan Pangan', 'pangan')],
      siteUrl: site,
    },
    {
      kind: 'closed',
      round,
      person,
      closedAt: closes,
      blocks: blocks.map(({ holidayNote: _, ...rest }) => ({ ...rest, left: say('Sudah ditutup', 'Closed') })),
      help: say(
        'Bila masih perlu mengirim, ajukan pembukaan kembali kepada koordinator dengan alasan: balas surel ini atau telepon 0380-555-0142.',
        'If you still need to submit, ask the coordinator to re-open, with a reason: reply to this mail or call 0380-555-0142.',
      ),
      siteUrl: site,
    },
    {
      kind: 'window',
      change: 'extend',
      round,
      person,
      agencies: ['Kecamatan Alak', 'Kecamatan Maulafa'],
      before: closes,
      target: say('Kamis, 19 Februari 2026 pukul 23.59 WITA', 'Thursday, 19 February 2026 at 23:59 WITA'),
      closes: say('Jumat, 20 Februari 2026 pukul 23.59 WITA', 'Friday, 20 February 2026 at 23:59 WITA'),
      reason: say('Listrik padam dua hari di dua kecamatan.', 'Two days of power cuts in two kecamatan.'),
      basis: say('Notulen rapat Bappeda, 12 Februari 2026', 'Minutes of the Bappeda meeting, 12 February 2026'),
      siteUrl: site,
    },
    {
      kind: 'extension-asked',
      ...moreTime(say, closes),
      by: 'Operator Kec. Alak',
      url: `${site}/rekap/jendela?putaran=3a-2026-2#permintaan-1`,
    },
    {
      kind: 'extension-refused',
      ...moreTime(say, closes),
      refusal: say('Data harus masuk sebelum Pra Musrenbang.', 'The data are needed before the Pra Musrenbang.'),
      url: site,
    },
    {
      kind: 'warning',
      round: say('Aksi 3A Tahap II', 'Action 3A Phase II'),
      person: 'Maria Y. Ndun',
      agency,
      findings: [
        {
          form: '3A',
          severity: say('Peringatan', 'Warning'),
          text: say('Pagu ditandai tampak terlalu kecil.', 'The tagged budget looks too small.'),
        },
      ],
      url: `${site}/temuan?putaran=3a-2026-2&unit=perikanan`,
    },
    {
      kind: 'form-moved',
      round: say('Aksi 3A Tahap II', 'Action 3A Phase II'),
      person: 'Maria Y. Ndun',
      form: say('Penandaan anggaran (3A)', 'Budget tagging (3A)'),
      version: 2,
      agencies: [
        {
          name: agency,
          work: say(
            'draf Anda dibawa serta; yang tidak muat tetap dapat dibaca di samping formulir',
            'your draft is carried over; what did not fit stays readable beside the form',
          ),
        },
      ],
      again: false,
      changes: [
        {
          what: say(
            'Bunyinya berubah di “Jumlah balita”: semula “Jumlah balita”, sekarang “Jumlah baduta”.',
            'Reworded at “Children under five”: was “Children under five”, is now “Children under two”.',
          ),
          answers: say('isian tetap', 'answers stay'),
        },
        {
          what: say('Ditambah: “Sumber data”.', 'Added: “Source”.'),
          answers: say('perlu dijawab', 'needs an answer'),
        },
      ],
      moreChanges: 0,
      reason: say('Pertanyaan semula keliru.', 'The question was wrong.'),
      by: 'Koordinator Bappeda',
      url: `${site}/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran`,
    },
    {
      kind: 'duties',
      person: 'Maria Y. Ndun',
      head: false,
      joined: false,
      rounds: [say('Aksi 3A Tahap II', 'Action 3A Phase II')],
      agencies: [agency],
      others: ['Dinas Ketahanan Pangan'],
      blocks: [block(say, agency, 'perikanan')],
      siteUrl: `${site}/tugas`,
    },
    {
      kind: 'unassigned',
      round: say('Aksi 3A Tahap II', 'Action 3A Phase II'),
      person: 'Maria Y. Ndun',
      agency,
      at: say('Rabu, 11 Februari 2026 pukul 10.00 WITA', 'Wednesday, 11 February 2026 at 10:00 WITA'),
      by: 'Koordinator Bappeda',
      siteUrl: `${site}/tugas`,
    },
  ]
}

function receiptOf(say: Said) {
  return {
    number: 'KK-3A-2026-2-PERIKANAN-3A-0002',
    form: '3A',
    agency,
    revision: 2,
    version: 2,
    at: say('Jumat, 13 Februari 2026 pukul 09.41 WITA', 'Friday, 13 February 2026 at 09:41 WITA'),
    by: 'Maria Y. Ndun',
    nil: false,
    rowCount: '14',
    totals: [
      { label: say('Pagu sub kegiatan', 'Sub-activity budget'), value: say('Rp1.250.000.000', 'Rp1,250,000,000') },
      { label: say('Pagu ditandai', 'Tagged budget'), value: say('Rp412.500.000', 'Rp412,500,000') },
    ],
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    previousSha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    timeliness: say('Tepat waktu', 'On time'),
    url: `${site}/receipts/KK-3A-2026-2-PERIKANAN-3A-0002`,
  }
}

function factMails(say: Said): MailContent[] {
  const { round, target } = dates(say)
  const receipt = receiptOf(say)
  return [
    { kind: 'receipt', round, person, ...receipt, open: [forms(say, 'perikanan')[1]!] },
    {
      kind: 'returned',
      round,
      person,
      agency,
      form: '3A',
      revision: 2,
      due: say('Senin, 23 Februari 2026 pukul 23.59 WITA', 'Monday, 23 February 2026 at 23:59 WITA'),
      comments: [
        {
          where: say(
            'Baris 3 · 3.25.04.2.04.0002 · Belanja langsung ke sasaran',
            'Row 3 · 3.25.04.2.04.0002 · Direct spending',
          ),
          text: say(
            'Rp0 pada intervensi sensitif.\nMohon lampirkan rincian belanja.',
            'Rp0 on a sensitive intervention.\nPlease attach the spending detail.',
          ),
          url: `${site}/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran#/rows/penandaan/01KH3WZ5R8QX6/belanjaLangsungSasaran`,
        },
        {
          where: say('Tanggal dokumen', 'Document date'),
          text: say('DPA pergeseran bertanggal 2 Februari.', 'The shifted DPA is dated 2 February.'),
        },
      ],
      url: `${site}/rounds/3a-2026-2/agencies/perikanan/forms/aksi3a-penandaan-anggaran`,
    },
    { kind: 'accepted', round, person, agency, form: '3A', revision: 2, at: target, url: site },
    { kind: 'thanks', round, person, agency, at: receipt.at, siteUrl: site },
  ]
}

/** Keys of a content that steer its template: their texts are of a fixed list, not typed by people. */
export const steering = new Set(['kind', 'step', 'change', 'status'])

/** All contents by kind, in one language. */
export function kupangContents(language: Language): MailContent[] {
  const say = words(language)
  return [
    ...signInMails(say),
    ...deadlineMails(say),
    ...factMails(say),
    ...settingMails(say),
    digestOf(say, 'digest'),
    digestOf(say, 'provisional-report'),
    digestOf(say, 'closing-report'),
    correctionOf(say),
  ]
}

/** The content of one kind. */
export function contentOf<K extends MailContent['kind']>(kind: K, language: Language = 'id') {
  const found = kupangContents(language).find((content) => content.kind === kind)
  if (found === undefined) throw new Error(`no content of kind ${kind}`)
  return found
}
