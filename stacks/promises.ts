/** Alarms on what was promised to people: that mails arrive, that pages answer, that accuracy is checked. */
import { Duration } from 'aws-cdk-lib'
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch'
import { use } from './constructs.ts'
import { Jobs } from './jobs.ts'
import type { Watch } from './watch.ts'
import { Web } from './web.ts'

const walk = Duration.minutes(15)

/** What the functions publish of themselves. */
export function ownMetric(stage: string, metricName: string, period: Duration): Metric {
  return new Metric({
    namespace: 'Lengkap',
    metricName,
    dimensionsMap: { service: 'lengkap', stage },
    statistic: Stats.MAXIMUM,
    period,
  })
}

export function watchPromises(stage: string): Watch[] {
  return [
    {
      name: 'notices-failed',
      meaning: 'Mails of the last day failed or were parked. npm run ops -- notices status says which and why.',
      metric: ownMetric(stage, 'NoticesFailed', walk),
    },
    {
      name: 'notices-unsent',
      meaning:
        'A mail that was first due more than an hour ago is still not sent, however often it was put off: notices status, /api/health.',
      metric: ownMetric(stage, 'OldestUnsentSeconds', walk),
      atLeast: 3600,
    },
    {
      name: 'codes-unsent',
      meaning: 'Sign-in codes of the last hour were never sent: people cannot get in.',
      metric: ownMetric(stage, 'CodesUnsent', walk),
    },
    {
      name: 'canary-failed',
      meaning:
        'In the hourly look nobody could sign in through the site with a code by mail. The log of reconcile (message canary) says at which step; then smoke, notices status.',
      metric: ownMetric(stage, 'CanaryFailed', Duration.hours(1)),
    },
    {
      name: 'mail-quota',
      meaning: 'More than 80 % of the mails that SES allows in 24 hours are sent. Ask for more: Service Quotas, SES.',
      metric: ownMetric(stage, 'MailQuotaUsed', walk),
      atLeast: 80,
    },
    {
      name: 'api-slow',
      meaning: 'One request of twenty took more than three seconds within a quarter of an hour.',
      metric: use(Web).gateway.metricLatency({ period: walk, statistic: 'p95' }),
      atLeast: 3000,
    },
    {
      name: 'check-failing-twice',
      meaning: 'The accuracy check failed twice within three quarters of an hour: findings are older than they look.',
      metric: use(Jobs).jobs.check.metricErrors({ period: Duration.minutes(45) }),
      atLeast: 2,
    },
  ]
}
