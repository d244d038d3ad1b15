/**
 * The queue of what failed to the end, as the operator's function works on it: SQS by its JSON protocol, of which four calls are
 * needed, signed by the signer that Lambda's client brings along.
 */
import { InvokeCommand, LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda'
import type { FailureQueue, QueuedMessage } from '../domain/failures/failure-queue.ts'

/** A job runs for a minute at most and the operator's function for five. */
const aFew = 4
/** Longer than the operator's function runs: what it did not finish is seen again after it. */
const hiddenSeconds = 330

type Place = { url: string; mailEvents: string; lambda?: LambdaClientConfig }

export function createFailureQueue({ url, mailEvents, lambda = {} }: Place): FailureQueue {
  const client = new LambdaClient(lambda)
  // Another client, because one goes on signing for the service that it first signed for.
  const signing = new LambdaClient(lambda)
  const call = (action: string, input: object) => callSqs(signing, url, action, input)
  return {
    mailEvents,
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

/** The name of an error only: its message may hold what people typed. */
async function runJob(client: LambdaClient, job: string, event: object): Promise<string | undefined> {
  try {
    const { FunctionError, Payload } = await client.send(
      new InvokeCommand({ FunctionName: job, Payload: JSON.stringify(event) }),
    )
    if (FunctionError === undefined) return undefined
    const { errorType = FunctionError } = JSON.parse(Buffer.from(Payload ?? []).toString() || '{}')
    return String(errorType)
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

async function callSqs({ config }: LambdaClient, url: string, action: string, input: object): Promise<Answer> {
  const { protocol, host, hostname, port, pathname } = new URL(url)
  const body = JSON.stringify({ QueueUrl: url, ...input })
  const signer = await config.signer({
    name: 'sigv4',
    signingName: 'sqs',
    signingRegion: await config.region(),
    properties: {},
  })
  const { headers } = await signer.sign({
    method: 'POST',
    protocol,
    hostname,
    ...(port && { port: Number(port) }),
    path: pathname,
    query: {},
    headers: { host, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` },
    body,
  })
  const { host: _, ...sent } = headers
  const answer = await fetch(url, { method: 'POST', headers: sent, body, signal: AbortSignal.timeout(20_000) })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`SQS refused ${action}: ${answer.status} ${text.slice(0, 200)}`)
  return text === '' ? {} : (JSON.parse(text) as Answer)
}
