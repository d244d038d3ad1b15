/** Plans and sends as the minute's schedules do, over a town's real stores, to a provider that takes everything. */
import { createComposer } from '../../functions/domain/notices/compose.ts'
import type { Mail } from '../../functions/domain/notices/ledger/mailer.ts'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import { plan } from '../../functions/jobs/plan.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { createMailBreaker, createMailPulse } from '../../functions/store/mail-service.ts'
import { createOutages } from '../../functions/store/outages.ts'
import type { Table } from '../../functions/store/table.ts'
import type { Town } from './job-town.ts'

/** What a test looks at of a mail. */
export type Post = Pick<Mail, 'kind' | 'to' | 'subject' | 'text'>
export type PostOffice = ReturnType<typeof postOfficeOf>

/** Of one town: other towns share the table, so its sweep takes this region's mails only. */
export function postOfficeOf(town: Town, table: Table) {
  const sent: Post[] = []
  const time = { now: new Date(0) }
  const ledger = {
    ...town.ledger,
    due: async function* (now: Date) {
      for await (const key of town.ledger.due(now)) if (key.region === town.region) yield key
    },
  }
  const parts = {
    ledger,
    regions: town.regions,
    rounds: town.rounds,
    outages: { list: () => outages.list() },
    compose: createComposer({ siteUrl: 'https://lengkap.example', forms: town.forms, codeKey: 'k'.repeat(40) }),
    render: renderMail,
    mailer: {
      evidence: true,
      send: async (mail: Mail) => {
        sent.push({ kind: mail.kind, to: mail.to, subject: mail.subject, text: mail.text })
        return { outcome: 'accepted' as const, messageId: mail.nid }
      },
    },
    breaker: createMailBreaker(table),
    pulse: createMailPulse(table),
    clock: () => time.now,
    pause: async () => {},
    report: ({ step, error }: { step: string; error: unknown }) => {
      throw new Error(`${step}: ${error}`)
    },
  }
  const outages = createOutages(table)
  const ports = {
    ...town,
    regions: { ...town.regions, list: async () => [town.region] },
  }
  const planAt = async (now: Date) => {
    await outages.wake(now, { moved: false })
    return plan(ports, { time: now.toISOString(), dryRun: false })
  }
  const dispatchAt = async (now: Date): Promise<Post[]> => {
    const before = sent.length
    time.now = now
    await dispatch(parts, { worker: `run-${now.toISOString()}`, remainingMs: () => 60_000 })
    return sent.slice(before)
  }
  return {
    planAt,
    dispatchAt,
    /** One minute: what it sent. */
    minute: async (now: Date): Promise<Post[]> => {
      await planAt(now)
      return dispatchAt(now)
    },
  }
}

/** Who got which kind, sorted: `reminder op-dinsos`. */
export function told(mails: readonly Post[]): string[] {
  return mails
    .map(({ kind, to }) => `${kind} ${to.email.replace(/^.*?-(?=op-|kepala-|koordinator|viewer)/, '').split('@')[0]}`)
    .toSorted()
}
