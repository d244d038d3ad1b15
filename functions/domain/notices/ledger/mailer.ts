/** The port of mail: handing one message to one recipient over to the provider. */

export type RenderedMail = { subject: string; text: string; html: string }
export type Mail = RenderedMail & {
  nid: string
  attempt: number
  /** For the tags, so that an event finds its notice. */
  region: string
  scope: string
  kind: string
  /** One address. */
  to: { name: string; email: string }
  replyTo: string
  /** Only of mails that may be stopped: takes the one-click POST of RFC 8058. */
  unsubscribeUrl?: string
}

/**
 * `accepted`: SES answered with its id. `refused`: SES (or our own rules) certainly did not take it; `retry` when later may
 * help. `unknown`: time-out, cut connection, 5xx: it may have been sent.
 */
export type MailOutcome =
  | { outcome: 'accepted'; messageId: string }
  | { outcome: 'refused'; retry: boolean; reason: string }
  | { outcome: 'unknown'; reason: string }

export type Mailer = { send(mail: Mail): Promise<MailOutcome> }
