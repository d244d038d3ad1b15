/** A browser as the API sees one: keeps cookies, sends its origin, comes from one address. */
import type { Api } from '../../functions/http/app.ts'

/** What the front shows to the API. */
export const originSecret = 'the-origin-secret-of-tests'

export type Send = {
  headers?: Record<string, string | undefined>
  json?: unknown
  raw?: string | Uint8Array<ArrayBuffer>
}

export class Browser {
  readonly cookies = new Map<string, string>()
  readonly #app: Api
  readonly #origin: string
  readonly client: string

  constructor(app: Api, origin: string, client: string) {
    this.#app = app
    this.#origin = origin
    this.client = client
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('GET', path, { headers })
  }

  post(path: string, json?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('POST', path, { json, headers })
  }

  put(path: string, json: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.send('PUT', path, { json, headers })
  }

  /** A header that is `undefined` is left out, also those that a browser would send by itself. */
  async send(method: string, path: string, { headers = {}, json, raw }: Send = {}): Promise<Response> {
    const body = raw ?? (json === undefined ? undefined : JSON.stringify(json))
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const all: Record<string, string | undefined> = {
      'x-origin-secret': originSecret,
      ...(cookie === '' ? {} : { cookie }),
      ...(method === 'GET' ? {} : { origin: this.#origin }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    }
    const sent = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
    const event = { requestContext: { requestId: 'request-1', http: { sourceIp: this.client } } }
    const answer = await this.#app.request(
      `${this.#origin}${path}`,
      { method, headers: Object.fromEntries(sent), ...(body === undefined ? {} : { body }) },
      { event },
    )
    for (const line of answer.headers.getSetCookie()) this.#keep(line)
    return answer
  }

  #keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const [name = '', value = ''] = pair.split('=')
    if (attributes.includes('Max-Age=0')) this.cookies.delete(name)
    else this.cookies.set(name, decodeURIComponent(value))
  }
}
