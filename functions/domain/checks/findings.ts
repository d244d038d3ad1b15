/**
 * Folds what a check detects into what is stored: a finding opens, stays, or is solved. Its id does not change with its
 * words, so an explanation stays with it: what is explained is not opened again by the next run, only by coming back after
 * it was solved.
 */
import type { Finding } from '../../schema/round.ts'
import type { DetectedFinding } from './rule.ts'

/** `put`: what must be written. Unchanged findings are not rewritten, or each run would write the whole list. */
export type FindingsFold = { put: Finding[]; opened: number; solved: number; unchanged: number }

/** Pure; `now` becomes `lastSeenAt` of whatever is written. Only findings of `checked` rules' run may be passed as stored. */
export function foldFindings(
  now: Date,
  detected: readonly DetectedFinding[],
  stored: readonly Finding[],
): FindingsFold {
  const at = now.toISOString()
  const known = new Map(stored.map((finding) => [finding.id, finding]))
  const seen = new Set(detected.map(({ id }) => id))
  const fold: FindingsFold = { put: [], opened: 0, solved: 0, unchanged: 0 }
  for (const finding of detected) {
    const before = known.get(finding.id)
    if (before === undefined || before.state === 'solved') {
      fold.opened++
      fold.put.push({ ...finding, state: 'open', firstSeenAt: at, lastSeenAt: at })
    } else {
      fold.unchanged++
      if (!saysTheSame(before, finding)) fold.put.push({ ...before, ...finding, lastSeenAt: at })
    }
  }
  for (const before of stored) {
    if (before.state === 'solved' || seen.has(before.id)) continue
    fold.solved++
    fold.put.push({ ...before, state: 'solved', lastSeenAt: at })
  }
  return fold
}

function saysTheSame(a: DetectedFinding, b: DetectedFinding): boolean {
  const said = ({ severity, pointer, message }: DetectedFinding) =>
    [severity, pointer, message.id, message.en].join('\n')
  return said(a) === said(b)
}
