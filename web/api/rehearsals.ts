/** Rehearsal rounds: their own clock, and their mails, which are captured and never sent. */
import type { CapturedMailView } from '../../functions/http/captured-mails.ts'
import type { RehearsalSummary } from '../../functions/http/rehearsals.ts'
import type { ClockStep, RehearsalClock } from '../../functions/schema/rehearsal.ts'
import type { Assignment, Round } from '../../functions/schema/round.ts'
import type { RenderedMail } from './mails.ts'
import { request } from './request.ts'

export type { CapturedMailView } from '../../functions/http/captured-mails.ts'
export type { RehearsalSummary } from '../../functions/http/rehearsals.ts'

/** Newest first. */
export async function fetchRehearsals(): Promise<readonly RehearsalSummary[]> {
  return (await request<{ rehearsals: RehearsalSummary[] }>('GET', '/api/rehearsals')).body.rehearsals
}

export async function createRehearsal(round: string): Promise<Round> {
  return (await request<Round>('POST', `${path(round)}/rehearsals`)).body
}

/** Out of the list, or into it again. */
export async function putRehearsalAway(round: string, away: boolean): Promise<void> {
  await request('PUT', `${path(round)}/rehearsal`, { body: { away } })
}

export async function fetchClock(round: string): Promise<RehearsalClock> {
  return (await request<RehearsalClock>('GET', `${path(round)}/clock`)).body
}

/** What fell due on the way is captured when this returns. */
export async function moveClock(round: string, step: ClockStep): Promise<RehearsalClock> {
  return (await request<RehearsalClock>('POST', `${path(round)}/clock`, { body: step })).body
}

/** As the reader sees them, or, for a coordinator, as that person does. */
export async function fetchCapturedMails(round: string, as: string): Promise<readonly CapturedMailView[]> {
  return (await request<{ mails: CapturedMailView[] }>('GET', `${path(round)}/captured-mails${asQuery(as)}`)).body.mails
}

export async function fetchCapturedMail(round: string, nid: string): Promise<RenderedMail> {
  return (await request<RenderedMail>('GET', `${path(round)}/captured-mails/${nid}`)).body
}

/** Where the mail is shown as its recipient would see it. */
export function capturedMailPage(round: string, nid: string): string {
  return `${path(round)}/captured-mails/${nid}/page`
}

export async function fetchAssignmentsAs(round: string, as: string): Promise<readonly Assignment[]> {
  return (await request<{ assignments: Assignment[] }>('GET', `${path(round)}/assignments${asQuery(as)}`)).body
    .assignments
}

function path(round: string): string {
  return `/api/rounds/${encodeURIComponent(round)}`
}

function asQuery(as: string): string {
  return as === '' ? '' : `?as=${encodeURIComponent(as)}`
}
