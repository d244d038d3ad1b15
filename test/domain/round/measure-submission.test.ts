/** What a submission says of its own completeness: an empty one is never whole. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { measureSubmission } from '../../../functions/domain/round/measure-submission.ts'
import { formDefinition } from '../../../functions/forms/catalogue.ts'
import { contextOf, soundAnswers } from '../../schema/sound-answers.ts'

const coverage = formDefinition('monev-cakupan-layanan', 1)
if (coverage === undefined) throw new Error('there is no coverage form')

function measure(agencyId: string) {
  const context = contextOf(agencyId, '2026-02-12')
  const [answers] = fc.sample(soundAnswers(coverage!, context), { numRuns: 1, seed: 1 })
  return measureSubmission(coverage!, { answers: answers! }, context)
}

it('a form of listed rows whose lists give an agency none is not complete by its head alone, and says why', () => {
  const { facts, errors } = measure('koperasi')
  expect(errors).toEqual([])
  expect(facts.rowCount).toBe(0)
  expect(facts.completeness.answered).toBe(facts.completeness.expected - 1)
  expect(facts.missing.map(({ label }) => label.id)).toEqual(['Belum ada satu baris pun'])
  expect(facts.missingCount).toBe(1)
})

it('the same form with its rows answered is complete', () => {
  const { facts } = measure('kec-alak')
  expect(facts.rowCount).toBeGreaterThan(200)
  expect(facts.completeness.answered).toBe(facts.completeness.expected)
  expect(facts.missing).toEqual([])
})
