/** How a check reads bodies: a few at a time over all rounds together, and those it keeps take only so much room. */
import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { formCatalogue } from '../../functions/forms/catalogue.ts'
import { cityOf } from '../../functions/jobs/check/city-of.ts'
import { keptBodies } from '../../functions/jobs/check/kept-bodies.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import { forms } from '../../functions/schema/checks/check-context.ts'
import { region } from '../fixtures/region.ts'
import { at, factsOf, round, submission } from '../fixtures/round.ts'

const agencyIds = Array.from({ length: 30 }, (_, index) => `dinas-${index}`)

function coverageRound(id: string) {
  const sent = agencyIds.map((agencyId) =>
    submission(agencyId, at(11, '10:00'), { formId: forms.coverage, sha256: `${id} ${agencyId}` }),
  )
  return factsOf(round(agencyIds, { id }, [forms.coverage]), { submissions: sent })
}

it('reads at most sixteen bodies at once, however many rounds are compared', async () => {
  let [inWork, most, read] = [0, 0, 0]
  const body = async (): Promise<Answers> => {
    inWork += 1
    read += 1
    most = Math.max(most, inWork)
    await turn()
    inWork -= 1
    return { fields: {}, rows: {} }
  }
  const budgets = { list: async () => [], content: async () => Promise.reject(new Error('none')) }
  const facts = region(agencyIds)
  const others = ['r5', 'r4', 'r3', 'r2'].map(coverageRound)
  const city = await cityOf(
    at(12, '10:00'),
    { rounds: { body }, budgets, forms: formCatalogue },
    { round: { facts: coverageRound('r6'), region: facts }, references: {}, others },
  )
  expect([city.submissions.length, city.otherRounds.length, read]).toEqual([30, 120, 150])
  expect(most).toBe(16)
})

it('keeps the newest bodies that its room holds, weighed by their answers', () => {
  const of = (rows: number): Answers => ({
    fields: { a: 1 },
    rows: { t: Array.from({ length: rows }, (_, index) => ({ rowKey: `r${index}`, cells: { b: 1, c: 2, d: 3 } })) },
  })
  const kept = keptBodies(100)
  const has = () => ['small', 'other', 'large', 'huge'].filter((name) => kept.get(name) !== undefined)
  kept.keep('small', of(0))
  kept.keep('small', of(0))
  kept.keep('other', of(1))
  kept.keep('large', of(9))
  expect(has()).toEqual(['small', 'other', 'large'])
  kept.keep('huge', of(1_000))
  expect(has()).toEqual(['small', 'other', 'large'])
  for (let index = 0; index < 3; index += 1) kept.keep(`new ${index}`, of(1))
  expect(has()).toEqual([])
  expect(kept.get('new 2')).toEqual(of(1))
})
