/** A notice as people read it in the ledger: what, to whom, when, why, and what became of it. */
import type { z } from '@hono/zod-openapi'
import type { Candidate } from '../domain/notices/nid.ts'
import type { FoundNotice } from '../domain/notices/read-notices.ts'
import type { Notice } from '../schema/notice.ts'
import type { Person } from '../schema/region.ts'
import { recipientView } from './round-view.ts'
import type { notificationDetailSchema, notificationSchema, plannedMailSchema } from './shapes.ts'

export function plannedMailView(
  plan: Candidate,
  people: readonly Person[],
  reader: Person,
): z.infer<typeof plannedMailSchema> {
  const { nid, kind, dueAt, expiresAt, agencyId, formId, why } = plan
  const about = { ...(agencyId === undefined ? {} : { agencyId }), ...(formId === undefined ? {} : { formId }) }
  return { nid, kind, dueAt, expiresAt, ...about, why, recipient: recipientView(people, plan.recipientId, reader) }
}

/** Tokens, leases and fences stay inside. */
export function notificationView(
  notice: Notice,
  people: readonly Person[],
  reader: Person,
): z.infer<typeof notificationSchema> {
  const { token: _, leaseUntil: _l, fence: _f, fencedAt: _a, unknowns: _u, epoch: _e, ...shown } = notice
  const { region: _r, recipientId, messageId: _m, ...view } = shown
  return { ...view, recipient: recipientView(people, recipientId, reader) }
}

export function notificationDetailView(
  { notice, events, people }: FoundNotice,
  reader: Person,
): z.infer<typeof notificationDetailSchema> {
  return {
    notification: notificationView(notice, people, reader),
    messageId: notice.messageId ?? null,
    events: events.map(({ id, type, at, detail }) => ({ id, type, at, detail })),
  }
}
