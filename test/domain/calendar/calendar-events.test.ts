/** Which dates stand in whose calendar, and how they move and vanish. */
import { describe, expect, it } from 'vitest'
import { type CalendarEvent, calendarEvents } from '../../../functions/domain/calendar/calendar-events.ts'
import { formKey } from '../../../functions/domain/round/form-catalogue.ts'
import type { RoundFacts } from '../../../functions/domain/round/rounds.ts'
import { formDefinitions } from '../../../functions/forms/catalogue.ts'
import { round as seededRound } from '../../../local/seed/kota-kupang/round.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, formId, review, round, submission, window } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan', 'kec-maulafa', 'kec-oebobo']
const kupang = region(agencyIds)
const definitions = new Map(formDefinitions().map((form) => [formKey(form.id, form.version), form]))
const milestones = seededRound.milestones
const theRound = round(agencyIds, { milestones: [...milestones] })

function eventsOf(agencyId: string, more: Partial<RoundFacts> = {}, now = at(11, '10:00')): CalendarEvent[] {
  const agency = kupang.agencies.find(({ id }) => id === agencyId)
  if (agency === undefined) throw new Error(agencyId)
  return calendarEvents(now, { region: kupang, agency, rounds: [factsOf(theRound, more)], definitions })
}
const lines = (events: readonly CalendarEvent[]) => events.map(({ on, uid }) => `${on} ${uid.split('@')[0]}`)
const work = (events: readonly CalendarEvent[]) => lines(events).filter((line) => !line.includes('musrenbang'))

describe("an agency's calendar", () => {
  it('has target and final date, and the meetings that use its data', () => {
    expect(lines(eventsOf('dinsos'))).toEqual([
      '2026-02-13 target.3a-2026-2.dinsos',
      '2026-02-17 final.3a-2026-2.dinsos',
      '2026-02-19 musrenbang.3a-2026-2.kec-maulafa',
      '2026-02-19 pra-musrenbang.3a-2026-2.kec-maulafa',
      '2026-02-20 musrenbang.3a-2026-2.kec-kelapa-lima',
      '2026-02-20 pra-musrenbang.3a-2026-2.kec-kelapa-lima',
      '2026-02-23 musrenbang.3a-2026-2.kec-oebobo',
      '2026-02-23 pra-musrenbang.3a-2026-2.kec-oebobo',
    ])
  })

  it('of a kecamatan has only its own meetings', () => {
    expect(lines(eventsOf('kec-maulafa')).filter((line) => line.includes('musrenbang'))).toEqual([
      '2026-02-19 musrenbang.3a-2026-2.kec-maulafa',
      '2026-02-19 pra-musrenbang.3a-2026-2.kec-maulafa',
    ])
  })

  it('of an agency without forms in the round is empty', () => {
    const agency = { ...kupang.agencies[0]!, id: 'tanpa-tugas' }
    expect(
      calendarEvents(at(11, '10:00'), { region: kupang, agency, rounds: [factsOf(theRound)], definitions }),
    ).toEqual([])
  })

  it('says the hour, the zone and that the final date is a holiday', () => {
    const [target, final] = eventsOf('dinsos')
    expect(target?.text.id).toContain('Jumat, 13 Februari 2026 pukul 23.59 WITA')
    expect(final?.text.id).toContain('libur (Tahun Baru Imlek 2577 Kongzili); hari kerja terakhir sebelumnya Jumat, 13')
    expect(final?.text.en).toContain('the last working day before it is Friday, 13 February 2026')
  })

  it('moves the same events when the dates move, each time with a higher sequence', () => {
    const before = eventsOf('dinsos').slice(0, 2)
    const first = window(1, at(12, '09:00'), { closesOn: '2026-02-20' })
    const second = window(2, at(12, '10:00'), { closesOn: '2026-02-24', targetOn: '2026-02-18', agencyIds: ['dinsos'] })
    const after = eventsOf('dinsos', { windows: [first, second] }, at(12, '11:00'))
    expect(work(after)).toEqual(['2026-02-18 target.3a-2026-2.dinsos', '2026-02-24 final.3a-2026-2.dinsos'])
    const moved = after.filter(({ uid }) => before.some((each) => each.uid === uid))
    expect(moved.map(({ sequence }) => sequence)).toEqual([2, 2])
    expect(before.map(({ sequence }) => sequence)).toEqual([0, 0])
    expect(moved[0]?.changedAt).toEqual(at(12, '10:00'))
    expect(work(eventsOf('perikanan', { windows: [first, second] }))).toEqual([
      '2026-02-13 target.3a-2026-2.perikanan',
      '2026-02-20 final.3a-2026-2.perikanan',
    ])
  })

  it('keeps its dates after sending and loses them when all is accepted', () => {
    const submissions = [submission('dinsos', at(12, '10:00'))]
    expect(work(eventsOf('dinsos', { submissions }))).toHaveLength(2)
    const reviews = [review('dinsos', at(12, '15:00'))]
    expect(work(eventsOf('dinsos', { submissions, reviews }))).toEqual([])
  })

  it('shows corrections while they are due, moved by a second return under the same uid', () => {
    const submissions = [submission('dinsos', at(12, '10:00'))]
    const returned = [review('dinsos', at(12, '15:00'), { decision: 'return', dueOn: '2026-02-19' })]
    const due = eventsOf('dinsos', { submissions, reviews: returned })
    const uid = `corrections.3a-2026-2.dinsos.${formId}`
    expect(work(due)).toContain(`2026-02-19 ${uid}`)
    const sentAgain = [...submissions, submission('dinsos', at(13, '09:00'), { revision: 2 })]
    expect(work(eventsOf('dinsos', { submissions: sentAgain, reviews: returned }))).not.toContain(`2026-02-19 ${uid}`)
    const second = review('dinsos', at(13, '15:00'), { decision: 'return', revision: 2, dueOn: '2026-02-23' })
    const again = eventsOf('dinsos', { submissions: sentAgain, reviews: [...returned, second] })
    const event = again.find((each) => each.uid.startsWith(`${uid}@`))
    expect(event).toMatchObject({ on: '2026-02-23', sequence: 1 })
    expect(event?.title.id).toBe('Batas perbaikan (Dinsos): Aksi 3A: Penandaan Anggaran Tahun Berjalan')
  })

  it('of a window closed early tells the minute at which it closed, and is news whenever a decision changes its text', () => {
    const closed = window(1, at(12, '15:30'), { kind: 'close' })
    const [, final] = eventsOf('dinsos', { windows: [closed] }, at(12, '16:00'))
    expect(final?.on).toBe('2026-02-12')
    expect(final?.text.id).toContain('Kamis, 12 Februari 2026 pukul 15.29 WITA')
    const submissions = [submission('dinsos', at(12, '10:00'))]
    const reviews = [review('dinsos', at(12, '15:00'), { decision: 'return', dueOn: '2026-02-19' })]
    expect(eventsOf('dinsos', { submissions, reviews })[0]?.changedAt).toEqual(at(12, '15:00'))
    expect(eventsOf('perikanan', { submissions, reviews })[0]?.changedAt).not.toEqual(at(12, '15:00'))
  })
})

describe("the coordinators' calendar", () => {
  it('has the dates of the round once, and those of agencies that differ under their own uids', () => {
    const own = window(1, at(12, '09:00'), { closesOn: '2026-02-24', agencyIds: ['dinsos'] })
    expect(work(eventsOf('bappeda', { windows: [own] }))).toEqual([
      '2026-02-13 target.3a-2026-2.all',
      '2026-02-13 target.3a-2026-2.dinsos',
      '2026-02-17 final.3a-2026-2.all',
      '2026-02-24 final.3a-2026-2.dinsos',
    ])
    expect(work(eventsOf('bappeda'))).toEqual(['2026-02-13 target.3a-2026-2.all', '2026-02-17 final.3a-2026-2.all'])
  })

  it('has the dates that most share once, also when all but one were named in a decision, and says for how many they are', () => {
    const most = agencyIds.filter((id) => id !== 'dinsos')
    const named = window(1, at(12, '09:00'), { closesOn: '2026-02-20', agencyIds: most })
    const events = eventsOf('bappeda', { windows: [named] })
    expect(work(events)).toEqual([
      '2026-02-13 target.3a-2026-2.all',
      '2026-02-13 target.3a-2026-2.dinsos',
      '2026-02-17 final.3a-2026-2.dinsos',
      '2026-02-20 final.3a-2026-2.all',
    ])
    const final = events.find(({ uid }) => uid.startsWith('final.3a-2026-2.all@'))
    expect(final).toMatchObject({ sequence: 1, changedAt: at(12, '09:00') })
    expect(final?.text.id).toContain('Berlaku untuk 3 dari 4 perangkat daerah.')
    const submissions = most.map((id) => submission(id, at(12, '10:00')))
    const reviews = most.map((id) => review(id, at(12, '15:00')))
    expect(work(eventsOf('bappeda', { windows: [named], submissions, reviews }))).toEqual([
      '2026-02-13 target.3a-2026-2.dinsos',
      '2026-02-17 final.3a-2026-2.dinsos',
    ])
  })

  it('sets apart an agency that was closed early on the very final day', () => {
    const early = window(1, at(17, '10:00'), { kind: 'close', agencyIds: ['dinsos'] })
    const events = eventsOf('bappeda', { windows: [early] }, at(17, '11:00'))
    const finals = events.filter(({ uid }) => uid.startsWith('final.'))
    expect(finals.map(({ uid, text }) => [uid.split('@')[0], /pukul [0-9.]+/.exec(text.id)?.[0]])).toEqual([
      ['final.3a-2026-2.all', 'pukul 23.59'],
      ['final.3a-2026-2.dinsos', 'pukul 09.59'],
    ])
  })

  it('shows all corrections and, when every form is accepted, only the meetings', () => {
    const submissions = agencyIds.map((id) => submission(id, at(12, '10:00')))
    const returned = review('dinsos', at(12, '15:00'), { decision: 'return', dueOn: '2026-02-19' })
    expect(work(eventsOf('bappeda', { submissions, reviews: [returned] }))).toContain(
      `2026-02-19 corrections.3a-2026-2.dinsos.${formId}`,
    )
    const reviews = agencyIds.map((id) => review(id, at(13, '10:00')))
    expect(lines(eventsOf('bappeda', { submissions, reviews })).every((line) => line.includes('musrenbang'))).toBe(true)
  })
})
