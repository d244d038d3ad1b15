/** When some agencies have more time than the others: a provisional report, a final one, and corrections of what went out before. */
import { describe, expect, it } from 'vitest'
import { plan } from '../../../functions/domain/notices/plan.ts'
import { renderMail } from '../../../functions/mail/render-mail.ts'
import { at, window } from '../../fixtures/round.ts'
import {
  compose,
  coordinator,
  mailTo,
  operator,
  planned,
  play,
  region,
  type Sent,
  type Story,
  stateAt,
} from './kota-kupang-week.ts'

const viewer = 'bappeda-viewer'
/** Only those who get reports: the others' mails are told elsewhere. */
const readers = { ...region, people: region.people.filter(({ id }) => id === coordinator || id === viewer) }
const alak = window(1, at(12, '15:00'), { agencyIds: ['kec-alak'], targetOn: '2026-02-19', closesOn: '2026-02-20' })
/** From the final day on; what fell due before is told elsewhere. */
const ticks = [17, 18, 19, 20, 21, 28].flatMap((day) =>
  ['08:00', '10:00', '12:00', '17:00'].map((time) => at(day, time)),
)
/** `18T08 provisional-report`, what one person got that tells of the whole round. */
const got = (sent: readonly Sent[], to: string) =>
  sent
    .filter((each) => each.to === to)
    .map(({ at: when, content }) => {
      const local = new Date(when.getTime() + 8 * 3_600_000).toISOString()
      return `${local.slice(8, 13)} ${content.kind}`
    })

describe('one agency extended beyond the final date of the others', () => {
  const { sent } = play(ticks, { region: readers, windows: [alak] })
  it('on the morning after that date the report is a provisional one, in place of the digest, also to those who only read', () => {
    expect(got(sent, viewer)).toEqual(['18T08 provisional-report', '21T08 closing-report'])
    expect(got(sent, coordinator).filter((each) => each.startsWith('18T08'))).toEqual(['18T08 provisional-report'])
  })
  it('comes at the round’s own hour, also to who chose another one for digests, or none, and to neither twice', () => {
    const digest = { hours: [{ from: '2026-02-10', hour: '10:00' }], onlyNews: false, off: false }
    const wishes = [digest, { ...digest, off: true }]
    for (const wish of wishes) {
      const people = readers.people.map((each) => (each.id === coordinator ? { ...each, digest: wish } : each))
      const mails = got(play(ticks, { region: { ...readers, people }, windows: [alak] }).sent, coordinator)
      expect(mails.filter((each) => each.startsWith('18T'))).toEqual(['18T08 provisional-report'])
      expect(mails.includes('19T10 digest')).toBe(!wish.off)
    }
  })
  it('the digests go on while somebody may write, and the final report comes once', () => {
    expect(got(sent, coordinator).slice(-6)).toEqual([
      '18T08 provisional-report',
      '19T08 digest',
      '19T17 digest',
      '20T08 digest',
      '20T17 digest',
      '21T08 closing-report',
    ])
  })
  it('it says who still has time, until when, and when the final report comes', () => {
    const report = mailTo(at(18, '08:00'), 'provisional-report', viewer, { windows: [alak] })
    expect(report).toMatchObject({
      stillOpen: [{ closes: 'Jumat, 20 Februari 2026 pukul 23.59 WITA', agencies: ['Kecamatan Alak'] }],
      finalReport: 'Sabtu, 21 Februari 2026 pukul 08.00 WITA',
    })
    expect(report.unsubscribeUrl).toBeUndefined()
    const { subject, text, html } = renderMail(report, 'id')
    expect(subject).toMatch(/^Laporan sementara, 0 dari 51/)
    for (const part of [text, html]) {
      expect(part).toContain('Laporan ini masih sementara.')
      expect(part).toContain('Sampai Jumat, 20 Februari 2026 pukul 23.59 WITA masih dapat mengirim: Kecamatan Alak.')
      expect(part).toContain('Laporan akhir menyusul Sabtu, 21 Februari 2026 pukul 08.00 WITA.')
      expect(part).not.toContain('Pengisian ditutup')
    }
  })
  it('asks whoever coordinates to call those who still have time, and gives a viewer no telephone, address or link to remind', () => {
    const story: Story = { windows: [alak] }
    const own = mailTo(at(18, '08:00'), 'provisional-report', coordinator, story)
    expect(own.calls.map(({ agency }) => agency)).toEqual(['Kecamatan Alak'])
    expect(own.remindUrl).toContain('/surat/ingatkan?')
    const bounced = { personId: operator('kec-alak'), email: 'operator@kec-alak.example', state: 'bounced' as const }
    const mailboxes = [{ ...bounced, at: at(11, '08:05').toISOString(), nid: 'N'.repeat(26) }]
    const report = mailTo(at(18, '08:00'), 'provisional-report', viewer, { ...story, region: { ...region, mailboxes } })
    expect(report).toMatchObject({ calls: [], remindUrl: '', unreachable: [] })
    expect(report.changes).toContainEqual(expect.stringContaining('Surel tidak sampai: Operator Kec. Alak'))
    expect(JSON.stringify(report)).not.toContain('@kec-alak.example')
    expect(own.incomplete.map(({ phone }) => phone)).toContain('0380-555-0201')
    expect(report.incomplete.flatMap(({ phone }) => phone ?? [])).toEqual([])
  })
  it('also where only two agencies take part: the date that was set for all is the usual one', () => {
    const agencyIds = ['dinsos', 'kec-alak']
    const base = stateAt(at(9, '08:00')).rounds[0]!.round
    const two = { ...base, assignments: base.assignments.filter(({ agencyId }) => agencyIds.includes(agencyId)) }
    const reports = got(play(ticks, { region: readers, round: two, windows: [alak] }).sent, viewer)
    expect(reports).toEqual(['18T08 provisional-report', '21T08 closing-report'])
  })
  it('where nearly all were extended, the few that were not cause no report', () => {
    const others = region.agencies.map(({ id }) => id).filter((id) => id !== 'dinsos' && id !== 'bappeda')
    const most = window(1, at(12, '15:00'), { agencyIds: others, closesOn: '2026-02-20' })
    expect(got(play(ticks, { region: readers, windows: [most] }).sent, viewer)).toEqual(['21T08 closing-report'])
  })
})

describe('time given after the closing report', () => {
  const reopened = window(1, at(18, '10:00'), { kind: 'reopen', agencyIds: ['kec-alak'], closesOn: '2026-02-20' })
  const story: Story = { region: readers, windows: [reopened] }
  const { sent } = play(ticks, story)
  it('is a correction to whoever has the report, at once, and a new final report; never a second one for the same morning', () => {
    expect(got(sent, viewer)).toEqual(['18T08 closing-report', '18T10 report-correction', '21T08 closing-report'])
    expect(got(sent, coordinator).filter((each) => !each.endsWith(' digest'))).toEqual([
      '18T08 closing-report',
      '18T10 report-correction',
      '21T08 closing-report',
    ])
    expect(new Set(sent.map(({ nid }) => nid)).size).toBe(sent.length)
  })
  it('names the report that it corrects, who has time until when, why, and who decided', () => {
    const correction = mailTo(at(18, '10:00'), 'report-correction', viewer, story)
    expect(correction).toMatchObject({
      report: { kind: 'closing-report', at: 'Rabu, 18 Februari 2026 pukul 08.00 WITA' },
      agencies: ['Kecamatan Alak'],
      closes: 'Jumat, 20 Februari 2026 pukul 23.59 WITA',
      reason: reopened.reason,
      finalReport: 'Sabtu, 21 Februari 2026 pukul 08.00 WITA',
    })
  })
  it('is of no more use once a later decision overtakes it, or the next report is there', () => {
    const closed = window(2, at(18, '10:30'), { kind: 'close', agencyIds: ['kec-alak'] })
    const both: Story = { ...story, windows: [reopened, closed] }
    const notice = planned(at(18, '10:00'), 'report-correction', viewer, story)
    expect(compose(at(18, '10:31'), notice, both)).toEqual({ outcome: 'drop', to: 'cancelled', reason: 'overtaken' })
    expect(notice.expiresAt).toBe(at(21, '08:00').toISOString())
  })
  it('a final report that was held up until then is written as a provisional one', () => {
    const late = planned(at(18, '08:00'), 'closing-report', viewer, story)
    expect(compose(at(18, '10:05'), late, story)).toMatchObject({
      content: { kind: 'provisional-report', stillOpen: [{ agencies: ['Kecamatan Alak'] }] },
    })
  })
  it('a decision that only moves the target of who still has time is none', () => {
    const target = window(2, at(18, '10:00'), {
      agencyIds: ['kec-alak'],
      targetOn: '2026-02-20',
      closesOn: '2026-02-20',
    })
    const kinds = plan(at(18, '10:00'), stateAt(at(18, '10:00'), { region: readers, windows: [alak, target] }))
    expect(kinds.map(({ kind }) => kind)).not.toContain('report-correction')
  })
  it('an earlier final date is one too', () => {
    const earlier = window(2, at(18, '10:00'), { kind: 'correct', agencyIds: ['kec-alak'], closesOn: '2026-02-19' })
    const correction = mailTo(at(18, '10:00'), 'report-correction', viewer, {
      region: readers,
      windows: [alak, earlier],
    })
    expect(correction).toMatchObject({ change: 'correct', report: { kind: 'provisional-report' } })
    expect(renderMail(correction, 'id').text).toContain(
      'batas akhir Kecamatan Alak dimajukan menjadi Kamis, 19 Februari 2026 pukul 23.59 WITA.',
    )
  })
  it('before any report is nobody’s correction', () => {
    const early: Story = { region: readers, windows: [alak] }
    const kinds = ticks.flatMap((now) => plan(now, stateAt(now, early))).map(({ kind }) => kind)
    expect(kinds).toContain('closing-report')
    expect(kinds).not.toContain('report-correction')
  })
})
