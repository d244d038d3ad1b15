/** How many places of a form are wrong, still empty, or to be explained: the same number wherever it is told. */
import type { Assignment } from '../schema/round.ts'
import type { Wording } from '../schema/wording.ts'

export type ProblemKind = 'wrong' | 'empty' | 'explain'
/** Places, not lines. */
export type ProblemCounts = Readonly<Record<ProblemKind, number>>

/** Of what was saved or sent last; what is to be explained is known of what was sent. */
export function problemCountsOf({
  nil,
  missing,
  missingCount,
  findings,
}: Pick<Assignment, 'nil' | 'missing' | 'missingCount' | 'findings'>): ProblemCounts {
  const wrong = missing.reduce((sum, { kind, count = 1 }) => sum + (kind === 'wrong' ? count : 0), 0)
  return { wrong, empty: nil ? 0 : missingCount - wrong, explain: findings.warning }
}

/** `2 salah, 35 belum diisi, 1 perlu dijelaskan`; empty where there is nothing. */
export function problemWords({ wrong, empty, explain }: ProblemCounts): Wording {
  const parts = [
    { count: wrong, id: 'salah', en: 'wrong' },
    { count: empty, id: 'belum diisi', en: 'still empty' },
    { count: explain, id: 'perlu dijelaskan', en: 'to explain' },
  ].filter(({ count }) => count > 0)
  const say = (language: 'id' | 'en') => parts.map((part) => `${part.count} ${part[language]}`).join(', ')
  return { id: say('id'), en: say('en') }
}
