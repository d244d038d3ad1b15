/**
 * The DynamoDB on which the stores' law is run: the one named by DYNAMODB_ENDPOINT (AWS's DynamoDB Local, by
 * `npm run test:dynamodb`), or else dynalite in a process and a directory of its own. Each file gets its own table.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll } from 'vitest'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'
import { createTable, type Table } from '../../functions/store/table.ts'
import { createTable as makeTable } from '../../local/dynamodb/create-table.ts'
import { startDynamo } from '../../local/dynamodb/start-dynamo.ts'

export type StoreEndpoint = { endpoint: string; tableName: string; client: DynamoDBClient; table: Table }

/** Starts before the file's tests and stops after them. To be called at the top of a test file. */
export function useStoreEndpoint(tableName: string): () => StoreEndpoint {
  let current: StoreEndpoint | undefined
  const closing: (() => Promise<unknown>)[] = []
  beforeAll(async () => {
    const endpoint = process.env.DYNAMODB_ENDPOINT ?? (await startDynalite(closing))
    await makeTable(endpoint, tableName)
    const client = createDynamoClient({ endpoint })
    current = { endpoint, tableName, client, table: createTable(client, tableName) }
  })
  afterAll(async () => {
    current?.client.destroy()
    for (const close of closing.reverse()) await close()
  })
  return () => {
    if (!current) throw new Error('The endpoint has not started')
    return current
  }
}

async function startDynalite(closing: (() => Promise<unknown>)[]): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lengkap-store-'))
  closing.push(() => rm(dataDir, { recursive: true, force: true }))
  const dynamo = await startDynamo({ port: 0, dataDir })
  closing.push(() => dynamo.close())
  return dynamo.endpoint
}
