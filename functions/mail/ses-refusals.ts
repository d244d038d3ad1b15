/**
 * What SES's answers mean for a notice. A wrong "unknown" costs a wait of fifteen minutes, a wrong "refused" or "unavailable" a
 * second mail: so only what certainly did not leave is called that (docs/ledger.md, R3). Of refusals only
 * those are the mail's own that SES's documentation says of a message; all others concern everybody and will lift, for somebody
 * verifies the domain, makes the configuration set or gives the right back.
 */
import type { MailOutcome, MailTrouble } from '../domain/notices/ledger/mailer.ts'

/** The message or its recipient is at fault. */
const ownFault = new Set([
  'MessageRejected',
  'InvalidParameterValue',
  'InvalidParameterCombination',
  'InvalidRenderingParameter',
  'RequestEntityTooLarge',
  'ValidationError',
])

const troubles: Readonly<Record<string, MailTrouble>> = {
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  RequestLimitExceeded: 'throttled',
  RequestThrottled: 'throttled',
  LimitExceededException: 'quota',
  AccountSendingPausedException: 'paused',
  AccountSendingPaused: 'paused',
  AccountSuspendedException: 'paused',
  ProductionAccessNotGranted: 'paused',
  ProductionAccessNotGrantedException: 'paused',
  ConfigurationSetSendingPausedException: 'paused',
  ConfigurationSetSendingPaused: 'paused',
  SendingPausedException: 'paused',
  ConfigurationSetDoesNotExist: 'configuration',
  ConfigurationSetDoesNotExistException: 'configuration',
  MailFromDomainNotVerified: 'identity',
  MailFromDomainNotVerifiedException: 'identity',
  FromEmailAddressNotVerified: 'identity',
  AccessDenied: 'rights',
  AccessDeniedException: 'rights',
  CredentialsProviderError: 'credentials',
  ExpiredToken: 'credentials',
  ExpiredTokenException: 'credentials',
  RequestExpired: 'credentials',
  InvalidClientTokenId: 'credentials',
  IncompleteSignature: 'credentials',
  SignatureDoesNotMatch: 'credentials',
  InvalidSignatureException: 'credentials',
  MissingAuthenticationToken: 'credentials',
  UnrecognizedClientException: 'credentials',
  OptInRequired: 'credentials',
}

/** The connection was never made, so nothing can have been sent. */
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** The outcome that an exception of the SDK stands for. `from`: the sender's address. */
export function outcomeOf(error: unknown, from = ''): Exclude<MailOutcome, { outcome: 'accepted' }> {
  const { name, message, status, code } = describe(error)
  const reason = `${name}: ${message}`.slice(0, 300)
  if (neverConnected.has(code)) {
    return { outcome: 'unavailable', trouble: 'unreachable', reason: `${code}: ${reason}`.slice(0, 300) }
  }
  const known = troubles[name]
  if (known !== undefined) return { outcome: 'unavailable', trouble: daily(known, message), reason }
  if (ownFault.has(name) || status === 413) return ownRefusal(message, reason, from)
  // A 408 comes from something on the way that gave up waiting: SES may have it.
  if (status === 429) return { outcome: 'unavailable', trouble: 'throttled', reason }
  if (status >= 400 && status < 500 && status !== 408) return { outcome: 'unavailable', trouble: 'refusing', reason }
  return { outcome: 'unknown', reason, ...(status >= 500 && { trouble: 'failing' as const }) }
}

/** SES says `Throttling` of both: too many in this second, and in this day. */
function daily(trouble: MailTrouble, message: string): MailTrouble {
  return trouble === 'throttled' && /daily|quota/i.test(message) ? 'quota' : trouble
}

/** In the sandbox recipients must be verified too: then it is the recipient's refusal, and lifts when he is. */
function ownRefusal(message: string, reason: string, from: string): Exclude<MailOutcome, { outcome: 'accepted' }> {
  if (/not verified/i.test(message)) {
    const failed = /region [^:]*:\s*(.*)$/i.exec(message)?.[1]?.toLowerCase()
    const ours = failed === undefined || from === '' || failed.includes(from.toLowerCase())
    return ours ? { outcome: 'unavailable', trouble: 'identity', reason } : { outcome: 'refused', retry: true, reason }
  }
  if (/(paused|suspended|disabled|shut down).*account|account.*(paused|suspended|disabled|shut down)/i.test(message)) {
    return { outcome: 'unavailable', trouble: 'paused', reason }
  }
  return { outcome: 'refused', retry: false, reason }
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
