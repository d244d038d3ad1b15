/**
 * Findings as people work through them: by check, the gravest and most frequent first, then by agency, with what is at stake. The
 * page of findings and the digest count by the same groups, so that a link from one leads to exactly those of the other.
 */
import { restKey } from '../schema/checks/rest-key.ts'
import type { Finding, Severity } from '../schema/round.ts'

/** Rupiah or people that the findings speak of, as the agencies gave them. */
export type Stake = { readonly unit: 'rupiah' | 'people'; readonly amount: number }
export type FindingsOfAgency = {
  readonly agencyId: string
  readonly findings: readonly Finding[]
  readonly count: number
}
export type FindingGroup = {
  readonly rule: string
  /** The gravest among them. */
  readonly severity: Severity
  /** Rows with the problem; a finding that stands for the rest counts all of these. */
  readonly count: number
  readonly stake: Stake | undefined
  /** Most findings first. */
  readonly agencies: readonly FindingsOfAgency[]
}

/** Which of a rule's amounts is at stake, and what it counts; others compare shares, or say nothing of their size. */
const stakes: Readonly<Record<string, { readonly unit: Stake['unit']; readonly at: number }>> = {
  A07: { unit: 'rupiah', at: 1 },
  A08: { unit: 'rupiah', at: 0 },
  A09: { unit: 'rupiah', at: 0 },
  A12: { unit: 'rupiah', at: 0 },
  A15: { unit: 'rupiah', at: 0 },
  A22: { unit: 'people', at: 0 },
  A28: { unit: 'rupiah', at: 0 },
  A31: { unit: 'rupiah', at: 0 },
  A32: { unit: 'rupiah', at: 0 },
}
const ranks: Record<Severity, number> = { blocking: 0, warning: 1, info: 2 }

export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  return by(findings, ({ rule }) => rule)
    .map(([rule, own]) => ({
      rule,
      severity: own.reduce(
        (most, { severity }) => (ranks[severity] < ranks[most] ? severity : most),
        'info' as Severity,
      ),
      count: countOf(own),
      stake: stakeOf(rule, own),
      agencies: by(own, ({ agencyId }) => agencyId)
        .map(([agencyId, of]) => ({ agencyId, findings: of, count: countOf(of) }))
        .sort((a, b) => b.count - a.count || (a.agencyId < b.agencyId ? -1 : 1)),
    }))
    .sort((a, b) => ranks[a.severity] - ranks[b.severity] || b.count - a.count || (a.rule < b.rule ? -1 : 1))
}

const restOf = ({ rowKey, basis }: Finding) => (rowKey === restKey ? (basis?.amounts[0] ?? 1) : 1)

/** Rows, not entries of the list. */
export function countOf(findings: readonly Finding[]): number {
  return findings.reduce((sum, finding) => sum + restOf(finding), 0)
}

/** `undefined` where the rule has none, and where a rest is left uncounted: half a sum would be an untrue one. */
function stakeOf(rule: string, findings: readonly Finding[]): Stake | undefined {
  const stake = stakes[rule]
  if (stake === undefined || findings.some(({ rowKey }) => rowKey === restKey)) return undefined
  const amount = findings.reduce((sum, { basis }) => sum + (basis?.amounts[stake.at] ?? 0), 0)
  return amount === 0 ? undefined : { unit: stake.unit, amount }
}

/** In the order of first sight. */
function by(findings: readonly Finding[], keyOf: (finding: Finding) => string): [string, Finding[]][] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const known = groups.get(keyOf(finding))
    if (known === undefined) groups.set(keyOf(finding), [finding])
    else known.push(finding)
  }
  return [...groups]
}
