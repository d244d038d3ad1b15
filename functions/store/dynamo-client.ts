/**
 * The client for DynamoDB (docs/decisions/11-small-dynamodb-client.md). A hanging table must not hang a person: a connection gets
 * 1 s, an answer 5 s, then the call is cut and its outcome unknown (table.ts knows what to do). Three attempts, so a verb ends before the
 * gateway's 30 s do.
 */
import { Agent } from 'node:http'
import { Agent as SecureAgent } from 'node:https'
import { setTimeout as delay } from 'node:timers/promises'
import type { Calls } from './wire/calls.ts'
import { isCut, marked, pauseAfter, refusalOf, skewOf } from './wire/dynamo-error.ts'
import { type Credentials, type Place, signedPost } from './wire/signed-post.ts'

export type DynamoSettings = {
  /** Another DynamoDB than AWS's, e.g. the emulator's address. */
  endpoint?: string | undefined
  /** AWS's. Without it `endpoint` is an emulator, which checks neither region nor keys. */
  region?: string | undefined
  /** Without them those of the environment, looked up at each call. */
  credentials?: Credentials
  connectionMs?: number
  requestMs?: number
  maxAttempts?: number
  /** This machine's clock in milliseconds. With it a call that AWS refuses for its time is signed again by AWS's clock. */
  wall?: () => number
}

const emulator = { region: 'ap-southeast-3', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
const mostConnections = 50

/** A client that lives as long as the process; it keeps its connections. */
export class DynamoClient {
  readonly #place: Place & { agent: Agent }
  readonly #maxAttempts: number
  readonly #wall: (() => number) | undefined
  /** By how much AWS's clock is before this machine's, once that mattered. */
  #skew = 0

  constructor({ endpoint, region, ...settings }: DynamoSettings) {
    if (endpoint === undefined && region === undefined) throw new Error('DynamoDB needs a region or an endpoint')
    const url = new URL(endpoint ?? `https://dynamodb.${region}.amazonaws.com`)
    const kept = { keepAlive: true, maxSockets: mostConnections }
    const { credentials, connectionMs = 1_000, requestMs: answerMs = 5_000, maxAttempts = 3, wall } = settings
    this.#place = {
      url,
      service: 'dynamodb',
      ...(region === undefined ? emulator : { region }),
      ...(credentials && { credentials }),
      agent: url.protocol === 'https:' ? new SecureAgent(kept) : new Agent(kept),
      connectionMs,
      answerMs,
    }
    this.#maxAttempts = maxAttempts
    this.#wall = wall
  }

  /**
   * Throws an error that is named for DynamoDB's exception, or `TimeoutError`, or has the socket's code; its `$metadata` says after how many
   * attempts, and the last answer's status.
   */
  async call<Name extends keyof Calls>(name: Name, input: Calls[Name]['input']): Promise<Calls[Name]['output']> {
    return (await this.ask(name, input)) as Calls[Name]['output']
  }

  /** Any of DynamoDB's calls. */
  async ask(name: string, input: object): Promise<object> {
    const body = JSON.stringify(input)
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(name, body)
      } catch (reason) {
        const error = marked(reason)
        error.$metadata.attempts = attempt
        const pause = pauseAfter(error, Math.random())
        if (pause === undefined || attempt >= this.#maxAttempts) throw error
        if (isCut(error)) this.#closeIdle()
        await delay(pause)
      }
    }
  }

  protected async attempt(name: string, body: string): Promise<object> {
    const skew = this.#skew
    const answer = await signedPost(this.#place, `DynamoDB_20120810.${name}`, body, this.#date())
    if (answer.status === 200) return JSON.parse(answer.text)
    const refusal = refusalOf(answer)
    const ahead = this.#wall && skewOf(refusal, answer, this.#wall() + skew)
    if (ahead !== undefined) {
      this.#skew = skew + ahead
      refusal.$metadata.isClockCorrected = true
    }
    throw refusal
  }

  #date(): string | undefined {
    if (this.#skew === 0 || this.#wall === undefined) return undefined
    return new Date(this.#wall() + this.#skew).toISOString().replace(/[-:]|\.\d{3}/g, '')
  }

  /** Where one kept connection was cut, others are too, e.g. after a pause of the whole machine; each would cost an attempt. */
  #closeIdle(): void {
    for (const sockets of Object.values(this.#place.agent.freeSockets))
      for (const socket of sockets ?? []) socket.destroy()
  }

  destroy(): void {
    this.#place.agent.destroy()
  }
}

export function createDynamoClient(settings: DynamoSettings): DynamoClient {
  return new DynamoClient(settings)
}
