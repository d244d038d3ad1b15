/**
 * What people do in the soak, through the API, as browsers do it: they click twice, and repeat what got no answer with the same key.
 * Everything that was confirmed to them is written down here; the judge believes nothing else.
 */
import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { hashSecret, newSecret } from '../../functions/domain/secrets/token.ts'
import { standing, writeSessionCookie } from '../../functions/domain/sign-in/session.ts'
import type { Person } from '../../functions/schema/region.ts'
import type { Receipt } from '../../functions/schema/round.ts'
import { createSignInStore } from '../../functions/store/sign-in.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Town } from './town.ts'
import type { Worker } from './workers.ts'

export type Work = { town: Town; agencyId: string; formId: string }
export type Confirmed = Work & { receipt: Receipt }
export type Decided = Work & { revision: number; decision: 'accept' | 'return'; at: string }
export type Diary = {
  receipts: Confirmed[]
  decisions: Decided[]
  /** 500: nobody foresaw it. 503: the table did not answer, and said so; repeated until it did. */
  answers: { unforeseen: number; unavailable: number; cut: number; gaveUp: number }
}

type Reply = { status: number; body: Record<string, unknown> }
type Call = {
  now: Date
  town: Town
  by: string
  method: string
  path: string
  json?: unknown
  headers?: Record<string, string>
}

/** Somebody gives up after so many tries without an answer. */
const mostTries = 25

export function createPeople(plain: Table, api: readonly Worker[], siteUrl: string, random: () => number) {
  const signIn = createSignInStore(plain)
  const diary: Diary = { receipts: [], decisions: [], answers: { unforeseen: 0, unavailable: 0, cut: 0, gaveUp: 0 } }
  const heads = new Map<string, { revision: number; note: string }>()
  const keyOf = ({ town, agencyId, formId }: Work) => `${town.region}/${agencyId}/${formId}`

  const cookieOf = async (now: Date, town: Town, person: Person) => {
    const secret = newSecret()
    const at = now.toISOString()
    const facts = { region: town.region, personId: person.id, hash: hashSecret(secret), standing: standing(person) }
    await signIn.insertSession({ ...facts, startedAt: at, seenAt: at })
    return `__Host-sid=${writeSessionCookie({ region: town.region, personId: person.id, secret })}`
  }
  const call = async (given: Call): Promise<Reply> => {
    const person = given.town.people.find(({ id }) => id === given.by)
    if (person === undefined) throw new Error(`nobody is called ${given.by}`)
    const event = eventOf(given, await cookieOf(given.now, given.town, person), siteUrl)
    for (let tries = 0; tries < mostTries; tries++) {
      const worker = api[Math.floor(random() * api.length)]
      try {
        const answer = await worker?.order<APIGatewayProxyStructuredResultV2>(given.now, { do: 'api', event })
        const status = answer?.statusCode ?? 0
        if (status === 500) diary.answers.unforeseen++
        if (status < 500) return { status, body: answer?.body ? JSON.parse(answer.body) : {} }
        if (status === 503) diary.answers.unavailable++
      } catch {
        diary.answers.cut++
      }
    }
    diary.answers.gaveUp++
    return { status: 0, body: {} }
  }
  const submit = async (now: Date, work: Work, note: string, base: number): Promise<number> => {
    const { town, agencyId, formId } = work
    const path = `/api/rounds/${town.roundId}/agencies/${agencyId}/forms/${formId}/submissions`
    const headers = { 'idempotency-key': randomUUID(), 'if-match': `"${base}"` }
    const json = { formVersion: 1, answers: { fields: { catatan: note }, rows: {} } }
    const clicks = random() < 0.2 ? 2 : 1
    const one = () => call({ now, town, by: `op-${agencyId}`, method: 'POST', path, json, headers })
    const replies = await Promise.all(Array.from({ length: clicks }, one))
    const taken = replies.find(({ status }) => status === 201 || status === 200)
    if (taken === undefined) return replies[0]?.status ?? 0
    const receipt = taken.body as unknown as Receipt
    diary.receipts.push({ ...work, receipt })
    heads.set(keyOf(work), { revision: receipt.revision, note })
    return taken.status
  }
  return {
    diary,
    headOf: (work: Work) => heads.get(keyOf(work))?.revision ?? 0,
    /** Sends a new revision; answers the last status. */
    submit: async (now: Date, work: Work): Promise<number> => {
      const base = heads.get(keyOf(work))?.revision ?? 0
      return submit(now, work, `Catatan ${base + 1} ${Math.floor(random() * 1e9)}`, base)
    },
    decide: async (now: Date, work: Work, decision: Decided['decision'], dueOn: string): Promise<void> => {
      const { town, agencyId, formId } = work
      const revision = heads.get(keyOf(work))?.revision ?? 0
      const path = `/api/rounds/${town.roundId}/agencies/${agencyId}/forms/${formId}/review`
      const comments = decision === 'return' ? [{ pointer: '/fields/catatan', text: 'Mohon diperiksa lagi' }] : []
      const json = { revision, decision, comments, ...(decision === 'return' && { dueOn }) }
      const { status } = await call({ now, town, by: 'koordinator', method: 'POST', path, json })
      // Already decided: the answer to the first try was cut.
      if (status === 200 || status === 201 || status === 422)
        diary.decisions.push({ ...work, revision, decision, at: now.toISOString() })
    },
    extend: (now: Date, town: Town, agencyId: string, closesOn: string) =>
      call({
        now,
        town,
        by: 'koordinator',
        method: 'POST',
        path: `/api/rounds/${town.roundId}/windows`,
        json: { kind: 'extend', closesOn, agencyIds: [agencyId], reason: 'Jaringan terputus' },
      }),
    read: (now: Date, town: Town, path: string) => call({ now, town, by: 'koordinator', method: 'GET', path }),
  }
}

export type People = ReturnType<typeof createPeople>

function eventOf(
  { now, method, path, json, headers = {} }: Call,
  cookie: string,
  siteUrl: string,
): APIGatewayProxyEventV2 {
  const body = json === undefined ? undefined : JSON.stringify(json)
  return {
    version: '2.0',
    routeKey: 'ANY /api/{proxy+}',
    rawPath: path,
    rawQueryString: '',
    cookies: [cookie],
    headers: {
      host: 'soak',
      origin: siteUrl,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    requestContext: {
      accountId: '0',
      apiId: 'soak',
      domainName: 'soak',
      domainPrefix: 'soak',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'soak' },
      requestId: randomUUID(),
      routeKey: 'ANY /api/{proxy+}',
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(body !== undefined && { body }),
    isBase64Encoded: false,
  }
}
