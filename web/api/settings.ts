/**
 * What a coordinator sets up: rounds, agencies, people, calendar, the region's look. Each has a history whose newest revision
 * is what a change must be based on.
 */
import type { Directory } from '../../functions/http/directory.ts'
import type { TriedChecks } from '../../functions/http/form-checks.ts'
import type { KnownForm } from '../../functions/http/forms.ts'
import type { Opening } from '../../functions/http/round-plans.ts'
import type { SettingsEffect } from '../../functions/http/settings-effect.ts'
import type { OwnCheck } from '../../functions/schema/checks/own/own-check.ts'
import type { DraftFiles, FormPreview } from '../../functions/schema/form-draft.ts'
import type { Agency, Person } from '../../functions/schema/region.ts'
import type { CalendarRequest } from '../../functions/schema/region-requests.ts'
import type { Round } from '../../functions/schema/round.ts'
import type { RoundCreation, RoundPlan, RoundRevision } from '../../functions/schema/round-plan.ts'
import { request, requestFile } from './request.ts'

export type Revised = { readonly at: string; readonly byName: string; readonly revision: number }
export type History<R extends Revised> = { readonly revisions: readonly R[]; readonly etag: string }
export type { Directory } from '../../functions/http/directory.ts'
export type { FormChecksRevision, TriedChecks } from '../../functions/http/form-checks.ts'
export type { SettingsEffect } from '../../functions/http/settings-effect.ts'
export type FormVersion = KnownForm
export type PersonEntry = Directory['people'][number]

/** Newest first. `path` without `/api`. */
export async function fetchHistory<R extends Revised>(path: string): Promise<History<R>> {
  const { body, etag } = await request<{ revisions: R[] }>('GET', `/api/${path}`)
  return { revisions: body.revisions, etag: etag ?? '"0"' }
}

export type NewestRevision = RoundRevision & Pick<Round, 'assignments'>

/** A round's newest revision, which alone is told with its assignments. */
export function newestOf(revisions: readonly RoundRevision[]): NewestRevision {
  const [newest] = revisions
  if (newest?.assignments === undefined) throw new Error('a round without a newest revision')
  return { ...newest, assignments: newest.assignments }
}

/** Refused with `revision-conflict` when `etag` is no longer the newest. */
export async function revise(path: string, content: unknown, etag: string): Promise<void> {
  await request('PUT', `/api/${path}`, { body: content, headers: { 'If-Match': etag } })
}

export async function createRound(creation: RoundCreation): Promise<Round> {
  return (await request<Round>('POST', '/api/rounds', { body: creation })).body
}

/** Settings that move mails, as they would be saved: of a round, or of the region. */
export type EffectQuestion =
  | { readonly round: string; readonly plan: RoundPlan }
  | { readonly calendar: CalendarRequest }
  | { readonly agencyId: string; readonly workingWeek: Agency['workingWeek'] }

/** Nothing is written. Refused as the save would be. */
export async function fetchSettingsEffect(question: EffectQuestion): Promise<SettingsEffect> {
  const [path, body] =
    'round' in question
      ? [`/api/rounds/${encodeURIComponent(question.round)}/mail-plan`, question.plan]
      : ['/api/directory/mail-plan', 'calendar' in question ? question.calendar : question]
  return (await request<SettingsEffect>('POST', path, { body })).body
}

/** What opening the round would do, or, once it is open, what goes within a day. */
export async function fetchOpening(round: string): Promise<Opening> {
  return (await request<Opening>('GET', `/api/rounds/${encodeURIComponent(round)}/opening`)).body
}

/** Refused with `revision-conflict` where the round was changed since `revision`. */
export async function openRound(round: string, revision: number): Promise<void> {
  const headers = { 'If-Match': `"${revision}"` }
  await request('POST', `/api/rounds/${encodeURIComponent(round)}/opening`, { headers })
}

export async function createAgency(content: unknown): Promise<Agency> {
  return (await request<Agency>('POST', '/api/directory/agencies', { body: content })).body
}

export async function createPerson(content: unknown): Promise<Person> {
  return (await request<Person>('POST', '/api/directory/people', { body: content })).body
}

/** `deactivation` needs no base and wins over what is being saved; both end every session. Both need a fresh sign-in. */
export type PersonAct = 'deactivation' | 'sign-outs'

export async function actOnPerson(person: string, act: PersonAct): Promise<void> {
  await request('POST', `/api/directory/people/${encodeURIComponent(person)}/${act}`, { body: {} })
}

export async function fetchDirectory(): Promise<Directory> {
  return (await request<Directory>('GET', '/api/directory')).body
}

/** Every published version of every form that may be assigned. */
export async function fetchForms(): Promise<readonly FormVersion[]> {
  return (await request<{ forms: FormVersion[] }>('GET', '/api/forms')).body.forms
}

/** A workbook in XLSForm layout to begin with. */
export function fetchFormSample(): Promise<Blob> {
  return requestFile('GET', '/api/forms/drafts/sample')
}

/** A version as an XLSForm. */
export function fetchXlsForm(form: string, version: number): Promise<Blob> {
  return requestFile('GET', `/api/forms/${encodeURIComponent(form)}/versions/${version}/xlsform`)
}

/** What a workbook in XLSForm layout would become. Saves nothing. */
export async function previewForm(draft: DraftFiles): Promise<FormPreview> {
  return (await request<FormPreview>('POST', '/api/forms/drafts', { body: draft })).body
}

/** Publishes it as the version after `currentVersion`. */
export async function publishForm(draft: DraftFiles, currentVersion: number): Promise<FormVersion> {
  const headers = { 'If-Match': `"${currentVersion}"` }
  return (await request<FormVersion>('POST', '/api/forms', { body: draft, headers })).body
}

export const checksPath = (form: string) => `forms/${encodeURIComponent(form)}/checks`

/** What these checks would find in the present round. Saves nothing; refused as the save would be. */
export async function tryChecks(form: string, checks: readonly OwnCheck[]): Promise<TriedChecks> {
  return (await request<TriedChecks>('POST', `/api/${checksPath(form)}/trial`, { body: { checks } })).body
}
