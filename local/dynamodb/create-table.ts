/**
 * The one table of functions/store/keys.ts, for a DynamoDB that no stack has made: keys `pk` and `sk`, and the sparse index
 * `due` that only notices waiting to be sent are in. What the deployed table has besides (recovery, expiry, stream,
 * protection) the emulator does not know, and nothing here relies on it.
 */
import { setTimeout as delay } from 'node:timers/promises'
import { createDynamoClient, type DynamoClient } from '../../functions/store/dynamo-client.ts'
import { dueKeys } from '../../functions/store/keys.ts'

/**
 * Creates the table unless it is there; resolves when it can be used. May be called by several at once.
 * @param client for another DynamoDB than the emulator; DynamoDB Local keeps a table for each access key and region
 */
export async function createTable(
  endpoint: string,
  tableName: string,
  client = createDynamoClient({ endpoint }),
): Promise<void> {
  await client.ask('CreateTable', tableShape(tableName)).catch((error: Error) => {
    if (error.name !== 'ResourceInUseException') throw error
  })
  await tableIs(client, tableName, 'ACTIVE')
}

/** Resolves when the table has this status, `undefined` when there is none; throws after twenty seconds. */
export async function tableIs(client: DynamoClient, TableName: string, status: string | undefined): Promise<void> {
  const before = AbortSignal.timeout(20_000)
  while ((await statusOf(client, TableName)) !== status) await delay(20, undefined, { signal: before })
}

async function statusOf(client: DynamoClient, TableName: string): Promise<string | undefined> {
  try {
    const { Table } = (await client.ask('DescribeTable', { TableName })) as { Table?: { TableStatus?: string } }
    return Table?.TableStatus
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined
    throw error
  }
}

function tableShape(tableName: string) {
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', dueKeys.partitionName, dueKeys.sortName].map((name) => ({
      AttributeName: name,
      AttributeType: 'S',
    })),
    KeySchema: [
      { AttributeName: 'pk', KeyType: 'HASH' },
      { AttributeName: 'sk', KeyType: 'RANGE' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: dueKeys.index,
        KeySchema: [
          { AttributeName: dueKeys.partitionName, KeyType: 'HASH' },
          { AttributeName: dueKeys.sortName, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  }
}
