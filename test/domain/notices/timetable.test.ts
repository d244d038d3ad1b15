/** Which mail goes when, and to how many, over the whole round. Read it as the round's timetable. */
import { describe, expect, it } from 'vitest'
import { at, window } from '../../fixtures/round.ts'
import {
  allSent,
  everyFewHours,
  head,
  operator,
  play,
  region,
  round,
  type Story,
  timetable,
} from './kota-kupang-week.ts'

const respondents = [...new Set(round.assignments.map(({ agencyId }) => agencyId))]

describe('the round of 10-17 February 2026, when nobody does anything', () => {
  const { sent } = play(everyFewHours)
  it('mails at these hours and at no other', () => {
    expect(timetable(sent)).toEqual([
      '10 Feb 08.00 opening: 34',
      '11 Feb 08.00 digest: 1',
      '11 Feb 08.00 reminder before-target: 17',
      '12 Feb 08.00 digest: 1',
      '12 Feb 08.00 reminder before-target: 17',
      '13 Feb 08.00 digest: 1',
      '13 Feb 08.00 reminder last-working-day: 34',
      '13 Feb 13.00 reminder last-working-day: 34',
      '13 Feb 17.00 digest: 1',
      '17 Feb 08.00 reminder final-day: 34',
      '17 Feb 17.00 digest: 1',
      '18 Feb 08.00 closed: 34',
      '18 Feb 08.00 closing-report: 2',
    ])
  })
  it('sends the same whether it is planned every few hours or only at the hours themselves', () => {
    const hours = [...new Set(sent.map((each) => each.at.getTime()))].map((each) => new Date(each))
    expect(play(hours).sent.map(({ nid }) => nid)).toEqual(sent.map(({ nid }) => nid))
  })
  it('reaches every operator and head of the 17 agencies at the opening', () => {
    const people = sent.filter(({ content }) => content.kind === 'opening').map(({ to }) => to)
    expect(people.toSorted()).toEqual(respondents.flatMap((id) => [operator(id), head(id)]).toSorted())
  })
})

const stories: [string, Story, string[]][] = [
  [
    'a target on Wednesday, so that working days lie between target and final date',
    { round: { ...round, targetOn: '2026-02-11' } },
    [
      '10 Feb 08.00 opening: 34',
      '11 Feb 08.00 digest: 1',
      '11 Feb 08.00 reminder target-day: 34',
      '11 Feb 13.00 reminder target-day: 34',
      '11 Feb 17.00 digest: 1',
      '12 Feb 08.00 digest: 1',
      '12 Feb 08.00 reminder overdue: 34',
      '13 Feb 08.00 digest: 1',
      '13 Feb 08.00 reminder last-working-day: 34',
      '17 Feb 08.00 reminder final-day: 34',
      '17 Feb 17.00 digest: 1',
      '18 Feb 08.00 closed: 34',
      '18 Feb 08.00 closing-report: 2',
    ],
  ],
  [
    'a final date on a working day, which is then the last working day itself',
    { round: { ...round, targetOn: '2026-02-11', closesOn: '2026-02-12' } },
    [
      '10 Feb 08.00 opening: 34',
      '11 Feb 08.00 digest: 1',
      '11 Feb 08.00 reminder target-day: 34',
      '11 Feb 13.00 reminder target-day: 34',
      '11 Feb 17.00 digest: 1',
      '12 Feb 08.00 digest: 1',
      '12 Feb 08.00 reminder final-day: 34',
      '12 Feb 17.00 digest: 1',
      '13 Feb 08.00 closed: 34',
      '13 Feb 08.00 closing-report: 2',
    ],
  ],
  [
    'everybody sends everything on Wednesday at noon: receipts, one more digest with the news, and the closing report',
    { submissions: allSent(respondents, at(11, '12:00')) },
    [
      '10 Feb 08.00 opening: 34',
      '11 Feb 08.00 digest: 1',
      '11 Feb 08.00 reminder before-target: 17',
      '11 Feb 12.00 receipt: 51',
      '12 Feb 08.00 digest: 1',
      '18 Feb 08.00 closing-report: 2',
    ],
  ],
  [
    'everybody is extended to Friday 20 on Thursday afternoon',
    { windows: [window(1, at(12, '15:00'), { targetOn: '2026-02-19', closesOn: '2026-02-20' })] },
    [
      '10 Feb 08.00 opening: 34',
      '11 Feb 08.00 digest: 1',
      '11 Feb 08.00 reminder before-target: 17',
      '12 Feb 08.00 digest: 1',
      '12 Feb 08.00 reminder before-target: 17',
      '12 Feb 15.00 window: 34',
      '13 Feb 08.00 digest: 1',
      '13 Feb 08.00 reminder before-target: 17',
      '18 Feb 08.00 digest: 1',
      '18 Feb 08.00 reminder before-target: 17',
      '19 Feb 08.00 digest: 1',
      '19 Feb 08.00 reminder target-day: 34',
      '19 Feb 13.00 reminder target-day: 34',
      '19 Feb 17.00 digest: 1',
    ],
  ],
]

describe('the same round with', () => {
  it.each(stories)('%s', (_, story, expected) => {
    expect(timetable(play(everyFewHours, story).sent)).toEqual(expected)
  })
  it('an office of six days: Saturday 14 is its last working day, and it alone is reminded then', () => {
    const agencies = region.agencies.map((each) => (each.id === 'dlhk' ? { ...each, workingWeek: 6 as const } : each))
    const { sent } = play(everyFewHours, { region: { ...region, agencies } })
    const saturday = sent.filter((each) => each.at.getTime() === at(14, '08:00').getTime())
    expect(saturday.map(({ to }) => to)).toEqual([head('dlhk'), operator('dlhk')].toSorted())
    expect(saturday.map(({ content }) => content.kind === 'reminder' && content.headline)).toEqual([
      'Hari ini, Sabtu, 14 Februari 2026, adalah hari kerja terakhir sebelum batas akhir Selasa, 17 Februari 2026 pukul 23.59 WITA.',
      'Hari ini, Sabtu, 14 Februari 2026, adalah hari kerja terakhir sebelum batas akhir Selasa, 17 Februari 2026 pukul 23.59 WITA.',
    ])
  })
})
