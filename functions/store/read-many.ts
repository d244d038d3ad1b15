/** Many items in one call: a body a call made the reading of a form of 200 agencies cost three times as much (docs/speed.md). */
import type { DynamoClient } from './dynamo-client.ts'
import type { Key } from './keys.ts'
import { fromAttributes, toAttributes } from './wire/attributes.ts'
import type { Calls, ManyKeys } from './wire/calls.ts'

/** Answers in a row that brought nothing; the pauses after them double, and end after 2.5 s. */
const emptyAnswers = 6
const pauseMs = 40

type Found = Key & Record<string, unknown>

/** Those of these items that are there, consistently read, in no order. Each key once, a hundred at most. */
export async function readMany(client: DynamoClient, tableName: string, keys: readonly Key[]): Promise<Found[]> {
  const items: Found[] = []
  let missing: ManyKeys = {
    [tableName]: { Keys: keys.map(({ pk, sk }) => toAttributes({ pk, sk })), ConsistentRead: true },
  }
  for (let empty = 0; ; ) {
    const answer: Calls['BatchGetItem']['output'] = await client.call('BatchGetItem', { RequestItems: missing })
    const found = answer.Responses?.[tableName] ?? []
    for (const item of found) items.push(fromAttributes(item) as Found)
    missing = answer.UnprocessedKeys ?? {}
    if (Object.keys(missing).length === 0) return items
    empty = found.length > 0 ? 0 : empty + 1
    if (empty > emptyAnswers) throw new Error('DynamoDB does not answer for all items')
    if (empty > 0) await new Promise((over) => setTimeout(over, pauseMs * 2 ** (empty - 1)))
  }
}
