/** The AWS SDK's client for DynamoDB with the commands of the store: what front doors' start is measured against. */
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'

const client = new DynamoDBClient({
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000 },
})
export const alone = [client, GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand]
