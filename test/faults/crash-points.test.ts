/**
 * T-OUT, exhaustively: the dispatcher is killed once at every step of every path, before and after the step took effect.
 * Then healthy runs follow. Every notice must come to an end (I4), and no mail may go out twice (I3).
 */
import { describe, expect, it } from 'vitest'
import type { NoticeKey } from '../../functions/domain/notices/ledger/ledger.ts'
import type { DispatchParts } from '../../functions/jobs/dispatch/dispatch-parts.ts'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import type { NoticePlan } from '../../functions/schema/notice.ts'
import { answering, code, receipt, topicArn, useWorlds, type World } from '../jobs/dispatch-world.ts'
import { isThorough } from '../setup/thorough.ts'
import { type Death, dyingParts } from './dying-parts.ts'

const world = useWorlds('crash-points')

type Path = { plan: NoticePlan; prepare?: (w: World) => Partial<DispatchParts> }

/**
 * One world, one death, then 20 minutes of healthy runs. SES's events come after 10 minutes: later than any lease, so that
 * only the fence keeps others from sending, and before the wait for evidence is over.
 */
async function liveThrough({ plan, prepare }: Path, death: Death | undefined, events: 'late' | 'lose' = 'late') {
  const w = await world({ events: events === 'late' ? 'withhold' : 'lose' })
  const [key] = (await w.plan(plan)) as [NoticeKey]
  const parts = { ...w.parts, ...prepare?.(w) }
  const dying = dyingParts(parts, death)
  await dispatch(dying.parts, w.run({ atOnce: 1 })).catch(() => undefined)
  for (let minutes = 2; minutes <= 20; minutes += 2) {
    w.pass(120)
    await w.emulator.eventsSettled()
    if (minutes >= 10) for (const event of w.withheld.splice(0)) await w.bring(event)
    await dispatch(parts, w.run())
  }
  return { w, key, dying, notice: await w.ledger.get(key) }
}

/**
 * All deaths on the path that a healthy run takes. Right before a step and right after the one before it the world is the same, where
 * they do not overlap: both are tried by `npm run test:full`.
 */
function deathsAt(steps: readonly string[]): Death[] {
  const sides = (index: number) => (isThorough || index === 0 ? (['before', 'after'] as const) : (['after'] as const))
  return steps.flatMap((_, index) => sides(index).map((side) => ({ step: index + 1, side })))
}

const deathsOf = async (path: Path) => deathsAt((await liveThrough(path, undefined)).dying.steps)

describe('a dispatcher killed at any step', () => {
  it('of sending still gets the mail out exactly once', { timeout: 60_000 }, async () => {
    const path = { plan: receipt('1') }
    const deaths = await deathsOf(path)
    expect(deaths.length).toBeGreaterThanOrEqual(isThorough ? 16 : 9)
    for (const death of deaths) {
      const { w, key, dying, notice } = await liveThrough(path, death)
      const where = dying.where()
      expect(dying.isDead(), where).toBe(true)
      expect(notice?.state, where).toBe('sent')
      expect(w.mails(key.nid), where).toBe(1)
    }
  })

  it('of sending a code mails it at most once, and then says so', { timeout: 60_000 }, async () => {
    const path = { plan: code('c', { expiresAt: '2026-02-10T01:10:00.000Z' }) }
    for (const death of await deathsOf(path)) {
      const { w, key, dying, notice } = await liveThrough(path, death)
      const where = dying.where()
      expect(w.mails(key.nid), where).toBe(notice?.state === 'sent' ? 1 : 0)
      expect(['sent', 'unknown'], where).toContain(notice?.state)
    }
  })

  it('mails at most once more when SES took the mail and all its events were lost', { timeout: 60_000 }, async () => {
    const path = { plan: receipt('1') }
    for (const death of await deathsOf(path)) {
      const { w, key, dying, notice } = await liveThrough(path, death, 'lose')
      const where = dying.where()
      const isUnknown = ['mailer.send after', 'ledger.acknowledge before'].includes(where)
      expect(notice?.state, where).toBe('sent')
      expect(w.mails(key.nid), where).toBe(isUnknown ? 2 : 1)
    }
  })

  it.each<[string, Path, string]>([
    [
      'cancelling',
      {
        plan: receipt('1'),
        prepare: () => ({ compose: () => ({ outcome: 'drop', to: 'cancelled', reason: 'submitted' }) }),
      },
      'cancelled',
    ],
    ['expiring', { plan: receipt('1', { expiresAt: '2026-02-10T01:00:00.000Z' }) }, 'expired'],
    [
      'failing',
      {
        plan: receipt('1'),
        prepare: () => ({ mailer: answering({ outcome: 'refused', retry: false, reason: 'no' }) }),
      },
      'failed',
    ],
  ])('of %s leaves the same end as one that lived', { timeout: 60_000 }, async (_, path, state) => {
    for (const death of await deathsOf(path)) {
      const { w, key, dying, notice } = await liveThrough(path, death)
      const where = dying.where()
      expect(notice?.state, where).toBe(state)
      expect(w.mails(key.nid), where).toBe(0)
    }
  })

  it('of a refusal that may pass still gets the mail out exactly once', { timeout: 60_000 }, async () => {
    const throttledOnce = (w: World): Partial<DispatchParts> => {
      let calls = 0
      const refused = { outcome: 'unavailable', trouble: 'throttled', reason: 'Throttling' } as const
      return { mailer: { evidence: true, send: async (mail) => (++calls === 1 ? refused : w.parts.mailer.send(mail)) } }
    }
    const path = { plan: receipt('1'), prepare: throttledOnce }
    for (const death of await deathsOf(path)) {
      const { w, key, dying, notice } = await liveThrough(path, death)
      const where = dying.where()
      expect(notice?.state, where).toBe('sent')
      expect(w.mails(key.nid), where).toBe(1)
    }
  })
})

describe('a reporter killed at any step', () => {
  it('finishes when SNS brings the event again', async () => {
    const record = async (death?: Death) => {
      const w = await world({ events: 'withhold' })
      const [key] = (await w.plan(receipt('1'))) as [NoticeKey]
      await w.dispatch()
      await w.emulator.eventsSettled()
      const dying = dyingParts(w.parts, death)
      for (const event of w.withheld) {
        const ports = {
          ledger: dying.parts.ledger,
          regions: w.regions,
          pulse: w.parts.pulse,
          topicArn,
          report: () => {},
        }
        await recordMailEvents(ports, event).catch(() => w.bring(event))
      }
      return { w, key, dying }
    }
    const { dying: healthy } = await record()
    expect(healthy.steps.length).toBeGreaterThan(5)
    for (const death of deathsAt(healthy.steps)) {
      const { w, key } = await record(death)
      expect(await w.ledger.get(key)).toMatchObject({ state: 'sent', delivery: 'delivered' })
      expect(await w.ledger.events(key)).toHaveLength(2)
    }
  })
})
