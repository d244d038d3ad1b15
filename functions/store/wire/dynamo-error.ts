/** What a call to DynamoDB that failed says of itself, marked as errors of AWS's clients are, and whether it is worth another attempt. */
import type { Answer } from './signed-post.ts'

/** `httpStatusCode` is missing where there was no whole answer. `isClockCorrected`: the next attempt is signed by AWS's clock. */
export type CallMarks = { attempts: number; httpStatusCode?: number; requestId?: string; isClockCorrected?: boolean }
export type CallError = Error & { $metadata: CallMarks }

const throttled = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'ThrottledException',
  'Throttling',
  'TooManyRequestsException',
  'LimitExceededException',
  'TransactionInProgressException',
])
const skewed = new Set([
  'InvalidSignatureException',
  'SignatureDoesNotMatch',
  'RequestTimeTooSkewed',
  'RequestExpired',
  'RequestInTheFuture',
  'AuthFailure',
])
const cut = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|HPE_)/
/** What AWS bears between its clock and a signature's. */
const bornMs = 5 * 60_000

/** Milliseconds: the longest pause before the second attempt; it doubles with each. */
const [firstPause, firstPauseThrottled] = [100, 500]

/** A refusal in DynamoDB's words; `name` is that of its exception. */
export function refusalOf({ status, headers, text }: Answer): CallError {
  const { __type, message, Message } = wordsOf(text)
  return Object.assign(new Error(String(message ?? Message ?? `HTTP ${status}`)), {
    name: __type?.split('#').at(-1) ?? 'UnknownError',
    $metadata: { attempts: 1, httpStatusCode: status, requestId: String(headers['x-amzn-requestid'] ?? '') },
  })
}

function wordsOf(text: string): { __type?: string; message?: unknown; Message?: unknown } {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

/** The same error, marked where it came from the network. */
export function marked(error: unknown): CallError {
  const known = error instanceof Error ? error : new Error(String(error))
  return Object.assign(known, { $metadata: { attempts: 1, ...('$metadata' in known && Object(known.$metadata)) } })
}

/** Milliseconds to wait before another attempt, `undefined` where none would help; `chance` is from 0 to 1. */
export function pauseAfter(error: CallError, chance: number): number | undefined {
  const { attempts, httpStatusCode: status = 0, isClockCorrected } = error.$metadata
  if (isClockCorrected) return 0
  const longest = throttled.has(error.name) ? firstPauseThrottled : firstPause
  const repeat = throttled.has(error.name) || status > 499 || isCut(error)
  return repeat ? chance * longest * 2 ** (attempts - 1) : undefined
}

/** No whole answer, or one that is none. */
export function isCut(error: CallError): boolean {
  return (
    error.name === 'TimeoutError' || error.name === 'SyntaxError' || ('code' in error && cut.test(String(error.code)))
  )
}

/** By how much AWS's clock is before `now`, in milliseconds, where that is why it refused. */
export function skewOf(error: CallError, { headers }: Pick<Answer, 'headers'>, now: number): number | undefined {
  const ahead = Date.parse(headers.date ?? '') - now
  return skewed.has(error.name) && Math.abs(ahead) > bornMs ? ahead : undefined
}
