/** One realistic content per kind and language: Kota Kupang's round of 10-17 February 2026. */
import type { AgencyBlock, DigestAgency, FormLine, MailContent } from '../../functions/domain/notices/content.ts'
import type { MailFoot } from '../../functions/domain/notices/mailer.ts'
import type { Language } from '../../functions/schema/wording.ts'

const site = 'https://lengkap.kupangkota.example'

export const foot: Record<Language, MailFoot> = {
  id: { nid: '7KQ2M5ZT9XW4R8C1VB6N3HJ0PD', regionName: 'Pemerintah Kota Kupang', helpPhone: '0380-555-0142' },
  en: { nid: '7KQ2M5ZT9XW4R8C1VB6N3HJ0PD', regionName: 'Kupang City Government', helpPhone: '0380-555-0142' },
}

type Said = (id: string, en: string) => string

function words(language: Language): Said {
  return (id, en) => (language === 'id' ? id : en)
}

function dates(say: Said) {
  return {
    round: say('Aksi 3A Tahap II dan Reviu 2025', 'Action 3A Phase II and Review 2025'),
    target: say('Jumat, 13 Februari 2026 pukul 23.59 WITA', 'Friday, 13 February 2026 at 23.59 WITA'),
    closes: say('Selasa, 17 Februari 2026 pukul 23.59 WITA', 'Tuesday, 17 February 2026 at 23.59 WITA'),
    holiday: say(
      'Selasa, 17 Februari 2026 adalah hari libur nasional (Tahun Baru Imlek 2577 Kongzili). Hari kerja terakhir sebelum batas akhir: Jumat, 13 Februari 2026.',
      'Tuesday, 17 February 2026 is a national holiday (Chinese New Year 2577). Last working day before the final deadline: Friday, 13 February 2026.',
    ),
  }
}

function forms(say: Said, agency: string): FormLine[] {
  return [
    {
      title: say('3A: Penandaan Anggaran Tahun Berjalan', '3A: Budget Tagging for the Current Year'),
      status: say('Draf', 'Draft'),
      progress: say('9 dari 14 isian wajib (64 %)', '9 of 14 required answers (64 %)'),
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
      status: say('Belum mulai', 'Not started'),
      progress: say('0 dari 22 isian wajib (0 %)', '0 of 22 required answers (0 %)'),
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

function digestAgency(
  say: Said,
  name: string,
  lines: [string, string, string, string[]][],
  phone?: string,
): DigestAgency {
  return {
    name,
    url: `${site}/rounds/3a-2026-2/agencies/${name.toLowerCase().replace(/[^a-z]+/g, '-')}`,
    lines: lines.map(([form, status, progress, missing]) => ({
      form,
      status,
      progress,
      missing,
      moreMissing: missing.length > 0 ? 4 : 0,
    })),
    flags: lines.every(([, status]) => status === say('Belum mulai', 'Not started'))
      ? [say('belum pernah masuk', 'never signed in')]
      : [],
    findings: { blocking: 0, warning: lines.length > 1 ? 2 : 0, info: 0 },
    ...(phone === undefined ? {} : { phone }),
  }
}

function digestOf(say: Said, kind: 'digest' | 'closing-report'): MailContent {
  const { round, target, closes, holiday } = dates(say)
  const none = say('Belum mulai', 'Not started')
  const draft = say('Draf', 'Draft')
  return {
    kind,
    round,
    person: say('Koordinator Bappeda Kota Kupang', 'Coordinator, Bappeda Kota Kupang'),
    asOf: say('Jumat, 13 Februari 2026 pukul 17.00 WITA', 'Friday, 13 February 2026 at 17.00 WITA'),
    target,
    closes,
    left: kind === 'digest' ? say('Sisa 0 hari kerja', '0 working days left') : say('Sudah ditutup', 'Closed'),
    holidayNote: holiday,
    counts: { expected: 51, submitted: 32, onTime: 30, late: 2, accepted: 12, returned: 3, draft: 9, notStarted: 10 },
    since: say('Jumat, 13 Februari 2026 pukul 08.00 WITA', 'Friday, 13 February 2026 at 08.00 WITA'),
    changes: [
      say('Dinas Pertanian mengirim 3A (16.42 WITA)', 'Dinas Pertanian submitted 3A (16.42 WITA)'),
      say(
        'Kecamatan Oebobo mengirim Data sasaran (15.10 WITA)',
        'Kecamatan Oebobo submitted Target groups (15.10 WITA)',
      ),
    ],
    moreChanges: 7,
    incomplete: [
      digestAgency(
        say,
        'Kecamatan Alak',
        [
          ['3A', draft, '9/14 (64 %)', [say('Baris 2 · Lokasi', 'Row 2 · Location')]],
          [
            say('Monev layanan', 'Coverage'),
            draft,
            '212/348 (61 %)',
            ['Naioni · 14 ASI eksklusif', 'Naioni · 15 MP-ASI'],
          ],
          [say('Data sasaran', 'Target groups'), none, '0/180 (0 %)', []],
        ],
        '0380-555-0101',
      ),
      digestAgency(
        say,
        'Kecamatan Kota Lama',
        [[say('Monev layanan', 'Coverage'), none, '0/290 (0 %)', []]],
        '0380-555-0106',
      ),
      digestAgency(
        say,
        'Dinas Perikanan',
        [
          ['3A', draft, '9/14 (64 %)', [say('Tanggal dokumen', 'Document date')]],
          [say('Reviu 2025', 'Review 2025'), say('Perlu perbaikan', 'Returned'), '22/22 (100 %)', []],
        ],
        '0380-555-0125',
      ),
    ],
    moreAgencies: 0,
    late: [
      digestAgency(say, 'Dinas Koperasi', [['3A', say('Dikirim terlambat', 'Submitted late'), '14/14 (100 %)', []]]),
    ],
    complete: ['Dinas Lingkungan Hidup dan Kebersihan', 'Dinas Pertanian', 'Kecamatan Oebobo'],
    unreachable: [
      {
        person: say('Operator Dinas Perindustrian dan Perdagangan', 'Operator, Dinas Perindustrian dan Perdagangan'),
        agency: 'Dinas Perindustrian dan Perdagangan',
        email: 'operator@perindag.example',
        since: say('Rabu, 11 Februari 2026', 'Wednesday, 11 February 2026'),
        instead: say('Kepala Dinas, 0380-555-0130', 'head of the agency, 0380-555-0130'),
      },
    ],
    findings: [
      {
        agency: 'Kecamatan Alak',
        form: '3A',
        severity: say('Peringatan', 'Warning'),
        text: say(
          'Pagu ditandai Rp45.000 tampak terlalu kecil; periksa apakah ditulis dalam ribuan.',
          'Tagged budget Rp45.000 looks too small; check whether it was entered in thousands.',
        ),
      },
    ],
    moreFindings: 6,
    siteUrl: `${site}/rounds/3a-2026-2`,
  }
}

/** All contents by kind, in one language. */
export function kupangContents(language: Language): MailContent[] {
  const say = words(language)
  const { round, target, closes, holiday } = dates(say)
  const person = 'Maria Y. Ndun'
  const agency = 'Dinas Perikanan'
  const blocks = [block(say, agency, 'perikanan')]
  const receipt = {
    number: 'KK-3A-2026-2-PERIKANAN-3A-0002',
    form: '3A',
    agency,
    revision: 2,
    at: say('Jumat, 13 Februari 2026 pukul 09.41 WITA', 'Friday, 13 February 2026 at 09.41 WITA'),
    by: 'Maria Y. Ndun',
    nil: false,
    rowCount: '14',
    totals: [
      { label: say('Pagu sub kegiatan', 'Sub-activity budget'), value: 'Rp1.250.000.000' },
      { label: say('Pagu ditandai', 'Tagged budget'), value: 'Rp412.500.000' },
    ],
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    previousSha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
    timeliness: say('Tepat waktu', 'On time'),
    url: `${site}/receipts/KK-3A-2026-2-PERIKANAN-3A-0002`,
  }
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
      at: say('Rabu, 11 Februari 2026 pukul 07.12 WITA', 'Wednesday, 11 February 2026 at 07.12 WITA'),
      browser: 'Chrome, Android',
      siteUrl: site,
    },
    {
      kind: 'opening',
      round,
      person,
      blocks: [{ ...blocks[0]!, left: say('Sisa 4 hari kerja', '4 working days left') }],
      siteUrl: site,
    },
    {
      kind: 'reminder',
      step: 'last-working-day',
      rounds: [round],
      person,
      headline: say(
        'Hari ini, Jumat, 13 Februari 2026, adalah hari kerja terakhir sebelum batas akhir Selasa, 17 Februari 2026 pukul 23.59 WITA.',
        'Today, Friday, 13 February 2026, is the last working day before the final deadline on Tuesday, 17 February 2026 at 23.59 WITA.',
      ),
      subject: say('Hari kerja terakhir: 2 formulir belum dikirim', 'Last working day: 2 forms not submitted'),
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
      target: say('Kamis, 19 Februari 2026 pukul 23.59 WITA', 'Thursday, 19 February 2026 at 23.59 WITA'),
      closes: say('Jumat, 20 Februari 2026 pukul 23.59 WITA', 'Friday, 20 February 2026 at 23.59 WITA'),
      reason: say('Listrik padam dua hari di dua kecamatan.', 'Two days of power cuts in two kecamatan.'),
      basis: say('Notulen rapat Bappeda, 12 Februari 2026', 'Minutes of the Bappeda meeting, 12 February 2026'),
      siteUrl: site,
    },
    { kind: 'receipt', round, person, ...receipt, open: [forms(say, 'perikanan')[1]!] },
    {
      kind: 'returned',
      round,
      person,
      agency,
      form: '3A',
      revision: 2,
      due: say('Senin, 23 Februari 2026 pukul 23.59 WITA', 'Monday, 23 February 2026 at 23.59 WITA'),
      holidayNote: holiday,
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
    digestOf(say, 'digest'),
    digestOf(say, 'closing-report'),
  ]
}

/** The content of one kind. */
export function contentOf<K extends MailContent['kind']>(kind: K, language: Language = 'id') {
  const found = kupangContents(language).find((content) => content.kind === kind)
  if (found === undefined) throw new Error(`no content of kind ${kind}`)
  return found
}
