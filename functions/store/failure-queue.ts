/** The queue of what failed to the end, as the operator's function works on it. */
import { InvokeCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda'
import type { FailureFunctions, FailureQueue, QueuedMessage } from '../domain/failures/failure-queue.ts'
import { callSqs, type Queue } from './sqs.ts'

/** A job runs for a minute at most and the operator's function for five. */
const aFew = 4
/** Longer than the operator's function runs: what it did not finish is seen again after it. */
const hiddenSeconds = 330

type Place = { queue: Queue; functions: FailureFunctions; lambda?: LambdaClientConfig }

export function createFailureQueue({ queue, functions, lambda = {} }: Place): FailureQueue {
  const client = new LambdaClient(lambda)
  const call = async (action: string, input: object) => (await callSqs(queue, action, input)) as Answer
  return {
    functions,
    count: async () => {
      const counted = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible']
      const { Attributes = {} } = await call('GetQueueAttributes', { AttributeNames: counted })
      return counted.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0)
    },
    take: async () => {
      const { Messages = [] } = await call('ReceiveMessage', {
        MaxNumberOfMessages: aFew,
        VisibilityTimeout: hiddenSeconds,
        // Asks all of SQS's servers; without waiting an answer may be empty although something lies there.
        WaitTimeSeconds: 1,
        MessageAttributeNames: ['All'],
        MessageSystemAttributeNames: ['SentTimestamp'],
      })
      return Messages.map(queued)
    },
    putBack: async ({ handle }) => {
      await call('ChangeMessageVisibility', { ReceiptHandle: handle, VisibilityTimeout: 0 })
    },
    remove: async ({ handle }) => {
      await call('DeleteMessage', { ReceiptHandle: handle })
    },
    run: (job, event) => runJob(client, job, event),
  }
}

/**
 * The name of an error only: its message may hold what people typed. A function that works on regions answers without one, and says
 * whose work is not done.
 */
async function runJob(client: LambdaClient, job: string, event: object): Promise<string | undefined> {
  try {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: job, Payload: JSON.stringify(event) }),
    )
    const { errorType = FunctionError, batchItemFailures = [] } =
      JSON.parse(Buffer.from(Payload ?? []).toString() || '{}') ?? {}
    if (FunctionError !== undefined) return String(errorType)
    return batchItemFailures.length > 0 ? 'RegionFailed' : undefined
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown'
  }
}

type Message = {
  Body?: string
  ReceiptHandle: string
  Attributes?: { SentTimestamp?: string }
  MessageAttributes?: Record<string, { StringValue?: string }>
}
type Answer = { Messages?: Message[]; Attributes?: Record<string, string> }

function queued({ Body = '', ReceiptHandle, Attributes, MessageAttributes = {} }: Message): QueuedMessage {
  const attributes = Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [name, StringValue])
  return {
    body: Body,
    attributes: Object.fromEntries(attributes),
    since: new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString(),
    handle: ReceiptHandle,
  }
}
