/** Counts what is asked of DynamoDB, in its own units, whoever asks: calls, and read and write units as it tells them. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export type StoreCalls = { calls: number; reads: number; writes: number }
const counted: StoreCalls = { calls: 0, reads: 0, writes: 0 }
let watching = false

type Sent = { input: Record<string, unknown>; constructor: { name: string } }

/** Once a process: every client made in it is counted. */
export function watchStore(): void {
  if (watching) return
  watching = true
  const send = DynamoDBClient.prototype.send as (command: Sent, ...rest: unknown[]) => Promise<Record<string, unknown>>
  const watched = async function (this: DynamoDBClient, command: Sent, ...rest: unknown[]) {
    if (!/Get|Query|Put|Update/.test(command.constructor.name)) return send.call(this, command, ...rest)
    command.input.ReturnConsumedCapacity = 'TOTAL'
    counted.calls += 1
    const isRead = /Get|Query/.test(command.constructor.name)
    const answer = await send.call(this, command, ...rest)
    // Of many items: a figure a table.
    const figures = [answer.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[]
    const units = figures.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
    if (isRead) counted.reads += units
    else counted.writes += units
    return answer
  }
  DynamoDBClient.prototype.send = watched as unknown as typeof DynamoDBClient.prototype.send
}

export function storeCalls(): StoreCalls {
  return { ...counted }
}
