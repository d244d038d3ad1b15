/** What is derived of an assignment for another instant is what would be folded from the facts at that instant. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignmentsAt, assignmentsOf } from '../../../functions/domain/round/assignments.ts'
import { region } from '../../fixtures/region.ts'
import { at, draft, factsOf, review, round, submission, window } from '../../fixtures/round.ts'
import { runsOf } from '../../setup/thorough.ts'

const formIds = ['satu', 'dua', 'tiga']
const agencyIds = ['dinsos', 'perikanan']
const days = fc.integer({ min: 8, max: 26 })
const hours = fc.constantFrom('08:59', '09:00', '12:00', '23:59')
const instants = fc.tuple(days, hours).map(([day, hour]) => at(day, hour))

type Work = { agencyId: string; formId: string }
const works = agencyIds.flatMap((agencyId) => formIds.map((formId) => ({ agencyId, formId })))

/** Nothing, a draft, a revision (nil, empty or answered), and what was decided on it. */
const histories = fc.record({
  kind: fc.constantFrom('none', 'draft', 'sent', 'nil', 'empty'),
  on: days,
  decision: fc.constantFrom(undefined, 'accept' as const, 'return' as const),
  dueOn: fc.option(days, { nil: undefined }),
})
type History = typeof histories extends fc.Arbitrary<infer T> ? T : never

function factsAbout({ agencyId, formId }: Work, { kind, on, decision, dueOn }: History) {
  if (kind === 'none') return { submissions: [], reviews: [], drafts: [] }
  if (kind === 'draft') return { submissions: [], reviews: [], drafts: [draft(agencyId, at(on, '10:00'), { formId })] }
  const empty = { expected: 5, answered: 0 }
  const said = { ...(kind === 'nil' && { nil: true }), ...(kind === 'empty' && { completeness: empty }) }
  const due = decision === 'return' && dueOn !== undefined && { dueOn: `2026-02-${String(dueOn).padStart(2, '0')}` }
  return {
    submissions: [submission(agencyId, at(on, '10:00'), { formId, ...said })],
    reviews: decision === undefined ? [] : [review(agencyId, at(on, '11:00'), { formId, decision, ...due })],
    drafts: [],
  }
}

it('at any other instant it is the same as folded then', () => {
  fc.assert(
    fc.property(
      fc.array(histories, { minLength: works.length, maxLength: works.length }),
      fc.constantFrom(undefined, 'extend' as const, 'close' as const),
      instants,
      instants,
      (all, decided, now, then) => {
        const parts = works.map((work, index) => factsAbout(work, all[index] as History))
        const windows =
          decided === undefined
            ? []
            : [window(1, at(12, '10:00'), { kind: decided, ...(decided === 'extend' && { closesOn: '2026-02-20' }) })]
        const facts = factsOf(round(agencyIds, {}, formIds), {
          windows,
          submissions: parts.flatMap(({ submissions }) => submissions),
          reviews: parts.flatMap(({ reviews }) => reviews),
          drafts: parts.flatMap(({ drafts }) => drafts),
        })
        const state = { facts, region: region(agencyIds) }
        expect(assignmentsAt(then, state)(assignmentsOf(now, state))).toEqual(assignmentsOf(then, state))
      },
    ),
    { numRuns: runsOf(1_000) },
  )
})
