/**
 * A round twice as large costs twice as much, not four times: what is looked at is counted, at two sizes. A list that is searched
 * through for each cell shows itself at once.
 */
import { describe, expect, it } from 'vitest'
import { planMails } from '../../../functions/domain/notices/desk/what-if.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import { boardOf } from '../../../functions/domain/round/board.ts'
import { burnUpOf } from '../../../functions/domain/round/burn-up.ts'
import type { RoundFacts, RoundState } from '../../../functions/domain/round/rounds.ts'
import { region } from '../../fixtures/region.ts'
import { at, draft, factsOf, finding, review, round, submission } from '../../fixtures/round.ts'

const formIds = ['satu', 'dua', 'tiga', 'empat']

/** A state in which every reading of an id is counted. */
function counted(agencies: number): { state: RoundState; looks: () => number } {
  let looks = 0
  const watched = <T extends object>(value: T): T =>
    new Proxy(value, {
      get: (target, name) => {
        if (name === 'agencyId' || name === 'id' || name === 'agencyIds' || name === 'personId') looks += 1
        return Reflect.get(target, name)
      },
    })
  const ids = Array.from({ length: agencies }, (_, index) => `dinas-${index}`)
  const each = <T extends object>(make: (agencyId: string, formId: string) => T[]) =>
    ids.flatMap((id) => formIds.flatMap((form) => make(id, form).map(watched)))
  const asked = round(ids, {}, formIds)
  const place = region(ids)
  const facts = factsOf(
    { ...asked, assignments: asked.assignments.map(watched) },
    {
      submissions: each((id, formId) =>
        [1, 2].map((revision) => submission(id, at(11, '09:00'), { formId, revision })),
      ),
      reviews: each((id, formId) => [review(id, at(12, '09:00'), { formId, revision: 2 })]),
      drafts: each((id, formId) => [draft(id, at(11, '08:00'), { formId })]),
      findings: each((id, formId) => [finding(id, { formId })]),
    },
  )
  const watchedRegion = { ...place, people: place.people.map(watched), agencies: place.agencies.map(watched) }
  return { state: { facts, region: watchedRegion }, looks: () => looks }
}

function cost(agencies: number, work: (state: RoundState) => unknown): number {
  const { state, looks } = counted(agencies)
  work(state)
  return looks()
}

const nextOf = (facts: RoundFacts) => ({ ...facts, round: { ...facts.round, id: '3a-2026-3', closesOn: '2026-02-24' } })

describe('what a round twice as large costs', () => {
  const now = at(16, '09:00')
  it.each<[string, (state: RoundState) => unknown]>([
    ['board', (state) => boardOf(now, state)],
    ['line of how it filled up', (state) => burnUpOf(now, state)],
    ['plan', ({ facts, region: place }) => plan(now, { region: place, rounds: [facts] })],
    [
      'mails to come, with a change of dates',
      ({ facts, region: place }) =>
        planMails(at(12, '09:00'), { region: place, rounds: [facts, nextOf(facts)] }, facts.round.id, {
          kind: 'extend',
          closesOn: '2026-02-20',
          agencyIds: facts.round.assignments.map(({ agencyId }) => agencyId),
        }),
    ],
  ])('its %s: twice as much', (_, work) => {
    const [small, large] = [cost(40, work), cost(80, work)]
    expect(small).toBeGreaterThan(0)
    expect(large / small).toBeLessThan(2.3)
  })
})
