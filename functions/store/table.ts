/**
 * The table behind a few small verbs. A write is one conditional write on one item. After a refused condition *or* an
 * unknown outcome (time-out, cut connection, 5xx, a retry inside the client) it reads consistently and asks whether what stands there
 * is its own write; only so is "refused" never said of a write that happened, and "done" never of one that did not.
 * No transactions, no batched writes, no scans: one commit is one item (docs/decisions/01-one-commit-one-item.md), and dynalite has no more.
 */
import { isDeepStrictEqual } from 'node:util'
import type { DynamoClient } from './dynamo-client.ts'
import type { Key } from './keys.ts'
import { readMany } from './read-many.ts'
import { type Change, updateExpression } from './update-expression.ts'
import { fromAttributes, toAttributes } from './wire/attributes.ts'
import type { Page, QueryInput } from './wire/calls.ts'
import type { CallError } from './wire/dynamo-error.ts'

/** An item as plain values; binary is `Uint8Array`. `expiresAt` in epoch seconds lets DynamoDB delete it some day after. */
export type Item = Key & Record<string, unknown>

export type InsertResult = { inserted: true } | { inserted: false; existing: Item }
export type UpdateResult = { applied: true; item: Item } | { applied: false }

/** A conditional update. Words of `condition`: `#name` is the attribute of that name, `:name` the entry of `values`. */
export type Update = Change & {
  key: Key
  /**
   * Recognises this very write in the item after an unknown outcome, by its token or content. Without it an unknown outcome
   * is thrown, and a retry inside the client may apply an `add` twice: right for limits, which then err on the safe side.
   */
  mine?: (item: Item) => boolean
}

/**
 * `from`: with `below`, the first that is wanted. `where`: only items with these values. The others cost read units all the same, but are
 * not sent.
 */
export type SortRange = {
  prefix?: string
  from?: string
  below?: string
  descending?: boolean
  pageSize?: number
  where?: Readonly<Record<string, string>>
}

export type Table = {
  /** Consistent read. */
  get(key: Key): Promise<Item | undefined>
  /** Those of these items that are there, consistently read, in no order. Keys are given once each, a hundred at most. */
  getMany(keys: readonly Key[]): Promise<Item[]>
  /** All items of a partition (within `range`), consistently read, page by page, in the order of bytes. */
  query(pk: string, range?: SortRange): AsyncGenerator<Item, void, undefined>
  /** The same as one list. */
  queryAll(pk: string, range?: SortRange): Promise<Item[]>
  /** Keys in an index below a bound, in its order; indexes are read eventually: whoever acts on one reads the item first. */
  queryIndex(index: IndexRange): AsyncGenerator<Item, void, undefined>
  /** Put if no item has this key. `inserted: false` answers with what stands there. */
  insertIfAbsent(item: Item): Promise<InsertResult>
  /** `applied: false`: the condition did not hold and nothing was written by this call. */
  update(update: Update): Promise<UpdateResult>
  /** The same without bringing the item back: whether it was applied. */
  move(update: Update): Promise<boolean>
  /** Overwrites without a condition. Only for what is no fact: a mark of what was seen last. Nothing is ever deleted. */
  put(item: Item): Promise<void>
}

export type IndexRange = {
  name: string
  partition: [name: string, value: string]
  below: [name: string, value: string]
}

/** Rounds of write, read and recognise before an unknown outcome is thrown; the client's own retries come on top. */
const rounds = 3

export function createTable(client: DynamoClient, tableName: string): Table {
  const get: Table['get'] = async ({ pk, sk }) => {
    const input = { TableName: tableName, Key: toAttributes({ pk, sk }), ConsistentRead: true }
    const { Item: found } = await client.call('GetItem', input)
    return found && (fromAttributes(found) as Item)
  }
  return {
    get,
    getMany: (keys) => readMany(client, tableName, keys),
    query: (pk, range = {}) => pages(client, partitionQuery(tableName, pk, range)),
    queryAll: async (pk, range = {}) => {
      const items: Item[] = []
      for await (const item of pages(client, partitionQuery(tableName, pk, range))) items.push(item)
      return items
    },
    queryIndex: (index) => pages(client, indexQuery(tableName, index)),
    insertIfAbsent: (item) => insertIfAbsent({ client, tableName, get }, item),
    update: (update) => updateIf({ client, tableName, get }, update),
    move: async (update) => (await updateIf({ client, tableName, get }, update, 'NONE')).applied,
    put: async (item) => {
      await client.call('PutItem', { TableName: tableName, Item: toAttributes(item) })
    },
  }
}

type Access = { client: DynamoClient; tableName: string; get: Table['get'] }

async function insertIfAbsent({ client, tableName, get }: Access, item: Item): Promise<InsertResult> {
  const Item = toAttributes(item)
  const input = { TableName: tableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }
  let uncertain = false
  for (let round = 1; ; round++) {
    try {
      await client.call('PutItem', input)
      return { inserted: true }
    } catch (error) {
      uncertain ||= mayHaveHappened(error)
      if (!uncertain && !isRefusal(error)) throw error
      const existing = await get(item)
      // Only after an unknown outcome can an identical item be this call's own write.
      if (existing && uncertain && isDeepStrictEqual(existing, fromAttributes(Item))) return { inserted: true }
      if (existing) return { inserted: false, existing }
      // Refused, yet nothing stands there: it expired in between. Or the write never arrived.
      if (round === rounds) throw error
    }
  }
}

async function updateIf(
  { client, tableName, get }: Access,
  update: Update,
  ReturnValues: 'ALL_NEW' | 'NONE' = 'ALL_NEW',
): Promise<UpdateResult> {
  const { names, values, ...expressions } = updateExpression(update)
  const input = {
    TableName: tableName,
    Key: toAttributes({ pk: update.key.pk, sk: update.key.sk }),
    ...expressions,
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: toAttributes(values) }),
    ReturnValues,
  }
  let uncertain = false
  for (let round = 1; ; round++) {
    try {
      const { Attributes } = await client.call('UpdateItem', input)
      return { applied: true, item: fromAttributes(Attributes ?? {}) as Item }
    } catch (error) {
      uncertain ||= mayHaveHappened(error)
      if (!uncertain && !isRefusal(error)) throw error
      const item = uncertain && update.mine ? await get(update.key) : undefined
      if (item && update.mine?.(item)) return { applied: true, item }
      if (isRefusal(error)) return { applied: false }
      if (!update.mine || round === rounds) throw error
    }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException'
}

/** False only when DynamoDB answered the one and only attempt with a 4xx, throttling included. */
function mayHaveHappened(error: unknown): boolean {
  const { attempts = 1, httpStatusCode: status = 0 } = (error as Partial<CallError>).$metadata ?? {}
  return attempts > 1 || status < 400 || status > 499
}

async function* pages(client: DynamoClient, input: QueryInput): AsyncGenerator<Item, void, undefined> {
  let from: Page['LastEvaluatedKey']
  // A page may be empty and still not be the last.
  do {
    const page: Page = await client.call('Query', { ...input, ExclusiveStartKey: from })
    for (const item of page.Items ?? []) yield fromAttributes(item) as Item
    from = page.LastEvaluatedKey
  } while (from)
}

function partitionQuery(tableName: string, pk: string, range: SortRange): QueryInput {
  if (range.prefix !== undefined && range.below !== undefined)
    throw new Error('A range is a prefix or a bound, not both')
  if (range.from !== undefined && range.below === undefined) throw new Error('A range that begins ends too')
  const sort =
    range.prefix !== undefined
      ? ' AND begins_with(sk, :sk)'
      : range.from !== undefined
        ? ' AND sk BETWEEN :from AND :sk'
        : range.below !== undefined
          ? ' AND sk < :sk'
          : ''
  const where = Object.entries(range.where ?? {})
  const values = Object.fromEntries(where.map(([name, value]) => [`:${name}`, value]))
  return {
    TableName: tableName,
    KeyConditionExpression: `pk = :pk${sort}`,
    ExpressionAttributeValues: toAttributes({
      ':pk': pk,
      ':sk': range.prefix ?? range.below,
      ':from': range.from,
      ...values,
    }),
    ...(where.length > 0 && {
      FilterExpression: where.map(([name]) => `#${name} = :${name}`).join(' AND '),
      ExpressionAttributeNames: Object.fromEntries(where.map(([name]) => [`#${name}`, name])),
    }),
    ConsistentRead: true,
    ScanIndexForward: !range.descending,
    Limit: range.pageSize,
  }
}

function indexQuery(tableName: string, { name, partition, below }: IndexRange): QueryInput {
  return {
    TableName: tableName,
    IndexName: name,
    KeyConditionExpression: '#partition = :partition AND #sort < :below',
    ExpressionAttributeNames: { '#partition': partition[0], '#sort': below[0] },
    ExpressionAttributeValues: toAttributes({ ':partition': partition[1], ':below': below[1] }),
  }
}
