/** What the accuracy checks found, and what agencies and coordinators say to it. */
import type { OwnCheck } from '../../functions/schema/checks/own/own-check.ts'
import type { Finding } from '../../functions/schema/round.ts'
import { request } from './request.ts'
import { type Work, workPath } from './work.ts'

type Checked = { readonly findings: readonly Finding[]; readonly checks?: readonly OwnCheck[] }

/** With what the coordinator chose to have checked. */
export async function fetchChecked(work: Work): Promise<Checked> {
  return (await request<Checked>('GET', `${workPath(work)}/findings`)).body
}

export async function fetchFindings(work: Work): Promise<readonly Finding[]> {
  return (await fetchChecked(work)).findings
}

/** Of all agencies that the reader may see, solved ones left out. */
export async function fetchRoundFindings(round: string): Promise<readonly Finding[]> {
  const path = `/api/rounds/${encodeURIComponent(round)}/findings`
  return (await request<{ findings: Finding[] }>('GET', path)).body.findings
}

/** Explains a finding; an explained warning is not mailed again. */
export async function explainFinding(
  work: Work,
  id: string,
  explanation: { readonly text: string; readonly basis: Finding['basis'] },
): Promise<Finding> {
  const path = `${workPath(work)}/findings/${encodeURIComponent(id)}/explanation`
  return (await request<Finding>('POST', path, { body: explanation })).body
}

/** A coordinator's word on any finding of the round. */
export async function decideFinding(
  round: string,
  finding: string,
  body: { readonly text: string; readonly setAside: boolean },
): Promise<Finding> {
  const path = `/api/rounds/${encodeURIComponent(round)}/findings/${encodeURIComponent(finding)}/explanation`
  return (await request<Finding>('POST', path, { body })).body
}
