/** Four items about the mail of all regions: the breaker, since when reports are missing, what the last walk found, and the rate. */
import * as z from 'zod'
import { type MailBreaker, type OpenBreaker, probeSeconds, refusedAgain } from '../domain/notices/ledger/breaker.ts'
import type { Reconciliations } from '../domain/notices/ledger/health.ts'
import { farthestMs, type MailRate } from '../domain/notices/ledger/mail-rate.ts'
import type { MailTrouble } from '../domain/notices/ledger/mailer.ts'
import type { MailPulse } from '../domain/notices/ledger/pulse.ts'
import { instantSchema } from '../schema/ids.ts'
import { reconciledSchema } from '../schema/reconciled.ts'
import { readFact } from './facts.ts'
import { mailServiceKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

const breakerSchema = z.object({
  open: z.boolean(),
  since: instantSchema,
  trouble: z.custom<MailTrouble>((value) => typeof value === 'string'),
  reason: z.string(),
  failures: z.int(),
  retryAt: instantSchema,
})

export function createMailBreaker(table: Table): MailBreaker {
  const key = mailServiceKeys.breaker
  const read = async () => openIn(await table.get(key))
  return {
    read,
    refuse: async (now, trouble) => {
      const item = await table.get(key)
      const known = openIn(item)
      const next = refusedAgain(now, known, trouble)
      if (next === known) return
      // Lost to another sender's word: that one opened it or made it wait just as well.
      if (item === undefined) await table.insertIfAbsent({ ...key, ...next, open: true, version: 1 })
      else
        await table.update({ key, set: { ...next, open: true }, remove: probing, add: { version: 1 }, ...same(item) })
    },
    takeProbe: async (now) => {
      const probeUntil = new Date(now.getTime() + probeSeconds * 1_000).toISOString()
      const isFree = '(attribute_not_exists(#probeUntil) OR #probeUntil <= :now)'
      const condition = `#open = :open AND #retryAt <= :now AND ${isFree}`
      const values = { open: true, now: now.toISOString() }
      return (await table.update({ key, set: { probeUntil }, condition, values })).applied
    },
    close: async (now) => {
      const set = { open: false, closedAt: now.toISOString() }
      await table.update({
        key,
        set,
        remove: probing,
        add: { version: 1 },
        condition: '#open = :open',
        values: { open: true },
      })
    },
  }
}

const probing = ['probeUntil']

function openIn(item: Item | undefined): OpenBreaker | undefined {
  if (item === undefined) return undefined
  const { open, ...breaker } = readFact(breakerSchema, item)
  return open ? breaker : undefined
}

function same({ version }: Item) {
  return { condition: '#version = :version', values: { version } }
}

/** Clocks of two machines may differ by so much. */
const skewMs = 60_000
/** A busy hour writes it once a minute. */
const noteEveryMs = 60_000

export function createMailPulse(table: Table): MailPulse {
  const key = mailServiceKeys.pulse
  let notedAt = Number.NEGATIVE_INFINITY
  return {
    accepted: async (at) => {
      if (Math.abs(at.getTime() - notedAt) < noteEveryMs) return
      const unansweredSince = at.toISOString()
      await table.update({ key, set: { unansweredSince }, condition: 'attribute_not_exists(#unansweredSince)' })
      notedAt = at.getTime()
    },
    answered: async (mailedAt) => {
      const until = new Date(mailedAt.getTime() + skewMs).toISOString()
      const condition = '#unansweredSince <= :until'
      await table.update({ key, remove: ['unansweredSince'], condition, values: { until } })
    },
    unansweredSince: async () => {
      const item = await table.get(key)
      return item?.unansweredSince === undefined ? undefined : new Date(String(item.unansweredSince))
    },
  }
}

const walkSchema = reconciledSchema.extend({ owed: z.array(z.string()).default([]) })

export function createReconciliations(table: Table): Reconciliations {
  const key = mailServiceKeys.reconciled
  return {
    note: (found) => table.put({ ...key, ...found }),
    last: async () => {
      const item = await table.get(key)
      return item && readFact(walkSchema, item)
    },
  }
}

/** Senders that all want the next stretch at one moment are few. */
const mostTakes = 8

/** One write a stretch while somebody sends, two for the first after a pause. `wall` is this machine's clock in milliseconds. */
export function createMailRate(table: Table, wall: () => number): MailRate {
  const key = mailServiceKeys.rate
  return {
    take: async (lengthMs) => {
      const length = Math.ceil(lengthMs)
      for (let tries = 0; tries < mostTakes; tries++) {
        const now = Math.round(wall())
        const line = { now, far: now + farthestMs }
        const isDrawn = '#next >= :now AND #next <= :far'
        const after = await table.update({ key, add: { next: length }, condition: isDrawn, values: line })
        if (after.applied) return { from: Number(after.item.next) - length, until: Number(after.item.next) }
        const next = now + length
        const isOver = 'attribute_not_exists(#next) OR #next < :now OR #next > :far'
        if ((await table.update({ key, set: { next }, condition: isOver, values: line })).applied)
          return { from: now, until: next }
      }
      throw new Error('Others always took the next stretch of the sending rate')
    },
  }
}
