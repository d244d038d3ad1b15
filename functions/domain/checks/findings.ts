/**
 * Folds what the checks detect into what is stored: a finding opens, stays, or is solved. Its identity does not change with its
 * words. What was explained stays explained while its figures stay in the band of the explanation, also when it had gone and
 * came back, and in the next round; when they leave it, the finding opens again and keeps the old explanation to be read.
 */
import { explanationFor } from '../../schema/checks/band.ts'
import type { Detected } from '../../schema/checks/run-form-checks.ts'
import type { Finding } from '../../schema/round.ts'

/** `put`: what must be written. Unchanged findings are not rewritten, or each run would write the whole list. */
export type FindingsFold = { put: Finding[]; opened: number; solved: number; unchanged: number }

export type KnownFindings = {
  /** Those of this round that this run could have seen. */
  readonly stored: readonly Finding[]
  /** Explained ones of earlier rounds, and from which round. */
  readonly earlier?: readonly Finding[]
  /** How far figures may move, percent. */
  readonly withinPercent: number
}

/** Pure; `now` becomes `lastSeenAt` of whatever is written. */
export function foldFindings(
  now: Date,
  found: readonly Detected[],
  { stored, earlier = [], withinPercent }: KnownFindings,
): FindingsFold {
  const at = now.toISOString()
  const known = new Map(stored.map((finding) => [finding.id, finding]))
  const explained = [...stored, ...earlier].filter(({ explanation }) => explanation !== undefined)
  const seen = new Set(found.map(({ id }) => id))
  const fold: FindingsFold = { put: [], opened: 0, solved: 0, unchanged: 0 }
  for (const { text: _text, fix: _fix, ...finding } of found) {
    const before = known.get(finding.id)
    const isNew = before === undefined || before.state === 'solved'
    const explanation = heldSince(before) ?? explanationFor(finding, explained, withinPercent)
    const state = explanation === undefined ? 'open' : 'explained'
    if (state === 'open' && before?.state !== 'open') fold.opened++
    else fold.unchanged++
    if (!isNew && before.state === state && saysTheSame(before, finding)) continue
    const said = explanation ?? before?.explanation
    const firstSeenAt = isNew ? at : before.firstSeenAt
    fold.put.push({ ...finding, state, firstSeenAt, lastSeenAt: at, ...(said ? { explanation: said } : {}) })
  }
  for (const before of stored) {
    if (before.state === 'solved' || seen.has(before.id)) continue
    fold.solved++
    fold.put.push({ ...before, state: 'solved', lastSeenAt: at })
  }
  return fold
}

/** An explanation without a basis was given before bases were kept: it holds for its row. */
function heldSince(before: Finding | undefined): Finding['explanation'] {
  return before?.state === 'explained' && before.explanation?.basis === undefined ? before.explanation : undefined
}

type Said = Pick<Finding, 'severity' | 'pointer' | 'message' | 'basis'>

function saysTheSame(a: Said, b: Said): boolean {
  const said = ({ severity, pointer, message, basis }: Said) =>
    [severity, pointer, message.id, message.en, basis?.same, basis?.amounts.join()].join('\n')
  return said(a) === said(b)
}

/** Explained findings of an earlier round, as they are remembered in this one. */
export function rememberedFrom(round: string, findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) =>
    finding.explanation === undefined ? [] : [{ ...finding, explanation: { round, ...finding.explanation } }],
  )
}
