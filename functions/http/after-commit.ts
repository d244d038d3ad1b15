/**
 * What follows a commit at once, so that nobody waits for a schedule: the round's notices are planned, and what the checks
 * found is recorded. The commit stands whatever happens here: a failure is logged, and the next plan and check find the same facts.
 */
import type { Context } from 'hono'
import { catchUp } from '../domain/rehearsal/catch-up.ts'
import type { WorkKey } from '../domain/round/load-round.ts'
import type { Accepted } from '../domain/submission/accept-submission.ts'
import { recordFindings } from '../domain/submission/check-submission.ts'
import { isRehearsalId } from '../schema/rehearsal.ts'
import type { Deps } from './deps.ts'
import type { HttpEnv } from './request.ts'

export async function afterCommit<E extends HttpEnv>(
  c: Context<E>,
  deps: Deps,
  region: string,
  round: string,
): Promise<void> {
  const act = ({ now }: HttpEnv['Variables']) =>
    isRehearsalId(round) ? catchUp(deps, region, round) : deps.afterCommit(now, region, round)
  await attempt(c, deps, { what: 'planning after a commit', region, round, act })
}

/** A repetition was recorded with the original. */
export async function afterSubmission<E extends HttpEnv>(
  c: Context<E>,
  deps: Deps,
  work: WorkKey,
  { committed }: Accepted,
): Promise<void> {
  const { region, round } = work
  if (committed === undefined) return afterCommit(c, deps, region, round)
  const { found, references, state } = committed
  const record = ({ now }: HttpEnv['Variables']) =>
    recordFindings(now, deps, { work, found, facts: state.facts, references })
  const plan = ({ now }: HttpEnv['Variables']) =>
    isRehearsalId(round) ? catchUp(deps, region, round) : deps.afterCommit(now, region, round, committed)
  await Promise.all([
    attempt(c, deps, { what: 'recording findings', region, round, act: record }),
    attempt(c, deps, { what: 'planning after a commit', region, round, act: plan }),
  ])
}

type Step = {
  readonly what: string
  readonly region: string
  readonly round: string
  act(request: HttpEnv['Variables']): Promise<unknown>
}

async function attempt<E extends HttpEnv>(
  c: Context<E>,
  deps: Pick<Deps, 'log'>,
  { what, region, round, act }: Step,
): Promise<void> {
  const request = (c as unknown as Context<HttpEnv>).var
  try {
    await act(request)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    deps.log({ level: 'error', message: `${what} failed`, requestId: request.requestId, region, round, error: name })
  }
}
