/** What the two senders need beyond the common wiring: the composer, the templates, SES, and the measure of what waits. */
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { Context } from 'aws-lambda'
import { createComposer } from '../domain/notices/compose.ts'
import { oldestOverdueSeconds } from '../domain/notices/ledger/health.ts'
import type { DispatchParts, DispatchRun } from '../jobs/dispatch/dispatch-parts.ts'
import { renderMail } from '../mail/render-mail.ts'
import { createSesClient, createSesMailer } from '../mail/ses-mailer.ts'
import { clock } from './clock.ts'
import { env, forms, ledger, log, nameOf, regions, rounds } from './deps.ts'
import { codeKeyOf, localAws, senderOf } from './env.ts'

const metrics = new Metrics({ namespace: 'Lengkap', serviceName: 'lengkap', defaultDimensions: { stage: env.STAGE } })

export const dispatchParts: DispatchParts = {
  ledger,
  regions,
  rounds,
  compose: createComposer({ codeKey: codeKeyOf(env), siteUrl: env.SITE_URL, forms }),
  render: renderMail,
  mailer: createSesMailer({
    client: createSesClient(localAws(env.SES_ENDPOINT)),
    from: senderOf(env),
    configurationSet: env.MAIL_CONFIGURATION_SET,
  }),
  clock: () => clock.now(),
  report: ({ nid, step, error }) => log({ level: 'error', message: 'dispatch', nid, step, error: nameOf(error) }),
}

/** One invocation is one worker: its request id is in every claim that it makes. */
export function runOf(context: Context): DispatchRun {
  return { worker: context.awsRequestId, remainingMs: () => context.getRemainingTimeInMillis() }
}

/** Publishes how long the oldest due notice waits, from which the alarm `notices-overdue` rings (promise P4). */
export async function measureOverdue(): Promise<void> {
  const seconds = await oldestOverdueSeconds(clock.now(), ledger)
  metrics.addMetric('OldestOverdueSeconds', MetricUnit.Seconds, seconds ?? 0)
  metrics.publishStoredMetrics()
}
