/**
 * What only the admin function may do, apart from the table that every function has: delete, and find bodies that no fact names any more
 * (superseded drafts), for which all keys have to be looked at.
 */
import { DeleteItemCommand, type DynamoDBClient, ScanCommand, type ScanCommandInput } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Key } from './keys.ts'
import type { Table } from './table.ts'

export type Deletion = {
  /** Again is harmless. */
  deleteItem(key: Key): Promise<void>
  /** Names of all partitions that begin so. Reads every key of the table. */
  partitionsFrom(prefix: string): Promise<string[]>
}
/** What an erasure is given; `count` is told of each item that it changes, or would. */
export type Eraser = Deletion & { table: Table; dryRun: boolean; count: (what: string) => void }

export function createDeletion(client: DynamoDBClient, tableName: string): Deletion {
  return {
    deleteItem: async ({ pk, sk }) => {
      await client.send(new DeleteItemCommand({ TableName: tableName, Key: marshall({ pk, sk }) }))
    },
    partitionsFrom: async (prefix) => {
      const found = new Set<string>()
      const input: ScanCommandInput = {
        TableName: tableName,
        ProjectionExpression: 'pk',
        FilterExpression: 'begins_with(pk, :prefix)',
        ExpressionAttributeValues: marshall({ ':prefix': prefix }),
        ConsistentRead: true,
      }
      let from: ScanCommandInput['ExclusiveStartKey']
      do {
        const page = await client.send(new ScanCommand({ ...input, ExclusiveStartKey: from }))
        for (const item of page.Items ?? []) found.add(String(unmarshall(item).pk))
        from = page.LastEvaluatedKey
      } while (from)
      return [...found]
    },
  }
}
