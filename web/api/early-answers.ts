/**
 * Answers of the API that came before anybody here had asked (web/ahead.ts), by their addresses. They are given soon, or
 * not at all, to whoever asks until something changes: what is shown is never older than the opening of the page.
 */
import type { StartPart } from '../../functions/http/start.ts'

const freshMilliseconds = 5_000

type Asked = Promise<Response | undefined> | false
type Early = { readonly at: number; readonly answers: Map<string, Response> }
const { lengkapAhead } = window as { lengkapAhead?: { readonly start: Asked; readonly clock: Asked } }
let start = earlyOf(lengkapAhead?.start, readParts)
let clock = earlyOf(lengkapAhead?.clock, async (answer) => new Map([['/local/clock', answer]]))

async function earlyOf(
  asked: Asked | undefined,
  read: (answer: Response) => Promise<Map<string, Response>>,
): Promise<Early | undefined> {
  const answer = await asked
  if (!answer) return undefined
  return read(answer).then(
    (answers) => ({ at: performance.now(), answers }),
    () => undefined,
  )
}

async function readParts(answer: Response): Promise<Map<string, Response>> {
  // Nobody is signed in, or the server is in trouble: so it would say to whoever asks who is here.
  if (!answer.ok) return new Map([['/api/me', answer]])
  const answers = new Map<string, Response>()
  const { parts } = (await answer.json()) as { parts: StartPart[] }
  const date = answer.headers.get('Date')
  for (const { path, status, etag, body } of parts) {
    const headers = { ...(etag === undefined ? {} : { ETag: etag }), ...(date === null ? {} : { Date: date }) }
    answers.set(path, new Response(JSON.stringify(body), { status, headers }))
  }
  return answers
}

/** The early answer of this address, where there is one. */
export async function takeEarly(path: string): Promise<Response | undefined> {
  const known = await (path.startsWith('/api/') ? start : clock)
  return known !== undefined && performance.now() - known.at < freshMilliseconds
    ? known.answers.get(path)?.clone()
    : undefined
}

/** From now on everything is asked anew: something is about to change. */
export function dropEarly(): void {
  start = Promise.resolve(undefined)
  clock = start
}
