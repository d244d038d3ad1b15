/**
 * The page's one door to the API. It tells refusals from silence, and when a session ended while somebody was typing, or an act
 * needs a fresh code, it asks for a sign-in in place and sends the same request again, so that no caller can lose what it carries.
 */
import { hearServerTime } from '../shell/clock.ts'
import { language } from '../wording/language.ts'
import { dropEarly, takeEarly } from './early-answers.ts'
import { type Problem, readProblem, Unreachable } from './problem.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE'
/** `headers` for preconditions; `signInAgain: false` where a 401 is an answer and not an accident. */
export type Options = {
  readonly body?: unknown
  /** A file in place of a JSON body; its type is among the headers. */
  readonly file?: Blob
  readonly headers?: Record<string, string>
  readonly signInAgain?: boolean
  readonly signal?: AbortSignal
  readonly keepalive?: boolean
}
export type Answer<T> = {
  readonly body: T
  readonly etag: string | null
  readonly status: number
  readonly headers: Headers
}

type AskToSignIn = (refused: Problem) => Promise<void>
let askToSignIn: AskToSignIn | undefined

/** Who asks the person to sign in again; resolves once a session stands, throws when the person would rather not. Set by web/session. */
export function onSessionEnd(ask: AskToSignIn): void {
  askToSignIn = ask
}

/** Sends one request. Throws `Problem` when the server refuses and `Unreachable` when nobody answers. */
export async function request<T>(method: Method, path: string, options: Options = {}): Promise<Answer<T>> {
  const response = await ask(method, path, options)
  const text = await response.text()
  return {
    body: (text === '' ? undefined : JSON.parse(text)) as T,
    etag: response.headers.get('ETag'),
    status: response.status,
    headers: response.headers,
  }
}

/** As `request`, for an answer that is a file. */
export async function requestFile(method: Method, path: string, options: Options = {}): Promise<Blob> {
  return (await ask(method, path, options)).blob()
}

async function ask(method: Method, path: string, options: Options): Promise<Response> {
  const response = await send(method, path, options)
  if (response.ok || response.status === 304) return response
  const refused = await readProblem(response)
  if (response.status !== 401 || options.signInAgain === false || askToSignIn === undefined) throw refused
  await askToSignIn(refused)
  return ask(method, path, { ...options, signInAgain: false })
}

/** Only who asks without conditions can be answered by what came early. */
const isPlain = (method: Method, { headers }: Options) => method === 'GET' && headers === undefined

async function send(method: Method, path: string, options: Options): Promise<Response> {
  if (method !== 'GET') dropEarly()
  const early = isPlain(method, options) ? await takeEarly(path) : undefined
  if (early !== undefined) {
    hearServerTime(early.headers.get('Date'))
    return early
  }
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Accept-Language': language.peek(),
        ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      ...(options.file === undefined ? {} : { body: options.file }),
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.keepalive ? { keepalive: true } : {}),
    })
    hearServerTime(response.headers.get('Date'))
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Unreachable()
  }
}
