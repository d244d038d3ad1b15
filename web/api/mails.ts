/** Mails: those to come, those that went, and what the coordinator does about them by hand. */
import type {
  HandedCode,
  MailPlan,
  MailService,
  NotificationBatches,
  NotificationDetail,
  NotificationList,
  NudgePreview,
  RenderedMail,
  Unreachable,
} from '../../functions/http/mail-shapes.ts'
import type { Nudge } from '../../functions/schema/hand-mail.ts'
import { request } from './request.ts'

export type {
  MailPlan,
  MailService,
  Notification,
  NotificationBatches,
  NotificationDetail,
  NotificationList,
  NudgePreview,
  PlannedMail,
  RenderedMail,
  Unreachable,
} from '../../functions/http/mail-shapes.ts'

/** What the plan is asked for: `asOf` as `YYYY-MM-DDTHH:MM` in the region's zone, and a decision that is only supposed. */
export type PlanQuestion = {
  readonly asOf?: string | undefined
  readonly change?: string | undefined
  readonly closesOn?: string | undefined
  readonly targetOn?: string | undefined
  readonly agencies?: string | undefined
}
export type LedgerQuestion = {
  readonly round?: string | undefined
  readonly agency?: string | undefined
  readonly person?: string | undefined
  readonly kind?: string | undefined
  readonly outcome?: string | undefined
  readonly batch?: string | undefined
  readonly after?: string | undefined
}
export type NudgeDraft = {
  readonly agencyIds: readonly string[]
  readonly heads: boolean
  readonly note: string
  readonly forcedBecause: string
}

/** Whether mail goes. */
export async function fetchMailService(): Promise<MailService> {
  return (await request<MailService>('GET', '/api/mail-service')).body
}

/** The code that a person asked for, while no mail goes; once. */
export async function handOverCode(personId: string): Promise<HandedCode> {
  return (await request<HandedCode>('POST', `/api/people/${encodeURIComponent(personId)}/sign-in-code`)).body
}

export async function fetchMailPlan(round: string, question: PlanQuestion): Promise<MailPlan> {
  return (await request<MailPlan>('GET', `${roundPath(round)}/mail-plan${queryOf(question)}`)).body
}

/** A mail to come, as it would read. */
export async function fetchMailPreview(round: string, nid: string, question: PlanQuestion): Promise<RenderedMail> {
  return (await request<RenderedMail>('GET', `${roundPath(round)}/mail-plan/${nid}${queryOf(question)}`)).body
}

/** So many lines are read on a phone before more are asked for. */
const pageSize = '60'

export async function fetchNotifications(question: LedgerQuestion): Promise<NotificationList> {
  return (await request<NotificationList>('GET', `/api/notifications${queryOf({ ...question, limit: pageSize })}`)).body
}

/** What went out together as one line. */
export async function fetchBatches(question: LedgerQuestion): Promise<NotificationBatches> {
  return (await request<NotificationBatches>('GET', `/api/notification-batches${queryOf(question)}`)).body
}

export async function fetchNotification(nid: string): Promise<NotificationDetail> {
  return (await request<NotificationDetail>('GET', `/api/notifications/${encodeURIComponent(nid)}`)).body
}

/** Answers the number of the new notice. */
export async function sendAgain(nid: string): Promise<string> {
  return (await request<{ nid: string }>('POST', `/api/notifications/${encodeURIComponent(nid)}/resends`)).body.nid
}

export async function previewNudge(round: string, draft: NudgeDraft): Promise<NudgePreview> {
  return (await request<NudgePreview>('POST', `${roundPath(round)}/reminders/preview`, { body: bodyOf(draft) })).body
}

/** `requestKey`: the same one for every try of the same reminder. */
export async function remindNow(round: string, draft: NudgeDraft, requestKey: string): Promise<Nudge> {
  return (await request<Nudge>('POST', `${roundPath(round)}/reminders`, { body: { ...bodyOf(draft), requestKey } }))
    .body
}

export async function fetchUnreachable(): Promise<Unreachable['people']> {
  return (await request<Unreachable>('GET', '/api/unreachable')).body.people
}

/** Without an address the present one is freed. Asks for a new sign-in when the last one is not fresh. */
export async function repairMailbox(person: string, email: string | undefined): Promise<void> {
  await request('POST', `/api/mailboxes/${encodeURIComponent(person)}/repairs`, {
    body: email === undefined ? {} : { email },
  })
}

function roundPath(round: string): string {
  return `/api/rounds/${encodeURIComponent(round)}`
}

function bodyOf({ agencyIds, heads, note, forcedBecause }: NudgeDraft) {
  return {
    agencyIds,
    heads,
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(forcedBecause.trim() === '' ? {} : { forcedBecause: forcedBecause.trim() }),
  }
}

function queryOf(question: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(question)) if (value !== undefined && value !== '') query.set(name, value)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
