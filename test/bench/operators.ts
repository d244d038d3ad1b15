/** Operators of the seeded region at work over HTTP, each signed in with the code from the inbox. */
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Answers } from '../../functions/schema/answers.ts'
import { kotaKupang } from '../../local/seed/kota-kupang/kota-kupang.ts'
import { completeAnswers, workPath } from '../journeys/agency-work.ts'
import { type Answered, expectStatus, Visitor } from '../journeys/visitor.ts'
import type { Product } from './product.ts'

export type Work = { agencyId: string; formId: string; operator: Visitor; revision: number; answers: Answers[] }

/** Answers that a work is sent with in turn: drawing them takes long. */
const drawn = 3

/** The first `count` works of the round in the order of its forms, so that agencies take turns. */
export async function openWorks(product: Product, count: number): Promise<Work[]> {
  const { round } = kotaKupang({ at: '2026-02-10T00:00:00.000Z', by: 'system' })
  const works = round.assignments.toSorted((a, b) => (a.formId < b.formId ? -1 : 1)).slice(0, count)
  const operators = new Map<string, Visitor>()
  for (const { agencyId } of works) {
    if (!operators.has(agencyId))
      operators.set(agencyId, await new Visitor(product).signIn(`operator@${agencyId}.example`))
  }
  return works.map(({ agencyId, formId }) => {
    const operator = operators.get(agencyId)
    if (operator === undefined) throw new Error('nobody signed in')
    const answers = Array.from({ length: drawn }, (_, seed) => completeAnswers(agencyId, formId, seed + 1))
    return { agencyId, formId, operator, revision: 0, answers }
  })
}

const answersOf = ({ answers, revision }: Work) => answers[revision % answers.length]

/** What the page does while somebody types: the draft is read and saved upon what was read. */
export async function saveDraft(work: Work): Promise<void> {
  const path = `${workPath(work.agencyId, work.formId)}/draft`
  const { headers, body } = expectStatus(await patiently(() => work.operator.request('GET', path)), 200)
  const { formVersion } = body as { formVersion: number }
  const base = { 'if-match': headers.get('etag') ?? '' }
  const typed = { formVersion, answers: answersOf(work) }
  expectStatus(await patiently(() => work.operator.request('PUT', path, typed, base)), 200)
}

/** Asks again whenever a full system says when to. */
export async function patiently(ask: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const answered = await ask()
    if (answered.status !== 429) return answered
    await pause(1_000 * Number(answered.headers.get('retry-after') ?? 1))
  }
}

/** Sends once, whatever the answer is; the same `key` sends the same again. */
export async function send(work: Work, key: string = randomUUID()): Promise<Answered> {
  const headers = { 'if-match': `"${work.revision}"`, 'idempotency-key': key }
  const path = `${workPath(work.agencyId, work.formId)}/submissions`
  return work.operator.request('POST', path, { answers: answersOf(work) }, headers)
}
