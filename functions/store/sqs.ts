/**
 * SQS by its JSON protocol, of which five calls are needed, signed by the signer that another client brings along: SQS's own client
 * would weigh as much in every cold start as DynamoDB's.
 */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'

/** A client that nothing else is asked of: one goes on signing for the service that it first signed for. */
export type Signer = { config: Pick<DynamoDBClient['config'], 'signer' | 'region'> }

/** What SQS answers. Throws what it refuses. */
export async function callSqs({ config }: Signer, url: string, action: string, input: object): Promise<object> {
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
  return text === '' ? {} : JSON.parse(text)
}
