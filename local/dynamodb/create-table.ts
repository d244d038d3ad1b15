/**
 * The one table of functions/store/keys.ts, for a DynamoDB that no stack has made: keys `pk` and `sk`, and the sparse index
 * `due` that only notices waiting to be sent are in. What the deployed table has besides (recovery, expiry, stream,
 * protection) the emulator does not know, and nothing here relies on it.
 */
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import { dueKeys } from '../../functions/store/keys.ts'

/**
 * Creates the table unless it is there; resolves when it can be used. May be called by several at once.
 * @param client for another DynamoDB than the emulator; DynamoDB Local keeps a table for each access key and region
 */
export async function createTable(endpoint: string, tableName: string, client = localClient(endpoint)): Promise<void> {
  try {
    await client.send(new CreateTableCommand(tableShape(tableName)))
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.02, maxDelay: 0.5 }, { TableName: tableName })
}

/** A client for the emulator, which checks neither keys nor region. */
export function localClient(endpoint: string): DynamoDBClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  return new DynamoDBClient({ endpoint, region: 'ap-southeast-3', credentials })
}

function tableShape(tableName: string): CreateTableCommandInput {
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
