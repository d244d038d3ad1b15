/** What was known at an instant: the facts of that very instant, and none after it. */
import { expect, it } from 'vitest'
import { factsAsOf } from '../../../functions/domain/round/facts-as-of.ts'
import { at, draft, factsOf, finding, review, round, submission, window } from '../../fixtures/round.ts'

const agencyIds = ['dinsos']
const [before, then, after] = [at(12, '09:59'), at(12, '10:00'), at(12, '10:01')]
const instants = [before, then, after]
const stamped = (when: Date) => ({ at: when.toISOString(), by: 'koordinator' })

it('knows what was written by then, of every kind', () => {
  const facts = factsOf(round(agencyIds), {
    windows: instants.map((when, index) => window(index + 1, when)),
    submissions: instants.map((when, index) => submission('dinsos', when, { revision: index + 1 })),
    reviews: instants.map((when, index) => review('dinsos', when, { number: index + 1 })),
    nudges: instants.map(stamped) as never,
    resends: instants.map(stamped) as never,
    calls: instants.map(stamped) as never,
    drafts: instants.map((when) => draft('dinsos', when)),
    findings: instants.map((when) => finding('dinsos', { firstSeenAt: when.toISOString() })),
  })
  const known = factsAsOf(then, facts)
  for (const kind of ['windows', 'submissions', 'reviews', 'nudges', 'resends', 'calls', 'drafts', 'findings'] as const)
    expect(known[kind], kind).toEqual(facts[kind]?.slice(0, 2))
  expect(factsAsOf(then, factsOf(round(agencyIds)))).not.toHaveProperty('calls')
})

it('knows the round as it stood, and before its first revision as it was first', () => {
  const [first, second, third] = instants.map((when, index) =>
    round(agencyIds, { ...stamped(when), revision: index + 1 }),
  )
  if (!first || !second || !third) throw new Error('three revisions')
  const facts = factsOf(third, { earlier: [first, second] })
  const known = (when: Date) => {
    const { round: standing, earlier } = factsAsOf(when, facts)
    return [standing, earlier]
  }
  expect(known(at(11, '10:00'))).toEqual([first, []])
  expect(known(before)).toEqual([first, []])
  expect(known(then)).toEqual([second, [first]])
  expect(known(after)).toEqual([third, [first, second]])
  expect(factsAsOf(then, factsOf(first))).toMatchObject({ round: first, earlier: [] })
})
