/**
 * What can go wrong between this page and the API, in two kinds that people must be told apart: the server said no
 * (`Problem`, RFC 9457, with the domain's own code), or nobody answered (`Unreachable`), where nothing may be assumed lost.
 */
import type { AnswerError } from '../../functions/schema/answers.ts'
import { say } from '../wording/language.ts'
import { errorWording } from '../wording/shell.ts'

/** The body of a problem: `code` is the last part of its type, e.g. `draft-conflict`; extensions differ by code. */
export type ProblemBody = {
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly status: number
  readonly errors: readonly AnswerError[]
  readonly closedOn?: string
  readonly opensOn?: string
  readonly currentVersion?: number
  readonly currentRevision?: number
  readonly retryAfterSeconds?: number
  readonly triesLeft?: number
}

export class Problem extends Error {
  readonly body: ProblemBody
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

/** Reads a refused response; what is not a problem document becomes one with code `http-<status>`. */
export async function readProblem(response: Response): Promise<Problem> {
  const known = (await response.json().catch(() => ({}))) as Record<string, unknown>
  const type = typeof known.type === 'string' ? known.type : ''
  const named = type.split(/[/#:]/).pop() ?? ''
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN)
  return new Problem({
    title: '',
    detail: '',
    ...(Number.isNaN(retryAfter) ? {} : { retryAfterSeconds: retryAfter }),
    ...known,
    errors: Array.isArray(known.errors) ? (known.errors as AnswerError[]) : [],
    code: named === '' || named === 'blank' ? `http-${response.status}` : named,
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
