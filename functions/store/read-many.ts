/** Many items in one call: a body a call made the reading of a form of 200 agencies cost three times as much (docs/speed.md). */
import { setTimeout } from 'node:timers/promises'
import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type BatchGetItemCommandOutput,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Key } from './keys.ts'
import type { Item, Table } from './table.ts'

/** What one call may ask for. An answer ends at 16 MB all the same. */
const mostKeys = 100
/** Answers in a row that brought nothing; the pauses after them double, and end after 2.5 s. */
const emptyAnswers = 6
const pauseMs = 40

/** Those of these items that are there, consistently read, in no order. Each key once, a hundred at most. */
export async function readMany(client: DynamoDBClient, tableName: string, keys: readonly Key[]): Promise<Item[]> {
  const items: Item[] = []
  let missing: NonNullable<BatchGetItemCommandInput['RequestItems']> = {
    [tableName]: { Keys: keys.map(({ pk, sk }) => marshall({ pk, sk })), ConsistentRead: true },
  }
  for (let empty = 0; ; ) {
    const answer: BatchGetItemCommandOutput = await client.send(new BatchGetItemCommand({ RequestItems: missing }))
    const found = answer.Responses?.[tableName] ?? []
    for (const item of found) items.push(unmarshall(item) as Item)
    missing = answer.UnprocessedKeys ?? {}
    if (Object.keys(missing).length === 0) return items
    empty = found.length > 0 ? 0 : empty + 1
    if (empty > emptyAnswers) throw new Error('DynamoDB does not answer for all items')
    if (empty > 0) await setTimeout(pauseMs * 2 ** (empty - 1))
  }
}

type Waiting = { readonly key: Key; resolve(item: Item | undefined): void; reject(error: unknown): void }

const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk])

/** A `get` whose keys of one turn of the event loop go out together. */
export function gatherReads({ getMany }: Pick<Table, 'getMany'>): Table['get'] {
  let waiting: Waiting[] = []
  const send = () => {
    const asked = Map.groupBy(waiting, ({ key }) => nameOf(key))
    waiting = []
    const all = [...asked.values()]
    for (let from = 0; from < all.length; from += mostKeys) void answer(getMany, all.slice(from, from + mostKeys))
  }
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(send)
      waiting.push({ key, resolve, reject })
    })
}

/** Each list: those who wait for one key. */
async function answer(getMany: Table['getMany'], asked: readonly Waiting[][]): Promise<void> {
  try {
    const found = new Map((await getMany(asked.flatMap(([one]) => one?.key ?? []))).map((item) => [nameOf(item), item]))
    for (const { key, resolve } of asked.flat()) resolve(found.get(nameOf(key)))
  } catch (error) {
    for (const { reject } of asked.flat()) reject(error)
  }
}
