/** The copies of a device in the version that is asked, in the order in which they were typed; the piece that carries others over is fetched where there are any. */
import { Unreachable } from '../../api/problem.ts'
import type { Work } from '../../api/work.ts'
import type { FoundCopy } from '../draft/draft-copy.ts'

export async function inVersion(
  found: readonly FoundCopy[],
  version: number,
  work: Work,
): Promise<readonly FoundCopy[]> {
  const typed = [...found].sort((a, b) => (a.typedAt ?? 0) - (b.typedAt ?? 0))
  if (typed.every(({ stored }) => stored.draft.formVersion === version)) return typed
  const { carriedCopies } = await import('./carried-copies.ts').catch(() => {
    throw new Unreachable()
  })
  return carriedCopies(typed, { version, work })
}
