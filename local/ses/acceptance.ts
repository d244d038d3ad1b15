/**
 * The decision whether SES would take a message, in SES's order: account, syntax, recipients, identities, limits.
 * Pure but for the quota it is handed; nothing is stored before all of it has passed.
 */
import { addressesIn, bareAddress, isVerified, refuseMalformed } from './addresses.ts'
import { isSimulator } from './outcomes.ts'
import type { RawSend } from './query-protocol.ts'
import { headerValue, parseRawHeaders, type RawHeader } from './raw-headers.ts'
import type { SendingLimits } from './sending-limits.ts'
import { invalid, SesRefusal } from './ses-refusal.ts'
import type { SesSettings } from './ses-settings.ts'

/** A message that SES takes: who sends, who gets it, and its headers as sent. */
export type AcceptedSend = {
  source: string
  recipients: string[]
  headers: RawHeader[]
  /** Undefined: no events are published. */
  configurationSet: string | undefined
}

const largestMessage = 10 * 1024 * 1024
const mostRecipients = 50

/** The accepted message, or a SesRefusal. Passing also takes the recipients from the rate and the quota. */
export function acceptSend(send: RawSend, settings: SesSettings, limits: SendingLimits): AcceptedSend {
  if (settings.sendingPaused) {
    throw new SesRefusal('AccountSendingPausedException', 'Email sending is disabled for your account.')
  }
  if (send.raw.length > largestMessage) {
    throw invalid(`Message length is more than ${largestMessage} bytes long: '${send.raw.length}'.`)
  }
  const headers = parseRawHeaders(send.raw)
  const source = acceptSender(send, headers)
  const recipients = acceptRecipients(send, headers)
  refuseUnverified([source, ...sendersIn(headers)], settings)
  if (settings.sandbox)
    refuseUnverified(
      recipients.filter((address) => !isSimulator(address)),
      settings,
    )
  const configurationSet = acceptConfigurationSet(send, settings)
  limits.take(recipients.filter((address) => !isSimulator(address)).length, recipients.length)
  return { source, recipients, headers, configurationSet }
}

function acceptSender(send: RawSend, headers: readonly RawHeader[]): string {
  const from = headerValue(headers, 'from')
  if (from === undefined) throw invalid("Missing required header 'From'.")
  const authors = addressesIn(from)
  if (authors.length !== 1) throw invalid(`Header 'From' must have exactly one address, it has ${authors.length}.`)
  const source = send.source === undefined ? authors : addressesIn(send.source)
  if (source.length !== 1) throw invalid('Source must be exactly one address.')
  for (const address of [...authors, ...source]) refuseMalformed(address)
  return source[0] ?? ''
}

function acceptRecipients(send: RawSend, headers: readonly RawHeader[]): string[] {
  const named = ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(headerValue(headers, name) ?? ''))
  const recipients = send.destinations.length > 0 ? send.destinations.map(bareAddress) : named
  for (const address of [...named, ...recipients]) refuseMalformed(address)
  if (recipients.length === 0) throw invalid('Missing required parameter: Destination')
  if (recipients.length > mostRecipients) throw invalid(`Recipient count exceeds ${mostRecipients}.`)
  return recipients
}

/** SES also checks these headers' identities, not only the envelope's. */
function sendersIn(headers: readonly RawHeader[]): string[] {
  return ['from', 'sender', 'return-path'].flatMap((name) => addressesIn(headerValue(headers, name) ?? ''))
}

function refuseUnverified(addresses: readonly string[], settings: SesSettings): void {
  const failed = [...new Set(addresses)].filter((address) => !isVerified(address, settings.verifiedSenders))
  if (failed.length === 0) return
  const region = settings.region.toUpperCase()
  throw new SesRefusal(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region ${region}: ${failed.join(', ')}`,
  )
}

function acceptConfigurationSet(send: RawSend, settings: SesSettings): string | undefined {
  const name = send.configurationSet ?? settings.defaultConfigurationSet ?? undefined
  if (name !== undefined && settings.configurationSets && !settings.configurationSets.includes(name)) {
    throw new SesRefusal('ConfigurationSetDoesNotExist', `Configuration set <${name}> does not exist.`)
  }
  return name
}
