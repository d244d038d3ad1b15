/** The eight cases that a sender of deadline mails must get right, on Kota Kupang's own round. */
import { describe, expect, it } from 'vitest'
import type { RegionFacts } from '../../../functions/domain/region/regions.ts'
import { renderMail } from '../../../functions/mail/render-mail.ts'
import { person } from '../../fixtures/region.ts'
import { at, review, window } from '../../fixtures/round.ts'
import {
  allSent,
  compose,
  everyFewHours,
  head,
  mailTo,
  operator,
  planned,
  play,
  region,
  round,
  type Sent,
  type Story,
} from './kota-kupang-week.ts'

const to = (sent: readonly Sent[], person: string) => sent.filter((each) => each.to === person)
const kinds = (sent: readonly Sent[]) => sent.map(({ content }) => content.kind)

describe('run twice', () => {
  it('nothing new is sent', () => {
    const friday = at(13, '08:00')
    const once = play([friday]).sent
    expect(once.length).toBeGreaterThan(30)
    expect(play([friday, friday, at(13, '08:01'), at(13, '12:59')]).sent).toHaveLength(once.length)
  })
})

describe('three days skipped', () => {
  // Running on Tuesday at the opening, then dead until Friday noon.
  const { sent, dropped } = play([at(10, '08:00'), at(13, '12:00')])
  it('one mail catches up, of the newest kind', () => {
    const mails = to(sent, operator('dinsos'))
    expect(kinds(mails)).toEqual(['opening', 'reminder'])
    expect(mails[1]?.content).toMatchObject({ step: 'last-working-day' })
  })
  it('the others are in the ledger as expired', () => {
    const lost = dropped.filter((each) => each.to === operator('dinsos'))
    expect(lost.map(({ kind, end }) => [kind, end])).toEqual([
      ['reminder', 'expired'],
      ['reminder', 'expired'],
    ])
  })
  it('a mail that waited past its day speaks of the day on which it is read', () => {
    const late = compose(at(14, '09:00'), planned(at(13, '13:00'), 'reminder', operator('dinsos')))
    expect(late).toMatchObject({
      outcome: 'mail',
      content: {
        step: 'overdue',
        headline:
          'Target penyelesaian Jumat, 13 Februari 2026 sudah lewat; batas akhir Selasa, 17 Februari 2026 pukul 23.59 WITA.',
      },
    })
  })
  it('a mail that waited longer than it is of use is not sent', () => {
    const friday = planned(at(13, '08:00'), 'reminder', operator('dinsos'))
    expect(compose(at(13, '13:00'), friday)).toEqual({ outcome: 'drop', to: 'expired', reason: 'too-late' })
  })
})

describe('submitted between planning and sending', () => {
  const thursday = at(12, '08:00')
  const reminder = planned(thursday, 'reminder', operator('dinsos'))
  it('no reminder goes, and the ledger says why', () => {
    const story = { submissions: allSent(['dinsos'], at(12, '08:00')) }
    expect(compose(at(12, '08:01'), reminder, story)).toEqual({
      outcome: 'drop',
      to: 'cancelled',
      reason: 'nothing-left-to-do',
    })
  })
  it('a reminder about what is left goes when only a part was sent', () => {
    const story = { submissions: allSent(['dinsos'], at(12, '08:00')).slice(0, 1) }
    const composed = compose(at(12, '08:01'), reminder, story)
    expect(composed).toMatchObject({ outcome: 'mail', content: { blocks: [{ forms: [{}, {}] }] } })
  })
})

describe('an extension after the final date', () => {
  const late = window(1, at(18, '10:00'), { agencyIds: ['dinsos'], closesOn: '2026-02-20' })
  it('is told as a re-opening, and once more closes with one mail, not with the first one again', () => {
    const ticks = [at(18, '08:00'), at(18, '10:00'), at(20, '08:00'), at(21, '08:00')]
    const toDinsos = to(play(ticks, { windows: [late] }).sent, operator('dinsos'))
    const news = toDinsos.flatMap(({ content }) => (content.kind === 'window' ? content.change : []))
    expect(news).toEqual(['reopen'])
    const closings = toDinsos.filter(({ content }) => content.kind === 'closed')
    expect(closings.map(({ at: when }) => when.toISOString().slice(0, 13))).toEqual(['2026-02-18T00', '2026-02-21T00'])
  })
})

describe('work to correct before the final date of all', () => {
  const returned = review('dinsos', at(11, '15:00'), { decision: 'return', dueOn: '2026-02-13' })
  const story: Story = { submissions: allSent(['dinsos'], at(11, '10:00')), reviews: [returned] }
  it('has its own date in a reminder until the final one has passed', () => {
    const mail = mailTo(at(13, '08:00'), 'reminder', operator('dinsos'), story)
    expect(renderMail(mail, 'id').text).toContain('(100%), perbaiki sampai Jumat, 13 Februari 2026')
    const closing = mailTo(at(18, '08:00'), 'closed', operator('dinsos'), story)
    expect(renderMail(closing, 'id').text).not.toContain('perbaiki sampai')
  })
})

describe('a target moved alone', () => {
  const later = window(1, at(12, '09:30'), { agencyIds: ['dinsos'], closesOn: '2026-02-17', targetOn: '2026-02-16' })
  it('is told as that, with the final date that stays', () => {
    const { sent } = play([at(12, '10:00')], { windows: [later] })
    const [news] = to(sent, operator('dinsos')).filter(({ content }) => content.kind === 'window')
    const mail = renderMail(news!.content, 'id')
    expect(mail.subject).toContain('Target menjadi Senin, 16 Februari 2026 pukul 23.59 WITA')
    expect(mail.text).toContain('Target penyelesaian semula: Jumat, 13 Februari 2026 pukul 23.59 WITA')
    expect(mail.text).toContain('Batas akhir (tetap): Selasa, 17 Februari 2026 pukul 23.59 WITA')
    const correct = window(1, at(10, '10:00'), { kind: 'correct', closesOn: '2026-02-17', targetOn: '2026-02-12' })
    const changes = play([at(11, '08:00')], { windows: [correct] }).sent.flatMap(({ content }) =>
      content.kind === 'digest' ? content.changes : [],
    )
    expect(changes.join()).toContain('Target menjadi Kamis, 12 Februari 2026 untuk semua')
  })
})

describe('one agency extended', () => {
  const story: Story = {
    windows: [window(1, at(12, '15:00'), { agencyIds: ['dinsos'], targetOn: '2026-02-19', closesOn: '2026-02-20' })],
  }
  const { sent } = play(everyFewHours, story)
  const usual = play(everyFewHours).sent
  it('only its people are told, and only its dates move', () => {
    const told = sent.filter(({ content }) => content.kind === 'window').map((each) => each.to)
    expect(told.toSorted()).toEqual([head('dinsos'), operator('dinsos')].toSorted())
    const days = to(sent, operator('dinsos')).map(
      (each) => `${each.at.toISOString().slice(8, 13)} ${each.content.kind}`,
    )
    expect(days).toEqual([
      '10T00 opening',
      '11T00 reminder',
      '12T00 reminder',
      '12T07 window',
      '13T00 reminder',
      '18T00 reminder',
      '19T00 reminder',
      '19T05 reminder',
    ])
  })
  it('every other agency gets word for word what it would have got', () => {
    const others = (list: readonly Sent[]) =>
      list.filter((each) => !each.to.startsWith('dinsos') && !each.to.startsWith('bappeda'))
    expect(others(sent)).toEqual(others(usual))
  })
})

describe('one recipient with three agencies of up to four forms', () => {
  const agencyIds = ['kec-alak', 'kec-oebobo', 'dinsos']
  const its: RegionFacts = { ...region, people: [person('rangkap', agencyIds)] }
  const { sent } = play(everyFewHours, { region: its })
  it('gets one mail an occasion, with all of it', () => {
    expect(sent.map((each) => `${each.at.toISOString().slice(8, 13)} ${each.content.kind}`)).toEqual([
      '10T00 opening',
      '11T00 reminder',
      '12T00 reminder',
      '13T00 reminder',
      '13T05 reminder',
      '17T00 reminder',
      '18T00 closed',
    ])
    for (const { content } of sent) {
      const parts = content.kind === 'opening' ? content.rounds : [content]
      const blocks = parts.flatMap((part) => ('blocks' in part ? part.blocks : []))
      expect(blocks.map(({ forms }) => forms.length).toSorted()).toEqual([3, 4, 4])
    }
  })
  it('is told in the subject how many forms the mail lists', () => {
    const mail = sent.find(({ content }) => content.kind === 'reminder')?.content
    expect(mail).toMatchObject({ subject: 'Target Jumat, 13 Februari 2026: 11 formulir belum dikirim' })
  })
})

describe('no recipient sees another', () => {
  const story: Story = {
    submissions: allSent(['dinsos'], at(11, '10:00')),
    reviews: [
      review('dinsos', at(11, '11:00'), { decision: 'return', comments: [{ pointer: '', text: 'Mohon dicek' }] }),
    ],
    windows: [window(1, at(12, '15:00'), { agencyIds: ['dinsos', 'dlhk'], closesOn: '2026-02-20' })],
  }
  const { sent } = play(everyFewHours, story)
  it('neither its agency, nor its name, nor its address', () => {
    const own = sent.filter((each) => !each.to.startsWith('bappeda'))
    expect(new Set(own.map(({ content }) => content.kind))).toEqual(
      new Set(['opening', 'reminder', 'window', 'receipt', 'returned', 'closed']),
    )
    for (const mail of own) {
      const { text, html } = renderMail(mail.content, 'id')
      const [agencyId] = mail.to.split(/-(?=operator$|kepala$)/)
      const others = region.agencies.filter(({ id }) => id !== agencyId)
      for (const { id, name } of others) {
        // One name may begin another ("Dinas Koperasi" has none that does), so whole lines are not needed.
        expect(`${text}${html}`, `${mail.to} reads of ${id}`).not.toContain(name.id)
        expect(`${text}${html}`).not.toContain(`@${id}.example`)
      }
    }
  })
})

describe('a complete agency', () => {
  const cells = round.assignments.filter(({ agencyId }) => agencyId === 'dinsos')
  const story: Story = {
    submissions: allSent(['dinsos'], at(11, '10:00')),
    reviews: cells.map(({ formId }) => review('dinsos', at(11, '15:00'), { formId })),
    windows: [window(1, at(12, '15:00'), { closesOn: '2026-02-20' })],
  }
  it('gets receipts and acceptances of its own acts, then thanks, and nothing else', () => {
    const { sent } = play(everyFewHours, story)
    const after = to(sent, operator('dinsos')).filter((each) => each.at > at(11, '09:00'))
    expect(kinds(after)).toEqual([...cells.map(() => 'receipt'), ...cells.map(() => 'accepted'), 'thanks'])
    expect(after.at(-1)?.at).toEqual(at(12, '08:00'))
    expect(kinds(to(sent, head('dinsos')))).toEqual(['opening', 'thanks'])
  })
  it('that declared nil is complete too', () => {
    const nil = { nil: true, nilReason: 'Tidak ada kegiatan tahun ini.', completeness: { expected: 0, answered: 0 } }
    const { sent } = play(everyFewHours, { submissions: allSent(['dinsos'], at(11, '10:00'), nil) })
    const after = to(sent, operator('dinsos')).filter((each) => each.at > at(11, '10:00'))
    expect(kinds(after)).toEqual([])
  })
})

describe('Friday 13 February', () => {
  it.each([
    [
      'id',
      'Hari ini, Jumat, 13 Februari 2026, adalah hari kerja terakhir sebelum batas akhir Selasa, 17 Februari 2026 pukul 23.59 WITA.',
    ],
    [
      'en',
      'Today, Friday, 13 February 2026, is the last working day before the final deadline on Tuesday, 17 February 2026 at 23:59 WITA.',
    ],
  ] as const)('is called the last working day (%s)', (language, headline) => {
    const people = region.people.map((each) => ({ ...each, language }))
    for (const time of ['08:00', '13:00']) {
      const mail = mailTo(at(13, time), 'reminder', operator('dinsos'), { region: { ...region, people } })
      expect(mail).toMatchObject({ step: 'last-working-day', headline })
    }
  })
})
