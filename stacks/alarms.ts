/**
 * What wakes a person, each alarm for one promise of the system. A silent schedule is the worst failure, because nothing
 * then reports anything: so runs are counted, and *no* data is an alarm there, while elsewhere it means all is well.
 */
import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Api } from './api.ts'
import { type Stack, type StackContext, use } from './constructs.ts'
import { Jobs } from './jobs.ts'
import { createBudget, createDashboard } from './overview.ts'
import { ownMetric, watchPromises } from './promises.ts'
import { readSettings } from './settings.ts'
import { Storage } from './storage.ts'
import type { Watch } from './watch.ts'
import { Web } from './web.ts'

const fiveMinutes = Duration.minutes(5)

export function Alarms({ app, stack }: StackContext) {
  const topic = createTopic(stack)
  const { alarmAddress } = readSettings(app.stage)
  if (alarmAddress) topic.addSubscription(new EmailSubscription(alarmAddress))
  const action = new SnsAction(topic)
  const watches = [
    ...watchSchedules(),
    ...watchFunctions(),
    ...watchRegions(),
    ...watchMail(app.stage),
    ...watchPromises(app.stage),
    ...watchEdges(),
  ]
  createDashboard(stack, app, watches)
  createBudget(stack, app)
  for (const watch of watches) {
    const alarm = new Alarm(stack, watch.name, {
      alarmDescription: watch.meaning,
      metric: watch.metric,
      evaluationPeriods: 1,
      ...(watch.lessThan === undefined
        ? {
            threshold: watch.atLeast ?? 1,
            comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
            treatMissingData: TreatMissingData.NOT_BREACHING,
          }
        : {
            threshold: watch.lessThan,
            comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
            treatMissingData: TreatMissingData.BREACHING,
          }),
    })
    alarm.addAlarmAction(action)
  }
  return { topic }
}

/** Demanding TLS replaces the topic's default policy, so CloudWatch must be let in by name. */
function createTopic(stack: Stack): Topic {
  const topic = new Topic(stack, 'alarms', { enforceSSL: true })
  topic.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  return topic
}

function watchSchedules(): Watch[] {
  const { plan, dispatch, check, reconcile } = use(Jobs).jobs
  const runs = [
    { job: plan, period: fiveMinutes },
    { job: dispatch, period: fiveMinutes },
    { job: check, period: Duration.minutes(45) },
    { job: reconcile, period: Duration.minutes(45) },
  ]
  return runs.map(({ job, period }) => ({
    name: `${job.node.id}-not-running`,
    meaning: `The schedule of ${job.node.id} has not run for ${period.toMinutes()} minutes. Is its rule enabled?`,
    metric: job.metricInvocations({ period }),
    lessThan: 1,
  }))
}

function watchFunctions(): Watch[] {
  const functions = [...Object.values(use(Jobs).jobs), use(Api).api]
  return functions.flatMap((job) => [
    {
      name: `${job.node.id}-errors`,
      // One failure is retried and caught up; three in five minutes are not an accident.
      meaning: `${job.node.id} fails again and again. Read its log.`,
      metric: job.metricErrors({ period: fiveMinutes }),
      atLeast: 3,
    },
    {
      name: `${job.node.id}-throttled`,
      meaning: `${job.node.id} was refused by Lambda: the account's concurrency is used up.`,
      metric: job.metricThrottles({ period: fiveMinutes }),
    },
  ])
}

/** What a worker could not do it answers without failing: so it is seen by what lies in its queue. */
function watchRegions(): Watch[] {
  return Object.entries(use(Jobs).regionQueues).map(([job, queue]) => ({
    name: `${job}-regions-waiting`,
    meaning: `The ${job} of a region waits for more than ten minutes or fails again and again: the log of ${job}-region says which.`,
    metric: queue.metricApproximateAgeOfOldestMessage({ period: fiveMinutes, statistic: Stats.MAXIMUM }),
    atLeast: 600,
  }))
}

function watchMail(stage: string): Watch[] {
  const reputation = (metricName: string) =>
    new Metric({ namespace: 'AWS/SES', metricName, statistic: Stats.MAXIMUM, period: Duration.hours(1) })
  const own = (metricName: string, period = fiveMinutes) => ownMetric(stage, metricName, period)
  return [
    {
      name: 'notices-overdue',
      meaning: 'The oldest notice that is due waits for more than five minutes. Does dispatch run, does SES answer?',
      metric: own('OldestOverdueSeconds'),
      atLeast: 300,
    },
    {
      name: 'mail-held',
      meaning:
        'SES takes no mail for more than a minute. /api/health says why: rate, quota, pause, credentials, identity, rights.',
      metric: own('MailHeld'),
    },
    {
      name: 'mail-unheard',
      meaning:
        'Mails go, but for half an hour SES has reported nothing about them: configuration set, topic, mail-events?',
      metric: own('MailUnheard'),
    },
    {
      name: 'notices-left',
      meaning: 'Notices are due, stand in no index, and were not sent when they were found by their state.',
      metric: own('NoticesLeft', Duration.minutes(15)),
    },
    // SES reviews an account at 5 % bounces and 0.1 % complaints.
    {
      name: 'bounces',
      meaning: 'More than 4 % of mails bounce.',
      metric: reputation('Reputation.BounceRate'),
      atLeast: 0.04,
    },
    {
      name: 'complaints',
      meaning: 'Recipients mark mails as spam.',
      metric: reputation('Reputation.ComplaintRate'),
      atLeast: 0.0008,
    },
  ]
}

function watchEdges(): Watch[] {
  const { table } = use(Storage)
  const dimensionsMap = { TableName: table.tableName }
  const throttled = (metricName: string) =>
    new Metric({ namespace: 'AWS/DynamoDB', metricName, dimensionsMap, statistic: Stats.SUM, period: fiveMinutes })
  return [
    {
      name: 'failures-waiting',
      meaning:
        'Something failed to the end and lies in the queue of failures: npm run ops -- notices redrive says what, and runs it again.',
      metric: use(Jobs).failures.metricApproximateNumberOfMessagesVisible({
        period: fiveMinutes,
        statistic: Stats.MAXIMUM,
      }),
    },
    { name: 'table-reads-throttled', meaning: 'DynamoDB refused reads.', metric: throttled('ReadThrottleEvents') },
    { name: 'table-writes-throttled', meaning: 'DynamoDB refused writes.', metric: throttled('WriteThrottleEvents') },
    {
      name: 'api-server-errors',
      meaning: 'The API answered 5xx at least five times in five minutes.',
      metric: use(Web).gateway.metricServerError({ period: fiveMinutes, statistic: Stats.SUM }),
      atLeast: 5,
    },
  ]
}
