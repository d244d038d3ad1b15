/** What runs by itself in every stage, and what rings when it does not. Called with a stage's synthesis. */
import { describe, expect, it } from 'vitest'
import { doorsOfTheDay } from './doors.ts'
import { doorOf, flatten, resourceRights } from './rights.ts'
import type { Resource, Synthesis } from './synthesize.ts'

export function itRunsByItself(synthesis: Synthesis): void {
  describe('schedules', () => itRunsOnTime(synthesis))
  describe('what is handed over', () => itLosesNothing(synthesis))
  describe('alarms', () => itWakesSomebody(synthesis))
}

function itRunsOnTime(synthesis: Synthesis): void {
  const queue = queueOf(synthesis)
  const arnOf = (name: string) => `<${doorOf(synthesis, name).logicalId}.Arn>`
  const rules = synthesis.all('AWS::Events::Rule')

  it('there are five schedules, and all are switched on', () => {
    expect(rules).toHaveLength(5)
    expect(rules.map(({ Properties }) => Properties.State)).toEqual(Array(5).fill('ENABLED'))
  })

  it.each([
    ['plan', 'rate(1 minute)'],
    ['dispatch', 'rate(1 minute)'],
    ['check', 'rate(15 minutes)'],
    ['reconcile', 'rate(15 minutes)'],
  ])('%s runs at %s, is tried again, and does not vanish', (name, rate) => {
    const [rule] = rules.filter(({ Properties }) => flatten(Properties.Targets[0].Arn) === arnOf(name))
    expect(rule?.Properties.ScheduleExpression).toBe(rate)
    const [target] = rule?.Properties.Targets ?? []
    expect(target.RetryPolicy).toEqual({ MaximumRetryAttempts: 3, MaximumEventAgeInSeconds: 600 })
    expect(flatten(target.DeadLetterConfig.Arn)).toBe(queue)
    // No Input: the job gets the event itself, whose `time` is its `now`.
    expect(Object.keys(target).filter((key) => key.startsWith('Input'))).toEqual([])
  })
}

function itLosesNothing(synthesis: Synthesis): void {
  const queue = queueOf(synthesis)
  const arnOf = (name: string) => `<${doorOf(synthesis, name).logicalId}.Arn>`

  it.each(['plan', 'dispatch', 'dispatch-new', 'check', 'reconcile', 'mail-events'])(
    'what %s failed to do to the end lies in the queue',
    (name) => {
      const door = doorOf(synthesis, name)
      const configs = synthesis.all('AWS::Lambda::EventInvokeConfig').map(({ Properties }) => Properties)
      const [config] = configs.filter(({ FunctionName }) => flatten(FunctionName) === `<${door.logicalId}>`)
      expect(config).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 600 })
      expect(flatten(config.DestinationConfig.OnFailure.Destination)).toBe(queue)
    },
  )

  it('dispatch-new follows new planned notices and never holds back the records behind a bad one', () => {
    const { Properties: mapping } = synthesis.one('AWS::Lambda::EventSourceMapping', 'newnotices')
    expect(flatten(mapping.FunctionName)).toBe(`<${doorOf(synthesis, 'dispatch-new').logicalId}>`)
    expect(mapping).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 3,
      MaximumRecordAgeInSeconds: 600,
    })
    expect(flatten(mapping.DestinationConfig.OnFailure.Destination)).toBe(queue)
    expect(mapping.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT'], dynamodb: { NewImage: { type: { S: ['notice'] }, state: { S: ['planned'] } } } },
    ])
  })

  it.each(['plan', 'check'])('%s asks for regions by a queue, whose worker says of each whether it is done', (name) => {
    const { Properties: asked, logicalId } = synthesis.one('AWS::SQS::Queue', `${name}regions`)
    expect(asked).toMatchObject({ VisibilityTimeout: 360, MessageRetentionPeriod: 3_600, SqsManagedSseEnabled: true })
    expect(flatten(asked.RedrivePolicy.deadLetterTargetArn)).toBe(queue)
    expect(asked.RedrivePolicy.maxReceiveCount).toBe(3)
    expect(flatten(doorOf(synthesis, name).Properties.Environment.Variables.REGION_QUEUE_URL)).toBe(`<${logicalId}>`)
    const { Properties: mapping } = synthesis.one('AWS::Lambda::EventSourceMapping', `asked${name}regions`)
    expect(flatten(mapping.FunctionName)).toBe(`<${doorOf(synthesis, `${name}-region`).logicalId}>`)
    expect(flatten(mapping.EventSourceArn)).toBe(`<${logicalId}.Arn>`)
    expect(mapping).toMatchObject({
      BatchSize: 5,
      ScalingConfig: { MaximumConcurrency: 10 },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
  })

  it('mail-events hears the topic of SES, and a report that cannot be handed over is kept', () => {
    const { Properties: subscription } = synthesis
      .all('AWS::SNS::Subscription')
      .find(({ Properties }) => Properties.Protocol === 'lambda') as Resource
    expect(flatten(subscription.Endpoint)).toBe(arnOf('mail-events'))
    expect(flatten(subscription.TopicArn)).toMatch(/events/)
    expect(flatten(subscription.RedrivePolicy.deadLetterTargetArn)).toBe(queue)
  })

  it('what failed is kept for two weeks', () => {
    expect(synthesis.one('AWS::SQS::Queue', 'failures').Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60)
  })
}

function itWakesSomebody(synthesis: Synthesis): void {
  const alarms = synthesis.all('AWS::CloudWatch::Alarm')
  const topic = synthesis.one('AWS::SNS::Topic', 'alarms')
  const alarm = (prefix: string) => synthesis.one('AWS::CloudWatch::Alarm', prefix.replaceAll('-', '')).Properties

  it('every alarm reaches the topic and says what it means', () => {
    expect(alarms.length).toBeGreaterThan(15)
    for (const { logicalId, Properties } of alarms) {
      expect(Properties.AlarmActions.map(flatten), logicalId).toEqual([`<${topic.logicalId}>`])
      expect(Properties.AlarmDescription.length, logicalId).toBeGreaterThan(20)
    }
  })

  it('one page shows what every alarm watches', () => {
    const page = JSON.stringify(synthesis.one('AWS::CloudWatch::Dashboard').Properties.DashboardBody)
    for (const { logicalId, Properties } of alarms) expect(page, logicalId).toContain(Properties.MetricName)
  })

  it('CloudWatch may write to the topic although the topic demands TLS', () => {
    const policies = resourceRights(synthesis).filter(({ where }) => where.includes('alarmsPolicy'))
    expect(policies.map(({ principal }) => principal)).toContainEqual({ Service: 'cloudwatch.amazonaws.com' })
  })

  it.each([
    ['plan', 300],
    ['dispatch', 300],
    ['check', 2700],
    ['reconcile', 2700],
  ])('silence of %s is an alarm after %i s', (name, period) => {
    expect(alarm(`${name}-not-running`)).toMatchObject({
      MetricName: 'Invocations',
      Period: period,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    })
  })

  it.each(doorsOfTheDay)('%s: errors and throttles ring', (name) => {
    expect(alarm(`${name}-errors`)).toMatchObject({ MetricName: 'Errors', Statistic: 'Sum', Threshold: 3 })
    expect(alarm(`${name}-throttled`)).toMatchObject({ MetricName: 'Throttles', Statistic: 'Sum', Threshold: 1 })
  })

  it.each([
    [
      'notices-overdue',
      { Namespace: 'Lengkap', MetricName: 'OldestOverdueSeconds', Threshold: 300, Statistic: 'Maximum' },
    ],
    ['notices-failed', { MetricName: 'NoticesFailed', Threshold: 1, Period: 900 }],
    ['notices-unsent', { MetricName: 'OldestUnsentSeconds', Threshold: 3600, Period: 900 }],
    ['codes-unsent', { MetricName: 'CodesUnsent', Threshold: 1, Period: 900 }],
    ['canary-failed', { MetricName: 'CanaryFailed', Threshold: 1, Period: 3600 }],
    ['mail-quota', { MetricName: 'MailQuotaUsed', Threshold: 80 }],
    ['api-slow', { Namespace: 'AWS/ApiGateway', MetricName: 'Latency', ExtendedStatistic: 'p95', Threshold: 3000 }],
    ['check-failing-twice', { MetricName: 'Errors', Threshold: 2, Period: 2700 }],
    ['bounces', { Namespace: 'AWS/SES', MetricName: 'Reputation.BounceRate', Threshold: 0.04 }],
    ['complaints', { Namespace: 'AWS/SES', MetricName: 'Reputation.ComplaintRate', Threshold: 0.0008 }],
    ['plan-regions-waiting', { MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 600, Statistic: 'Maximum' }],
    ['check-regions-waiting', { MetricName: 'ApproximateAgeOfOldestMessage', Threshold: 600 }],
    ['failures-waiting', { MetricName: 'ApproximateNumberOfMessagesVisible', Threshold: 1 }],
    ['table-reads-throttled', { MetricName: 'ReadThrottleEvents', Threshold: 1 }],
    ['table-writes-throttled', { MetricName: 'WriteThrottleEvents', Threshold: 1 }],
    ['api-server-errors', { Namespace: 'AWS/ApiGateway', MetricName: '5xx', Threshold: 5 }],
  ])('%s rings', (name, expected) => {
    expect(alarm(name)).toMatchObject({ ...expected, ComparisonOperator: 'GreaterThanOrEqualToThreshold' })
  })
}

function queueOf(synthesis: Synthesis): string {
  return `<${synthesis.one('AWS::SQS::Queue', 'failures').logicalId}.Arn>`
}
