/**
 * One origin, as CloudFront makes it: `/api/*` goes to the deployed API handler, `/local/*` turns the rehearsal clock and
 * runs jobs, everything else is the built site.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { BodyTooLarge, compressed, readBody, toEvent, writeResult } from './api-gateway.ts'
import type { LocalClock } from './clock.ts'
import type { Handlers } from './handlers.ts'
import type { LocalControls } from './local-controls.ts'
import { isLocalName, pathOf, refuseName } from './local-host.ts'
import type { StaticSite } from './static-site.ts'
import type { TableStream } from './table-stream.ts'
import { refuseForNow, WorkLimit } from './work-limit.ts'

export type WebServerParts = {
  clock: LocalClock
  handlers: Handlers
  stream: TableStream
  /** Told of what sends beside the schedules. */
  sending: (work: Promise<unknown>) => Promise<void>
  site: StaticSite
  /** Absent behind a proxy: there anybody could ask for them. */
  controls: LocalControls | undefined
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** A whole request has to be here by then: whoever sends slower, or stops, is closed. */
const requestSeconds = 30

/** Requests that come while the parts still start wait for them. */
export function createWebServer(starting: Promise<WebServerParts>): Server {
  const limit = new WorkLimit()
  const limits = { requestTimeout: requestSeconds * 1_000, headersTimeout: 10_000, connectionsCheckingInterval: 2_000 }
  return createServer(limits, (request, response) => {
    const answered = starting.then((parts) => answer(request, response, parts, limit))
    answered.catch((error: unknown) => {
      if (error instanceof BodyTooLarge) return endWith(response, 413)
      // Whoever sent too slowly, or went away, was answered by the server itself.
      if (request.errored) return
      console.error('web server:', error)
      endWith(response, 500)
    })
  })
}

function endWith(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status)
  response.end()
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: WebServerParts,
  limit: WorkLimit,
): Promise<void> {
  const path = pathOf(request)
  if (path === undefined) return endWith(response, 400)
  if (path.startsWith('/api/')) return answerApi(request, response, parts, limit)
  if (path.startsWith('/local/') && parts.controls) {
    return isLocalName(request) ? parts.controls.answer(request, response) : refuseName(response)
  }
  return parts.site.answer(request, response)
}

async function answerApi(
  request: IncomingMessage,
  response: ServerResponse,
  parts: WebServerParts,
  limit: WorkLimit,
): Promise<void> {
  const received = parts.clock.now()
  const event = toEvent(request, await readBody(request), received, randomUUID())
  // The proxy is the only one who connects, and writes the last entry itself; all before it may be invented.
  if (!parts.controls) event.requestContext.http.sourceIp = forwardedFor(request) ?? event.requestContext.http.sourceIp
  const result = await limit.run(() => parts.handlers.api(event))
  if (result === undefined) return refuseForNow(response, request.headers['accept-language'])
  writeResult(response, await compressed(request, result))
  if (unsafe.has(request.method ?? '')) await parts.sending(parts.stream.pump(parts.clock.now()))
}

function forwardedFor({ headers }: IncomingMessage): string | undefined {
  return (
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim()
      .replace(/^::ffff:/, '') || undefined
  )
}
