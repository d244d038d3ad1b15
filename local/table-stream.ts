/**
 * dynalite has no streams. What the stream's door needs is small: the INSERT of each notice that is due at once. So after
 * every request that may have written, the sparse index `due` is read, and what was not handed over yet goes to the
 * deployed stream handler in the shape of DynamoDB's own event. A missed one is harmless: the minute's sweep has it.
 */
import { signInScope } from '../functions/schema/notice.ts'
import { createDynamoClient, type DynamoClient } from '../functions/store/dynamo-client.ts'
import { dueKeys, noticeKeys } from '../functions/store/keys.ts'
import type { Handlers, StreamRecord } from './handlers.ts'

const mostBatches = 2
const batchSize = 4

export class TableStream {
  readonly #client: DynamoClient
  readonly #table: string
  readonly #handlers: Handlers
  readonly #seen = new Set<string>()
  #sequence = 0
  #looking: Promise<unknown> = Promise.resolve()
  #next: Promise<void> | undefined
  readonly #waiting: StreamRecord[] = []
  readonly #batches = new Set<Promise<void>>()
  #now = new Date(0)

  constructor(endpoint: string, table: string, handlers: Handlers) {
    this.#client = createDynamoClient({ endpoint })
    this.#table = table
    this.#handlers = handlers
  }

  /**
   * Hands over what is new and due by `now`; resolves when nothing is under way any more. Whoever asks while one look is under way shares
   * the next one, and few batches are handed over at once: those who send must not take the table from those who answer.
   */
  async pump(now: Date): Promise<void> {
    this.#now = now
    this.#next ??= this.#looking.then(() => {
      this.#next = undefined
      const found = this.#find(this.#now)
      this.#looking = found.catch(() => undefined)
      return found
    })
    await this.#next
    while (this.#batches.size < mostBatches && this.#waiting.length > 0) this.#handOver()
    while (this.#batches.size > 0) await Promise.race(this.#batches)
  }

  #handOver(): void {
    const batch = this.#handlers.dispatchNew(this.#waiting.splice(0, batchSize)).finally(() => {
      this.#batches.delete(batch)
      if (this.#waiting.length > 0) this.#handOver()
    })
    this.#batches.add(batch)
  }

  async #find(now: Date): Promise<void> {
    const keys = (await Promise.all(dueKeys.partitions.map((shard) => this.#due(shard, now)))).flat()
    const fresh = keys.filter((key) => !this.#seen.has(JSON.stringify(key)))
    for (const key of fresh) {
      this.#seen.add(JSON.stringify(key))
      const { Item } = await this.#client.call('GetItem', { TableName: this.#table, Key: key, ConsistentRead: true })
      if (Item?.state?.S !== 'planned') continue
      // Somebody sits before an empty field and waits for the code.
      if (noticeKeys.parse({ pk: key.pk.S ?? '', sk: key.sk.S ?? '' }).scope === signInScope)
        this.#waiting.unshift(this.#record(key, Item))
      else this.#waiting.push(this.#record(key, Item))
    }
  }

  close(): void {
    this.#client.destroy()
  }

  async #due(shard: string, now: Date) {
    const { Items = [] } = await this.#client.call('Query', {
      TableName: this.#table,
      IndexName: dueKeys.index,
      KeyConditionExpression: `${dueKeys.partitionName} = :shard AND ${dueKeys.sortName} < :now`,
      ExpressionAttributeValues: {
        ':shard': { S: shard },
        ':now': { S: dueKeys.upTo(now) },
      },
    })
    return Items.map(({ pk, sk }) => ({ pk: pk!, sk: sk! }))
  }

  #record(key: StreamRecord['dynamodb']['Keys'], image: Record<string, unknown>): StreamRecord {
    this.#sequence += 1
    return {
      eventID: String(this.#sequence),
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      dynamodb: { SequenceNumber: String(this.#sequence), NewImage: image, Keys: key },
    }
  }
}
