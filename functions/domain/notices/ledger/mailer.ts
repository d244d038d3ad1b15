/** The port of mail: handing one message to one recipient over to the provider. */

export type RenderedMail = { subject: string; text: string; html: string }
export type Mail = RenderedMail & {
  nid: string
  attempt: number
  /** When it is written, by the dispatcher's clock: the `Date` header. */
  at: Date
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

/** Why a provider takes nobody's mail just now. All of these lift, by themselves or by an operator's hand. */
export type MailTrouble =
  | 'throttled'
  | 'quota'
  | 'paused'
  | 'credentials'
  | 'rights'
  | 'identity'
  | 'configuration'
  | 'unreachable'
  | 'failing'
  | 'silent'
  | 'refusing'

/**
 * `accepted`: the provider answered with its id. `refused`: it (or our own rules) certainly did not take *this* mail; `retry` when
 * later may help. `unavailable`: it takes nobody's, and certainly not this one. `unknown`: time-out, cut connection, 5xx: it may
 * have been sent; `trouble` where the answer says that others would fare alike.
 */
export type MailOutcome =
  | { outcome: 'accepted'; messageId: string }
  | { outcome: 'refused'; retry: boolean; reason: string }
  | { outcome: 'unavailable'; trouble: MailTrouble; reason: string }
  | { outcome: 'unknown'; reason: string; trouble?: MailTrouble }

export type Mailer = {
  send(mail: Mail): Promise<MailOutcome>
  /**
   * Whether the provider reports later what it took. SES does; an SMTP relay does not: its reply is all there is, so without a reply
   * the outcome stays unknown.
   */
  evidence: boolean
  /**
   * Resolves when the account's rate has room for one more mail, of `waiting` that want to go. What it answers gives the room back, for a
   * mail that does not go after all. Absent: there is no rate.
   */
  paced?(waiting: number): Promise<() => void>
  /** Asks the provider, without sending anything, whether it is of any use to try. Absent: only a mail can tell. */
  look?(): Promise<'willing' | Extract<MailOutcome, { outcome: 'unavailable' }>>
}
