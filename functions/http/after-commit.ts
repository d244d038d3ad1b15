/**
 * Plans the round's notices right after a commit, so that a receipt leaves at once. The commit stands whatever happens here:
 * a failure is logged and the next plan finds the same facts.
 */
import type { Context } from 'hono'
import type { Deps } from './deps.ts'
import type { HttpEnv } from './request.ts'

export async function afterCommit<E extends HttpEnv>(
  c: Context<E>,
  deps: Pick<Deps, 'afterCommit' | 'log'>,
  region: string,
  round: string,
): Promise<void> {
  const { now, requestId } = (c as unknown as Context<HttpEnv>).var
  try {
    await deps.afterCommit(now, region, round)
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown'
    deps.log({ level: 'error', message: 'planning after a commit failed', requestId, region, round, error: name })
  }
}
