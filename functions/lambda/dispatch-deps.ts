/** What the two senders need beyond the common wiring: the composer, the templates, SES, and the measure of what waits. */
import { setTimeout as sleep } from 'node:timers/promises'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { Context } from 'aws-lambda'
import { mailHealth, oldestOverdueSeconds } from '../domain/notices/ledger/health.ts'
import type { Mailer } from '../domain/notices/ledger/mailer.ts'
import type { Unsent } from '../domain/notices/ledger/unsent.ts'
import type { CanaryLook, CanaryParts } from '../jobs/canary.ts'
import type { DispatchRun } from '../jobs/dispatch/dispatch-parts.ts'
import type { ReconcileParts } from '../jobs/reconcile.ts'
import { createSesClient, createSesMailer } from '../mail/ses-mailer.ts'
import { createSmtpMailer } from '../mail/smtp-mailer.ts'
import type { Reconciled } from '../schema/reconciled.ts'
import { createMailRate } from '../store/mail-service.ts'
import { clock, wall } from './clock.ts'
import { breaker, env, ledger, log, nameOf, outages, pulse, reconciliations, regions, rounds, table } from './deps.ts'
import { codeKeyOf, localAws, senderOf } from './env.ts'
import { composeWith, render } from './mail-deps.ts'

const metrics = new Metrics({ namespace: 'Lengkap', serviceName: 'lengkap', defaultDimensions: { stage: env.STAGE } })

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
  metrics.addMetric('CanaryFailed', MetricUnit.Count, failed === undefined ? 0 : 1)
  metrics.publishStoredMetrics()
}

function sesMailer(): Mailer {
  return createSesMailer({
    client: createSesClient(localAws(env.SES_ENDPOINT)),
    from: senderOf(env),
    configurationSet: env.MAIL_CONFIGURATION_SET,
    evidence: env.MAIL_EVIDENCE === 'yes',
    pace,
    onQuota: (share) => {
      metrics.addMetric('MailQuotaUsed', MetricUnit.Percent, Math.round(share * 100))
      metrics.publishStoredMetrics()
    },
  })
}

/** One invocation is one worker: its request id is in every claim that it makes. */
export function runOf(context: Context): DispatchRun {
  return { worker: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() }
}

/** Publishes how long the oldest due notice waits, and whether mail goes and is reported on: alarms ring from these (promise P4). */
export async function measureMail(): Promise<void> {
  const now = clock.now()
  const [seconds, mail] = await Promise.all([oldestOverdueSeconds(now, ledger), mailHealth(now, { breaker, pulse })])
  metrics.addMetric('OldestOverdueSeconds', MetricUnit.Seconds, seconds ?? 0)
  metrics.addMetric('MailHeld', MetricUnit.Count, Number(mail.state === 'held'))
  metrics.addMetric('MailUnheard', MetricUnit.Count, Number(mail.state === 'unheard'))
  metrics.publishStoredMetrics()
}

function publishUnsent({ failed, codesUnsent, oldestUnsentSeconds }: Unsent): void {
  metrics.addMetric('NoticesFailed', MetricUnit.Count, failed)
  metrics.addMetric('CodesUnsent', MetricUnit.Count, codesUnsent)
  metrics.addMetric('OldestUnsentSeconds', MetricUnit.Seconds, oldestUnsentSeconds)
}

/** Publishes what the walk over all notices found; what it could not get sent must ring. */
export function publishReconciled({ givenBack, left, unknown }: Omit<Reconciled, 'at'>): void {
  metrics.addMetric('NoticesGivenBack', MetricUnit.Count, givenBack)
  metrics.addMetric('NoticesLeft', MetricUnit.Count, left)
  metrics.addMetric('NoticesUnknown', MetricUnit.Count, unknown)
  metrics.publishStoredMetrics()
}
