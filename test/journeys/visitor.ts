/** A person before the running system: keeps cookies as a browser does, and reads the code from the inbox to sign in. */
import type { System } from '../../local/system.ts'

export type InboxMail = {
  id: string
  at: string
  from: string
  to: string[]
  subject: string
  text: string
  html: string
  headers: Record<string, string>
  tags: Record<string, string>
}

/** All mails so far, oldest first. `to`: those whose recipient has this in the address. */
export async function readInbox(system: Pick<System, 'inboxUrl'>, to = ''): Promise<InboxMail[]> {
  const response = await fetch(`${system.inboxUrl}/messages?${new URLSearchParams({ to })}`)
  return (await response.json()) as InboxMail[]
}

/** The code for this address in the first of the mails that has one. */
function codeIn(mails: readonly InboxMail[], email: string): string | undefined {
  const codes = mails.filter(({ to }) => to.includes(email)).map(({ text }) => /^\s*(\d{4} \d{4})\s*$/m.exec(text)?.[1])
  return codes.find((code) => code !== undefined)
}

/** How many mails came to this address: for `codeFor`. */
export const mailsTo = async (system: Pick<System, 'inboxUrl'>, email: string) =>
  (await readInbox(system, email)).length

/** Waits for the code that comes to this address after `before` mails to it: what follows an answer leaves a moment after it. */
export async function codeFor(system: Pick<System, 'inboxUrl'>, email: string, before: number): Promise<string> {
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const code = codeIn((await readInbox(system, email)).slice(before), email)
    if (code !== undefined) return code
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no code came to ${email}`)
}

export type Answered = { status: number; body: unknown; bytes: Uint8Array; headers: Headers }

export class Visitor {
  readonly #system: Pick<System, 'siteUrl' | 'inboxUrl'>
  readonly #cookies = new Map<string, string>()

  constructor(system: Pick<System, 'siteUrl' | 'inboxUrl'>) {
    this.#system = system
  }

  /** Sends JSON, or bytes as they are. */
  async request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const { siteUrl } = this.#system
    const raw = body instanceof Uint8Array ? Uint8Array.from(body) : undefined
    const response = await fetch(`${siteUrl}${path}`, {
      method,
      headers: {
        origin: siteUrl,
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': raw ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: raw ?? JSON.stringify(body) }),
    })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    const { status, headers: answered } = response
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    const isJson = /json/.test(answered.get('content-type') ?? '')
    return { status, body: isJson && text !== '' ? JSON.parse(text) : text, bytes, headers: answered }
  }

  /** Asks for a code, takes it from the inbox, enters it. Fails loudly when any step is refused. */
  async signIn(email: string): Promise<this> {
    const before = await mailsTo(this.#system, email)
    expectStatus(await this.request('POST', '/api/sign-in', { email }), 202)
    const code = await codeFor(this.#system, email, before)
    expectStatus(await this.request('POST', '/api/sign-in/verify', { code }), 200)
    return this
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(/;\s*/)
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const isOver = value === '' || attributes.some((each) => /^max-age=0$/i.test(each))
    if (isOver) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}

/** Throws with the problem's text when the status is another one, so that a failing journey says why. */
export function expectStatus(answered: Answered, status: number): Answered {
  if (answered.status !== status)
    throw new Error(`expected ${status}, got ${answered.status}: ${JSON.stringify(answered.body)}`)
  return answered
}
