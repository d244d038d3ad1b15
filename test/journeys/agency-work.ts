/** What an operator does on one form, through the API: complete answers that keep all rules, sent as a revision. */
import fc from 'fast-check'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { Receipt } from '../../functions/schema/round.ts'
import { contextOf, soundAnswers } from '../schema/sound-answers.ts'
import { type Answered, expectStatus, type Visitor } from './visitor.ts'

export const roundId = '3a-2026-2'
export const tagging = 'aksi3a-penandaan-anggaran'
export const review2025 = 'reviu-aksi-2025'

/** Complete answers; the same form, agency and `seed` give the same ones. */
export function completeAnswers(agencyId: string, formId: string, seed = 1): Answers {
  const definition = formDefinition(formId, 1)
  if (definition === undefined) throw new Error(`there is no form ${formId}`)
  const [answers] = fc.sample(soundAnswers(definition, contextOf(agencyId, '2026-02-10')), { numRuns: 1, seed })
  if (answers === undefined) throw new Error('nothing was drawn')
  return answers
}

export function workPath(agencyId: string, formId: string): string {
  return `/api/rounds/${roundId}/agencies/${agencyId}/forms/${formId}`
}

/** Posts a revision upon `base`, whatever the answer is. */
export function post(
  operator: Visitor,
  work: { agencyId: string; formId: string; base?: number },
  content: object,
): Promise<Answered> {
  const { agencyId, formId, base = 0 } = work
  return operator.request('POST', `${workPath(agencyId, formId)}/submissions`, content, {
    'if-match': `"${base}"`,
    'idempotency-key': `journey-${agencyId}-${formId}-${base}`,
  })
}

/** Sends complete answers and expects the receipt. */
export async function submit(
  operator: Visitor,
  agencyId: string,
  formId: string,
  more: { base?: number; seed?: number } = {},
): Promise<Receipt> {
  const answers = completeAnswers(agencyId, formId, more.seed)
  return expectStatus(await post(operator, { agencyId, formId, ...more }, { answers }), 201).body as Receipt
}

/** The coordinator's decision on a revision. */
export async function decide(
  coordinator: Visitor,
  work: { agencyId: string; formId: string; revision?: number },
  decision: object,
): Promise<void> {
  const body = { revision: work.revision ?? 1, comments: [], ...decision }
  expectStatus(await coordinator.request('POST', `${workPath(work.agencyId, work.formId)}/review`, body), 201)
}
