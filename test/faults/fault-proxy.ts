/**
 * Trouble between a client and DynamoDB or SES, by rule or by seeded chance: what a network does to a call (cut before
 * or after it took effect, hang, be late, be cut short) and what AWS does (500 after success, throttling).
 * The modes that matter most are `resetAfter` and `500after`: the write happened, and the caller cannot know.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { seededRandom } from '../../local/ses/seeded-random.ts'
import { answer500, answerThrottled } from './fault-answers.ts'

/**
 * pass: forward. resetBefore: cut without forwarding. resetAfter: forward, then cut without an answer.
 * 500after: forward, answer 500. throttle: refuse without forwarding. delay: wait, then forward.
 * hang: never forward, never answer. truncate: forward, cut in the middle of the answer's body.
 */
export const faultModes = [
  'pass',
  'resetBefore',
  'resetAfter',
  '500after',
  'throttle',
  'delay',
  'hang',
  'truncate',
] as const
export type FaultMode = (typeof faultModes)[number]

/** One call as the rule sees it. */
export type FaultCall = {
  /** `PutItem`, `Query`, ... (DynamoDB) or `SendRawEmail`, ... (SES); empty for anything else. */
  operation: string
  /** Counts all calls from 1. */
  number: number
  /** The request's body, for rules that look inside. */
  body: string
  /** The proxy's seeded chance. */
  random: () => number
}

export type FaultRule = (call: FaultCall) => FaultMode

export type FaultProxy = {
  port: number
  url: string
  seed: number
  /** Calls by `<operation> <mode>`, such as `PutItem resetAfter`. */
  counts: Record<string, number>
  /** Replaces the rule, for instance by `() => 'pass'` when the trouble is over. */
  use(choose: FaultRule): void
  close(): Promise<void>
}

type FaultOptions = {
  /** Where calls go: `http://127.0.0.1:8000`. */
  target: string
  /** Printed, so that a red run can be repeated. */
  seed: number
  choose: FaultRule
  /** Port to listen on; default 0. */
  port?: number
  /** Longest wait of `delay`, in ms; default 300. */
  delayMs?: number
  /** What is forwarded in place of the request's body, and answered in place of a good answer's. */
  rewrite?: (call: FaultCall) => string
  reply?: (call: FaultCall, body: Buffer) => Buffer
  /** Does not print the seed. */
  quiet?: boolean
}

/** A rule by chances: `byChance({ resetAfter: 0.05, throttle: 0.05 })`; the rest passes. `only` limits it to operations. */
export function byChance(chances: Partial<Record<FaultMode, number>>, only?: readonly string[]): FaultRule {
  return ({ operation, random }) => {
    let left = random()
    if (only && !only.includes(operation)) return 'pass'
    for (const mode of faultModes) {
      left -= chances[mode] ?? 0
      if (left < 0) return mode
    }
    return 'pass'
  }
}

/** Starts a proxy on 127.0.0.1 before `target`. */
export async function startFaultProxy(options: FaultOptions): Promise<FaultProxy> {
  const random = seededRandom(options.seed)
  const counts: Record<string, number> = {}
  let choose = options.choose
  let number = 0
  if (!options.quiet) console.log(`fault proxy before ${options.target}: seed ${options.seed}`)
  const server = createServer(async (request, response) => {
    try {
      const given = await readBody(request)
      const operation = operationOf(request, given)
      number++
      const call: FaultCall = { operation, number, body: given.toString('utf8'), random }
      const mode = choose(call)
      const body = options.rewrite ? Buffer.from(options.rewrite(call)) : given
      const key = `${operation} ${mode}`
      counts[key] = (counts[key] ?? 0) + 1
      await perform(mode, {
        request,
        response,
        body,
        target: options.target,
        delayMs: random() * (options.delayMs ?? 300),
        reply: (answer) => options.reply?.(call, answer) ?? answer,
      })
    } catch {
      // The caller hung up, or the target is gone: either way there is nobody to answer properly.
      response.destroy()
    }
  })
  const port = await listen(server, options.port ?? 0)
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    seed: options.seed,
    counts,
    use: (rule) => {
      choose = rule
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  body: Buffer
  target: string
  delayMs: number
  reply: (answer: Buffer) => Buffer
}

async function perform(mode: FaultMode, exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  if (mode === 'hang') return
  if (mode === 'resetBefore') return void request.socket.resetAndDestroy()
  if (mode === 'throttle') return answerThrottled(request, response)
  if (mode === 'delay') await sleep(exchange.delayMs)
  const answer = await forward(exchange)
  if (mode === 'resetAfter') return void request.socket.resetAndDestroy()
  if (mode === '500after') return answer500(request, response)
  response.writeHead(answer.status, answer.headers)
  if (mode !== 'truncate') return void response.end(answer.body)
  // The head promises the whole length; the cut must not overtake the half that goes out.
  response.write(answer.body.subarray(0, Math.floor(answer.body.length / 2)), () => request.socket.destroy())
}

async function forward({ request, body, target, reply }: Exchange) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (!['host', 'connection', 'content-length', 'expect'].includes(name) && typeof value === 'string')
      headers.set(name, value)
  }
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const answer = await fetch(target + (request.url ?? '/'), {
    method: request.method ?? 'POST',
    headers,
    body: hasBody ? new Uint8Array(body) : null,
  })
  const whole = Buffer.from(await answer.arrayBuffer())
  const bytes = answer.status === 200 ? reply(whole) : whole
  const kept = [...answer.headers].filter(
    ([name]) => !['connection', 'keep-alive', 'transfer-encoding', 'content-encoding'].includes(name),
  )
  return {
    status: answer.status,
    headers: { ...Object.fromEntries(kept), 'content-length': String(bytes.length) },
    body: bytes,
  }
}

function operationOf(request: IncomingMessage, body: Buffer): string {
  const target = request.headers['x-amz-target']
  if (typeof target === 'string') return target.split('.').at(-1) ?? ''
  return /^Action=([A-Za-z]+)/.exec(body.subarray(0, 100).toString('latin1'))?.[1] ?? ''
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function listen(server: Server, port: number): Promise<number> {
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
