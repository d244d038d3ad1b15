/**
 * The client for DynamoDB. A hanging table must not hang a person: a connection gets 1 s, an answer 5 s, then the request
 * is cut and its outcome unknown (table.ts knows what to do). Three attempts, so a verb ends before the gateway's 30 s do.
 */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'

export type DynamoSettings = {
  /** Another DynamoDB than AWS's, e.g. the emulator's address. Without it region and credentials come from the environment. */
  endpoint?: string
  connectionMs?: number
  requestMs?: number
  maxAttempts?: number
}

/** A client that lives as long as the process; it keeps its connections. */
export function createDynamoClient(settings: DynamoSettings = {}): DynamoDBClient {
  const { endpoint, connectionMs = 1_000, requestMs = 5_000, maxAttempts = 3 } = settings
  return new DynamoDBClient({
    maxAttempts,
    requestHandler: {
      connectionTimeout: connectionMs,
      requestTimeout: requestMs,
      socketTimeout: requestMs,
      // Without this the SDK only warns when the time is over.
      throwOnRequestTimeout: true,
    },
    // Emulators check neither region nor keys, but the SDK wants some.
    ...(endpoint && {
      endpoint,
      region: 'ap-southeast-3',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  })
}
