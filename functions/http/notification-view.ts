/** A mail as people read of it: what, to whom, when, why, and what became of it. */
import type * as z from 'zod'
import type { Explanation } from '../domain/notices/desk/explain.ts'
import type { NoticeStory } from '../domain/notices/desk/tell-notice.ts'
import type { PlannedMail } from '../domain/notices/desk/what-if.ts'
import { outcomeOf } from '../domain/notices/ledger/outcome.ts'
import type { Notice } from '../schema/notice.ts'
import type { Person } from '../schema/region.ts'
import type {
  explanationSchema,
  notificationDetailSchema,
  notificationSchema,
  plannedMailSchema,
} from './mail-shapes.ts'
import { recipientView } from './round-view.ts'

export function plannedMailView(
  mail: PlannedMail,
  people: readonly Person[],
  reader: Person,
): z.infer<typeof plannedMailSchema> {
  const { nid, kind, dueAt, expiresAt, agencyId, formId, why } = mail
  const about = { ...(agencyId === undefined ? {} : { agencyId }), ...(formId === undefined ? {} : { formId }) }
  const recipient = recipientView(people, mail.recipientId, reader)
  return { nid, kind, dueAt, expiresAt, ...about, why, recipient, ...explanationView(mail) }
}

function explanationView({ step, byHand, again, agencyIds, shifted }: Explanation): z.infer<typeof explanationSchema> {
  return { step, byHand, again, agencyIds, shifted }
}

/** Tokens, leases and fences stay inside. */
export function notificationView(
  notice: Notice,
  people: readonly Person[],
  reader: Person,
): z.infer<typeof notificationSchema> {
  const { token: _, leaseUntil: _l, fence: _f, fencedAt: _a, unknowns: _u, epoch: _e, ...shown } = notice
  const { region: _r, recipientId, messageId: _m, retryAt: _t, ...view } = shown
  const reason = view.reason === undefined ? {} : { reason: reasonFor(reader, view.reason) }
  return { ...view, ...reason, outcome: outcomeOf(notice), recipient: recipientView(people, recipientId, reader) }
}

/** Addresses are the coordinators' business. */
function reasonFor({ role }: Person, reason: string): string {
  return role === 'viewer' ? reason.replace(/[^\s<>()"',;:]+@[^\s<>()"',;:]+/g, '…') : reason
}

export function notificationDetailView(
  { notice, events, people, explanation, rounds, agencies, again, repeats, repeatedBy, mailbox }: NoticeStory,
  reader: Person,
): z.infer<typeof notificationDetailSchema> {
  const isCoordinator = reader.role === 'coordinator'
  return {
    notification: notificationView(notice, people, reader),
    explanation: explanationView(explanation),
    rounds: rounds.map(({ id, title }) => ({ id, title })),
    agencies: agencies.map(({ id, shortName }) => ({ id, shortName })),
    messageId: notice.messageId ?? null,
    // What the other side's server said often quotes the address.
    events: events.map(({ id, type, at, detail }) => ({
      id,
      type,
      at,
      detail: reader.role === 'viewer' ? '' : detail,
    })),
    again: isCoordinator ? { possible: again === undefined, reason: again ?? null } : null,
    repeats: repeats ?? null,
    repeatedBy: repeatedBy ?? null,
    mailbox: mailbox ?? null,
  }
}
