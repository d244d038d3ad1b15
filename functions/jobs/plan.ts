/**
 * Plans every mail that is due: load the facts, ask the pure plan, insert what is not there yet. Runs each minute for the regions
 * in which something moved or is due, and right after a commit for one; running it again, at any time, inserts nothing twice.
 */

import type { NoticeLedger } from '../domain/notices/ledger/ledger.ts'
import { type Candidate, notYetIn } from '../domain/notices/plan/nid.ts'
import { planAhead, planReceiptsOf } from '../domain/notices/plan.ts'
import { quietSince, type RegionMemory, remembered } from '../domain/region/region-memory.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { RegionState, RoundState } from '../domain/round/rounds.ts'
import type { RoundReader } from '../domain/round/rounds-since.ts'
import { isDraft, lastClosingOf } from '../domain/round/windows.ts'
import { allRounds, type NoticePlan, type PlanCounts } from '../schema/notice.ts'
import type { RegionAsk } from '../schema/region-ask.ts'
import type { Submission } from '../schema/round.ts'
import { eachRegion } from './each-region.ts'
import type { JobEvent } from './job-event.ts'
import { loadRegionState } from './rounds-in-view.ts'

export type PlanPorts = {
  regions: Pick<Regions, 'list' | 'load'>
  rounds: RoundReader
  ledger: Pick<NoticeLedger, 'insert' | 'nids'>
}
type RegionPorts = Omit<PlanPorts, 'regions'> & { regions: Pick<Regions, 'load'> }

/** `nextDueAt`: the next instant at which something falls due by today's facts, or null. `notices`: only of a dry run. */
export type PlanAnswer = PlanCounts & { nextDueAt: string | null; notices?: NoticePlan[] }

/** Inserts in work at once. */
const atOnce = 8

/** What is asked for: the region's plan, unless somebody else has just made it. */
export async function planAsked(
  { memory, ...ports }: RegionPorts & { memory: Pick<RegionMemory, 'read' | 'note'> },
  ask: RegionAsk,
): Promise<PlanAnswer> {
  const now = new Date(ask.time)
  // Read before the facts: what moves meanwhile is planned in the next minute.
  const before = await memory.read(ask.region)
  const last = quietSince(now, ask, before)
  if (last !== undefined)
    return { planned: last.standing, inserted: 0, alreadyThere: last.standing, nextDueAt: last.nextDueAt }
  const answer = await planRegion(ports, { now, region: ask.region })
  await memory.note(ask.region, remembered(now, before, { nextDueAt: answer.nextDueAt, standing: answer.planned }))
  return answer
}

/** All regions in this run. Throws at the end when any failed; the others are planned. */
export async function plan(ports: PlanPorts, { time, dryRun = false }: JobEvent): Promise<PlanAnswer> {
  const run = { now: new Date(time), dryRun }
  const answers = await eachRegion(ports.regions, (region) => planRegion(ports, { ...run, region }))
  return { ...together(answers), ...(dryRun && { notices: answers.flatMap(({ notices = [] }) => notices) }) }
}

/** What several answers sum up to. */
export function together(answers: readonly PlanAnswer[]): PlanAnswer {
  const sum = (key: keyof PlanCounts) => answers.reduce((total, answer) => total + answer[key], 0)
  const [next = null] = answers.flatMap(({ nextDueAt }) => nextDueAt ?? []).toSorted()
  return {
    planned: sum('planned'),
    inserted: sum('inserted'),
    alreadyThere: sum('alreadyThere'),
    nextDueAt: next,
  }
}

/** The same for one region, right after a commit, so that a receipt need not wait for the minute. */
export async function planAfterCommit(ports: RegionPorts, now: Date, region: string): Promise<PlanCounts> {
  const { planned, inserted, alreadyThere } = await planRegion(ports, { now, region })
  return { planned, inserted, alreadyThere }
}

/** What a submission alone causes, without reading anything: what is there already, the insert finds. */
export async function planReceipts(
  ports: Pick<PlanPorts, 'ledger'>,
  now: Date,
  { state, submission }: { state: RoundState; submission: Submission },
): Promise<PlanCounts> {
  const notices = planReceiptsOf(now, state, submission)
  const inserted = await insertAll(ports, notices, now)
  return { planned: notices.length, inserted, alreadyThere: notices.length - inserted }
}

/** Of one region, in days of its rounds times its people: what the minute leaves room for. Reported and skipped beyond. */
const largestPlan = 4_000_000

/** Throws where the region's rounds are too long for its people: the others must not wait for it. */
function assertWithinBudget({ region, rounds }: RegionState): void {
  const { zone } = region.settings
  const days = rounds
    .filter((facts) => !isDraft(facts))
    .reduce((sum, facts) => {
      const { opensAt, closesAt } = lastClosingOf(facts, zone)
      return sum + Math.ceil((closesAt.getTime() - opensAt.getTime()) / 86_400_000)
    }, 0)
  const size = days * region.people.length
  if (size > largestPlan) throw new Error(`The plan is too large: ${days} days for ${region.people.length} people`)
}

/** Of a region that is closed. */
const nothing: PlanAnswer = { planned: 0, inserted: 0, alreadyThere: 0, nextDueAt: null }

/** One region's plan. */
export async function planRegion(
  ports: RegionPorts,
  { now, region, dryRun = false }: { now: Date; region: string; dryRun?: boolean },
): Promise<PlanAnswer> {
  const state = await loadRegionState(ports, region, now)
  if (state.region.settings.closedAt !== undefined) return nothing
  assertWithinBudget(state)
  const { notices, nextDueAt } = planAhead(now, state)
  const known = await knownNids(ports, notices)
  const missing = notYetIn(known, notices)
  const inserted = dryRun ? missing.length : await insertAll(ports, missing, now)
  const counts = { planned: notices.length, inserted, alreadyThere: notices.length - inserted, nextDueAt }
  return dryRun ? { ...counts, inserted: 0, notices } : counts
}

/** One query a scope spares a refused write for each notice of the week, every minute. What it misses, the insert finds. */
async function knownNids({ ledger }: Pick<PlanPorts, 'ledger'>, notices: readonly Candidate[]): Promise<Set<string>> {
  const places = notices.flatMap((notice) => scopesOf(notice).map((scope) => ({ region: notice.region, scope })))
  const scopes = new Map(places.map((place) => [`${place.region}#${place.scope}`, place]))
  const lists = await Promise.all([...scopes.values()].map(({ region, scope }) => ledger.nids(region, scope)))
  return new Set(lists.flat())
}

/** Where the notice may stand, and those that may have told a part of it. */
function scopesOf({ scope, rounds = [], toldBy }: Candidate): string[] {
  return [scope, ...rounds, ...(toldBy === undefined ? [] : [allRounds])]
}

/** Every notice gets its try; the first failure is thrown after the last. Answers how many were new. */
async function insertAll(
  { ledger }: Pick<PlanPorts, 'ledger'>,
  notices: readonly NoticePlan[],
  now: Date,
): Promise<number> {
  const queue = [...notices]
  const failures: unknown[] = []
  let inserted = 0
  const work = async () => {
    for (let notice = queue.shift(); notice; notice = queue.shift()) {
      try {
        if ((await ledger.insert(notice, now)) === 'inserted') inserted++
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} notices were not inserted`)
  return inserted
}
