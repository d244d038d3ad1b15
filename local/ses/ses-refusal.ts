/**
 * The emulator's "no", in SES's own codes, so that the SDK throws what it would throw against AWS.
 * Codes that the SDK models (MessageRejected, AccountSendingPausedException, ...) become its classes; the others become
 * SESServiceException with that name, as they do in production.
 */

type RefusalCode =
  | 'AccountSendingPausedException'
  | 'BadRequestException'
  | 'ConfigurationSetDoesNotExist'
  | 'InvalidAction'
  | 'InvalidParameterValue'
  | 'MalformedInput'
  | 'MessageRejected'
  | 'MissingAuthenticationToken'
  | 'NotFoundException'
  | 'RequestEntityTooLarge'
  | 'Throttling'
  | 'ValidationError'

const statuses: Partial<Record<RefusalCode, number>> = {
  MissingAuthenticationToken: 403,
  NotFoundException: 404,
  RequestEntityTooLarge: 413,
}

/** A request that SES refuses. `status` is HTTP's: 400 but for missing credentials (403), missing things (404) and giant bodies (413). */
export class SesRefusal extends Error {
  readonly code: RefusalCode
  readonly status: number

  constructor(code: RefusalCode, message: string) {
    super(message)
    this.name = 'SesRefusal'
    this.code = code
    this.status = statuses[code] ?? 400
  }
}

/** A parameter, header or address that SES does not accept. */
export function invalid(message: string): SesRefusal {
  return new SesRefusal('InvalidParameterValue', message)
}
