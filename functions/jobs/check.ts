/**
 * Checks accuracy: load the latest submissions' bodies of every open round, run the rules, record what opened and what is
 * solved. Bodies are named by their hash and never change, so they are kept between runs of a warm function.
 */
import { foldFindings, rememberedFrom } from '../domain/checks/findings.ts'
import { runChecks } from '../domain/checks/run-checks.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { FormCatalogue } from '../domain/round/form-catalogue.ts'
import type { RoundFacts, RoundState, Rounds } from '../domain/round/rounds.ts'
import { windowSegments } from '../domain/round/windows.ts'
import type { Answers } from '../schema/answers.ts'
import type { CheckCounts } from '../schema/notice.ts'
import type { Finding } from '../schema/round.ts'
import { cityOf } from './check/city-of.ts'
import { eachRegion } from './each-region.ts'
import type { JobEvent } from './job-event.ts'
import { isInView } from './rounds-in-view.ts'

export type CheckPorts = {
  regions: Pick<Regions, 'list' | 'load' | 'references'>
  rounds: Pick<Rounds, 'list' | 'load' | 'body' | 'putFinding'>
  forms: FormCatalogue
  /** Bodies by hash, kept by the caller between runs; without it each run loads all of them. */
  bodies?: Map<string, Answers>
}

/** `findings`: only of a dry run, which writes nothing. */
export type CheckAnswer = CheckCounts & { findings?: Finding[] }

/** All regions. Throws at the end when any region failed; the others are checked. */
export async function check(ports: CheckPorts, { time, dryRun = false }: JobEvent): Promise<CheckAnswer> {
  const now = new Date(time)
  const answers = (await eachRegion(ports.regions, (region) => checkRegion(ports, region, now, dryRun))).flat()
  const sum = (key: keyof CheckCounts) => answers.reduce((total, answer) => total + answer[key], 0)
  return {
    opened: sum('opened'),
    solved: sum('solved'),
    unchanged: sum('unchanged'),
    ...(dryRun ? { findings: answers.flatMap(({ put }) => put) } : {}),
  }
}

async function checkRegion(ports: CheckPorts, region: string, now: Date, dryRun: boolean) {
  const [facts, references, rounds] = await Promise.all([
    ports.regions.load(region),
    ports.regions.references(region),
    allRounds(ports, region),
  ])
  if (facts === undefined) throw new Error(`There is no region ${region}`)
  const folds = []
  for (const [index, one] of rounds.entries()) {
    const round = { facts: one, region: facts }
    if (!isInView(now, one, facts.settings.zone) || !hasOpened(now, round)) continue
    const earlier = rounds.slice(index + 1)
    const city = await cityOf(now, ports, { round, references, earlier })
    const fold = foldFindings(now, runChecks(city), {
      stored: one.findings,
      earlier: earlier.flatMap((older) => rememberedFrom(older.round.id, older.findings)),
      withinPercent: city.settings.explainedWithinPercent,
    })
    if (!dryRun) await putAll(ports, { region, round: one.round.id }, fold.put)
    folds.push(fold)
  }
  return folds
}

/** The newest opening first. */
async function allRounds({ rounds }: CheckPorts, region: string): Promise<RoundFacts[]> {
  const loaded = await Promise.all((await rounds.list(region)).map((id) => rounds.load(region, id)))
  return loaded
    .filter((facts) => facts !== undefined)
    .toSorted((a, b) => (a.round.opensOn < b.round.opensOn ? 1 : a.round.opensOn > b.round.opensOn ? -1 : 0))
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
