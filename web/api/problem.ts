/**
 * What can go wrong between this page and the API, in two kinds that people must be told apart: the server said no
 * (`Problem`, RFC 9457, with the domain's own code), or nobody answered (`Unreachable`), where nothing may be assumed lost.
 */
import type { Problem as ProblemDocument } from '../../functions/schema/problem.ts'
import { say } from '../wording/language.ts'
import { errorWording } from '../wording/shell.ts'

/** The body of a problem: `code` is stable, e.g. `draft-conflict`; title, detail and errors are in the reader's language. */
export type ProblemBody = Omit<ProblemDocument, 'type' | 'instance' | 'requestId' | 'errors'> & {
  readonly errors: NonNullable<ProblemDocument['errors']>
}

export class Problem extends Error {
  declare readonly body: ProblemBody
  constructor(body: ProblemBody) {
    super(body.detail || body.title || body.code)
    this.name = 'Problem'
    this.body = body
  }
}

/** No answer came: no connection, a time-out, or a proxy's page. Whether the server acted is not known. */
export class Unreachable extends Error {
  constructor() {
    super('unreachable')
    this.name = 'Unreachable'
  }
}

/** Reads a refused response; what is not a problem document (a proxy's page) becomes one with code `http-<status>`. */
export async function readProblem(response: Response): Promise<Problem> {
  const known = (await response.json().catch(() => ({}))) as Partial<ProblemDocument>
  const retryAfter = response.headers.get('Retry-After')
  return new Problem({
    ...(retryAfter === null ? {} : { retryAfterSeconds: Number(retryAfter) }),
    ...known,
    title: known.title ?? '',
    detail: known.detail ?? '',
    errors: known.errors ?? [],
    code: known.code ?? `http-${response.status}`,
    status: response.status,
  })
}

/** Is it this refusal? */
export function isProblem(error: unknown, code: string): error is Problem {
  return error instanceof Problem && error.body.code === code
}

/** One sentence for a person about any failure. */
export function sayFailure(error: unknown): string {
  if (error instanceof Unreachable) return say(errorWording.unreachable)
  if (!(error instanceof Problem)) return say(errorWording.failed)
  if (error.body.status === 403) return say(errorWording.forbidden)
  if (error.body.status === 503) return say(errorWording.busy)
  return error.body.detail || error.body.title || say(errorWording.failed)
}
