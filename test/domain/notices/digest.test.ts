/** The coordinator's digest: its numbers are those of its lists, and it says what a coordinator must act on. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestsInLedger } from '../../../functions/domain/notices/ledger/sent-digests.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { DigestContent as Digest } from '../../../functions/domain/notices/write/digest-content.ts'
import { renderMail } from '../../../functions/mail/render-mail.ts'
import type { Notice } from '../../../functions/schema/notice.ts'
import { at, draft, finding, review, submission, window } from '../../fixtures/round.ts'
import { anyStory } from './any-story.ts'
import {
  allSent,
  compose,
  coordinator,
  digestSentAt,
  mailTo,
  noticeOf,
  operator,
  planned,
  region,
  round,
  type Story,
  stateAt,
} from './kota-kupang-week.ts'

const agencyIds = [...new Set(round.assignments.map(({ agencyId }) => agencyId))]

const busy: Story = {
  submissions: [
    ...allSent(['dlhk'], at(11, '10:00')),
    submission('pertanian', at(13, '09:30'), { by: operator('pertanian') }),
    submission('kec-alak', at(14, '09:00'), { by: operator('kec-alak') }),
  ],
  reviews: [review('dlhk', at(12, '10:00'))],
  drafts: [draft('perikanan', at(11, '16:00'))],
  findings: [
    finding('kec-alak'),
    finding('dlhk', { severity: 'blocking', firstSeenAt: at(13, '10:00').toISOString() }),
  ],
  windows: [window(1, at(13, '15:00'), { agencyIds: ['kec-alak'], closesOn: '2026-02-20', targetOn: '2026-02-19' })],
  region: {
    ...region,
    mailboxes: [
      {
        personId: operator('perindag'),
        email: 'operator@perindag.example',
        state: 'bounced',
        at: at(11, '08:05').toISOString(),
        nid: 'N'.repeat(26),
      },
    ],
  },
}

describe('the digest of Friday 13 February at 17.00', () => {
  const digest = mailTo(at(13, '17:00'), 'digest', coordinator, { ...busy, sentDigests: digestSentAt(at(13, '08:00')) })
  it('names kecamatan first, then whoever lacks most, with what each form lacks', () => {
    expect(digest.incomplete.slice(0, 6).every(({ name }) => name.startsWith('Kecamatan'))).toBe(true)
    const perikanan = digest.incomplete.find(({ name }) => name === 'Dinas Perikanan')
    expect(perikanan?.lines[0]).toEqual({
      form: '3A',
      status: 'draft',
      progress: '9/14 (64%)',
      missing: ['Tanggal dokumen'],
      moreMissing: 4,
    })
    expect(perikanan?.lines[1]).toMatchObject({ form: 'Reviu 2025', status: 'not-started', progress: '0/13 (0%)' })
  })
  it('tells what changed since the digest of 08.00, newest first, and nothing older', () => {
    expect(digest.since).toBe('Jumat, 13 Februari 2026 pukul 08.00 WITA')
    expect(digest.changes).toEqual([
      'Diperpanjang sampai Jumat, 20 Februari 2026 untuk Kecamatan Alak: Benturan agenda DPRD (15.00 WITA)',
      '1 temuan baru pada Dinas Lingkungan Hidup dan Kebersihan (10.00 WITA)',
      'Dinas Pertanian mengirim 3A (09.30 WITA)',
    ])
  })
  it('names open findings, blocking ones first', () => {
    expect(digest.findings.map(({ severity, where, count }) => `${severity} ${where} ${count}`)).toEqual([
      'Menghambat 2 perangkat daerah 2',
    ])
  })
  it('says once what a check found of many, and counts them', () => {
    const many = { ...busy, findings: agencyIds.map((id) => finding(id, { id: `A26-${id}` })) }
    const found = mailTo(at(13, '17:00'), 'digest', coordinator, many)
    expect(found.findings).toMatchObject([{ where: '17 perangkat daerah', count: 17 }])
    const { text } = renderMail(found, 'id')
    expect(text).toContain('TEMUAN TERBUKA: 17')
    expect(text).toContain(found.findings[0]?.url)
  })
  it('tells new findings at many agencies in one line, so that they hide no other news', () => {
    const many = { ...busy, findings: agencyIds.map((id) => finding(id, { id: `A26-${id}` })) }
    const { changes } = mailTo(at(13, '17:00'), 'digest', coordinator, {
      ...many,
      sentDigests: digestSentAt(at(9, '08:00')),
    })
    expect(changes.filter((line) => line.includes('temuan baru'))).toEqual([
      expect.stringMatching(/^17 temuan baru pada 17 perangkat daerah \(/),
    ])
  })
  it('tells many rows of one form in one line that leads to exactly those, and says what is at stake', () => {
    const rows = [1, 2, 3, 4, 5].map((row) =>
      finding('kec-alak', {
        id: `A09-${row}`,
        rule: 'A09',
        rowKey: `${row}`,
        basis: { same: '', amounts: [1_000 * row] },
      }),
    )
    const found = mailTo(at(13, '17:00'), 'digest', coordinator, { ...busy, findings: [...rows, finding('dlhk')] })
    expect(found.findings).toMatchObject([
      { where: 'Kecamatan Alak', count: 5, stake: 'Rp15.000' },
      { where: 'Dinas Lingkungan Hidup dan Kebersihan', count: 1 },
    ])
    expect(found.findings[0]?.url).toMatch(/\/temuan\?putaran=3a-2026-2&pemeriksaan=A09$/)
    expect(renderMail(found, 'id').text).toContain('TEMUAN TERBUKA: 6')
  })
  it('says how much money of the stunting list nobody tagged', () => {
    const untagged = [250_000_000, 618_000_000].map((amount, at) =>
      finding(['kec-alak', 'naker'][at] ?? '', {
        id: `A32-${at}`,
        rule: 'A32',
        rowKey: 'belum-ditandai',
        basis: { same: '', amounts: [amount] },
      }),
    )
    const found = mailTo(at(13, '17:00'), 'digest', coordinator, { ...busy, findings: untagged })
    expect(found.findings).toMatchObject([{ check: 'Belum ditandai', count: 2, stake: 'Rp868.000.000' }])
    expect(renderMail(found, 'id').text).toMatch(/Belum ditandai: .*2 perangkat daerah.*, Rp868\.000\.000/)
  })
  it('says whose mail does not arrive, since when, and whom to call instead', () => {
    expect(digest.unreachable).toEqual([
      {
        person: 'Operator Perindag',
        agency: 'Dinas Perindustrian dan Perdagangan',
        email: 'operator@perindag.example',
        since: 'Rabu, 11 Februari 2026',
        instead: { name: 'Kepala Dinas Perindustrian dan Perdagangan', phone: '0380-555-0105' },
      },
    ])
  })
  it('tells an address that bounces from a reader who marked us as spam', () => {
    const mailboxes = busy.region!.mailboxes.map((each) => ({ ...each, state: 'complained' as const }))
    const angry = mailTo(at(13, '17:00'), 'digest', coordinator, { ...busy, region: { ...region, mailboxes } })
    const line =
      'operator@perindag.example), menandai surel kami sebagai spam sejak Rabu, 11 Februari 2026: hubungi Kepala'
    for (const part of [renderMail(angry, 'id').text, renderMail(angry, 'id').html]) expect(part).toContain(line)
  })
  it('flags the agency whose dates are its own, and says that no working day is left', () => {
    expect(digest.closes).toBe('Selasa, 17 Februari 2026 pukul 23.59 WITA')
    expect(digest.incomplete.filter(({ flags }) => flags.length > 0).map(({ name, flags }) => [name, flags])).toEqual([
      ['Kecamatan Alak', ['batas akhir Jumat, 20 Februari 2026']],
    ])
    expect(digest.left).toBe('Tidak ada hari kerja tersisa')
    expect(digest.holidayNote).toBe(
      'Selasa, 17 Februari 2026 adalah hari libur nasional (Tahun Baru Imlek 2577 Kongzili). Hari kerja terakhir sebelum batas akhir: Jumat, 13 Februari 2026.',
    )
  })
})

describe('the closing report of Wednesday 18 February', () => {
  const { windows: _, ...story } = busy
  const report = mailTo(at(18, '08:00'), 'closing-report', coordinator, story)
  it('names every agency that lacks something, and what', () => {
    expect(report.left).toBe('Sudah ditutup')
    expect(report.holidayNote).toBeUndefined()
    expect(report.incomplete).toHaveLength(16)
    expect(report.complete).toEqual(['Dinas Lingkungan Hidup dan Kebersihan'])
  })
  it('tells those who sent late from those who sent nothing', () => {
    const missed = report.missed.find(({ name }) => name === 'Kecamatan Alak')
    expect(report.late).toEqual([])
    expect(report.counts).toMatchObject({ inExtension: 1 })
    expect(missed?.lines.map(({ form, status }) => `${form} ${status}`)).toEqual([
      'Reviu 2025 not-started',
      'Cakupan layanan not-started',
      'Data sasaran not-started',
    ])
  })
  it('also goes to those who only read', () => {
    expect(mailTo(at(18, '08:00'), 'closing-report', 'bappeda-viewer', story).kind).toBe('closing-report')
  })
})

describe('a digest without news', () => {
  const done: Story = { submissions: allSent(agencyIds, at(11, '12:00')), sentDigests: digestSentAt(at(12, '08:00')) }
  it('is not sent when everybody is complete and nothing happened since', () => {
    expect(compose(at(13, '08:00'), planned(at(13, '08:00'), 'digest', coordinator, done), done)).toEqual({
      outcome: 'drop',
      to: 'suppressed',
      reason: 'nothing-to-say',
    })
  })
  it('is sent while something changed', () => {
    expect(mailTo(at(12, '08:00'), 'digest', coordinator, done).changes).toHaveLength(20)
  })
  it('closes the round all the same', () => {
    expect(mailTo(at(18, '08:00'), 'closing-report', coordinator, done)).toMatchObject({ incomplete: [], late: [] })
  })
})

describe('changes since the last digest', () => {
  const story: Story = { submissions: allSent(['dinsos'], at(11, '10:00')) }
  const changesAt = (day: number, told: Story['sentDigests']) =>
    mailTo(at(day, '08:00'), 'digest', coordinator, { ...story, ...(told && { sentDigests: told }) })
  it('are told again by the next one when a digest did not go out', () => {
    const last = digestSentAt(at(11, '08:00'))
    expect(changesAt(12, last).changes).toHaveLength(3)
    // Thursday's digest failed, or came too late.
    expect(changesAt(13, last)).toMatchObject({ since: 'Rabu, 11 Februari 2026 pukul 08.00 WITA' })
    expect(changesAt(13, last).changes).toHaveLength(3)
    expect(changesAt(13, [...last, ...digestSentAt(at(12, '08:00'))]).changes).toEqual([])
  })
  it('are counted from the opening for whom no digest has reached, and what others got is nothing to them', () => {
    const others = [{ recipientId: 'bappeda-viewer', asOf: at(12, '08:00').toISOString() }]
    for (const told of [undefined, others]) {
      expect(changesAt(13, told)).toMatchObject({ since: 'Selasa, 10 Februari 2026 pukul 08.00 WITA' })
      expect(changesAt(13, told).changes).toHaveLength(3)
    }
  })
  it('include what was sent in while the last one was being written', () => {
    const meanwhile: Story = { submissions: allSent(['dinsos'], new Date(at(12, '08:00').getTime() + 1)) }
    const told = digestSentAt(at(12, '08:00'))
    expect(mailTo(at(13, '08:00'), 'digest', coordinator, { ...meanwhile, sentDigests: told }).changes).toHaveLength(3)
  })
  it('of the ledger’s notices only those that were sent and did not bounce have told anything', () => {
    const at8 = at(12, '08:00').toISOString()
    const notice = { ...noticeOf(planned(at(12, '08:00'), 'digest', coordinator)), asOf: at8 }
    const told = (more: Partial<Notice>) => digestsInLedger([{ ...notice, ...more }])
    expect(told({ state: 'sent' })).toEqual([{ recipientId: coordinator, rounds: [round.id], asOf: at8 }])
    expect(told({ state: 'sent', delivery: 'delivered' })).toHaveLength(1)
    expect(told({ state: 'sent', delivery: 'bounced' })).toEqual([])
    expect(told({ state: 'sent', kind: 'reminder' })).toEqual([])
    for (const state of ['planned', 'claimed', 'failed', 'suppressed', 'cancelled', 'expired', 'parked'] as const)
      expect(told({ state }), state).toEqual([])
  })
})

describe('whatever happened in the week', () => {
  it('the numbers of a digest equal the lists they are counted from', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const now = at(13, '08:00')
        const notice = plan(now, stateAt(now, story)).find(({ kind }) => kind === 'digest' || kind === 'closing-report')
        const composed = notice && compose(now, notice, story, {})
        if (composed?.outcome !== 'mail') return
        const digest = composed.content as Digest
        const { expected, submitted, returned, draft: drafts, notStarted, late, pastDeadline, accepted } = digest.counts
        expect(expected).toBe(round.assignments.length)
        expect(submitted + returned + drafts + notStarted).toBe(expected)
        expect(accepted).toBeLessThanOrEqual(submitted)
        const formsOf = (agencies: Digest['late']) => agencies.reduce((sum, { lines }) => sum + lines.length, 0)
        expect(formsOf(digest.late)).toBe(late)
        expect(formsOf(digest.missed)).toBe(pastDeadline)
        expect(digest.incomplete.length + digest.moreAgencies + digest.complete.length).toBe(agencyIds.length)
        const { text } = renderMail(digest, 'id')
        expect(text).toContain(`BELUM LENGKAP: ${digest.incomplete.length} PERANGKAT DAERAH`)
        const open = digest.incomplete
          .concat([])
          .reduce((sum, { findings: f }) => sum + f.blocking + f.warning + f.info, 0)
        const listed = digest.findings.reduce((sum, { count }) => sum + count, digest.moreFindings)
        expect(open).toBeLessThanOrEqual(listed)
        expect(listed).toBe(stateAt(now, story).rounds[0]?.findings.filter(({ state }) => state === 'open').length)
      }),
      { numRuns: 60 },
    )
  })
})
