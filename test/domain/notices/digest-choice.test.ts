/** When a coordinator's digest comes: weekly far from the target, daily near it, at the chosen hour, and only if wanted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseDigest, digestWish, stopDigest } from '../../../functions/domain/notices/desk/choose-digest.ts'
import { digestSlots } from '../../../functions/domain/notices/plan/digest-slots.ts'
import { isSubscriberToken, unsubscribeToken } from '../../../functions/domain/notices/write/unsubscribe-token.ts'
import type { Regions } from '../../../functions/domain/region/regions.ts'
import { digestHours } from '../../../functions/schema/digest-defaults.ts'
import type { DigestWish } from '../../../functions/schema/me.ts'
import type { DigestChoice, Person } from '../../../functions/schema/region.ts'
import { at, factsOf } from '../../fixtures/round.ts'
import {
  allSent,
  compose,
  coordinator,
  digestSentAt,
  mailTo,
  operator,
  planned,
  region,
  round,
  type Story,
} from './kota-kupang-week.ts'

const key = 'a test key of more than thirty-two characters'
const wita = ({ at: when }: { at: Date }) => new Date(when.getTime() + 8 * 3_600_000).toISOString().slice(5, 16)
const slots = (theRound: typeof round, choice?: Pick<DigestChoice, 'hours'>) =>
  digestSlots(factsOf(theRound), region, choice).map((slot) => `${wita(slot)} ${slot.kind}`)
const withChoice = (digest: DigestChoice): Story => ({
  region: { ...region, people: region.people.map((each) => (each.id === coordinator ? { ...each, digest } : each)) },
})

describe('the days of a digest', () => {
  it('are the Mondays of a long round until five working days before the target, then every working day', () => {
    const long = { ...round, opensOn: '2026-01-19', targetOn: '2026-02-13', closesOn: '2026-02-13' }
    expect(slots(long)).toEqual([
      '01-26T08:00 digest',
      '02-02T08:00 digest',
      '02-06T08:00 digest',
      '02-09T08:00 digest',
      '02-10T08:00 digest',
      '02-11T08:00 digest',
      '02-12T08:00 digest',
      '02-13T08:00 digest',
      '02-13T17:00 digest',
      '02-14T08:00 closing-report',
    ])
  })
  it('begin a week with its first working day when Monday is a holiday', () => {
    const long = { ...round, opensOn: '2026-02-12', targetOn: '2026-03-13', closesOn: '2026-03-13' }
    expect(slots(long).slice(0, 2)).toEqual(['02-18T08:00 digest', '02-23T08:00 digest'])
  })
})

describe('the nearness of the target', () => {
  it('is what the round says: then the digest goes weekly until so many working days before', () => {
    const digest = { nearWorkingDays: 1, earlyPercent: 25, slowPercent: 25 }
    const plan = { ...round.alertPlan, digest }
    const long = { ...round, alertPlan: plan, opensOn: '2026-01-19', targetOn: '2026-02-13', closesOn: '2026-02-13' }
    expect(slots(long)).toEqual([
      '01-26T08:00 digest',
      '02-02T08:00 digest',
      '02-09T08:00 digest',
      '02-12T08:00 digest',
      '02-13T08:00 digest',
      '02-13T17:00 digest',
      '02-14T08:00 closing-report',
    ])
  })
})

describe('a chosen hour', () => {
  const chosen = { hours: [{ from: '2026-02-12', hour: '10:00' }] }
  it('counts from its day; evening and closing report keep the hours of the round', () => {
    expect(slots(round, chosen)).toEqual([
      '02-11T08:00 digest',
      '02-12T10:00 digest',
      '02-13T10:00 digest',
      '02-13T17:00 digest',
      '02-17T17:00 digest',
      '02-18T08:00 closing-report',
    ])
  })
})

describe('only when something changed', () => {
  const story = (digest: DigestChoice): Story => ({
    ...withChoice(digest),
    submissions: allSent(['dinsos'], at(11, '10:00')),
    sentDigests: digestSentAt(at(12, '08:00')),
  })
  const onlyNews = story({ hours: [], onlyNews: true, off: false })
  it('a digest without changes is not sent', () => {
    expect(compose(at(13, '08:00'), planned(at(13, '08:00'), 'digest', coordinator, onlyNews), onlyNews)).toEqual({
      outcome: 'drop',
      to: 'suppressed',
      reason: 'nothing-changed',
    })
  })
  it('one with changes is', () => {
    expect(mailTo(at(12, '08:00'), 'digest', coordinator, onlyNews).changes).toHaveLength(3)
  })
  it('days without one lose no change: the next that goes counts from the last that went', () => {
    const told = { ...onlyNews, sentDigests: digestSentAt(at(11, '08:00')) }
    expect(mailTo(at(13, '08:00'), 'digest', coordinator, told)).toMatchObject({
      since: 'Rabu, 11 Februari 2026 pukul 08.00 WITA',
      changes: { length: 3 },
    })
  })
})

describe('who wants no digests', () => {
  const off = withChoice({ hours: [], onlyNews: false, off: true })
  it('gets none, not even one that was planned before', () => {
    expect(() => planned(at(13, '08:00'), 'digest', coordinator, off)).toThrow('0 notices')
    const before = planned(at(13, '08:00'), 'digest', coordinator)
    expect(compose(at(13, '08:01'), before, off)).toEqual({ outcome: 'drop', to: 'cancelled', reason: 'unsubscribed' })
  })
  it('gets the closing report all the same, which has no address that stops it', () => {
    const report = mailTo(at(18, '08:00'), 'closing-report', coordinator, off)
    expect(report.unsubscribeUrl).toBeUndefined()
  })
})

describe('the address that stops digests', () => {
  const digest = mailTo(at(13, '08:00'), 'digest', coordinator)
  it('is in digests and in no mail about one’s own work', () => {
    expect(digest.unsubscribeUrl).toContain('/api/unsubscribe/kota-kupang.bappeda-koordinator.')
    expect(mailTo(at(13, '08:00'), 'reminder', operator('dinsos'))).not.toHaveProperty('unsubscribeUrl')
  })
  it('speaks for its own person only, and for nobody when a letter is changed', () => {
    const subscriber = { region: 'kota-kupang', personId: 'budi' }
    const token = unsubscribeToken(key, subscriber)
    expect(isSubscriberToken(key, token)).toBe(true)
    expect(isSubscriberToken(key, token, 1)).toBe(false)
    expect(isSubscriberToken(key, unsubscribeToken(key, subscriber, 1), 1)).toBe(true)
    expect(isSubscriberToken(key, token.replace('budi', 'sari'))).toBe(false)
    expect(isSubscriberToken('another key', token)).toBe(false)
    for (const wrong of ['', '.', 'a.b', `${token}x`, '__proto__']) expect(isSubscriberToken(key, wrong)).toBe(false)
  })
})

/** A region that remembers one coordinator. */
function oneCoordinator() {
  const kept = { person: region.people.find(({ id }) => id === coordinator) as Person, choices: 0 }
  const regions = {
    load: async () => ({ ...region, people: [kept.person] }),
    person: async () => kept.person,
    digestChoice: async () => ({ number: kept.choices, digest: kept.choices === 0 ? undefined : kept.person.digest }),
    chooseDigest: async (_region: string, { digest, base }: { digest: DigestChoice; base: number }) => {
      if (base !== kept.choices) return false
      kept.person = { ...kept.person, digest }
      kept.choices += 1
      return true
    },
  } as unknown as Regions
  return { kept, ports: { regions, codeKey: key } }
}

describe('choosing', () => {
  it('never makes two daily digests on one day, however often the hour is changed', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ hour: fc.constantFrom(null, ...digestHours), day: fc.integer({ min: 10, max: 13 }) }), {
          maxLength: 8,
        }),
        async (changes) => {
          const { kept, ports } = oneCoordinator()
          const seen = new Map<string, Set<string>>()
          for (const { hour, day } of changes.toSorted((a, b) => a.day - b.day)) {
            const wish: DigestWish = { hour, onlyNews: false, off: false }
            await chooseDigest(at(day, '07:30'), ports, { region: 'kota-kupang', person: kept.person, wish })
            // What may be mailed on that day under the choice as it stands then.
            const today = slots(round, kept.person.digest).filter(
              (slot) => slot.startsWith(`02-${day}`) && !slot.includes('17:00'),
            )
            seen.set(String(day), new Set([...(seen.get(String(day)) ?? []), ...today]))
          }
          for (const today of seen.values()) expect(today.size).toBeLessThanOrEqual(1)
          const last = changes.toSorted((a, b) => a.day - b.day).at(-1)
          if (last !== undefined) expect(digestWish(kept.person)?.hour ?? null).toBe(last.hour)
        },
      ),
      { numRuns: 50 },
    )
  })
  it('is for coordinators', async () => {
    const { ports } = oneCoordinator()
    const person = region.people.find(({ id }) => id === operator('dinsos')) as Person
    expect(digestWish(person)).toBeUndefined()
    const wish = { hour: null, onlyNews: true, off: false }
    await expect(chooseDigest(at(11, '09:00'), ports, { region: 'kota-kupang', person, wish })).rejects.toThrow()
  })
  it('stopping keeps the chosen hour, and stopping again changes nothing', async () => {
    const { kept, ports } = oneCoordinator()
    const wish = { hour: '10:00', onlyNews: true, off: false } as const
    await chooseDigest(at(11, '09:00'), ports, { region: 'kota-kupang', person: kept.person, wish })
    const token = unsubscribeToken(key, { region: 'kota-kupang', personId: coordinator })
    await stopDigest(ports, token)
    const once = kept.person
    await stopDigest(ports, token)
    expect(kept.person).toBe(once)
    expect(digestWish(once)).toEqual({ ...wish, off: true })
  })
})
