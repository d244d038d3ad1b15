/** What a monitor is told: mail that waits, a schedule that stopped, a provider that takes nothing or says nothing. */
import { describe, expect, it } from 'vitest'
import { mailHealth, measureHealth, oldestOverdueSeconds } from '../../../functions/domain/notices/ledger/health.ts'
import type { Notice } from '../../../functions/schema/notice.ts'
import type { Reconciled } from '../../../functions/schema/reconciled.ts'

const now = new Date('2026-02-13T08:00:00.000Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)

/** A quiet system, but for what is given. */
type Found = {
  notices?: { nid: string; dueAt: Date; retryAt?: Date; state?: Notice['state'] }[]
  tick?: Date | undefined
  walk?: Partial<Reconciled>
  heldSince?: Date
  unheardSince?: Date
  table?: boolean
}
function ports(found: Found) {
  const { notices = [], walk, heldSince, unheardSince, table = true } = found
  let looked = 0
  const stored = new Map(notices.map((each) => [each.nid, each]))
  return {
    looked: () => looked,
    regions: {
      list: async () => {
        if (!table) throw new Error('no table')
        return []
      },
    },
    notices: {
      async *due() {
        for (const { nid } of notices) yield { nid, region: 'r', scope: 's', place: nid }
      },
      get: async ({ nid }: { nid: string }) => {
        looked += 1
        const each = stored.get(nid)
        if (each?.state === undefined) return undefined
        return {
          nid,
          state: each.state,
          dueAt: each.dueAt.toISOString(),
          ...(each.retryAt && { retryAt: each.retryAt.toISOString() }),
        } as Notice
      },
    },
    reconciliations: {
      last: async () =>
        walk === undefined ? undefined : ({ at: now.toISOString(), left: 0, ...walk } as unknown as Reconciled),
    },
    lastTick: async () => ('tick' in found ? found.tick : ago(10)),
    breaker: {
      read: async () =>
        heldSince && {
          since: heldSince.toISOString(),
          trouble: 'quota' as const,
          reason: 'x',
          failures: 1,
          retryAt: now.toISOString(),
        },
    },
    pulse: { unansweredSince: async () => unheardSince },
  }
}
const health = (found: Found) => measureHealth(now, ports(found) as never)
const status = async (found: Found) => (await health(found)).status
const due = (seconds: number, state: Notice['state'] | undefined = 'planned') => ({
  nid: `${seconds}`,
  dueAt: ago(seconds),
  state,
})

describe('health', () => {
  it('is good while the schedule runs, the table answers and nothing waits for more than five minutes', async () => {
    expect(await health({ notices: [due(300)], walk: { at: ago(2_400).toISOString() }, tick: ago(300) })).toEqual({
      status: 'ok',
      table: true,
      oldestOverdueSeconds: 300,
      lastTick: ago(300).toISOString(),
      mail: { state: 'ok', since: null, trouble: null },
      reconciled: { at: ago(2_400).toISOString(), left: 0 },
      now: now.toISOString(),
    })
    expect(await health({})).toMatchObject({ status: 'ok', oldestOverdueSeconds: null, reconciled: null })
  })

  it.each<[string, Found]>([
    ['a mail has waited for longer', { notices: [due(301)] }],
    ['the last walk found mails that nobody moves', { walk: { left: 1 } }],
    ['the schedule has been silent for longer', { tick: ago(301) }],
    ['the schedule never ran', { tick: undefined }],
    ['two walks did not happen', { walk: { at: ago(2_401).toISOString() } }],
    ['no mail goes', { heldSince: ago(60) }],
    ['no report arrives', { unheardSince: ago(1_800) }],
  ])('is not where %s', async (_, found) => {
    expect(await status(found)).toBe('degraded')
  })

  it('of a schedule that never ran is told by a table that answers', async () => {
    expect(await health({ tick: undefined })).toMatchObject({ table: true, lastTick: null })
  })

  it('is said also where the table does not answer', async () => {
    expect(await health({ table: false })).toEqual({
      status: 'degraded',
      table: false,
      oldestOverdueSeconds: null,
      lastTick: null,
      mail: { state: 'ok', since: null, trouble: null },
      reconciled: null,
      now: now.toISOString(),
    })
  })
})

it('mail that was refused for less than a minute is no trouble yet, and being held goes before being unheard', async () => {
  expect(await mailHealth(now, ports({ heldSince: ago(59) }))).toEqual({ state: 'ok', since: null, trouble: null })
  const held = { state: 'held', since: ago(60).toISOString(), trouble: 'quota' }
  expect(await mailHealth(now, ports({ heldSince: ago(60), unheardSince: ago(1_800) }))).toEqual(held)
  const unheard = { state: 'unheard', since: ago(1_800).toISOString(), trouble: null }
  expect(await mailHealth(now, ports({ heldSince: ago(59), unheardSince: ago(1_800) }))).toEqual(unheard)
})

describe('the oldest that waits', () => {
  const oldest = async (...notices: NonNullable<Found['notices']>) => {
    const asked = ports({ notices })
    return { seconds: await oldestOverdueSeconds(now, asked.notices as never), looked: asked.looked() }
  }

  it('is looked for past what was put off, what is gone and what has ended', async () => {
    const putOff = { ...due(900), nid: 'put-off', retryAt: ago(30) }
    expect(
      await oldest(due(800, 'sent'), { ...due(700), nid: 'gone', state: undefined }, putOff, due(200), due(100)),
    ).toEqual({
      seconds: 200,
      looked: 4,
    })
    expect((await oldest(putOff)).seconds).toBe(30)
    expect((await oldest({ ...putOff, retryAt: ago(300) }, due(200))).seconds).toBe(300)
    expect((await oldest({ ...putOff, retryAt: ago(-30) })).seconds).toBeNull()
  })

  it('is looked for among the first fifty', async () => {
    const ended = Array.from({ length: 60 }, (_, index) => ({ ...due(500, 'sent'), nid: `ended-${index}` }))
    expect(await oldest(...ended)).toEqual({ seconds: null, looked: 50 })
  })
})
