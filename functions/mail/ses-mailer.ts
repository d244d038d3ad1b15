/**
 * The Mailer port over SES. One call is one try: the SDK never retries by itself, for a retry after a time-out is how
 * people get two mails. Only the dispatcher decides what happens next.
 */
import { GetSendQuotaCommand, SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses'
import type { Mail, Mailer } from '../domain/notices/ledger/mailer.ts'
import { isRehearsalId } from '../schema/rehearsal.ts'
import type { Sender } from './mime.ts'
import { createPace, type PaceParts } from './pace.ts'
import { outcomeOf } from './ses-refusals.ts'

export type SesMailerParts = {
  client: SESClient
  from: Sender
  /** What makes SES report events; without it no evidence arrives. */
  configurationSet: string
  /** False where what answers as SES reports nothing, as some emulators. */
  evidence?: boolean
  /** Is told, each time that SES says so, which part of the day's quota is used: 0 to 1. */
  onQuota?: (share: number) => void
  /** How the account's rate is shared with other senders; absent: there are none. */
  pace?: PaceParts
}

/** A client that tries once, gives up connecting after 1 s and waiting for the answer after `answerMs`. */
export function createSesClient(config: SESClientConfig, answerMs = 10_000): SESClient {
  return new SESClient({
    ...config,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: answerMs, throwOnRequestTimeout: true },
  })
}

/** Sends one mail to one recipient and says what is known about it; never throws for what SES or the network does. */
export function createSesMailer({
  client,
  from,
  configurationSet,
  evidence = true,
  onQuota,
  pace,
}: SesMailerParts): Required<Mailer> {
  const quota = async () => {
    const answer = await client.send(new GetSendQuotaCommand())
    const { Max24HourSend = -1, SentLast24Hours = 0 } = answer
    // -1: there is no quota.
    if (Max24HourSend > 0) onQuota?.(SentLast24Hours / Max24HourSend)
    return answer
  }
  return {
    evidence,
    paced: createPace(async () => (await quota()).MaxSendRate, pace),
    look: async () => {
      try {
        const { Max24HourSend = -1, SentLast24Hours = 0 } = await quota()
        if (Max24HourSend < 0 || SentLast24Hours < Max24HourSend) return 'willing'
        return { outcome: 'unavailable', trouble: 'quota', reason: 'Daily message quota exceeded.' }
      } catch (error) {
        const answer = outcomeOf(error, from.email)
        if (answer.outcome === 'unknown')
          return { ...answer, outcome: 'unavailable', trouble: answer.trouble ?? 'silent' }
        // Who may send need not be allowed to ask, and not everything that speaks SES's language knows the question.
        const saysLittle = answer.outcome === 'refused' || ['rights', 'refusing'].includes(answer.trouble)
        return saysLittle ? 'willing' : answer
      }
    },
    async send(mail) {
      // The last door: nothing of a rehearsal passes it, whatever went wrong before.
      if (isRehearsalId(mail.scope)) return { outcome: 'refused', retry: false, reason: 'rehearsal' }
      const { buildMime } = await import('./mime.ts')
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
        return outcomeOf(error, from.email)
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
