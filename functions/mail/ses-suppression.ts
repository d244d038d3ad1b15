/**
 * The list of SES's account from which a freed address is taken. The call changes nothing when it is repeated, so unlike a
 * send it may be tried again at once.
 */
import { DeleteSuppressedDestinationCommand, SESv2Client, type SESv2ClientConfig } from '@aws-sdk/client-sesv2'
import type { SuppressionList } from '../domain/region/suppression-list.ts'

/** Told why SES did not do it. The error's text may hold the address. */
type Report = (error: unknown) => void

/** Answers after two tries at most, each of `answerMs` (so within 7 seconds); never throws. */
export function createSesSuppressionList(config: SESv2ClientConfig, report: Report, answerMs = 3_000): SuppressionList {
  const client = new SESv2Client({
    ...config,
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: answerMs, throwOnRequestTimeout: true },
  })
  return {
    async lift(email) {
      try {
        await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: email }))
        return 'lifted'
      } catch (error) {
        if (error instanceof Error && error.name === 'NotFoundException') return 'lifted'
        report(error)
        return 'no-answer'
      }
    },
  }
}
