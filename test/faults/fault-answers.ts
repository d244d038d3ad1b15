/**
 * AWS's own words for trouble, in the protocol of the caller: JSON for DynamoDB, XML for SES.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

/** A throttled call, which had no effect. */
export function answerThrottled(request: IncomingMessage, response: ServerResponse): void {
  const dynamo = 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException'
  if (isDynamo(request)) json(response, 400, dynamo, 'The level of configured provisioned throughput was exceeded.')
  else xml(response, 400, 'Throttling', 'Maximum sending rate exceeded.')
}

/** A server error, which says nothing about what happened. */
export function answer500(request: IncomingMessage, response: ServerResponse): void {
  const dynamo = 'com.amazonaws.dynamodb.v20120810#InternalServerError'
  if (isDynamo(request)) json(response, 500, dynamo, 'Internal server error')
  else xml(response, 500, 'InternalFailure', 'The request processing has failed because of an unknown error.')
}

function isDynamo(request: IncomingMessage): boolean {
  return request.headers['x-amz-target'] !== undefined
}

function json(response: ServerResponse, status: number, type: string, message: string): void {
  response
    .writeHead(status, { 'content-type': 'application/x-amz-json-1.0' })
    .end(JSON.stringify({ __type: type, message }))
}

function xml(response: ServerResponse, status: number, code: string, message: string): void {
  const body = `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`
  response.writeHead(status, { 'content-type': 'text/xml' }).end(body)
}
