/**
 * Checks accuracy: load the latest submissions' bodies of every open round, run the rules, record what opened and what is
 * solved. Bodies are named by their hash and never change, so they are kept between runs of a warm function.
 */
import { foldFindings } from '../domain/checks/findings.ts'
import { runChecks } from '../domain/checks/run-checks.ts'
import type { Regions } from '../domain/region/regions.ts'
import type { FormCatalogue } from '../domain/round/form-catalogue.ts'
import type { RoundState, Rounds } from '../domain/round/rounds.ts'
import { windowSegments } from '../domain/round/windows.ts'
import type { Answers } from '../schema/answers.ts'
import type { CheckCounts } from '../schema/notice.ts'
import type { Finding } from '../schema/round.ts'
import { cityOf } from './check/city-of.ts'
import { eachRegion } from './each-region.ts'
import type { JobEvent } from './job-event.ts'
import { loadRegionState } from './rounds-in-view.ts'

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
  const [state, references] = await Promise.all([loadRegionState(ports, region, now), ports.regions.references(region)])
  const rounds = state.rounds
    .map((facts): RoundState => ({ facts, region: state.region }))
    .filter((round) => hasOpened(now, round))
  const folds = []
  for (const round of rounds) {
    const fold = foldFindings(now, runChecks(await cityOf(now, ports, { round, references })), round.facts.findings)
    if (!dryRun)
      await Promise.all(fold.put.map((finding) => ports.rounds.putFinding(region, round.facts.round.id, finding)))
    folds.push(fold)
  }
  return folds
}

function hasOpened(now: Date, { facts, region }: RoundState): boolean {
  const { zone } = region.settings
  return facts.round.assignments.some(({ agencyId }) => {
    const opensAt = windowSegments(facts, zone, agencyId)[0]?.dates.opensAt
    return opensAt !== undefined && opensAt <= now
  })
}
