/** How far a region is set up follows from its facts alone, step by step, and back again. */
import { describe, expect, it } from 'vitest'
import { setUpOf } from '../../../functions/domain/set-up/set-up.ts'
import type { Notice } from '../../../functions/schema/notice.ts'
import { agency, calendar2026, person, region, settings, stamp } from '../../fixtures/region.ts'
import { at, factsOf, round } from '../../fixtures/round.ts'

const now = at(10, '09:00')
const empty = {
  settings,
  agencies: [agency('bappeda'), agency('kec-kie')],
  people: [person('koordinator', ['bappeda'], { role: 'coordinator' })],
  calendar: calendar2026,
  mailboxes: [],
} as const
const none = { rounds: [], rehearsals: [], forms: { known: 6, own: 0 }, notices: [] }
const draft = (agencies: string[]) => factsOf(round(agencies, { openedAt: null }))
const stateOf = (facts: Parameters<typeof setUpOf>[1]) =>
  setUpOf(now, facts).steps.map(({ step, state }) => `${step} ${state}`)

describe('a region as the operator makes it', () => {
  it('has its forms and calendar, begins with its look, and cannot be opened yet', () => {
    expect(stateOf({ region: empty, ...none })).toEqual([
      'look open',
      'directory open',
      'forms done',
      'calendar done',
      'round open',
      'matrix later',
      'mail open',
      'rehearsal later',
      'opening later',
    ])
    expect(setUpOf(now, { region: empty, ...none })).toMatchObject({
      next: 'look',
      withoutPeople: { count: 1, some: ['Kie'] },
      opened: false,
    })
  })

  it('waits for nobody at an agency that is out of use', () => {
    const agencies = [agency('bappeda'), agency('kec-kie', { outOfUse: true })]
    expect(setUpOf(now, { region: { ...empty, agencies }, ...none })).toMatchObject({
      agencies: 0,
      withoutPeople: { count: 0 },
    })
  })

  it('is asked for this year’s holidays at once, and for the next year’s from November on', () => {
    const calendar = { ...stamp, holidays: [] }
    expect(setUpOf(now, { region: { ...empty, calendar }, ...none }).yearsWithout).toEqual([2026])
    expect(setUpOf(new Date('2026-11-01T00:00:00Z'), { region: empty, ...none }).yearsWithout).toEqual([2027])
  })
})

describe('on the way', () => {
  const saved = { ...empty, settings: { ...settings, by: 'koordinator' } }

  it('once something is assigned only those agencies need somebody', () => {
    const two = { ...saved, agencies: [...saved.agencies, agency('kec-soe')] }
    const people = [...saved.people, person('operator', ['kec-kie'])]
    expect(stateOf({ ...none, region: { ...two, people } })).toContain('directory open')
    const asked = { ...none, region: { ...two, people }, rounds: [draft(['kec-kie'])] }
    expect(stateOf(asked)).toContain('directory done')
    expect(stateOf(asked)).toContain('opening open')
    const left = people.map((each) => ({ ...each, disabled: each.id === 'operator' }))
    expect(stateOf({ ...asked, region: { ...two, people: left } })).toContain('directory open')
  })

  it('a test mail counts when it was taken or has arrived, and no more when it came back', () => {
    const mail = { kind: 'test-mail', state: 'sent' } as Notice
    const withMail = (notice: Notice) => stateOf({ region: saved, ...none, notices: [notice] })
    expect(withMail({ ...mail, delivery: 'delivered' })).toContain('mail done')
    expect(withMail(mail)).toContain('mail done')
    expect(withMail({ ...mail, delivery: 'bounced' })).toContain('mail open')
    expect(withMail({ ...mail, kind: 'reminder', delivery: 'delivered' })).toContain('mail open')
  })

  it('a rehearsal counts once its clock has moved, and the guide ends with an opened round', () => {
    const rounds = [draft(['kec-kie'])]
    const begun = factsOf(round(['kec-kie']))
    const moved = { ...begun, clock: [{ at: stamp.at, by: 'koordinator', number: 1, now: stamp.at }] }
    expect(stateOf({ region: saved, ...none, rounds, rehearsals: [begun] })).toContain('rehearsal open')
    expect(stateOf({ region: saved, ...none, rounds, rehearsals: [moved] })).toContain('rehearsal done')
    expect(setUpOf(now, { region: saved, ...none, rounds }).opened).toBe(false)
    expect(setUpOf(now, { region: region(['kec-kie']), ...none, rounds: [begun] }).opened).toBe(true)
  })
})
