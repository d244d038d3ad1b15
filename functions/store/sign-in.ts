/**
 * Challenges, sessions and counters of signing in. What must not be outrun (tries, use, limits) is one conditional update
 * each, so parallel requests cannot see the same last try. `expiresAt` only tidies up: every end is judged by the clock that
 * the caller passes, and a table that never deletes anything changes nothing.
 */
import * as z from 'zod'
import { type Challenge, maxResends, maxTries, resendSeconds } from '../domain/sign-in/challenge.ts'
import { browserDays } from '../domain/sign-in/known-browser.ts'
import { type Limit, retryAfterSeconds, roomInWindow, windowsOf } from '../domain/sign-in/limits.ts'
import type { Session } from '../domain/sign-in/session.ts'
import type { SignInStore } from '../domain/sign-in/sign-in-store.ts'
import { instantSchema } from '../schema/ids.ts'
import { readFact } from './facts.ts'
import { gatheredGet } from './gather-reads.ts'
import type { Key } from './keys.ts'
import { signInKeys } from './sign-in-keys.ts'
import type { Item, Table } from './table.ts'

const challengeSchema = z.object({
  id: z.string(),
  browserHash: z.string(),
  person: z.object({ region: z.string(), id: z.string() }).optional(),
  others: z.array(z.object({ region: z.string(), id: z.string() })).optional(),
  address: z.string().optional(),
  known: z.boolean().optional(),
  state: z.enum(['open', 'used']),
  tries: z.int(),
  sendings: z.int(),
  lastSentAt: instantSchema,
  /** Named apart from the item's `expiresAt`, which is the table's own. */
  endsAt: instantSchema,
})
const sessionSchema = z.object({
  region: z.string(),
  personId: z.string(),
  hash: z.string(),
  standing: z.string(),
  startedAt: instantSchema,
  seenAt: instantSchema,
  revokedAt: instantSchema.optional(),
})
const browserSchema = z.object({ hash: z.string(), seenAt: instantSchema })

/** Items are kept a day longer than they mean anything. */
const timeToLive = (end: Date) => Math.ceil(end.getTime() / 1000) + 86_400
const longestSessionHours = 12

export function createSignInStore(table: Table): SignInStore {
  const sessionKey = ({ region, personId, hash }: Session) => signInKeys.session(region, personId, hash)
  return {
    count: (now, limit, key, amount = 1) => count(table, now, { limit, key, amount }),
    insertChallenge: async (challenge) => {
      await table.insertIfAbsent(challengeItem(challenge))
    },
    challenge: async (id) => {
      const item = await table.get(signInKeys.challenge(id))
      return item && readChallenge(item)
    },
    countTry: (now, id, browserHash) => countTry(table, now, id, browserHash),
    countSending: (now, id, browserHash) => countSending(table, now, id, browserHash),
    useChallenge: async (id) => {
      // An outcome that stays unknown is thrown: the person asks for another code, and never gets two sessions.
      const update = { key: signInKeys.challenge(id), set: { state: 'used' }, condition: '#state = :open' }
      return (await table.update({ ...update, values: { open: 'open' } })).applied
    },
    insertSession: async (session) => {
      const end = new Date(Date.parse(session.startedAt) + longestSessionHours * 3_600_000)
      await table.insertIfAbsent({ ...session, ...sessionKey(session), expiresAt: timeToLive(end) })
    },
    session: async (region, personId, hash) => {
      const item = await gatheredGet(table)(signInKeys.session(region, personId, hash))
      return item && readFact(sessionSchema, item)
    },
    sessions: async (region, personId) => {
      const items = await table.queryAll(signInKeys.sessions(region, personId))
      return items.map((item) => readFact(sessionSchema, item))
    },
    touchSession: async (now, session) => {
      const condition = 'attribute_exists(pk) AND attribute_not_exists(#revokedAt)'
      await table.update({ key: sessionKey(session), set: { seenAt: now.toISOString() }, condition })
    },
    revokeSession: async (now, session) => {
      const set = { revokedAt: now.toISOString() }
      await table.update({ key: sessionKey(session), set, condition: 'attribute_exists(pk)' })
    },
    browsers: async (region, personId) => {
      const items = await table.queryAll(signInKeys.browsers(region, personId))
      return items.map((item) => readFact(browserSchema, item))
    },
    noteBrowser: async (now, region, personId, hash) => {
      const seenAt = now.toISOString()
      const expiresAt = timeToLive(new Date(now.getTime() + browserDays * 86_400_000))
      await table.update({
        key: signInKeys.browser(region, personId, hash),
        set: { hash, seenAt, expiresAt },
        condition: 'attribute_not_exists(pk) OR #seenAt < :seenAt',
        values: { seenAt },
        mine: (item) => item.seenAt === seenAt,
      })
    },
  }
}

/** Reads the window before, then counts in this one only while there is room. */
const count = async (
  table: Table,
  now: Date,
  { limit, key, amount }: { limit: Limit; key: string; amount: number },
): ReturnType<SignInStore['count']> => {
  const windows = windowsOf(now, limit, key)
  const before = await table.get(signInKeys.counter(windows.previous))
  const room = roomInWindow(limit, windows, typeof before?.n === 'number' ? before.n : 0)
  const expiresAt = timeToLive(new Date(windows.endsAt.getTime() + limit.windowSeconds * 1000))
  const { applied } = await table.update({
    key: signInKeys.counter(windows.current),
    set: { expiresAt },
    add: { n: amount },
    condition: ':room > :zero AND (attribute_not_exists(#n) OR #n <= :rest)',
    values: { room: room - amount + 1, zero: 0, rest: room - amount },
  })
  return applied ? { allowed: true } : { allowed: false, retryAfterSeconds: retryAfterSeconds(now, windows) }
}

/** Common to tries and sendings: open, not over, and of this browser. */
const alive = 'attribute_exists(pk) AND #state = :open AND #endsAt > :now AND #browserHash = :browserHash'

async function countTry(table: Table, now: Date, id: string, browserHash: string): Promise<Challenge | undefined> {
  const result = await table.update({
    key: signInKeys.challenge(id),
    add: { tries: 1 },
    condition: `${alive} AND #tries < :max`,
    values: { open: 'open', now: now.toISOString(), browserHash, max: maxTries },
  })
  return result.applied ? readChallenge(result.item) : undefined
}

async function countSending(table: Table, now: Date, id: string, browserHash: string): Promise<Challenge | undefined> {
  const pausedSince = new Date(now.getTime() - resendSeconds * 1000).toISOString()
  const result = await table.update({
    key: signInKeys.challenge(id),
    set: { lastSentAt: now.toISOString() },
    add: { sendings: 1 },
    condition: `${alive} AND #tries < :maxTries AND #sendings <= :max AND #lastSentAt <= :pausedSince`,
    values: { open: 'open', now: now.toISOString(), browserHash, maxTries, max: maxResends, pausedSince },
  })
  return result.applied ? readChallenge(result.item) : undefined
}

function challengeItem({ expiresAt, ...challenge }: Challenge): Item {
  const key: Key = signInKeys.challenge(challenge.id)
  return { ...challenge, ...key, endsAt: expiresAt, expiresAt: timeToLive(new Date(expiresAt)) }
}

function readChallenge(item: Item): Challenge {
  const { endsAt, person, ...challenge } = readFact(challengeSchema, item)
  return { ...challenge, person, expiresAt: endsAt }
}
