/**
 * A strict SES on one machine: takes what the SDK sends, refuses what SES refuses, keeps what it took, shows it in an
 * inbox, and reports Send, Delivery, Bounce and Complaint to the deployed handler. One port for all of it: the API is
 * `POST /` and the suppression list below `/v2`, everything else is the inbox.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isLocalName, pathOf, refuseName } from '../local-host.ts'
import { acceptSend } from './acceptance.ts'
import { EventPublisher } from './event-publisher.ts'
import { eventsFor } from './event-records.ts'
import { type InboxMessage, inboxMessage, readContent } from './inbox-message.ts'
import { answerInbox } from './inbox-routes.ts'
import { MessageStore } from './message-store.ts'
import { isSimulator, outcomeFor, suppressionAfter } from './outcomes.ts'
import { answerXml, errorXml, parseRawSend, type RawSend, readQuery } from './query-protocol.ts'
import { SendingLimits } from './sending-limits.ts'
import { SesRefusal } from './ses-refusal.ts'
import { completeSettings, type SesOptions, type SesSettings } from './ses-settings.ts'
import { SuppressionList } from './suppression-list.ts'
import { answerSuppression, isSuppressionCall } from './suppression-routes.ts'

/** A running emulator. */
export type SesEmulator = {
  port: number
  /** Endpoint for the SDK and address of the inbox page, without a trailing slash. */
  url: string
  /** What the inbox holds, oldest first. */
  messages(): InboxMessage[]
  /** Resolves when the subscriber has taken every event so far. */
  eventsSettled(): Promise<void>
  /** Stops listening and publishing; what is not taken yet is published after the next start. */
  close(): Promise<void>
}

type Parts = {
  settings: SesSettings
  store: MessageStore
  suppressed: SuppressionList
  limits: SendingLimits
  publisher: EventPublisher
}

/**
 * Starts the emulator. Rejects with the system's error: `EADDRINUSE` (with `port`) when the port is taken,
 * `EACCES`, `ENOTDIR`, ... when the data directory cannot be used.
 */
export async function startSesEmulator(options: SesOptions): Promise<SesEmulator> {
  const settings = completeSettings(options)
  const store = await MessageStore.open(settings.dataDir)
  const suppressed = await SuppressionList.open(settings.dataDir, settings.suppressed, settings.clock())
  const limits = new SendingLimits(settings)
  for (const { at, recipients } of store.all()) {
    limits.restore(new Date(at).getTime(), recipients.filter((recipient) => !isSimulator(recipient.address)).length)
  }
  const publisher = await EventPublisher.open(settings.dataDir, settings)
  const parts = { settings, store, suppressed, limits, publisher }
  const server = createServer((request, response) => void answer(request, response, parts))
  const port = await listen(server, settings)
  for (const message of store.all()) publisher.publish(eventsFor(message, settings.region))
  return {
    port,
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    messages: () => store.all().map(inboxMessage),
    eventsSettled: () => publisher.settled(),
    close: async () => {
      const stopped = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await Promise.all([stopped, publisher.close()])
    },
  }
}

function listen(server: Server, settings: SesSettings): Promise<number> {
  // Longer than the SDK's idle time, or a kept connection is cut just as the SDK reuses it.
  server.keepAliveTimeout = 65_000
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, () => resolve((server.address() as AddressInfo).port))
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  try {
    if (!isLocalName(request)) refuseName(response)
    else if (pathOf(request) === undefined) response.writeHead(400).end()
    else if (isSuppressionCall(request)) {
      await answerSuppression(request, response, { suppressed: parts.suppressed, clock: parts.settings.clock })
    } else if (request.method === 'POST') await answerApi(request, response, parts)
    else await answerInbox(request, response, { store: parts.store, place: parts.settings.place() })
  } catch (error) {
    console.error('SES emulator:', error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
}

async function answerApi(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const requestId = createHash('sha256').update(`${request.headers.authorization}`).digest('hex').slice(0, 32)
  const reply = (status: number, xml: string) =>
    response.writeHead(status, { 'content-type': 'text/xml', 'x-amzn-requestid': requestId }).end(xml)
  try {
    const form = await readQuery(request)
    const action = form.get('Action') ?? ''
    reply(200, answerXml(action, await perform(action, form, parts), requestId))
  } catch (error) {
    if (!(error instanceof SesRefusal)) {
      console.error('SES emulator:', error)
      reply(500, errorXml('InternalFailure', 'The emulator failed; see its log.', requestId))
      return
    }
    // The rest of a giant body is not worth reading.
    if (!request.complete) response.setHeader('connection', 'close')
    reply(error.status, errorXml(error.code, error.message, requestId))
  }
}

async function perform(action: string, form: URLSearchParams, parts: Parts): Promise<Record<string, string | number>> {
  if (action === 'GetSendQuota') return parts.limits.quota()
  if (action === 'SendRawEmail') return { MessageId: await send(parseRawSend(form), parts) }
  throw new SesRefusal('InvalidAction', `The emulator knows SendRawEmail and GetSendQuota, not '${action}'.`)
}

async function send(request: RawSend, { settings, store, suppressed, limits, publisher }: Parts): Promise<string> {
  const accepted = acceptSend(request, settings, limits)
  const rules = {
    isSuppressed: (address: string) => suppressed.get(address) !== undefined,
    outcomes: settings.outcomes,
  }
  const content = await readContent(request.raw)
  const stored = await store.add(
    {
      at: settings.clock().toISOString(),
      source: accepted.source,
      recipients: accepted.recipients.map((address) => ({ address, outcome: outcomeFor(address, rules) })),
      configurationSet: accepted.configurationSet ?? null,
      tags: request.tags,
      headers: accepted.headers,
      size: request.raw.length,
      content,
    },
    request.raw,
  )
  for (const { address, outcome } of stored.recipients) {
    const reason = suppressionAfter(address, outcome)
    if (reason !== undefined) await suppressed.put({ address, reason, at: stored.at })
  }
  publisher.publish(eventsFor(stored, settings.region))
  return stored.id
}
