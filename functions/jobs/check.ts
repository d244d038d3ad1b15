/**
 * Checks accuracy: load the latest submissions' bodies of every open round, run the rules, record what opened and what is
 * solved. Bodies are named by their hash and never change, so they are kept between runs of a warm function. The schedule sees
 * real rounds only; a rehearsal is checked when its own clock or its own facts move.
 */
import type { Budgets } from '../domain/budgets/budgets.ts'
import { type FindingsFold, foldFindings, rememberedFrom } from '../domain/checks/findings.ts'
import { runChecks } from '../domain/checks/run-checks.ts'
import { quietSince, type RegionMemory, remembered } from '../domain/region/region-memory.ts'
import type { RegionFacts, Regions } from '../domain/region/regions.ts'
import type { FormCatalogue } from '../domain/round/form-catalogue.ts'
import type { RoundFacts, RoundState, Rounds } from '../domain/round/rounds.ts'
import { loadRounds, roundsBefore } from '../domain/round/rounds-before.ts'
import { windowSegments } from '../domain/round/windows.ts'
import { localDateOf } from '../rules/wall-clock.ts'
import { endOfDay } from '../rules/zone.ts'
import type { ReferenceLists } from '../schema/form.ts'
import type { CheckCounts } from '../schema/notice.ts'
import type { RegionAsk } from '../schema/region-ask.ts'
import type { Finding } from '../schema/round.ts'
import { cityOf } from './check/city-of.ts'
import type { KeptBodies } from './check/kept-bodies.ts'
import { eachRegion } from './each-region.ts'
import type { JobEvent } from './job-event.ts'
import { isInView } from './rounds-in-view.ts'

export type CheckPorts = {
  regions: Pick<Regions, 'list' | 'load' | 'references'>
  rounds: Pick<Rounds, 'list' | 'load' | 'body' | 'putFinding'>
  budgets: Pick<Budgets, 'list' | 'content'>
  forms: FormCatalogue
  /** Bodies by hash, kept by the caller between runs; without it each run loads all of them. */
  bodies?: KeptBodies
}

/** `findings`: only of a dry run, which writes nothing. */
export type CheckAnswer = CheckCounts & { findings?: Finding[] }

/** All regions in this run. Throws at the end when any region failed; the others are checked. */
export async function check(ports: CheckPorts, { time, dryRun = false }: JobEvent): Promise<CheckAnswer> {
  const now = new Date(time)
  const answers = (await eachRegion(ports.regions, (region) => checkRegion(ports, region, now, dryRun))).flatMap(
    ({ folds }) => folds,
  )
  return {
    ...countsOf(answers),
    ...(dryRun ? { findings: answers.flatMap(({ put }) => put) } : {}),
  }
}

/** What is asked for by the queue: one region, unless somebody else has just checked it. */
export async function checkAsked(
  { memory, ...ports }: CheckPorts & { memory: Pick<RegionMemory, 'read' | 'note'> },
  ask: RegionAsk,
): Promise<CheckCounts> {
  const now = new Date(ask.time)
  // Read before the facts: what moves meanwhile is checked in the next run.
  const before = await memory.read(ask.region)
  const last = quietSince(now, ask, before)
  if (last !== undefined) return { opened: 0, solved: 0, unchanged: last.standing }
  const { zone, folds } = await checkRegion(ports, ask.region, now, false)
  const counts = countsOf(folds)
  // Of what no fact moves, days alone change what is found: work that nobody goes on with.
  const nextDueAt = endOfDay(localDateOf(now, zone), zone).toISOString()
  await memory.note(ask.region, remembered(now, before, { nextDueAt, standing: counts.unchanged }))
  return counts
}

/** What several answers sum up to. */
export function countsOf(answers: readonly CheckCounts[]): CheckCounts {
  const sum = (key: keyof CheckCounts) => answers.reduce((total, answer) => total + answer[key], 0)
  return { opened: sum('opened'), solved: sum('solved'), unchanged: sum('unchanged') }
}

async function checkRegion(ports: CheckPorts, region: string, now: Date, dryRun: boolean) {
  const [place, rounds] = await Promise.all([
    loadRegion(ports, region),
    loadRounds(ports.rounds, region, ports.rounds.load),
  ])
  const folds = []
  for (const one of rounds) {
    const others = rounds.filter((other) => other !== one)
    const fold = await foldRound(now, ports, place, { one, others })
    if (fold === undefined) continue
    if (!dryRun) await putAll(ports, { region, round: one.round.id }, fold.put)
    folds.push(fold)
  }
  return { zone: place.facts.settings.zone, folds }
}

/**
 * Checks one rehearsal at a moment of its own clock, after the real rounds before it; the round that it is a copy of is not
 * looked at. Answers how many findings it wrote.
 */
export async function checkRehearsal(now: Date, ports: CheckPorts, region: string, id: string): Promise<number> {
  const [place, one, rounds] = await Promise.all([
    loadRegion(ports, region),
    ports.rounds.load(region, id),
    loadRounds(ports.rounds, region, ports.rounds.load),
  ])
  if (one === undefined) throw new Error(`There is no round ${id}`)
  const others = rounds.filter(({ round }) => round.id !== one.round.rehearsal?.of)
  const put = (await foldRound(now, ports, place, { one, others }))?.put ?? []
  await putAll(ports, { region, round: id }, put)
  return put.length
}

/** Explanations are remembered from the rounds before; figures are compared with `others`, the newest first, by the period they speak of. */
type AmongRounds = { one: RoundFacts; others: readonly RoundFacts[] }
type Place = { facts: RegionFacts; references: ReferenceLists }

async function loadRegion({ regions }: CheckPorts, region: string): Promise<Place> {
  const [facts, references] = await Promise.all([regions.load(region), regions.references(region)])
  if (facts === undefined) throw new Error(`There is no region ${region}`)
  return { facts, references }
}

/** `undefined` where nothing can be found yet, or any more. */
async function foldRound(
  now: Date,
  ports: CheckPorts,
  { facts, references }: Place,
  { one, others }: AmongRounds,
): Promise<FindingsFold | undefined> {
  const round = { facts: one, region: facts }
  if (!isInView(now, one, facts.settings.zone) || !hasOpened(now, round)) return undefined
  const city = await cityOf(now, ports, { round, references, others })
  return foldFindings(now, runChecks(city), {
    stored: one.findings,
    earlier: roundsBefore(others, one.round).flatMap((older) => rememberedFrom(older.round.id, older.findings)),
    withinPercent: city.settings.explainedWithinPercent,
  })
}

/** A few at a time: the first check of a bad round has hundreds to write. */
async function putAll(
  { rounds }: CheckPorts,
  { region, round }: { region: string; round: string },
  findings: readonly Finding[],
): Promise<void> {
  for (let from = 0; from < findings.length; from += writesAtOnce) {
    const some = findings.slice(from, from + writesAtOnce)
    await Promise.all(some.map((finding) => rounds.putFinding(region, round, finding)))
  }
}

const writesAtOnce = 25

function hasOpened(now: Date, { facts, region }: RoundState): boolean {
  const { zone } = region.settings
  return facts.round.assignments.some(({ agencyId }) => {
    const opensAt = windowSegments(facts, zone, agencyId)[0]?.dates.opensAt
    return opensAt !== undefined && opensAt <= now
  })
}
