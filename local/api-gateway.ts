/**
 * What API Gateway does in front of the `api` function: turns a request into an HTTP API v2 event, stamped with the time
 * at which it was received, and the function's answer back into a response.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

const compress = promisify(brotliCompress)
/** As CloudFront's: below it nothing is won. */
const leastCompressed = 1_000
/** API Gateway's own limit. */
const maxBodyBytes = 10 * 1024 * 1024

export class BodyTooLarge extends Error {}

/** @throws BodyTooLarge */
export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > maxBodyBytes) throw new BodyTooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function toEvent(request: IncomingMessage, body: Buffer, now: Date, id: string): APIGatewayProxyEventV2 {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const method = request.method ?? 'GET'
  const headers = Object.fromEntries(
    Object.entries(request.headers)
      .filter(([name]) => name !== 'cookie')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : (value ?? '')]),
  )
  const cookies = request.headers.cookie?.split(/;\s*/).filter(Boolean)
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    ...(cookies ? { cookies } : {}),
    headers,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'local',
      http: {
        method,
        path: url.pathname,
        protocol: 'HTTP/1.1',
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: id,
      routeKey: 'ANY /api/{proxy+}',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length > 0 ? { body: body.toString('base64') } : {}),
    isBase64Encoded: body.length > 0,
  }
}

export function writeResult(response: ServerResponse, result: APIGatewayProxyStructuredResultV2): void {
  response.statusCode = result.statusCode ?? 200
  for (const [name, value] of Object.entries(result.headers ?? {})) response.setHeader(name, String(value))
  if (result.cookies && result.cookies.length > 0) response.setHeader('set-cookie', result.cookies)
  response.end(result.isBase64Encoded ? Buffer.from(result.body ?? '', 'base64') : (result.body ?? ''))
}

/** As CloudFront hands it on: texts compressed, where the browser takes it. */
export async function compressed(
  { headers: asked }: IncomingMessage,
  result: APIGatewayProxyStructuredResultV2,
): Promise<APIGatewayProxyStructuredResultV2> {
  const { body = '', headers, isBase64Encoded } = result
  const takes = /\bbr\b/.test(String(asked['accept-encoding']))
  if (!takes || isBase64Encoded || body.length < leastCompressed) return result
  const packed = await compress(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  const coded = { ...headers, 'content-encoding': 'br', vary: 'accept-encoding' }
  return { ...result, headers: coded, body: packed.toString('base64'), isBase64Encoded: true }
}
