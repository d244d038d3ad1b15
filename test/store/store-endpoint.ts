/**
 * The DynamoDB on which the stores' law is run (test/setup/dynamo.ts): dynalite, or AWS's DynamoDB Local by
 * `npm run test:dynamodb`. Each file gets its own table.
 */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, inject } from 'vitest'
import { createDynamoClient, type DynamoClient } from '../../functions/store/dynamo-client.ts'
import { createTable, type Table } from '../../functions/store/table.ts'
import { createTable as makeTable } from '../../local/dynamodb/create-table.ts'

export type StoreEndpoint = { endpoint: string; tableName: string; client: DynamoClient; table: Table }

/** Makes the table before the file's tests. To be called at the top of a test file. */
export function useStoreEndpoint(name: string): () => StoreEndpoint {
  let current: StoreEndpoint | undefined
  beforeAll(async () => {
    const endpoint = inject('dynamodbEndpoint')
    const tableName = `${name}-${randomUUID()}`
    await makeTable(endpoint, tableName)
    const client = createDynamoClient({ endpoint })
    current = { endpoint, tableName, client, table: createTable(client, tableName) }
  })
  afterAll(() => current?.client.destroy())
  return () => {
    if (!current) throw new Error('The endpoint has not started')
    return current
  }
}
