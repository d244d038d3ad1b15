/**
 * The deployed functions and what they call: each in a process of its own, all their calls to AWS through one gate, which knows the
 * caller by its key as AWS does, refuses what its role does not allow, notes what it does, and hands the rest to the emulators.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { asksOf } from './asks.ts'
import { awsRegion, type Door } from './assembly.ts'
import { type Ask, isAllowed } from './iam.ts'

type Running = { child: ChildProcess; said: string[] }
type Told = { id: string; answer?: unknown; error?: { errorType: string; errorMessage: string } }

export class Cloud {
  doors: readonly Door[] = []
  /** Where calls go that were allowed, by service. */
  readonly behind: Record<string, string> = {}
  now = new Date(0)
  /** SES takes no mail. */
  outage = false
  /** What each door asked for and was allowed, by name. */
  readonly used = new Map<string, Ask[]>()
  readonly refused: string[] = []
  readonly #running = new Map<string, Promise<Running>>()
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return this.#address()
  }

  #address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async stop(): Promise<void> {
    for (const running of this.#running.values()) (await running).child.kill()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  /** Lines that a door has written, e.g. its log. */
  async saidBy(name: string): Promise<string> {
    return (await this.#running.get(name))?.said.join('') ?? ''
  }

  /** One invocation. Throws what the function threw, with its stack. */
  async invoke(name: string, event: unknown): Promise<unknown> {
    const door = this.doors.find((each) => each.name === name)
    if (door === undefined) throw new Error(`There is no function ${name}`)
    const { child } = await (this.#running.get(name) ?? this.#launch(door))
    const id = randomUUID()
    let over: () => unknown = () => undefined
    const told = new Promise<Told>((resolve, reject) => {
      const listen = (message: Told) => message.id === id && resolve(message)
      const end = () => reject(new Error(`${name} has ended`))
      child.on('message', listen).on('exit', end)
      over = () => child.off('message', listen).off('exit', end)
    }).finally(() => over())
    child.send({ id, event, at: this.now.getTime(), seconds: door.seconds })
    const { answer, error } = await told
    if (error) throw new Error(`${name}: ${error.errorMessage}`)
    return answer
  }

  #launch(door: Door): Promise<Running> {
    const running = launch(door, this.#address())
    this.#running.set(door.name, running)
    return running
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const [, name = '', service = ''] =
      /Credential=([^/]+)\/\d{8}\/[^/]+\/(\w+)\/aws4_request/.exec(request.headers.authorization ?? '') ?? []
    const { method = '', url: path = '' } = request
    const asks = asksOf({
      service,
      method,
      path,
      target: String(request.headers['x-amz-target'] ?? ''),
      body: body.toString(),
    })
    const door = this.doors.find((each) => each.name === name)
    const denied = asks.filter((ask) => door === undefined || !isAllowed(door.statements, ask))
    if (denied.length > 0) {
      this.refused.push(...denied.map((ask) => `${name} ${ask.action} ${ask.resource} ${JSON.stringify(ask.context)}`))
      refuse(service, response)
      return
    }
    this.used.set(name, [...(this.used.get(name) ?? []), ...asks])
    if (service === 'ses' && this.outage) return void response.writeHead(400).end(paused)
    if (service === 'lambda') return this.#run(asks[0]?.resource ?? '', body, response)
    await forward(`${this.behind[service]}${path}`, request, body, response)
  }

  async #run(arn: string, body: Buffer, response: ServerResponse): Promise<void> {
    const name = this.doors.find((door) => door.arn === arn)?.name ?? arn
    const answer = await this.invoke(name, JSON.parse(body.toString())).catch((error: Error) => {
      response.setHeader('x-amz-function-error', 'Unhandled')
      return { errorType: error.name }
    })
    response.end(JSON.stringify(answer))
  }
}

/** With the variables of its template and those that Lambda sets, and no others; the key is the door's name. */
async function launch(door: Door, endpoint: string): Promise<Running> {
  const child = fork(join(import.meta.dirname, 'function-host.mjs'), [door.file], {
    env: {
      ...door.environment,
      AWS_REGION: awsRegion,
      AWS_LAMBDA_FUNCTION_NAME: door.arn.split(':').at(-1),
      AWS_ACCESS_KEY_ID: door.name,
      AWS_SECRET_ACCESS_KEY: 'secret',
      // Instead of AWS's own addresses.
      AWS_ENDPOINT_URL: endpoint,
    },
    execArgv: [],
    silent: true,
  })
  const said: string[] = []
  child.stdout?.on('data', (chunk) => said.push(String(chunk)))
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(new Error(`${door.name} does not start: ${said.join('')}`)))
  })
  return { child, said }
}

const errorXml = (code: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error></ErrorResponse>`
const paused = errorXml('AccountSendingPausedException')

function refuse(service: string, response: ServerResponse): void {
  const json = JSON.stringify({ __type: 'AccessDeniedException', message: 'not allowed' })
  response.writeHead(service === 'ses' ? 403 : 400).end(service === 'ses' ? errorXml('AccessDenied') : json)
}

async function forward(url: string, request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
  const { host, connection, 'content-length': length, expect, ...headers } = request.headers
  const answer = await fetch(url, {
    method: request.method ?? 'POST',
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(body.length > 0 && { body: Uint8Array.from(body) }),
  })
  const content = Buffer.from(await answer.arrayBuffer())
  const passed = [...answer.headers].filter(([name]) => !/^(connection|keep-alive|transfer-encoding)$/.test(name))
  response.writeHead(answer.status, Object.fromEntries(passed)).end(content)
}
