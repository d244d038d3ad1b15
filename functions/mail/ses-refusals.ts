/**
 * What SES's answers mean for a notice. A wrong "unknown" costs a wait of fifteen minutes, a wrong "refused" costs a second
 * mail: so only what certainly did not leave is called refused (trust.md section 3, rule R3; rows 44 to 48).
 */
import type { MailOutcome } from '../domain/notices/ledger/mailer.ts'

/** Refusals that later may lift: rates, quotas, a paused account or set, credentials that are being rotated. */
const liftable = new Set([
  'Throttling',
  'ThrottlingException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'AccountSendingPausedException',
  'AccountSendingPaused',
  'ConfigurationSetSendingPausedException',
  'ConfigurationSetSendingPaused',
  'CredentialsProviderError',
  'ExpiredToken',
  'ExpiredTokenException',
  'RequestExpired',
])

/** The connection was never made, so nothing can have been sent. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** The outcome that an exception of the SDK stands for. */
export function outcomeOf(error: unknown): Exclude<MailOutcome, { outcome: 'accepted' }> {
  const { name, message, status, code } = describe(error)
  const reason = `${name}: ${message}`.slice(0, 300)
  if (liftable.has(name) || status === 429) return { outcome: 'refused', retry: true, reason }
  if (neverConnected.has(code)) return { outcome: 'refused', retry: true, reason: `${code}: ${reason}` }
  // A 408 comes from something on the way that gave up waiting: SES may have it.
  if (status >= 400 && status < 500 && status !== 408) return { outcome: 'refused', retry: false, reason }
  return { outcome: 'unknown', reason }
}

function describe(error: unknown): { name: string; message: string; status: number; code: string } {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), status: 0, code: '' }
  const { $metadata, code } = error as Error & { $metadata?: { httpStatusCode?: number }; code?: unknown }
  return {
    name: error.name,
    message: error.message,
    status: $metadata?.httpStatusCode ?? 0,
    code: typeof code === 'string' ? code : '',
  }
}
