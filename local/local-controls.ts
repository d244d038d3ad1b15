/**
 * Only on one machine: `GET|PUT /local/clock` and `POST /local/jobs/{plan|dispatch|check|reconcile}`. A page of another origin may not
 * use them: writes need this origin's `Origin` or `Sec-Fetch-Site: same-origin`, or none of the two (a terminal).
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import { readBody } from './api-gateway.ts'
import { ClockError, type LocalClock } from './clock.ts'
import type { JobName } from './handlers.ts'
import type { Schedules } from './schedules.ts'

const instant = z.iso.datetime({ offset: true })
const clockBody = z.object({ now: instant })
const jobBody = z.object({ time: instant.optional(), dryRun: z.boolean().optional() })
const jobPath = /^\/local\/jobs\/(plan|dispatch|check|reconcile)$/

export class LocalControls {
  readonly #clock: LocalClock
  readonly #schedules: Schedules
  readonly #addresses: { siteUrl: string; inboxUrl: string; zone: string; zoneName: string }

  constructor(
    clock: LocalClock,
    schedules: Schedules,
    addresses: { siteUrl: string; inboxUrl: string; zone: string; zoneName: string },
  ) {
    this.#clock = clock
    this.#schedules = schedules
    this.#addresses = addresses
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const method = request.method ?? 'GET'
      const path = new URL(request.url ?? '/', 'http://localhost').pathname
      if (method !== 'GET' && isForeign(request, this.#addresses.siteUrl))
        return json(response, 403, problem('Another site asked.'))
      if (path === '/local/clock' && method === 'GET') return json(response, 200, this.#clockState())
      if (path === '/local/clock' && method === 'PUT') {
        await this.#schedules.moveTo(new Date(clockBody.parse(await jsonBody(request)).now))
        return json(response, 200, this.#clockState())
      }
      const job = jobPath.exec(path)?.[1] as JobName | undefined
      if (job && method === 'POST') {
        const { time, dryRun } = jobBody.parse(await jsonBody(request))
        const options = dryRun === undefined ? {} : { dryRun }
        return json(response, 200, await this.#schedules.job(job, time ? new Date(time) : undefined, options))
      }
      json(response, 404, problem('No such local control.'))
    } catch (error) {
      if (error instanceof ClockError) return json(response, 409, problem(error.message))
      if (error instanceof z.ZodError || error instanceof SyntaxError) {
        return json(
          response,
          400,
          problem('Send JSON: { "now": "2026-02-13T08:00:00+08:00" } or { "time"?, "dryRun"? }.'),
        )
      }
      throw error
    }
  }

  #clockState() {
    const { kind } = this.#clock
    return {
      now: this.#clock.now().toISOString(),
      kind,
      inboxUrl: this.#addresses.inboxUrl,
      zone: this.#addresses.zone,
      zoneName: this.#addresses.zoneName,
    }
  }
}

function isForeign(request: IncomingMessage, siteUrl: string): boolean {
  const { origin } = request.headers
  const site = request.headers['sec-fetch-site']
  if (origin !== undefined) return origin !== siteUrl
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  const body = await readBody(request)
  return body.length === 0 ? {} : JSON.parse(body.toString('utf8'))
}

const problem = (detail: string) => ({ title: detail, detail })

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'content-type': status >= 400 ? 'application/problem+json' : 'application/json',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(value))
}
