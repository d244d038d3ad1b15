/**
 * Complete means complete: over forms with no to many required answers, also where a condition hides them all, where a table may
 * stay empty, and for nil, board, tasks, mails and reports call a form complete exactly when every required answer was sent.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { assignmentsOf } from '../../../functions/domain/round/assignments.ts'
import { boardOf } from '../../../functions/domain/round/board.ts'
import { measureSubmission } from '../../../functions/domain/round/measure-submission.ts'
import { percentOf, shareDone } from '../../../functions/rules/completeness.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../../functions/schema/form.ts'
import type { SubmissionRequest } from '../../../functions/schema/requests.ts'
import { at, round as roundOf, submission } from '../../fixtures/round.ts'
import { contextOf } from '../../schema/sound-answers.ts'
import { runsOf } from '../../setup/thorough.ts'
import { compositionParts, coordinator, everyFewHours, operator, play, stateAt } from '../notices/kota-kupang-week.ts'

const agencyId = 'dinsos'
const words = (id: string) => ({ id, en: id })
const text = (id: string, more: Partial<Field> = {}) =>
  ({ id, type: 'text', label: words(id), required: false, maxLength: 50, ...more }) as Field

const gate: Field = {
  id: 'ada',
  type: 'choice',
  label: words('ada'),
  required: false,
  choices: ['ya', 'tidak'].map((value) => ({ value, label: words(value) })),
}
const shapes = fc.record({
  required: fc.nat(5),
  optional: fc.nat(2),
  hidden: fc.nat(3),
  table: fc.constantFrom('none', 'optional', 'hidden'),
  rows: fc.nat(2),
  notYet: fc.nat(5),
  nil: fc.boolean(),
})
type Shape = typeof shapes extends fc.Arbitrary<infer S> ? S : never

/** One of each kind, which forty drawn ones need not hold. */
const plain: Shape = { required: 2, optional: 0, hidden: 0, table: 'none', rows: 0, notYet: 0, nil: false }
const ofEachKind: [Shape][] = [
  [{ ...plain, required: 0 }],
  [plain],
  [{ ...plain, notYet: 1 }],
  [{ ...plain, notYet: 2 }],
]

function formOf({ required, optional, hidden, table }: Shape): FormDefinition {
  const many = (count: number, name: string, more: Partial<Field>) =>
    Array.from({ length: count }, (_, index) => text(`${name}${index}`, more))
  const visibleWhen = { field: 'ada', is: ['ya'] }
  return {
    id: 'uji-lengkap',
    version: 1,
    title: words('Uji'),
    shortTitle: words('Uji'),
    description: words('Uji'),
    nilAllowed: true,
    fields: [
      gate,
      ...many(required, 'wajib', { required: true, absences: ['not-yet'] }),
      ...many(optional, 'boleh', {}),
      ...many(hidden, 'tersembunyi', { required: true, visibleWhen }),
    ],
    tables:
      table === 'none'
        ? []
        : [
            {
              id: 'baris',
              title: words('Baris'),
              minRows: table === 'hidden' ? 1 : 0,
              maxRows: 5,
              fields: [text('kode', { required: true })],
              ...(table === 'hidden' ? { visibleWhen } : {}),
            },
          ],
  } as FormDefinition
}

function answersOf({ required, notYet, nil, rows, table }: Shape): SubmissionRequest {
  if (nil) return { nil: true, reason: 'Tidak ada kegiatan pada tahap ini.' }
  const fields = Array.from({ length: required }, (_, index) => [
    `wajib${index}`,
    index < notYet ? { absent: 'not-yet' as const } : 'isi',
  ])
  const row = (index: number) => ({ rowKey: `01J${String(index).padStart(23, '0')}`, cells: { kode: 'x' } })
  const own: Answers['rows'] =
    table === 'optional' ? { baris: Array.from({ length: rows }, (_, index) => row(index)) } : {}
  return { answers: { fields: { ada: 'tidak', ...Object.fromEntries(fields) }, rows: own } }
}

it('a form is complete exactly when every required answer was sent, and then nobody is told that it is owed', {
  timeout: 60_000,
}, () => {
  const seen = { none: 0, whole: 0, gaps: 0, silent: 0 }
  fc.assert(
    fc.property(shapes, (shape) => {
      const form = formOf(shape)
      compositionParts.definitions.set('uji-lengkap 1', form)
      const measured = measureSubmission(form, answersOf(shape), contextOf(agencyId, '2026-02-11'))
      expect(measured.errors).toEqual([])
      const owed = shape.nil ? 0 : Math.min(shape.notYet, shape.required)
      const asked = shape.nil ? 0 : shape.required
      const sent = submission(agencyId, at(11, '10:00'), { ...measured.facts, formId: form.id, by: operator(agencyId) })
      const round = roundOf([agencyId], {}, [form.id])
      const story = { round, submissions: [sent] }
      const stateOf = (now: Date) => {
        const { region: its, rounds } = stateAt(now, story)
        return { region: its, facts: rounds[0]! }
      }
      const [cell] = assignmentsOf(at(11, '12:00'), stateOf(at(11, '12:00')))
      const board = boardOf(at(19, '08:00'), stateOf(at(19, '08:00')))
      const isWhole = owed === 0
      const isSilent = asked > 0 && owed === asked && !(shape.table === 'optional' && shape.rows > 0)
      expect(board.counts.complete).toBe(isWhole ? 1 : 0)
      expect(board.rows[0]?.complete).toBe(isWhole)
      expect(board.blockers).toEqual(isSilent ? [agencyId] : [])
      expect(board.counts.pastDeadline).toBe(isSilent ? 1 : 0)
      expect(cell && shareDone(cell) === 1, JSON.stringify(cell)).toBe(isWhole)
      expect(cell && percentOf(cell.completeness) === 100).toBe(isWhole)
      seen[asked === 0 ? 'none' : isWhole ? 'whole' : isSilent ? 'silent' : 'gaps'] += 1
      const after = play(everyFewHours, story).sent.filter(({ at: when }) => when > at(11, '12:00'))
      const owing = after.filter(
        ({ to, content }) => to === operator(agencyId) && /^(reminder|closed)$/.test(content.kind),
      )
      if (!isSilent) expect(owing.map(({ content }) => content.kind)).toEqual([])
      else expect(owing.length).toBeGreaterThan(2)
      const report = after.find(({ to, content }) => to === coordinator && content.kind === 'closing-report')?.content
      if (report?.kind !== 'closing-report') throw new Error('there is no closing report')
      expect(report.incomplete.length).toBe(isWhole ? 0 : 1)
      expect(report.complete.length).toBe(isWhole ? 1 : 0)
    }),
    { numRuns: runsOf(120), examples: ofEachKind },
  )
  expect(
    Object.values(seen).every((count) => count > 0),
    JSON.stringify(seen),
  ).toBe(true)
})
