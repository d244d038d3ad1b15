/** What there is to say of a submission's places, fetched beside it: findings, what changed since the decision before, the comments of both decisions. */
import { useMemo } from 'preact/hooks'
import { fetchFindings } from '../../api/findings.ts'
import { useResource } from '../../api/resource.ts'
import { fetchDifference } from '../../api/submissions.ts'
import type { Submissions, Work } from '../../api/work.ts'
import { latestReplies } from '../../form/review/replies.ts'
import { decisionBefore } from '../answered-comments.tsx'
import type { Said } from './notes.ts'

export type SaidOf = {
  /** What is not written yet. */
  readonly said: Omit<Said, 'written'>
  /** The revision that the changes are counted from; 0 where there is none. */
  readonly since: number
  readonly failed: boolean
  readonly reload: () => void
}

/** Changes are shown since the last decision, else since the revision before. Findings are about the newest revision only. */
export function useSaid(work: Work, history: Submissions, shown: number): SaidOf {
  const key = `${work.round}|${work.agency}|${work.form}`
  const before = decisionBefore(history.reviews, shown)
  const since = before?.revision ?? shown - 1
  const isNewest = shown === history.submissions[0]?.revision
  const findings = useResource(`findings|${key}`, () => fetchFindings(work))
  const changes = useResource(`diff|${key}|${since}|${shown}`, async () =>
    since === 0 ? [] : (await fetchDifference(work, since, shown)).changes,
  )
  const said = useMemo(() => {
    const latest = before && latestReplies(before, history.replies)
    const decision = history.reviews.filter(({ revision }) => revision === shown).pop()
    return {
      findings: isNewest ? (findings.value ?? []) : [],
      changes: changes.value ?? [],
      earlier: (before?.comments ?? []).map((comment, index) => ({ ...comment, reply: latest?.get(index) })),
      decided: decision?.comments ?? [],
    }
  }, [findings.value, changes.value, history, shown])
  return {
    said,
    since,
    failed: findings.error !== undefined || changes.error !== undefined,
    reload: () => {
      findings.reload()
      changes.reload()
    },
  }
}
