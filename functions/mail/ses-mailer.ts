/**
 * The Mailer port over SES. One call is one try: the SDK never retries by itself, for a retry after a time-out is how
 * people get two mails. Only the dispatcher decides what happens next.
 */
import { SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { Mail, Mailer } from '../domain/notices/ledger/mailer.ts'
import { isRehearsalId } from '../schema/rehearsal.ts'
import { buildMime, type Sender } from './mime.ts'
import { outcomeOf } from './ses-refusals.ts'

/** `configurationSet` is what makes SES report events; without it no evidence arrives. */
export type SesMailerParts = { client: SESClient; from: Sender; configurationSet: string }

/** A client that tries once, gives up connecting after 1 s and waiting for the answer after `answerMs`. */
export function createSesClient(config: SESClientConfig, answerMs = 10_000): SESClient {
  return new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: answerMs, throwOnRequestTimeout: true },
  })
}

/** Sends one mail to one recipient and says what is known about it; never throws for what SES or the network does. */
export function createSesMailer({ client, from, configurationSet }: SesMailerParts): Mailer {
  return {
    async send(mail) {
      // The last door: nothing of a rehearsal passes it, whatever went wrong before.
      if (isRehearsalId(mail.scope)) return { outcome: 'refused', retry: false, reason: 'rehearsal' }
      let raw: Buffer
      try {
        raw = await buildMime(mail, from)
      } catch (error) {
        return { outcome: 'refused', retry: false, reason: String(error) }
      }
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            Source: from.email,
            Destinations: [mail.to.email],
            RawMessage: { Data: raw },
            ConfigurationSetName: configurationSet,
            Tags: tagsOf(mail),
          }),
        )
        if (MessageId === undefined) return { outcome: 'unknown', reason: 'SES answered without a message id' }
        return { outcome: 'accepted', messageId: MessageId }
      } catch (error) {
        return outcomeOf(error)
      }
    },
  }
}

/** Tags come back in every event and lead it to its notice. SES allows letters, digits, `_` and `-` only, which ids are made of. */
function tagsOf({ nid, region, scope, kind, attempt }: Mail): { Name: string; Value: string }[] {
  return Object.entries({ nid, region, scope, kind, attempt: String(attempt) }).map(([Name, Value]) => ({
    Name,
    Value,
  }))
}
