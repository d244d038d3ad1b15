/** The digest and the closing report of Kota Kupang's round, as a coordinator would get them. */
import type { MailContent } from '../../functions/domain/notices/write/content.ts'
import type { DigestAgency } from '../../functions/domain/notices/write/digest-content.ts'
import type { AssignmentStatus } from '../../functions/schema/round.ts'
import { dates, type Said, site } from './kupang-dates.ts'

function digestAgency(
  say: Said,
  name: string,
  lines: [string, AssignmentStatus, string, string[]][],
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
    flags: lines.every(([, status]) => status === 'not-started') ? [say('belum pernah masuk', 'never signed in')] : [],
    findings: { blocking: 0, warning: lines.length > 1 ? 2 : 0, info: 0 },
    ...(phone === undefined ? {} : { phone }),
  }
}

/** Three agencies lack something, one is late, one address is dead; when the provisional report goes one agency has time left. */
export function digestOf(say: Said, kind: 'digest' | 'provisional-report' | 'closing-report'): MailContent {
  const { round, target, closes, holiday } = dates(say)
  const none = 'not-started'
  const draft = 'draft'
  return {
    kind,
    round,
    person: say('Koordinator Bappeda Kota Kupang', 'Coordinator, Bappeda Kota Kupang'),
    asOf:
      kind === 'digest'
        ? say('Jumat, 13 Februari 2026 pukul 17.00 WITA', 'Friday, 13 February 2026 at 17:00 WITA')
        : say('Rabu, 18 Februari 2026 pukul 08.00 WITA', 'Wednesday, 18 February 2026 at 08:00 WITA'),
    target,
    closes,
    left: leftOf(say, kind),
    stillOpen:
      kind === 'provisional-report'
        ? [
            {
              closes: say('Jumat, 20 Februari 2026 pukul 23.59 WITA', 'Friday, 20 February 2026 at 23:59 WITA'),
              agencies: [say('Kecamatan Alak', 'Alak District')],
            },
          ]
        : [],
    ...(kind === 'provisional-report' ? { finalReport: finalReport(say) } : {}),
    ...(kind === 'digest' ? { holidayNote: holiday } : {}),
    counts: {
      expected: 51,
      submitted: 32,
      onTime: 30,
      inExtension: 1,
      late: 1,
      timeLeft: 19,
      pastDeadline: 0,
      accepted: 12,
      returned: 3,
      draft: 9,
      notStarted: 7,
    },
    ...callsOf(say, kind),
    ...(kind === 'digest'
      ? { settingsUrl: `${site}/saya`, unsubscribeUrl: `${site}/api/unsubscribe/kota-kupang.bappeda-koordinator.x` }
      : {}),
    since:
      kind === 'digest'
        ? say('Jumat, 13 Februari 2026 pukul 08.00 WITA', 'Friday, 13 February 2026 at 08:00 WITA')
        : say('Selasa, 17 Februari 2026 pukul 17.00 WITA', 'Tuesday, 17 February 2026 at 17:00 WITA'),
    changes: changesOf(say, kind === 'digest'),
    moreChanges: 7,
    changesUrl: `${site}/rekap/linimasa?putaran=3a-2026-2#2026-02-13`,
    incomplete: [
      digestAgency(
        say,
        'Kecamatan Alak',
        [
          ['3A', draft, '9/14 (64%)', [say('Baris 2 · Lokasi', 'Row 2 · Location')]],
          [
            say('Monev layanan', 'Coverage'),
            draft,
            '212/348 (61%)',
            ['Naioni · 14 ASI eksklusif', 'Naioni · 15 MP-ASI'],
          ],
          [say('Data sasaran', 'Target groups'), none, '0/180 (0%)', []],
        ],
        '0380-555-0101',
      ),
      digestAgency(
        say,
        'Kecamatan Kota Lama',
        [[say('Monev layanan', 'Coverage'), none, '0/290 (0%)', []]],
        '0380-555-0106',
      ),
      digestAgency(
        say,
        'Dinas Perikanan',
        [
          ['3A', draft, '9/14 (64%)', [say('Tanggal dokumen', 'Document date')]],
          [say('Reviu 2025', 'Review 2025'), 'returned', '22/22 (100%)', []],
        ],
        '0380-555-0125',
      ),
    ],
    moreAgencies: 0,
    missed: [],
    explained: 2,
    late: [digestAgency(say, 'Dinas Koperasi', [['3A', 'submitted', '14/14 (100%)', []]])],
    complete: ['Dinas Lingkungan Hidup dan Kebersihan', 'Dinas Pertanian', 'Kecamatan Oebobo'],
    unreachable: [
      {
        person: say('Operator Dinas Perindustrian dan Perdagangan', 'Operator, Dinas Perindustrian dan Perdagangan'),
        agency: 'Dinas Perindustrian dan Perdagangan',
        email: 'operator@perindag.example',
        since: say('Rabu, 11 Februari 2026', 'Wednesday, 11 February 2026'),
        instead: {
          name: 'Petrus Tallo',
          phone: '0811-555-0130',
          deputyOf: say(
            'Operator Dinas Perindustrian dan Perdagangan',
            'Operator, Dinas Perindustrian dan Perdagangan',
          ),
        },
      },
    ],
    findings: [
      {
        severity: say('Peringatan', 'Warning'),
        check: say('Besaran nilai', 'Scale of amounts'),
        where: say('3 perangkat daerah', '3 agencies'),
        count: 5,
        stake: say('Rp225.000', 'Rp225,000'),
        url: `${site}/temuan?putaran=3a-2026-2&pemeriksaan=A09`,
      },
    ],
    moreFindings: 6,
    findingsUrl: `${site}/temuan?putaran=3a-2026-2`,
    siteUrl: `${site}/rounds/3a-2026-2`,
  }
}

/** After the closing nobody can send, so nobody is called; with some still open only those are. */
function callsOf(say: Said, kind: 'digest' | 'provisional-report' | 'closing-report') {
  const all = [
    {
      agency: 'Kecamatan Alak',
      people: [
        { name: 'Operator Kec. Alak', phone: '0380-555-0101' },
        { name: 'Yohana Lay', phone: '0811-555-0177', deputyOf: 'Operator Kec. Alak' },
      ],
      reasons: [
        say('belum masuk sejak dibuka', 'not signed in since the opening'),
        say('terlambat pada putaran sebelumnya', 'late in the round before'),
      ],
    },
    {
      agency: 'Dinas Perikanan',
      people: [{ name: 'Operator Perikanan', phone: '0380-555-0125' }],
      reasons: [say('terisi 32%, waktu kerja terpakai 75%', '32% answered, 75% of the working time is over')],
    },
  ]
  const calls = { digest: all, 'provisional-report': all.slice(0, 1), 'closing-report': [] }[kind]
  const agencies = { digest: 'kec-alak%2Cperikanan', 'provisional-report': 'kec-alak', 'closing-report': '' }[kind]
  const remindUrl = agencies === '' ? '' : `${site}/surat/ingatkan?putaran=3a-2026-2&perangkat=${agencies}`
  const ended = kind === 'closing-report'
  return {
    calls,
    moreCalls: 0,
    remindUrl,
    called: { asked: 5, called: 3, sent: ended ? 0 : 2 },
    ...(ended ? {} : { callsUrl: `${site}/rekap/hubungi?putaran=3a-2026-2` }),
  }
}

function changesOf(say: Said, sameDay: boolean): string[] {
  const day = sameDay ? '' : say('Selasa, 17 Februari 2026 pukul ', 'Tuesday, 17 February 2026 at ')
  return [
    say(
      `Dinas Pertanian mengirim 3A (${day}${sameDay ? '16' : '17'}.42 WITA)`,
      `Dinas Pertanian submitted 3A (${day}${sameDay ? '16' : '17'}:42 WITA)`,
    ),
    say(
      `Kecamatan Oebobo mengirim Data sasaran (${day}${sameDay ? '15' : '17'}.10 WITA)`,
      `Kecamatan Oebobo submitted Target groups (${day}${sameDay ? '15' : '17'}:10 WITA)`,
    ),
  ]
}

function leftOf(say: Said, kind: 'digest' | 'provisional-report' | 'closing-report'): string {
  if (kind === 'digest') return say('Sisa 0 hari kerja', '0 working days left')
  if (kind === 'closing-report') return say('Sudah ditutup', 'Closed')
  return say(
    'Masih dibuka untuk sebagian sampai Jumat, 20 Februari 2026',
    'Still open for some until Friday, 20 February 2026',
  )
}

function finalReport(say: Said): string {
  return say('Sabtu, 21 Februari 2026 pukul 08.00 WITA', 'Saturday, 21 February 2026 at 08:00 WITA')
}

/** Alak got time after the closing report of the 18th. */
export function correctionOf(say: Said): MailContent {
  return {
    kind: 'report-correction',
    round: dates(say).round,
    person: say('Koordinator Bappeda Kota Kupang', 'Coordinator, Bappeda Kota Kupang'),
    report: {
      kind: 'closing-report',
      at: say('Rabu, 18 Februari 2026 pukul 08.00 WITA', 'Wednesday, 18 February 2026 at 08:00 WITA'),
    },
    change: 'reopen',
    agencies: [say('Kecamatan Alak', 'Alak District')],
    closes: say('Jumat, 20 Februari 2026 pukul 23.59 WITA', 'Friday, 20 February 2026 at 23:59 WITA'),
    reason: say('Jaringan putus sejak Jumat.', 'No network since Friday.'),
    basis: say('Nota dinas 18 Februari 2026', 'Memo of 18 February 2026'),
    by: say('Koordinator Bappeda', 'Coordinator, Bappeda'),
    finalReport: finalReport(say),
    siteUrl: `${site}/rekap`,
  }
}
