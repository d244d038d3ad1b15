/** Every mail counts days in its reader's own week; the coordinator's digest says whose week is another. */
import { describe, expect, it } from 'vitest'
import { at, window } from '../../fixtures/round.ts'
import { coordinator, mailTo, operator, region, round } from './kota-kupang-week.ts'

const week = (agencyId: string, workingWeek: 5 | 6) => ({
  ...region,
  agencies: region.agencies.map((each) => (each.id === agencyId ? { ...each, workingWeek } : each)),
})
const six = week('perikanan', 6)
// Saturday is the final day.
const short = { ...round, closesOn: '2026-02-14' }

describe('an agency that works on Saturdays', () => {
  it('has a day more in its own reminder, and is told so in the digest; others are not', () => {
    const story = { region: six, round: short }
    const own = mailTo(at(12, '08:00'), 'reminder', operator('perikanan'), story)
    const other = mailTo(at(12, '08:00'), 'reminder', operator('dinsos'), story)
    expect([own.blocks[0]?.left, other.blocks[0]?.left]).toEqual([
      'Sisa 3 hari kerja sampai batas akhir',
      'Sisa 2 hari kerja sampai batas akhir',
    ])
    const digest = mailTo(at(12, '08:00'), 'digest', coordinator, story)
    expect(digest.left).toBe('Sisa 2 hari kerja sampai batas akhir')
    const flags = digest.incomplete.flatMap(({ name, flags: said }) => said.map((flag) => `${name}: ${flag}`))
    expect(flags).toEqual(['Dinas Perikanan: pekan kerja 6 hari: sisa 3 hari kerja sampai batas akhir'])
  })

  it('is not told of a day of rest that is none to it, beside one to which it is', () => {
    const windows = [window(1, at(12, '10:00'), { closesOn: '2026-02-14', agencyIds: ['perikanan', 'dinsos'] })]
    const people = six.people.map((each) =>
      each.id === operator('perikanan') ? { ...each, agencyIds: ['perikanan', 'dinsos'] } : each,
    )
    const story = { region: { ...six, people }, round: { ...round, closesOn: '2026-02-13' }, windows }
    const both = mailTo(at(12, '10:00'), 'window', operator('perikanan'), story)
    expect(both.holidayNote).toBe(
      'Dinas Sosial: Sabtu, 14 Februari 2026 adalah bukan hari kerja. Hari kerja terakhir sebelum batas akhir: Jumat, 13 Februari 2026.',
    )
    const alone = mailTo(at(12, '10:00'), 'window', operator('dinsos'), story)
    expect(alone.holidayNote).toMatch(/^Sabtu, 14 Februari 2026 adalah bukan hari kerja/)
  })
})
