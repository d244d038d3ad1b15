/**
 * What only the admin function may do, apart from the table that every function has: delete, and find bodies that no fact names any more
 * (superseded drafts), for which all keys have to be looked at.
 */
import type { DynamoClient } from './dynamo-client.ts'
import type { Key } from './keys.ts'
import type { Table } from './table.ts'
import { toAttributes } from './wire/attributes.ts'
import type { Page, ScanInput } from './wire/calls.ts'

export type Deletion = {
  /** Again is harmless. */
  deleteItem(key: Key): Promise<void>
  /** Names of all partitions that begin so. Reads every key of the table. */
  partitionsFrom(prefix: string): Promise<string[]>
}
/** What an erasure is given; `count` is told of each item that it changes, or would. */
export type Eraser = Deletion & { table: Table; dryRun: boolean; count: (what: string) => void }

export function createDeletion(client: DynamoClient, tableName: string): Deletion {
  return {
    deleteItem: async ({ pk, sk }) => {
      await client.call('DeleteItem', { TableName: tableName, Key: toAttributes({ pk, sk }) })
    },
    partitionsFrom: async (prefix) => {
      const found = new Set<string>()
      const input: ScanInput = {
        TableName: tableName,
        ProjectionExpression: 'pk',
        FilterExpression: 'begins_with(pk, :prefix)',
        ExpressionAttributeValues: toAttributes({ ':prefix': prefix }),
        ConsistentRead: true,
      }
      let from: Page['LastEvaluatedKey']
      do {
        const page: Page = await client.call('Scan', { ...input, ExclusiveStartKey: from })
        for (const item of page.Items ?? []) found.add(item.pk?.S ?? '')
        from = page.LastEvaluatedKey
      } while (from)
      return [...found]
    },
  }
}
