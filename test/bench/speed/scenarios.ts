/** What is measured: each a story that both builds live through. */
import { randomUUID } from 'node:crypto'
import { brotliCompressSync } from 'node:zlib'
import type { JobName } from '../../../local/handlers.ts'
import { atSize } from './at-size.ts'
import { settleRegions } from './many-regions.ts'
import { type Cost, costOf } from './measure.ts'
import { prefill } from './prefill.ts'
import { startSes } from './ses.ts'
import { answersOf, eachOf, region, roundId, type Size, startTown, type Town } from './town.ts'

export type Costs = Record<string, Cost>

const work = (agency: string, form: string) => `/api/rounds/${roundId}/agencies/${agency}/forms/${form}`

/** Every agency's forms in turn; `revisions` counts on. */
function submits(
  town: Town,
  count: number,
  revisions: Map<string, number>,
  onlyNew = false,
): (() => Promise<unknown>)[] {
  const cells = town.agencyIds.flatMap((agency) => town.formIds.map((form) => ({ agency, form })))
  return Array.from({ length: count }, (_, index) => {
    // Neighbours in time are different agencies, as in life.
    const cell = cells[(index * town.formIds.length + Math.floor(index / town.agencyIds.length)) % cells.length]
    if (cell === undefined) throw new Error('no cell')
    const key = `${cell.agency} ${cell.form}`
    const base = revisions.get(key) ?? 0
    if (!onlyNew) revisions.set(key, base + 1)
    return async () => {
      const headers = { 'if-match': `"${base}"`, 'idempotency-key': randomUUID() }
      const json = { answers: answersOf(base * 1_000 + index) }
      const answer = await town.call(
        `op-${cell.agency}`,
        'POST',
        `${work(cell.agency, cell.form)}/submissions`,
        json,
        headers,
      )
      if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
    }
  })
}

const submitting =
  (size: Size, { before = 0, count = 60, atOnce = 16 }: { before?: number; count?: number; atOnce?: number } = {}) =>
  async (root: string): Promise<Costs> => {
    const town = await startTown(root, size, true)
    const revisions = await prefill(town, before)
    await eachOf(town.agencyIds, (agency) => town.call(`op-${agency}`, 'GET', '/api/me'), 8)
    for (const act of submits(town, 85, revisions)) await act()
    const cost = await costOf(submits(town, count, revisions), atOnce, town.pid)
    await town.close()
    return { submit: cost }
  }

/** One a fortnight, each closed and answered whole. */
async function addPastRounds(root: string, town: Town, count: number): Promise<void> {
  const { round } = await import(`${root}/test/fixtures/round.ts`)
  const { agencyIds, formIds } = town
  for (let index = 1; index <= count; index += 1) {
    const day = (later: number) =>
      new Date(Date.parse('2026-01-12') + (later - 14 * index) * 86_400_000).toISOString().slice(0, 10)
    const id = `lampau-${index}`
    const dates = { opensOn: day(0), targetOn: day(4), closesOn: day(7) }
    await town.deps.rounds.insertRound(region, round(agencyIds, { id, ...dates }, formIds))
    const from = `${day(1)}T02:00:00Z`
    await prefill(town, agencyIds.length * formIds.length, undefined, { round: id, from })
  }
}

/** `sent`: revisions, absent: of half the work; `past`: rounds before this one. */
const pages =
  (size: Size, { sent = (size.agencies * size.forms) / 2, past = 0 } = {}) =>
  async (root: string): Promise<Costs> => {
    const town = await startTown(root, size)
    await prefill(town, sent)
    await addPastRounds(root, town, past)
    const [agency = '', form = ''] = [town.agencyIds[0], town.formIds[0]]
    const asked: Record<string, [person: string, path: string]> = {
      tasks: [`op-${agency}`, `/api/rounds/${roundId}/assignments`],
      board: ['koordinator', `/api/rounds/${roundId}/completeness`],
      'board, brief': ['koordinator', `/api/rounds/${roundId}/completeness?cells=brief`],
      'mail plan': ['koordinator', `/api/rounds/${roundId}/mail-plan`],
      'results of one form': ['koordinator', `/api/rounds/${roundId}/export.csv?form=${form}`],
      'submissions of one form': [`op-${agency}`, `${work(agency, form)}/submissions`],
      'call list': ['koordinator', `/api/rounds/${roundId}/calls`],
      timeline: ['koordinator', `/api/rounds/${roundId}/timeline`],
      'one round': ['koordinator', `/api/rounds/${roundId}`],
      ledger: ['koordinator', `/api/notifications?round=${roundId}`],
      'list of rounds': [`op-${agency}`, '/api/rounds'],
    }
    const costs: Costs = {}
    for (const [name, [person, path]] of Object.entries(asked)) {
      const { statusCode = 0, body = '' } = await town.call(person, 'GET', path)
      // An older build has no such page.
      if (statusCode === 400 || statusCode === 404) continue
      console.error(`${name}: ${body.length} bytes, ${brotliCompressSync(body).length} in brotli`)
      const get = async () => {
        const answer = await town.call(person, 'GET', path)
        if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`)
      }
      for (let warm = 0; warm < 3; warm += 1) await get()
      costs[name] = await costOf(
        Array.from({ length: 5 }, () => get),
        1,
        town.pid,
      )
    }
    await town.close()
    return costs
  }

/** The reminders of two mornings, to a provider that takes all: of a process that never sent one, and of one that did. Written, not packed as MIME. */
const dispatching =
  (size: Size) =>
  async (root: string): Promise<Costs> => {
    const town = await startTown(root, size)
    const { plan } = await import(`${root}/functions/jobs/plan.ts`)
    const { dispatch } = await import(`${root}/functions/jobs/dispatch.ts`)
    const { planPorts, breaker, pulse, rounds, regions, ledger } = await import(`${root}/functions/lambda/deps.ts`)
    const { compose, render } = town.deps
    let now = town.now
    let sent = 0
    const mailer = {
      send: async () => {
        sent += 1
        return { outcome: 'accepted', messageId: `m${sent}` }
      },
    }
    const parts = {
      ledger,
      regions,
      rounds,
      compose,
      render,
      mailer,
      breaker,
      pulse,
      clock: () => now,
      pause: async () => undefined,
      report: console.error,
    }
    const morning = async (day: string): Promise<Cost> => {
      now = new Date(`${day}T08:00:30+08:00`)
      await plan(planPorts, { time: now.toISOString() })
      now = new Date(`${day}T08:01:00+08:00`)
      sent = 0
      const run = { worker: `bench ${day}`, remainingMs: () => 3_600_000 }
      const cost = await costOf([() => dispatch(parts, run)], 1, town.pid)
      const each = (total: number) => Math.round((100 * total) / Math.max(1, sent)) / 100
      const { cpu, emulator, calls, reads, writes } = cost
      const mail = {
        cpu: each(cpu),
        emulator: each(emulator),
        calls: each(calls),
        reads: each(reads),
        writes: each(writes),
      }
      return { ...cost, ...mail, count: sent }
    }
    const first = await morning('2026-02-12')
    const second = await morning('2026-02-13')
    await town.close()
    return { 'mail, first morning': first, 'mail, second morning': second }
  }

/** Minutes in which nothing is due, as the schedule lives through them, over regions of 60 x 8. */
const planning =
  (regions: number) =>
  async (root: string): Promise<Costs> => {
    const town = await startTown(root, { agencies: 60, forms: 8 })
    await settleRegions(town, regions)
    const minute = (index: number) => async () => {
      const at = new Date(town.now.getTime() + index * 60_000)
      town.moveTo(at)
      await town.handlers.job('plan', at)
    }
    const minutes = (from: number, count: number) => Array.from({ length: count }, (_, index) => minute(from + index))
    // What follows their making: all are planned, and once more when no writer can be under way, whole and with nothing new.
    const first = await costOf([minute(0)], 1, town.pid)
    console.error(`planned for the first time in ${first.seconds} s`)
    const whole = await costOf([minute(3)], 1, town.pid)
    const quiet = await costOf(minutes(4, 3), 1, town.pid)
    // Within it each region is planned once more, whatever is remembered of it.
    const quarter = await costOf(minutes(7, 15), 1, town.pid)
    await town.close()
    return {
      'all for the first time': first,
      'all whole, nothing new': whole,
      'nothing new': quiet,
      'a minute of a quarter of an hour': quarter,
    }
  }

/** The walk over all notices, after a morning whose mails all were sent. */
const walking =
  (regions: number) =>
  async (root: string): Promise<Costs> => {
    const ses = await startSes()
    const town = await startTown(root, { agencies: 60, forms: 8 }, true, ses.endpoint)
    const run = (name: JobName, minutes: number) => async () => {
      const at = new Date(town.now.getTime() + minutes * 60_000)
      town.moveTo(at)
      await town.handlers.job(name, at)
    }
    await settleRegions(town, regions, async () => {
      for (let minute = 0; minute < 5; minute += 1) {
        await run('plan', minute)()
        await run('dispatch', minute)()
      }
      for (let quarter = 1; quarter < 20; quarter += 1) await run('reconcile', 15 * quarter)()
    })
    await run('reconcile', 300)()
    const walk = await costOf([run('reconcile', 315), run('reconcile', 330)], 1, town.pid)
    await town.close()
    ses.end()
    return { walk }
  }

export const scenarios: Record<string, (root: string) => Promise<Costs>> = {
  'submit 17x5': submitting({ agencies: 17, forms: 5 }),
  'submit 17x5 one connection': submitting({ agencies: 17, forms: 5 }, { atOnce: 1 }),
  'submit 17x5 after 1,000': submitting({ agencies: 17, forms: 5 }, { before: 1_000 }),
  'submit 17x5 after 5,000': submitting({ agencies: 17, forms: 5 }, { before: 5_000, count: 30 }),
  'submit 200x8': submitting({ agencies: 200, forms: 8 }, { count: 30 }),
  'submit 1000x10': submitting({ agencies: 1_000, forms: 10 }),
  'plan, 1 region of 60x8': planning(1),
  'plan, 10 regions of 60x8': planning(10),
  'reconcile, 10 regions of 60x8': walking(10),
  'dispatch 17x5': dispatching({ agencies: 17, forms: 5 }),
  'dispatch 200x8': dispatching({ agencies: 200, forms: 8 }),
  'dispatch 1000x5': dispatching({ agencies: 1_000, forms: 5 }),
  'pages 17x5': pages({ agencies: 17, forms: 5 }),
  'pages 17x5, 30 rounds before': pages({ agencies: 17, forms: 5 }, { past: 30 }),
  'pages 17x5 after 5,000, 30 rounds before': pages({ agencies: 17, forms: 5 }, { sent: 5_000, past: 30 }),
  'pages 200x8': pages({ agencies: 200, forms: 8 }),
  'pages 1000x10': pages({ agencies: 1_000, forms: 10 }),
}

/** Too long for a run of all: a round of 2,000 is filled for minutes, and the first plan of so many regions writes sixty thousand mails. */
export const onlyNamed: typeof scenarios = {
  'plan, 514 regions of 60x8': planning(514),
  'reconcile, 514 regions of 60x8': walking(514),
  'round of 2000x20': atSize({ agencies: 2_000, forms: 20 }),
  'round of 200x8': atSize({ agencies: 200, forms: 8 }),
}
