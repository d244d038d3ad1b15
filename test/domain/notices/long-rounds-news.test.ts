/** A long round does not nag: a reminder past the target says what is new, heads hear weekly, and a closing by hand is told once. */
import { describe, expect, it } from 'vitest'
import { planMails } from '../../../functions/domain/notices/desk/what-if.ts'
import { at, submission, window } from '../../fixtures/round.ts'
import { allSent, head, mailTo, operator, play, round, stateAt } from './kota-kupang-week.ts'

const long = { ...round, closesOn: '2026-03-17' }
const [first] = round.assignments.filter(({ agencyId }) => agencyId === 'perikanan').map(({ formId }) => formId)

describe('a reminder past the target', () => {
  it('says what happened at the own agency since the one before, and at no other', () => {
    const submissions = [
      submission('perikanan', at(19, '10:00'), { formId: first!, by: operator('perikanan') }),
      submission('dinsos', at(19, '11:00'), { formId: first!, by: operator('dinsos') }),
    ]
    const windows = [window(1, at(20, '09:00'), { closesOn: '2026-03-20', agencyIds: ['perikanan', 'dinsos'] })]
    const mail = mailTo(at(23, '08:00'), 'reminder', operator('perikanan'), { round: long, submissions, windows })
    expect(mail.step).toBe('overdue')
    expect(mail.since?.at).toBe('Rabu, 18 Februari 2026 pukul 08.00 WITA')
    expect(mail.since?.changes).toEqual([
      'Diperpanjang sampai Jumat, 20 Maret 2026 untuk Dinas Perikanan: Benturan agenda DPRD (Jumat, 20 Februari 2026 pukul 09.00 WITA)',
      expect.stringMatching(/^Dinas Perikanan mengirim .* \(Kamis, 19 Februari 2026 pukul 10\.00 WITA\)$/),
    ])
  })

  it('says that nothing changed, and before the target says nothing of it', () => {
    expect(mailTo(at(23, '08:00'), 'reminder', operator('perikanan'), { round: long }).since).toMatchObject({
      changes: [],
      more: 0,
    })
    expect(mailTo(at(12, '08:00'), 'reminder', operator('perikanan'), { round: long }).since).toBeUndefined()
  })

  it('goes to heads weekly, as the simulator shows', () => {
    const { mails } = planMails(at(17, '12:00'), stateAt(at(17, '12:00'), { round: long }), round.id)
    const days = (id: string) =>
      mails
        .filter(({ step, recipientId }) => step === 'overdue' && recipientId === id)
        .map(({ slot }) => slot.slice(5, 10))
    expect(days(operator('perikanan'))).toEqual(['02-18', '02-23', '02-26', '03-03', '03-06', '03-11', '03-16'])
    expect(days(head('perikanan'))).toEqual(['02-18', '02-26', '03-06', '03-16'])
  })
})

describe('a closing by hand', () => {
  const windows = [window(1, at(12, '10:00'), { kind: 'close', reason: 'Data sudah cukup.' })]
  const ticks = [at(12, '10:00'), at(12, '17:00'), at(13, '08:00'), at(13, '08:01'), at(18, '08:00')]

  it('is told once, at once, with what was not sent, also to heads; who was done hears nothing', () => {
    const submissions = allSent(['dinsos'], at(11, '10:00'))
    const { sent } = play(ticks, { windows, submissions })
    const news = sent.filter(({ content }) => ['window', 'closed'].includes(content.kind))
    const to = (id: string) =>
      news.filter((each) => each.to === id).map(({ at: when, content }) => [when, content.kind])
    expect(to(operator('perikanan'))).toEqual([[at(12, '10:00'), 'window']])
    expect(to(head('perikanan'))).toEqual([[at(12, '10:00'), 'window']])
    expect(to(operator('dinsos'))).toEqual([])
    const mail = mailTo(at(12, '10:00'), 'window', operator('perikanan'), { windows })
    expect(mail.unsent?.[0]).toMatch(/^Dinas Perikanan: .+/)
  })

  it('of what had closed by itself leaves the mail about that', () => {
    const late = [window(1, at(18, '07:00'), { kind: 'close', reason: 'Sudah ditutup.' })]
    const { sent } = play([at(18, '08:00')], { windows: late })
    const closed = sent.filter(({ content, to }) => content.kind === 'closed' && to === operator('perikanan'))
    expect(closed).toHaveLength(1)
  })
})
