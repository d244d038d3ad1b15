/** What one submit asks of the store, from the request to the answer: see docs/speed.md. */

import { beforeAll, expect, it } from 'vitest'
import { planReceipts } from '../../functions/jobs/plan.ts'
import { createTable } from '../../functions/store/table.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { WatchedClient } from '../store/watched-client.ts'
import type { Browser } from './browser.ts'
import { answers, makeWorld, roundId, seed, type World } from './world.ts'

const store = useStoreEndpoint('submit-calls')
let world: World
let operator: Browser
const calls: string[] = []

beforeAll(async () => {
  const { endpoint, tableName } = store()
  const watched = new WatchedClient(endpoint, (call) => calls.push(call))
  world = makeWorld(createTable(watched, tableName))
  const { deps } = world
  deps.afterCommit = (now, _region, _round, sent) =>
    sent === undefined ? Promise.resolve() : planReceipts({ ledger: deps.notices }, now, sent)
  await seed(deps)
  // The agency's other operator, who would get a receipt of his own.
  const other = await deps.regions.person('kota-kupang', 'dua-dinas')
  if (other !== undefined) await deps.regions.revisePerson('kota-kupang', { ...other, disabled: true })
  operator = await world.as('op-perikanan')
})

const submit = async (base: number, form = 'uji') => {
  calls.length = 0
  const path = `/api/rounds/${roundId}/agencies/perikanan/forms/${form}/submissions`
  const headers = { 'if-match': `"${base}"`, 'idempotency-key': `the-key-of-${base}` }
  const answer = await operator.post(path, { answers: answers(`A/${base}`) }, headers)
  expect(answer.status).toBe(201)
  return calls.toSorted()
}

/** Of one with one receipt to write. The use of a session is noted once a minute besides: not here, where no time goes by. */
it('a submit makes seven calls, and the first of a form one more for its place', async () => {
  await submit(0)
  const inserted = ['PutItem', 'PutItem', 'PutItem', 'PutItem']
  expect(await submit(1)).toEqual(['BatchGetItem', ...inserted, 'Query', 'UpdateItem'])
  expect(await submit(0, 'tanpa-nihil')).toHaveLength(8)
})
