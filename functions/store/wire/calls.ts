/** The calls to DynamoDB that the stores make, as far as they use them. */
import type { Attributes } from './attributes.ts'

/** Words of expressions, as DynamoDB documents them. */
type Expressions = {
  ConditionExpression?: string
  UpdateExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Attributes
}
export type Page = { Items?: Attributes[]; LastEvaluatedKey?: Attributes }
type Walk = {
  TableName: string
  IndexName?: string
  FilterExpression?: string
  ProjectionExpression?: string
  ExpressionAttributeNames?: Record<string, string>
  ExpressionAttributeValues?: Attributes
  ConsistentRead?: boolean
  Limit?: number | undefined
  ExclusiveStartKey?: Attributes | undefined
}
export type QueryInput = Walk & { KeyConditionExpression: string; ScanIndexForward?: boolean }
export type ScanInput = Walk
export type ManyKeys = { [table: string]: { Keys: Attributes[]; ConsistentRead: boolean } }

export type Calls = {
  GetItem: {
    input: { TableName: string; Key: Attributes; ConsistentRead?: boolean }
    output: { Item?: Attributes }
  }
  BatchGetItem: {
    input: { RequestItems: ManyKeys }
    output: { Responses?: { [table: string]: Attributes[] }; UnprocessedKeys?: ManyKeys }
  }
  PutItem: { input: Expressions & { TableName: string; Item: Attributes }; output: object }
  UpdateItem: {
    input: Expressions & { TableName: string; Key: Attributes; ReturnValues?: 'ALL_NEW' | 'NONE' }
    output: { Attributes?: Attributes }
  }
  DeleteItem: { input: { TableName: string; Key: Attributes }; output: object }
  Query: { input: QueryInput; output: Page }
  Scan: { input: ScanInput; output: Page }
}
