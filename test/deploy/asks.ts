/** What a request to AWS asks for, in IAM's words: read from the request as it was signed and sent. */

import { awsRegion } from './assembly.ts'
import { account } from './fake-aws.ts'
import type { Ask } from './iam.ts'

export type Call = { service: string; method: string; path: string; target: string; body: string }

/** Throws on a request that it does not know: then a function does something new. */
export function asksOf(call: Call): Ask[] {
  if (call.service === 'dynamodb') return call.target.endsWith('.BatchGetItem') ? ofTables(call) : [ofTable(call)]
  if (call.service === 'ses') return ofMail(call)
  if (call.service === 'sqs') {
    const { QueueUrl } = JSON.parse(call.body)
    // Sending many is the right to send.
    const action = call.target.replace('AmazonSQS.', 'sqs:').replace(/^sqs:SendMessageBatch$/, 'sqs:SendMessage')
    return [{ action, resource: arn('sqs', QueueUrl.split('/').at(-1)), context: {} }]
  }
  const [, job] = /\/functions\/([^/]+)\/invocations$/.exec(decodeURIComponent(call.path)) ?? []
  if (call.service === 'lambda' && job) return [{ action: 'lambda:InvokeFunction', resource: job, context: {} }]
  throw new Error(`Nobody knows this request: ${call.service} ${call.method} ${call.path} ${call.target}`)
}

const arn = (service: string, rest: string) => `arn:aws:${service}:${awsRegion}:${account}:${rest}`

type TableRequest = {
  TableName: string
  IndexName?: string
  Key?: { pk: { S: string } }
  Item?: { pk: { S: string } }
  KeyConditionExpression?: string
  ExpressionAttributeValues?: Record<string, { S?: string }>
  ExpressionAttributeNames?: Record<string, string>
}

function ofTable({ target, body }: Call): Ask {
  const action = target.split('.').at(-1) ?? ''
  const request = JSON.parse(body) as TableRequest
  const key = (request.Key ?? request.Item)?.pk.S ?? partitionOf(request)
  const index = request.IndexName ? `/index/${request.IndexName}` : ''
  return {
    action: `dynamodb:${action}`,
    resource: arn('dynamodb', `table/${request.TableName}${index}`),
    context: key === undefined ? {} : { 'dynamodb:LeadingKeys': [key] },
  }
}

/** Many items at once; a denial of one key is one of all. */
function ofTables({ body }: Call): Ask[] {
  const { RequestItems } = JSON.parse(body) as { RequestItems: Record<string, { Keys: { pk: { S: string } }[] }> }
  return Object.entries(RequestItems).map(([name, { Keys }]) => ({
    action: 'dynamodb:BatchGetItem',
    resource: arn('dynamodb', `table/${name}`),
    context: { 'dynamodb:LeadingKeys': Keys.map(({ pk }) => pk.S) },
  }))
}

/** The value with which the partition key is compared; a query cannot be without. */
function partitionOf({ KeyConditionExpression: expression, ...request }: TableRequest): string | undefined {
  if (expression === undefined) return undefined
  for (const [, name = '', value = ''] of expression.matchAll(/(#?\w+)\s*=\s*(:\w+)/g)) {
    if (/^(pk|duePk)$/.test(request.ExpressionAttributeNames?.[name] ?? name)) {
      return request.ExpressionAttributeValues?.[value]?.S
    }
  }
  throw new Error(`No partition in ${expression}`)
}

/** SES asks for the right on the identity of the sender and on the configuration set. */
function ofMail({ method, path, body }: Call): Ask[] {
  if (method === 'DELETE' && /^\/v2\/email\/suppression\/addresses\//.test(path)) {
    return [{ action: 'ses:DeleteSuppressedDestination', resource: '*', context: {} }]
  }
  const form = new URLSearchParams(body)
  const action = `ses:${form.get('Action')}`
  if (action !== 'ses:SendRawEmail') return [{ action, resource: '*', context: {} }]
  const from = form.get('Source') ?? ''
  const recipients = [...form].flatMap(([name, value]) => (/^Destinations\.member\.\d+$/.test(name) ? value : []))
  const context = { 'ses:FromAddress': [from], 'ses:Recipients': recipients }
  return [`identity/${from.split('@')[1]}`, `configuration-set/${form.get('ConfigurationSetName')}`].map((rest) => ({
    action,
    resource: arn('ses', rest),
    context,
  }))
}
