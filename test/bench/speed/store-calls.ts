/**
 * Counts what is asked of DynamoDB, in its own units, whoever asks: calls, and read and write units as it tells them. Older builds ask
 * with the AWS SDK's client, this one with its own.
 */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { DynamoClient } from '../../../functions/store/dynamo-client.ts'

export type StoreCalls = { calls: number; reads: number; writes: number }
const counted: StoreCalls = { calls: 0, reads: 0, writes: 0 }
let watching = false

type Input = Record<string, unknown>
type Answer = { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] }
type Sent = { input: Input; constructor: { name: string } }

async function count(name: string, input: Input, send: () => Promise<Answer>): Promise<object> {
  if (!/Get|Query|Put|Update/.test(name)) return send()
  input.ReturnConsumedCapacity = 'TOTAL'
  counted.calls += 1
  const answer = await send()
  // Of many items: a figure a table.
  const figures = [answer.ConsumedCapacity ?? []].flat()
  const units = figures.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
  if (/Get|Query/.test(name)) counted.reads += units
  else counted.writes += units
  return answer
}

/** Once a process: every client that the build in `root` makes is counted. */
export async function watchStore(root: string): Promise<void> {
  if (watching) return
  watching = true
  const send = DynamoDBClient.prototype.send as (command: Sent, ...rest: unknown[]) => Promise<Answer>
  DynamoDBClient.prototype.send = function (this: DynamoDBClient, command: Sent, ...rest: unknown[]) {
    return count(command.constructor.name, command.input, () => send.call(this, command, ...rest))
  } as unknown as typeof DynamoDBClient.prototype.send
  const file = join(root, 'functions/store/dynamo-client.ts')
  const { DynamoClient: own } = (await import(pathToFileURL(file).href)) as { DynamoClient?: typeof DynamoClient }
  if (own === undefined) return
  const { ask } = own.prototype
  own.prototype.ask = function (this: DynamoClient, name, input) {
    return count(name, input as Input, () => ask.call(this, name, input))
  }
}

export function storeCalls(): StoreCalls {
  return { ...counted }
}
