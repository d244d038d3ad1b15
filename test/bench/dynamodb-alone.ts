/** What every front door needs at least: the client, and the commands of the store. */
import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'

export const alone = [createDynamoClient({}), GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand]
