/**
 * One dynalite for all files of a run, in a process of its own: every file has tables of its own in it. DYNAMODB_ENDPOINT names
 * another DynamoDB instead (AWS's DynamoDB Local, by `npm run test:dynamodb`).
 */
import type { TestProject } from 'vitest/node'
import { startDynamo } from '../../local/dynamodb/start-dynamo.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    dynamodbEndpoint: string
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DYNAMODB_ENDPOINT
  const dynamo = given === undefined ? await startDynamo({ port: 0, dataDir: undefined }) : undefined
  project.provide('dynamodbEndpoint', given ?? dynamo?.endpoint ?? '')
  return async () => dynamo?.close()
}
