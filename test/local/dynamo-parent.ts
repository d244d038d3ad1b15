/**
 * A parent of the local DynamoDB, to be killed by a test. Argument: the data directory; sends the child's port and pid.
 */
import { startDynamo } from '../../local/dynamodb/start-dynamo.ts'

const { port, pid } = await startDynamo({ port: 0, dataDir: process.argv[2] ?? '' })
process.send?.({ port, pid })
