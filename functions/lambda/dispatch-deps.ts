/** What the two senders need beyond the common wiring: the composer, the templates, SES, and the measure of what waits. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Metrics } from '@aws-lambda-powertools/metrics'
import type { Context } from 'aws-lambda'
import { mailHealth, oldestOverdueSeconds } from '../domain/notices/ledger/health.ts'
import type { Mailer } from '../domain/notices/ledger/mailer.ts'
import type { Unsent } from '../domain/notices/ledger/unsent.ts'
import type { CanaryLook, CanaryParts } from '../jobs/canary.ts'
import type { DispatchRun } from '../jobs/dispatch/dispatch-parts.ts'
import type { ReconcileParts } from '../jobs/reconcile.ts'
import { createSmtpMailer } from '../mail/smtp-mailer.ts'
import type { Reconciled } from '../schema/reconciled.ts'
import { createMailRate } from '../store/mail-service.ts'
import { clock, wall } from './clock.ts'
import { breaker, env, ledger, log, nameOf, outages, pulse, reconciliations, regions, rounds, table } from './deps.ts'
import { codeKeyOf, localAws, senderOf } from './env.ts'
import { later } from './later-deps.ts'
import { composeWith, render } from './mail-deps.ts'

/** All senders over this table share one rate. */
const pace = { rate: createMailRate(table, wall), wall }

export const dispatchParts: ReconcileParts = {
  ledger,
  regions,
  rounds,
  outages,
  compose: composeWith({ codeKey: codeKeyOf(env), siteUrl: env.SITE_URL }),
  render,
  mailer: env.SMTP_URL ? createSmtpMailer({ url: env.SMTP_URL, from: senderOf(env), pace }) : sesMailer(),
  breaker,
  pulse,
  reconciliations,
  publishUnsent,
  clock: () => clock.now(),
  pause: (ms) => sleep(ms),
  report: ({ nid, step, error }) => log({ level: 'error', message: 'dispatch', nid, step, error: nameOf(error) }),
}

/** Absent where no canary signs in. A mail with a code leaves within seconds, or people give up. */
export const canaryParts: CanaryParts | undefined =
  env.CANARY === 'yes'
    ? {
        regions,
        ledger,
        codeKey: codeKeyOf(env),
        siteUrl: env.SITE_URL,
        patienceMs: 20_000,
        clock: () => clock.now(),
        delay: sleep,
      }
    : undefined

export function publishCanary({ failed }: CanaryLook): void {
  if (failed !== undefined) log({ level: 'error', message: 'canary', failed })
  publish(['CanaryFailed', 'Count', failed === undefined ? 0 : 1])
}

function sesMailer(): Mailer {
  const { send, paced, look } = later<Required<Omit<Mailer, 'evidence'>>>(async () => {
    const { createSesClient, createSesMailer } = await import('../mail/ses-mailer.ts')
    const { evidence: _told, ...mailer } = createSesMailer({
      client: createSesClient(localAws(env.SES_ENDPOINT)),
      from: senderOf(env),
      configurationSet: env.MAIL_CONFIGURATION_SET,
      pace,
      onQuota: (share) => publish(['MailQuotaUsed', 'Percent', Math.round(share * 100)]),
    })
    return mailer
  })
  return { evidence: env.MAIL_EVIDENCE === 'yes', send, paced, look }
}

/** One invocation is one worker: its request id is in every claim that it makes. */
export function runOf(context: Context): DispatchRun {
  return { worker: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() }
}

/** Publishes how long the oldest due notice waits, and whether mail goes and is reported on: alarms ring from these (promise P4). */
export async function measureMail(): Promise<void> {
  const now = clock.now()
  const [seconds, mail] = await Promise.all([oldestOverdueSeconds(now, ledger), mailHealth(now, { breaker, pulse })])
  publish(
    ['OldestOverdueSeconds', 'Seconds', seconds ?? 0],
    ['MailHeld', 'Count', Number(mail.state === 'held')],
    ['MailUnheard', 'Count', Number(mail.state === 'unheard')],
  )
}

function publishUnsent({ failed, codesUnsent, oldestUnsentSeconds }: Unsent): void {
  publish(
    ['NoticesFailed', 'Count', failed],
    ['CodesUnsent', 'Count', codesUnsent],
    ['OldestUnsentSeconds', 'Seconds', oldestUnsentSeconds],
  )
}

/** Publishes what the walk over all notices found; what it could not get sent must ring. */
export function publishReconciled({ givenBack, left, unknown }: Omit<Reconciled, 'at'>): void {
  publish(
    ['NoticesGivenBack', 'Count', givenBack],
    ['NoticesLeft', 'Count', left],
    ['NoticesUnknown', 'Count', unknown],
  )
}

let metrics: Promise<Metrics> | undefined
let writing: Promise<void> = Promise.resolve()

/** Resolves when all figures so far are written. A function that answers earlier is frozen, and alarms miss what it had to say. */
export function published(): Promise<void> {
  return writing
}

/** What publishes is loaded with the first figure, which a run over the table's stream rarely has. */
function publish(...figures: readonly Parameters<Metrics['addMetric']>[]): void {
  metrics ??= import('@aws-lambda-powertools/metrics').then(
    ({ Metrics }) =>
      new Metrics({ namespace: 'Lengkap', serviceName: 'lengkap', defaultDimensions: { stage: env.STAGE } }),
  )
  writing = Promise.all([metrics, writing]).then(([opened]) => {
    for (const figure of figures) opened.addMetric(...figure)
    opened.publishStoredMetrics()
  })
}
