/** Many items in one call: a body a call made the reading of a form of 200 agencies cost three times as much (docs/speed.md). */
import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Key } from './keys.ts'

/** Answers in a row that brought nothing; the pauses after them double, and end after 2.5 s. */
const emptyAnswers = 6
const pauseMs = 40

type Found = Key & Record<string, unknown>

/** Those of these items that are there, consistently read, in no order. Each key once, a hundred at most. */
export async function readMany(client: DynamoDBClient, tableName: string, keys: readonly Key[]): Promise<Found[]> {
  const items: Found[] = []
  let missing: NonNullable<BatchGetItemCommandInput['RequestItems']> = {
    [tableName]: { Keys: keys.map(({ pk, sk }) => marshall({ pk, sk })), ConsistentRead: true },
  }
  for (let empty = 0; ; ) {
    const answer: BatchGetItemCommandOutput = await client.send(new BatchGetItemCommand({ RequestItems: missing }))
    const found = answer.Responses?.[tableName] ?? []
    for (const item of found) items.push(unmarshall(item) as Found)
    missing = answer.UnprocessedKeys ?? {}
    if (Object.keys(missing).length === 0) return items
    empty = found.length > 0 ? 0 : empty + 1
    if (empty > emptyAnswers) throw new Error('DynamoDB does not answer for all items')
    if (empty > 0) await new Promise((over) => setTimeout(over, pauseMs * 2 ** (empty - 1)))
  }
}
