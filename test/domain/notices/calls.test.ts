/** What a call does: the agency leaves the digest's list, comes back when nothing happened, and the next digest counts it. */
import { describe, expect, it } from 'vitest'
import type { Call } from '../../../functions/schema/call.ts'
import { at, draft } from '../../fixtures/round.ts'
import { allSent, coordinator, digestSentAt, mailTo, round, type Story } from './kota-kupang-week.ts'

const others = [...new Set(round.assignments.map(({ agencyId }) => agencyId))].filter(
  (id) => id !== 'dinsos' && id !== 'kec-alak',
)
const call = (agencyId: string, when: Date, more: Partial<Call> = {}): Call => ({
  at: when.toISOString(),
  by: coordinator,
  agencyId,
  number: 1,
  asked: ['kec-alak', 'dinsos'],
  requestKey: `kunci-${agencyId}`,
  ...more,
})
const story = (more: Story = {}): Story => ({ submissions: allSent(others, at(11, '10:00')), ...more })
const digest = (now: Date, more: Story) => mailTo(now, 'digest', coordinator, story(more))
const called = (now: Date, more: Story) => digest(now, more).calls.map(({ agency }) => agency)

describe('an agency that was called', () => {
  it('leaves the list for two working days, and comes back if nothing happened, saying when it was called', () => {
    const calls = [call('dinsos', at(11, '09:00'))]
    expect(called(at(12, '08:00'), { calls })).toEqual(['Kecamatan Alak'])
    expect(called(at(13, '08:00'), { calls })).toEqual(['Kecamatan Alak'])
    const back = digest(at(16, '08:00'), { calls }).calls.find(({ agency }) => agency === 'Dinas Sosial')
    expect(back?.reasons).toContain('sudah dihubungi Rabu, 11 Februari 2026, belum ada kelanjutan')
  })
  it('is left alone longer when it went to work', () => {
    const calls = [call('dinsos', at(11, '09:00'))]
    const drafts = [draft('dinsos', at(13, '15:00'), { completeness: { expected: 14, answered: 1 } })]
    expect(called(at(16, '08:00'), { calls, drafts })).toEqual(['Kecamatan Alak'])
    expect(called(at(16, '08:00'), { calls })).toContain('Dinas Sosial')
  })
  it('is on the list again when the call was noted by mistake', () => {
    const first = call('dinsos', at(11, '09:00'))
    const back = call('dinsos', at(11, '09:01'), { number: 2, takesBack: 1, requestKey: 'kunci-batal' })
    expect(called(at(12, '08:00'), { calls: [first, back] })).toContain('Dinas Sosial')
  })
})

describe('the next digest', () => {
  it('counts of those who were to be called who was, and who then sent something', () => {
    const sentDigests = digestSentAt(at(11, '08:00'))
    const calls = [call('dinsos', at(11, '09:00'))]
    expect(digest(at(12, '08:00'), { sentDigests, calls }).called).toEqual({ asked: 2, called: 1, sent: 0 })
    const submissions = allSent([...others, 'dinsos'], at(11, '10:00'))
    expect(digest(at(12, '08:00'), { sentDigests, calls, submissions }).called).toEqual({
      asked: 2,
      called: 1,
      sent: 1,
    })
  })
  it('says nothing of calls before the last digest, of calls taken back, or without any', () => {
    const calls = [call('dinsos', at(11, '07:00'))]
    expect(digest(at(12, '08:00'), { sentDigests: digestSentAt(at(11, '08:00')), calls }).called).toBeUndefined()
    const back = call('dinsos', at(11, '09:01'), { number: 2, takesBack: 1, requestKey: 'kunci-batal' })
    expect(digest(at(12, '08:00'), { calls: [...calls, back] }).called).toBeUndefined()
    expect(digest(at(12, '08:00'), {}).called).toBeUndefined()
  })
})
