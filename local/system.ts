/**
 * The whole system on one machine: the two emulators, the deployed handlers, the schedules and the site, in the order in
 * which each needs the one before. `start.ts` runs it for people, the journeys run it in tests.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Place } from '../functions/rules/moments.ts'
import type { Person } from '../functions/schema/region.ts'
import { type LocalClock, realClock, rehearsalClock } from './clock.ts'
import { createTable } from './dynamodb/create-table.ts'
import { startDynamo } from './dynamodb/start-dynamo.ts'
import { type Handlers, loadHandlers } from './handlers.ts'
import { LocalControls } from './local-controls.ts'
import { watchBounces } from './relay/bounce-folder.ts'
import { root } from './root.ts'
import { Schedules } from './schedules.ts'
import { seedRound } from './seed/seed-round.ts'
import { startSesEmulator } from './ses/ses-emulator.ts'
import { type LocalSettings, SettingsError } from './settings.ts'
import { StaticSite } from './static-site.ts'
import { TableStream } from './table-stream.ts'
import { createWebServer, type WebServerParts } from './web-server.ts'

/** The one table of the local DynamoDB. */
export const tableName = 'lengkap-local'
const sender = 'Lengkap <lengkap@lengkap.example>'
const siteDirectory = join(root, 'dist', 'web')

export type System = {
  siteUrl: string
  inboxUrl: string
  dynamodbEndpoint: string
  clock: LocalClock
  place: Place
  /** Of the region that it was started with. */
  region: string
  people: readonly Person[]
  handlers: Handlers
  schedules: Schedules
  close(): Promise<void>
}

/** Starts everything; what was started is stopped again when a later part fails. @throws SettingsError */
export async function startSystem(settings: LocalSettings): Promise<System> {
  const running: (() => Promise<void> | void)[] = []
  const closeAll = async () => {
    for (const stop of running.splice(0).reverse()) await stop()
  }
  try {
    return await startParts(settings, running, closeAll)
  } catch (error) {
    await closeAll()
    throw error
  }
}

async function startParts(
  settings: LocalSettings,
  running: (() => Promise<void> | void)[],
  closeAll: () => Promise<void>,
): Promise<System> {
  const codeKey = openDataDirectory(settings.dataDir)
  const clock =
    settings.clock.kind === 'real'
      ? realClock()
      : rehearsalClock(settings.dataDir, settings.clock.from ?? new Date('2026-02-10T09:00:00+08:00'))
  running.push(() => clock.save())

  const parts = Promise.withResolvers<WebServerParts>()
  const server = createWebServer(parts.promise)
  parts.promise.catch(() => undefined)
  const siteUrl = `http://localhost:${await listen(server, settings.port)}`
  const publicUrl = settings.siteUrl ?? siteUrl
  running.push(() => closeServer(server))

  const dynamodbEndpoint = settings.dynamodbEndpoint ?? (await startEmbeddedDynamo(settings, running))
  await createTable(dynamodbEndpoint, tableName)

  const mail = await startEmbeddedMail(settings, clock, running, (event) => handlers.mailEvents(event))
  const handlers = await loadHandlers({
    TABLE_NAME: tableName,
    SITE_URL: publicUrl,
    STAGE: 'local',
    MAIL_FROM: settings.mailFrom ?? sender,
    ...(settings.smtpUrl && { SMTP_URL: settings.smtpUrl }),
    MAIL_CONFIGURATION_SET: 'lengkap',
    CODE_KEY: codeKey,
    // Derived for its purpose where it is used; on one machine there is one secret to keep.
    ADDRESS_KEY: codeKey,
    DYNAMODB_ENDPOINT: dynamodbEndpoint,
    SES_ENDPOINT: mail.endpoint,
    // Only our own emulator reports events.
    MAIL_EVIDENCE: settings.sesEndpoint === undefined ? 'yes' : 'no',
    // One machine's terminal is for its user; the ledger and the inbox say what happened.
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'WARN',
    POWERTOOLS_METRICS_DISABLED: 'true',
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })
  const { clock: deployedClock } = await import('../functions/lambda/clock.ts')
  deployedClock.now = () => clock.now()
  const { regions, rounds } = await import('../functions/lambda/deps.ts')
  const { name: region, people, ...place } = await seedRound({ regions, rounds }, clock, settings)
  mail.connect(place)

  const schedules = new Schedules(clock, handlers, mail.settled)
  const stream = new TableStream(dynamodbEndpoint, tableName, handlers)
  running.push(() => stream.close())
  if (settings.bounceDir) running.push(watchBounces(settings.bounceDir, handlers, () => clock.now()))
  const controls = settings.siteUrl
    ? undefined
    : new LocalControls(clock, schedules, { siteUrl, inboxUrl: mail.inboxUrl, ...place })
  const sending = (work: Promise<unknown>) => schedules.sending(work)
  const site = new StaticSite(siteDirectory, { rehearses: controls !== undefined && clock.kind === 'rehearsal' })
  parts.resolve({ clock, handlers, stream, sending, controls, site })
  await schedules.start()
  running.push(() => schedules.stop())
  return {
    siteUrl,
    inboxUrl: mail.inboxUrl,
    dynamodbEndpoint,
    clock,
    place,
    region,
    people,
    handlers,
    schedules,
    close: closeAll,
  }
}

/** Makes DATA_DIR and answers the key of the sign-in codes, made on the first start. */
function openDataDirectory(dataDir: string): string {
  const file = join(dataDir, 'code-key')
  try {
    mkdirSync(dataDir, { recursive: true })
    try {
      return readFileSync(file, 'utf8').trim()
    } catch {
      const key = randomBytes(32).toString('hex')
      writeFileSync(file, `${key}\n`, { mode: 0o600 })
      return key
    }
  } catch (error) {
    throw new SettingsError(`DATA_DIR ${dataDir} cannot be used: ${(error as Error).message}`)
  }
}

async function startEmbeddedDynamo(settings: LocalSettings, running: (() => Promise<void> | void)[]): Promise<string> {
  const dynamo = await startDynamo({ port: settings.dynamodbPort, dataDir: join(settings.dataDir, 'dynamodb') }).catch(
    (error: NodeJS.ErrnoException) => {
      throw startError(error, 'DYNAMODB_PORT', settings.dynamodbPort, settings.dataDir)
    },
  )
  running.push(() => dynamo.close())
  return dynamo.endpoint
}

type EmbeddedMail = {
  endpoint: string
  inboxUrl: string
  settled: () => Promise<void>
  connect: (place: Place) => void
}

async function startEmbeddedMail(
  settings: LocalSettings,
  clock: LocalClock,
  running: (() => Promise<void> | void)[],
  onEvent: Handlers['mailEvents'],
): Promise<EmbeddedMail> {
  const elsewhere = settings.smtpUrl ?? settings.sesEndpoint
  if (elsewhere !== undefined) {
    const endpoint = settings.sesEndpoint ?? 'http://localhost'
    return { endpoint, inboxUrl: endpoint, settled: async () => undefined, connect: () => undefined }
  }
  const connected = Promise.withResolvers<void>()
  let place: Place = { zone: 'UTC', zoneName: 'UTC' }
  const ses = await startSesEmulator({
    port: settings.inboxPort,
    dataDir: join(settings.dataDir, 'ses'),
    clock: () => clock.now(),
    place: () => place,
    verifiedSenders: ['lengkap.example'],
    ratePerSecond: 100,
    onEvent: (event) => connected.promise.then(() => onEvent(event)),
  }).catch((error: NodeJS.ErrnoException) => {
    throw startError(error, 'INBOX_PORT', settings.inboxPort, settings.dataDir)
  })
  running.push(() => ses.close())
  const inboxUrl = ses.url.replace('127.0.0.1', 'localhost')
  const connect = (found: Place) => {
    place = found
    connected.resolve()
  }
  return { endpoint: ses.url, inboxUrl, settled: () => ses.eventsSettled(), connect }
}

function startError(error: NodeJS.ErrnoException, setting: string, port: number, dataDir: string): SettingsError {
  if (error.code === 'EADDRINUSE') return portTaken(setting, port)
  return new SettingsError(`DATA_DIR ${dataDir} cannot be used: ${error.message}`)
}

const portTaken = (setting: string, port: number) =>
  new SettingsError(`Port ${port} is taken: stop the other program, or set ${setting} to a free port.`)

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? portTaken('PORT', port) : new SettingsError(`PORT ${port}: ${error.message}`),
      ),
    )
    server.listen(port, 'localhost', () => resolve((server.address() as AddressInfo).port))
  })
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
