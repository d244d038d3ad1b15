/**
 * Kota Kupang's own round of 10-17 February 2026, played in memory: at each tick the plan is made, what is new is kept by its
 * id, and what is due is composed over the facts of that moment, as the ledger and the dispatcher do it.
 */

import { composeNotice } from '../../../functions/domain/notices/compose.ts'
import type { SentDigest } from '../../../functions/domain/notices/ledger/sent-digests.ts'
import { isDigestKind } from '../../../functions/domain/notices/plan/digest-slots.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { ComposeState } from '../../../functions/domain/notices/write/composing.ts'
import type { MailContent } from '../../../functions/domain/notices/write/content.ts'
import type { RegionFacts } from '../../../functions/domain/region/regions.ts'
import { formKey } from '../../../functions/domain/round/form-catalogue.ts'
import type { RoundFacts } from '../../../functions/domain/round/rounds.ts'
import { formDefinitions } from '../../../functions/forms/catalogue.ts'
import type { ReferenceLists } from '../../../functions/schema/form.ts'
import type { Notice, NoticePlan } from '../../../functions/schema/notice.ts'
import type { Submission } from '../../../functions/schema/round.ts'
import { kotaKupang, referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import { at, factsOf, submission } from '../../fixtures/round.ts'

const seed = kotaKupang({ at: '2026-02-01T00:00:00.000Z', by: 'system' })
export const site = 'https://lengkap.example'
export const round = seed.round
export const region: RegionFacts = { ...seed, mailboxes: [] }
export const operator = (agencyId: string) => `${agencyId}-operator`
export const head = (agencyId: string) => `${agencyId}-kepala`
export const coordinator = 'bappeda-koordinator'

export const compositionParts = {
  siteUrl: site,
  codeKey: 'k'.repeat(40),
  definitions: new Map(formDefinitions().map((form) => [formKey(form.id, form.version), form])),
}

/** Everything that will have happened; a tick sees what happened before it. */
export type Story = Partial<Omit<RoundFacts, 'region' | 'round'>> & {
  region?: RegionFacts
  round?: RoundFacts['round']
  sentDigests?: readonly SentDigest[]
}

/** The facts as they stood at `now`. */
export function stateAt(now: Date, story: Story = {}): ComposeState {
  const { region: its = region, round: theRound = round, sentDigests = [], ...facts } = story
  const before = <T extends { at: string }>(list: readonly T[] = []) => list.filter((each) => new Date(each.at) <= now)
  const mailboxes = its.mailboxes.filter((each) => new Date(each.at) <= now)
  const drafts = (facts.drafts ?? []).filter(({ savedAt }) => new Date(savedAt) <= now)
  const findings = (facts.findings ?? []).filter(({ firstSeenAt }) => new Date(firstSeenAt) <= now)
  const { submissions, reviews, windows, calls } = facts
  const work = { submissions: before(submissions), reviews: before(reviews), windows: before(windows) }
  const cut = { ...work, drafts, findings, calls: before(calls) }
  return { region: { ...its, mailboxes }, rounds: [factsOf(theRound, cut)], sentDigests }
}

/** All forms of the agencies, sent at that moment. */
export function allSent(agencyIds: readonly string[], when: Date, more: Partial<Submission> = {}): Submission[] {
  return round.assignments
    .filter(({ agencyId }) => agencyIds.includes(agencyId))
    .map(({ agencyId, formId }) => submission(agencyId, when, { formId, by: operator(agencyId), ...more }))
}

export function noticeOf(planned: NoticePlan): Notice {
  return { ...planned, plannedAt: planned.dueAt, attempts: 1, unknowns: 0, epoch: '1' }
}

/** What the composer says about a planned notice. The lists take time, and only completeness is made of them. */
export function compose(
  now: Date,
  planned: NoticePlan,
  story: Story = {},
  references: ReferenceLists = referenceLists,
) {
  return composeNotice(now, {
    notice: noticeOf(planned),
    state: { ...stateAt(now, story), references },
    parts: compositionParts,
  })
}

/** The one notice of a kind to a person that is planned at `now`. */
export function planned(now: Date, kind: NoticePlan['kind'], recipientId: string, story: Story = {}): NoticePlan {
  const found = plan(now, stateAt(now, story)).filter(
    (each) => each.kind === kind && each.recipientId === recipientId && each.state === 'planned',
  )
  if (found.length !== 1) throw new Error(`${found.length} notices of kind ${kind} to ${recipientId}`)
  return found[0]!
}

/** A digest was sent to the coordinator at that moment. */
export function digestSentAt(when: Date): SentDigest[] {
  return [{ recipientId: coordinator, asOf: when.toISOString() }]
}

/** The content of that notice, which must be a mail. */
export function mailTo<K extends MailContent['kind']>(now: Date, kind: K, recipientId: string, story: Story = {}) {
  const composed = compose(now, planned(now, kind as NoticePlan['kind'], recipientId, story), story)
  if (composed.outcome === 'drop') throw new Error(`dropped: ${composed.reason}`)
  return composed.content as MailContent & { kind: K }
}

export type Sent = { at: Date; to: string; nid: string; content: MailContent }
export type Dropped = { at: Date; to: string; kind: NoticePlan['kind']; end: string; reason: string }

/** Plans and dispatches at each tick. `between` runs after a tick's plan and before its dispatch. */
export function play(ticks: readonly Date[], story: Story = {}, dispatchDelayMs = 0) {
  const ledger = new Map<string, NoticePlan | 'done'>()
  const sent: Sent[] = []
  const dropped: Dropped[] = []
  const told: SentDigest[] = []
  for (const tick of ticks) {
    for (const each of plan(tick, stateAt(tick, story))) {
      if (ledger.has(each.nid)) continue
      ledger.set(each.nid, each.state === 'planned' ? each : 'done')
      if (each.state === 'expired')
        dropped.push({ ...ends(each, tick), end: 'expired', reason: 'overtaken when planned' })
    }
    const now = new Date(tick.getTime() + dispatchDelayMs)
    for (const [nid, each] of ledger) {
      if (each === 'done') continue
      ledger.set(nid, 'done')
      const composed = compose(now, each, { ...story, sentDigests: told }, {})
      if (composed.outcome === 'mail') {
        sent.push({ at: now, to: each.recipientId, nid, content: composed.content })
        if (isDigestKind(each.kind)) told.push({ recipientId: each.recipientId, asOf: now.toISOString() })
      } else dropped.push({ ...ends(each, now), end: composed.to, reason: composed.reason })
    }
  }
  return { sent, dropped }
}

function ends({ recipientId, kind }: NoticePlan, when: Date) {
  return { at: when, to: recipientId, kind }
}

/** Eight times a day, from the opening's eve to the day after the closing report. */
export const everyFewHours = Array.from({ length: 11 }, (_, day) => day + 9).flatMap((day) =>
  ['07:00', '08:00', '10:00', '12:00', '13:00', '15:00', '17:00', '20:00'].map((time) => at(day, time)),
)

/** `11 Feb 08.00 reminder/before-target: 17`, in order. */
export function timetable(sent: readonly Sent[]): string[] {
  const counts = new Map<string, number>()
  for (const { at: when, content } of sent) {
    const local = new Date(when.getTime() + 8 * 3_600_000).toISOString()
    const kind = content.kind === 'reminder' ? `reminder ${content.step}` : content.kind
    const key = `${local.slice(8, 10)} Feb ${local.slice(11, 16).replace(':', '.')} ${kind}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts].map(([key, count]) => `${key}: ${count}`).toSorted()
}
