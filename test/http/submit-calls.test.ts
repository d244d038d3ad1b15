/** What one submit, and a look at one's tasks, ask of the store, from the request to the answer: see docs/speed.md. */

import { beforeAll, expect, it } from 'vitest'
import { planReceipts } from '../../functions/jobs/plan.ts'
import { createTable } from '../../functions/store/table.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { WatchedClient } from '../store/watched-client.ts'
import type { Browser } from './browser.ts'
import { answers, makeWorld, roundId, seed, type World } from './world.ts'

class CountingClient extends WatchedClient {
  override async ask(name: string, input: object): Promise<object> {
    const answer: { Items?: object[]; Responses?: Record<string, object[]> } = await super.ask(name, input)
    items += [...(answer.Items ?? []), ...Object.values(answer.Responses ?? {}).flat()].length
    return answer
  }
}

const store = useStoreEndpoint('submit-calls')
let world: World
let operator: Browser
const calls: string[] = []
let items = 0

beforeAll(async () => {
  const { endpoint, tableName } = store()
  const watched = new CountingClient(endpoint, (call) => calls.push(call))
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

it('an agency’s tasks are read anew without its older revisions, and with those that came since', async () => {
  const tasks = async () => {
    calls.length = 0
    items = 0
    const { assignments } = await (await operator.get(`/api/rounds/${roundId}/assignments`)).json()
    return { sent: assignments.map(({ revision }: { revision: number }) => revision), calls: calls.length, items }
  }
  await tasks()
  const few = await tasks()
  for (let base = 2; base < 12; base += 1) await submit(base)
  expect((await tasks()).sent).toEqual([12, 1])
  expect(await tasks()).toEqual({ ...few, sent: [12, 1] })
})
