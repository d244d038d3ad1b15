/**
 * A region of any size in a fresh DynamoDB, written by the build's own stores, and its API as the gateway calls it. Loaded from a
 * folder, so that an older build is measured by the same story.
 */
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Deps } from '../../../functions/http/deps.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import type { Handlers } from '../../../local/handlers.ts'
import { watchStore } from './store-calls.ts'

export type Size = { agencies: number; forms: number }
export type Answer = { statusCode?: number; body?: string; headers?: Record<string, unknown> }
export type Town = {
  root: string
  deps: Deps
  /** The emulator's process, and where it answers. */
  pid: number
  endpoint: string
  agencyIds: string[]
  formIds: string[]
  now: Date
  handlers: Handlers
  /** From now on every clock shows it. */
  moveTo(now: Date): void
  call(
    personId: string,
    method: string,
    path: string,
    json?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer>
  close(): Promise<void>
}

export const region = 'kota-bangku'
export const roundId = 'bangku-1'
const stamp = { at: '2026-01-02T00:00:00.000Z', by: 'system' }
const w = (text: string) => ({ id: text, en: text })
const from = (root: string, path: string) => import(pathToFileURL(join(root, path)).href)

/** Twenty questions. */
function formOf(id: string): FormDefinition {
  const fields = Array.from({ length: 20 }, (_, index) => ({
    id: `isian${index}`,
    label: w(`Isian ${index}`),
    required: true,
  }))
  return {
    id,
    version: 1,
    title: w(`Formulir ${id}`),
    shortTitle: w(id.toUpperCase()),
    description: w('Bangku'),
    nilAllowed: true,
    fields: fields.map((field, index) =>
      index % 2 === 0 ? { ...field, type: 'integer', min: 0 } : { ...field, type: 'text', maxLength: 200 },
    ) as FormDefinition['fields'],
    tables: [],
  }
}

export const answersOf = (seed: number) => ({
  fields: Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`isian${index}`, index % 2 === 0 ? seed + index : `Jawaban ${seed}`]),
  ),
  rows: {},
})

export async function startTown(root: string, size: Size, mails = false, ses = 'http://127.0.0.1:9'): Promise<Town> {
  const { startDynamo } = await from(root, 'local/dynamodb/start-dynamo.ts')
  const { createTable } = await from(root, 'local/dynamodb/create-table.ts')
  const dynamo = await startDynamo({ port: 0, dataDir: mkdtempSync(join(tmpdir(), 'lengkap-bench-')) })
  await createTable(dynamo.endpoint, 'bench')
  await watchStore(root)
  const { loadHandlers } = await from(root, 'local/handlers.ts')
  const handlers: Handlers = await loadHandlers({
    TABLE_NAME: 'bench',
    SITE_URL: 'https://lengkap.example',
    STAGE: 'local',
    MAIL_FROM: 'lengkap@lengkap.example',
    MAIL_CONFIGURATION_SET: 'lengkap',
    CODE_KEY: 'a bench key of more than thirty-two characters',
    DYNAMODB_ENDPOINT: dynamo.endpoint,
    SES_ENDPOINT: ses,
    POWERTOOLS_LOG_LEVEL: 'ERROR',
    POWERTOOLS_METRICS_DISABLED: 'true',
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  })
  const { apiDeps: deps } = (await from(root, 'functions/lambda/api-deps.ts')) as { apiDeps: Deps }
  if (!mails) deps.afterCommit = async () => undefined
  let now = new Date('2026-02-11T10:00:00+08:00')
  const { clock } = await from(root, 'functions/lambda/clock.ts')
  clock.now = () => now
  const agencyIds = Array.from({ length: size.agencies }, (_, index) => `dinas-${index}`)
  const formIds = Array.from({ length: size.forms }, (_, index) => `bangku-${index}`)
  await settle(root, deps, { region, agencyIds, formIds })
  const cookies = new Map<string, string>()
  return {
    root,
    deps,
    pid: dynamo.pid,
    endpoint: dynamo.endpoint,
    agencyIds,
    formIds,
    now,
    handlers,
    moveTo: (to) => {
      now = to
    },
    call: async (personId, method, path, json, headers = {}) => {
      const cookie = cookies.get(personId) ?? (await openSession(root, deps, personId))
      cookies.set(personId, cookie)
      return (await handlers.api(event(now, { method, path, json, headers, cookie }) as never)) as Answer
    },
    close: () => dynamo.close(),
  }
}

export type Settled = { region: string; agencyIds: readonly string[]; formIds: readonly string[] }

/** Agencies with an operator and a head each, a coordinator, the city's lists, and one open round of all forms. */
export async function settle(
  root: string,
  { regions, rounds, publishedForms }: Pick<Deps, 'regions' | 'rounds' | 'publishedForms'>,
  town: Settled,
): Promise<void> {
  const { agency, calendar2026, person, settings } = await from(root, 'test/fixtures/region.ts')
  const { round } = await from(root, 'test/fixtures/round.ts')
  const { references } = await from(root, 'local/seed/kota-kupang/references.ts')
  const of = <T extends object>(fact: T) => ({ ...fact, ...stamp })
  await regions.reviseSettings(of({ ...settings, region: town.region }))
  await regions.reviseCalendar(town.region, of(calendar2026))
  for (const list of references) await regions.reviseReference(town.region, of(list))
  await eachOf(['bappeda', ...town.agencyIds], (id) => regions.reviseAgency(town.region, agency(id)))
  const people = town.agencyIds.flatMap((id) => [
    person(`op-${id}`, [id]),
    person(`kepala-${id}`, [id], { role: 'verifier' }),
  ])
  const coordinator = person('koordinator', ['bappeda'], { role: 'coordinator' })
  await eachOf([coordinator, ...people], (each) =>
    regions.revisePerson(town.region, { ...each, email: `${each.id}@${town.region}.example` }),
  )
  for (const id of town.formIds) await publishedForms.insert({ ...stamp, region: town.region, definition: formOf(id) })
  await rounds.insertRound(town.region, round(town.agencyIds, { id: roundId }, town.formIds))
}

/** A few at once: DynamoDB's client has its connections. */
export async function eachOf<T>(all: readonly T[], act: (each: T) => Promise<unknown>, atOnce = 16): Promise<void> {
  const waiting = [...all]
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

/** The cookie of a session that began half a minute before the bench's day. */
export async function openSession(root: string, { signIn, regions }: Deps, personId: string): Promise<string> {
  const { standing, writeSessionCookie } = await from(root, 'functions/domain/sign-in/session.ts')
  // Where it lay until November 2026.
  const secrets = existsSync(join(root, 'functions/domain/secrets')) ? 'secrets' : 'sign-in'
  const { hashSecret, newSecret } = await from(root, `functions/domain/${secrets}/token.ts`)
  const found = await regions.person(region, personId)
  const secret = newSecret()
  const startedAt = '2026-02-11T01:59:30.000Z'
  const facts = { region, personId, hash: hashSecret(secret), standing: standing(found) }
  await signIn.insertSession({ ...facts, startedAt, seenAt: startedAt })
  return `__Host-sid=${writeSessionCookie({ region, personId, secret })}`
}

export type Request = { method: string; path: string; json: unknown; headers: Record<string, string>; cookie: string }

/** As the gateway hands it to the API. */
export function event(now: Date, { method, path, json, headers, cookie }: Request) {
  const [rawPath, rawQueryString = ''] = path.split('?')
  const host = 'lengkap.example'
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath,
    rawQueryString,
    cookies: [cookie],
    headers: {
      host,
      origin: `https://${host}`,
      'x-forwarded-proto': 'https',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    requestContext: {
      accountId: '0',
      apiId: 'bench',
      domainName: host,
      http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '10.0.0.1', userAgent: 'bench' },
      requestId: 'bench',
      stage: '$default',
      timeEpoch: now.getTime(),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    isBase64Encoded: false,
  }
}
