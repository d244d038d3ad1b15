/** Generated weeks of Kota Kupang's round, and generated notices about it. */
import fc from 'fast-check'
import { type NoticePlan, noticeKindSchema, signInScope } from '../../../functions/schema/notice.ts'
import { at, finding, review, submission, window } from '../../fixtures/round.ts'
import { region, round, type Story } from './kota-kupang-week.ts'

export const moment = fc
  .integer({ min: 0, max: 9 * 24 * 60 })
  .map((minutes) => new Date(at(10, '08:30').getTime() + minutes * 60_000))
const cell = fc.constantFrom(...round.assignments)

/** Any week: who sends what when, what is decided, moved, found. Also things that cannot happen, such as a decision about nothing. */
export const anyStory: fc.Arbitrary<Story> = fc.record({
  submissions: fc.uniqueArray(
    fc
      .record({
        cell,
        when: moment,
        nil: fc.boolean(),
        answered: fc.integer({ min: 0, max: 14 }),
        revision: fc.integer({ min: 1, max: 3 }),
      })
      .map(({ cell: { agencyId, formId: form }, when, nil, answered, revision }) =>
        submission(agencyId, when, {
          formId: form,
          nil,
          revision,
          completeness: { expected: 14, answered },
          missingCount: 14 - answered,
        }),
      ),
    { maxLength: 60, selector: ({ agencyId, formId, revision }) => `${agencyId} ${formId} ${revision}` },
  ),
  reviews: fc.uniqueArray(
    fc
      .record({ cell, when: moment, decision: fc.constantFrom('accept', 'return', 'reopen') })
      .map(({ cell: { agencyId, formId: form }, when, decision }) =>
        review(agencyId, when, { formId: form, decision: decision as 'accept' }),
      ),
    { maxLength: 20, selector: ({ agencyId, formId }) => `${agencyId} ${formId}` },
  ),
  windows: fc
    .array(
      fc.record({
        when: moment,
        kind: fc.constantFrom('extend', 'reopen', 'close'),
        day: fc.integer({ min: 10, max: 28 }),
        one: fc.option(cell),
      }),
      { maxLength: 3 },
    )
    .map((list) =>
      list
        .toSorted((a, b) => a.when.getTime() - b.when.getTime())
        .map(({ when, kind, day, one }, i) =>
          window(i + 1, when, {
            kind: kind as 'extend',
            ...(kind === 'close' ? {} : { closesOn: `2026-02-${day}` }),
            ...(one === null ? {} : { agencyIds: [one.agencyId] }),
          }),
        ),
    ),
  findings: fc.array(
    cell.map(({ agencyId, formId: form }) => finding(agencyId, { formId: form, id: `A03-${agencyId}-${form}` })),
    { maxLength: 8 },
  ),
})

/** A notice of any kind to anybody about anything, also such as no plan would make. */
export const anyNotice: fc.Arbitrary<NoticePlan> = fc
  .record({
    kind: fc.constantFrom(...noticeKindSchema.options),
    scope: fc.constantFrom(round.id, 'all', signInScope, 'no-such-round'),
    recipientId: fc.constantFrom(...region.people.slice(0, 6).map(({ id }) => id), 'bappeda-koordinator', 'nobody'),
    slot: fc.constantFrom('2026-02-13T00:00:00.000Z', '0001', '0001-01', 'all-accepted', 'abc', '', '__proto__'),
    about: fc.option(cell),
  })
  .map(({ about, ...rest }) => ({
    ...rest,
    ...(about === null ? {} : { agencyId: about.agencyId, formId: about.formId }),
    nid: 'N'.repeat(26),
    region: 'kota-kupang',
    dueAt: '2026-02-13T00:00:00.000Z',
    expiresAt: '2026-03-01T00:00:00.000Z',
    state: 'planned' as const,
    why: 'generated',
  }))
