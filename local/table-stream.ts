/**
 * dynalite has no streams. What the stream's door needs is small: the INSERT of each notice that is due at once. So after
 * every request that may have written, the sparse index `due` is read, and what was not handed over yet goes to the
 * deployed stream handler in the shape of DynamoDB's own event. A missed one is harmless: the minute's sweep has it.
 */
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { dueKeys } from '../functions/store/keys.ts'
import type { Handlers, StreamRecord } from './handlers.ts'

export class TableStream {
  readonly #client: DynamoDBClient
  readonly #table: string
  readonly #handlers: Handlers
  readonly #seen = new Set<string>()
  #sequence = 0

  constructor(endpoint: string, table: string, handlers: Handlers) {
    this.#client = new DynamoDBClient({
      endpoint,
      region: 'local',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
    this.#table = table
    this.#handlers = handlers
  }

  /** Hands over what is new and due by `now`. */
  async pump(now: Date): Promise<void> {
    const keys = (await Promise.all(dueKeys.partitions.map((shard) => this.#due(shard, now)))).flat()
    const fresh = keys.filter((key) => !this.#seen.has(JSON.stringify(key)))
    const records: StreamRecord[] = []
    for (const key of fresh) {
      this.#seen.add(JSON.stringify(key))
      const { Item } = await this.#client.send(
        new GetItemCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
      )
      if (Item?.state?.S === 'planned') records.push(this.#record(key, Item))
    }
    if (records.length > 0) await this.#handlers.dispatchNew(records)
  }

  close(): void {
    this.#client.destroy()
  }

  async #due(shard: string, now: Date) {
    const { Items = [] } = await this.#client.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: dueKeys.index,
        KeyConditionExpression: `${dueKeys.partitionName} = :shard AND ${dueKeys.sortName} < :now`,
        ExpressionAttributeValues: {
          ':shard': { S: shard },
          ':now': { S: dueKeys.upTo(now) },
        },
      }),
    )
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
