/**
 * What runs without anybody asking: four schedules, two of which ask by a queue for each region that needs work, the stream that makes new mails quick, and SES's reports.
 * Schedules run often and in UTC; the plan decides what is due in the region's own time, so no local hour is written here.
 * Whatever could not be handed over or failed to the end lies in one queue, which rings an alarm when it is not empty.
 * Losing a stream record is harmless (the sweep of the next minute finds the notice), so the stream gives up early
 * instead of holding back the records behind it, as AWS's endless defaults would.
 */
import { Duration } from 'aws-cdk-lib'
import { Rule, Schedule } from 'aws-cdk-lib/aws-events'
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets'
import { Policy, type PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { LambdaSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { type App, type BundledFunction, type Stack, type StackContext, use } from './constructs.ts'
import { acceptFinding, allow, asReference, isProduction } from './conventions.ts'
import { createDoor, type Door } from './door.ts'
import { Mail } from './mail.ts'
import { readSettings } from './settings.ts'
import { queryDue, readManyOf, Storage } from './storage.ts'

const jobTimeoutSeconds = 60
/** It goes through all regions. */
const reconcileTimeoutSeconds = 300
/** MiB. */
const memory = { job: 512, worker: 1024 }
/** A region a message; a few go to one invocation, which says of each whether it is done. */
const regionsAtOnce = 5
/** Invocations at a time: what a minute's regions may take of the account's and of the table. */
const workersAtOnce = 10
const maxEventAge = Duration.minutes(10)

/** A flood of requests must not keep the schedule from planning and sending; two of each, so that a slow run does not turn the next away. */
const reserved: Readonly<Record<string, number>> = { plan: 2, 'plan-region': workersAtOnce, dispatch: 2 }

/** Answers the functions by name and the queue of what failed. */
export function Jobs({ app, stack }: StackContext) {
  const failures = createFailures(stack)
  const { codeKey, table } = use(Storage)
  const { sendStatements, topic } = use(Mail)
  const sending = { CODE_KEY: asReference(codeKey.key) }
  const plan = createAsking(app, stack, failures, 'plan', { statements: [readManyOf(table)] })
  const dispatch = createJob(app, stack, failures, 'dispatch', [queryDue(table), ...sendStatements], sending)
  const dispatchNew = createJob(app, stack, failures, 'dispatch-new', sendStatements, sending)
  const check = createAsking(app, stack, failures, 'check', { readsOnly: true })
  const reconcile = createJob(
    app,
    stack,
    failures,
    'reconcile',
    [queryDue(table), ...sendStatements],
    { ...sending, ...canaryOf(app) },
    { timeoutSeconds: reconcileTimeoutSeconds },
  )
  for (const job of [dispatch, dispatchNew, reconcile]) allowAskingRate(stack, job)
  const mailEvents = createJob(app, stack, failures, 'mail-events', [], { MAIL_TOPIC_ARN: topic.topicArn })
  schedule(stack, failures, plan.job, Duration.minutes(1))
  schedule(stack, failures, dispatch, Duration.minutes(1))
  schedule(stack, failures, check.job, Duration.minutes(15))
  schedule(stack, failures, reconcile, Duration.minutes(15))
  followStream(stack, failures, dispatchNew)
  topic.addSubscription(new LambdaSubscription(mailEvents, { deadLetterQueue: failures }))
  return {
    jobs: {
      plan: plan.job,
      planRegion: plan.worker,
      dispatch,
      dispatchNew,
      check: check.job,
      checkRegion: check.worker,
      reconcile,
      mailEvents,
    },
    regionQueues: { plan: plan.queue, check: check.queue },
    failures,
  }
}

/** A job that looks from region to region: the schedule's function asks by the queue, its worker does what is asked. */
function createAsking(
  app: App,
  stack: Stack,
  failures: Queue,
  name: 'plan' | 'check',
  { statements = [], ...rest }: Partial<Door>,
) {
  const queue = new Queue(stack, `${name}-regions`, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    // As AWS asks for: six times what the worker may take.
    visibilityTimeout: Duration.seconds(6 * jobTimeoutSeconds),
    // Who is not answered by then was asked for again by every run since.
    retentionPeriod: Duration.hours(1),
    deadLetterQueue: { queue: failures, maxReceiveCount: 3 },
  })
  const ask = allow(['sqs:SendMessage'], [queue.queueArn])
  const job = createJob(app, stack, failures, name, [ask, ...statements], { REGION_QUEUE_URL: queue.queueUrl }, rest)
  const worker = createDoor(app, stack, {
    name: `${name}-region`,
    timeoutSeconds: jobTimeoutSeconds,
    memorySize: memory.worker,
    environment: heapOf(memory.worker),
    statements: [allow(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], [queue.queueArn])],
    ...room(app, `${name}-region`),
  })
  const mapping = new EventSourceMapping(stack, `asked-${name}-regions`, {
    target: worker,
    eventSourceArn: queue.queueArn,
    batchSize: regionsAtOnce,
    maxConcurrency: workersAtOnce,
    reportBatchItemFailures: true,
  })
  // Its rights among them: AWS refuses to follow a queue for a function that may not read it.
  mapping.node.addDependency(worker)
  return { queue, job, worker }
}

/**
 * Lambda would allow the heap nine tenths of the function's memory, and an engine collects the later the more it is allowed: what a job
 * holds at most more than halves by this (`npm run bench:memory`). Where either is named, Lambda adds neither.
 */
function heapOf(memorySize: number): Record<string, string> {
  return { NODE_OPTIONS: `--max-old-space-size=${memorySize / 2} --max-semi-space-size=2` }
}

function room(app: App, name: string): { reservedConcurrentExecutions?: number } {
  const executions = reserved[name]
  return executions !== undefined && readSettings(app.stage).reserveConcurrency
    ? { reservedConcurrentExecutions: executions }
    : {}
}

/** Another stage may not write to SES's mailbox simulator. */
export function canaryOf(app: App): Record<string, string> {
  return isProduction(app) ? { CANARY: 'yes' } : {}
}

function createJob(
  app: App,
  stack: Stack,
  failures: Queue,
  name: string,
  statements: PolicyStatement[] = [],
  environment?: Record<string, string>,
  rest: Partial<Door> = {},
): BundledFunction {
  return createDoor(app, stack, {
    timeoutSeconds: jobTimeoutSeconds,
    ...rest,
    name,
    memorySize: memory.job,
    statements,
    environment: { ...heapOf(memory.job), ...environment },
    // Asynchronous invocations that threw: twice more, then into the queue.
    retryAttempts: 2,
    maxEventAge,
    onFailure: new SqsDestination(failures),
    ...room(app, name),
  })
}

/** The event keeps its own `time` over all retries; it is the job's `now`. */
function schedule(stack: Stack, failures: Queue, job: BundledFunction, rate: Duration): void {
  new Rule(stack, `${job.node.id}-schedule`, {
    schedule: Schedule.rate(rate),
    targets: [new LambdaFunction(job, { retryAttempts: 3, maxEventAge, deadLetterQueue: failures })],
  })
}

/** New planned notices only: a mail that somebody waits for leaves within seconds, not at the next minute. */
function followStream(stack: Stack, failures: Queue, job: BundledFunction): void {
  const { table } = use(Storage)
  const { tableStreamArn } = table
  if (!tableStreamArn) throw new Error('The table has no stream for dispatch-new to follow')
  const follow = allowFollowing(stack, job, tableStreamArn)
  const mapping = new EventSourceMapping(stack, 'new-notices', {
    target: job,
    eventSourceArn: tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 10,
    reportBatchItemFailures: true,
    bisectBatchOnError: true,
    retryAttempts: 3,
    maxRecordAge: Duration.seconds(600),
    onFailure: new SqsDlq(failures),
    filters: [
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: {
          NewImage: { type: { S: FilterRule.isEqual('notice') }, state: { S: FilterRule.isEqual('planned') } },
        },
      }),
    ],
  })
  mapping.node.addDependency(follow)
}

function allowFollowing(stack: Stack, job: BundledFunction, streamArn: string): Policy {
  if (!job.role) throw new Error(`${job.node.id} has no role to follow a stream with`)
  const follow = new Policy(stack, `${job.node.id}-stream`, {
    roles: [job.role],
    statements: [
      allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [streamArn]),
      allow(['dynamodb:ListStreams'], ['*']),
    ],
  })
  acceptFinding(follow, 'AwsSolutions-IAM5', 'Lambda lists streams to follow one, and AWS knows no resource for it.', [
    'Resource::*',
  ])
  return follow
}

/** A sender keeps to the account's rate, and asks whether SES answers at all before it risks a mail. */
function allowAskingRate(stack: Stack, job: BundledFunction): void {
  if (!job.role) throw new Error(`${job.node.id} has no role to ask for the sending rate with`)
  const asking = new Policy(stack, `${job.node.id}-rate`, {
    roles: [job.role],
    statements: [allow(['ses:GetSendQuota'], ['*'])],
  })
  acceptFinding(asking, 'AwsSolutions-IAM5', 'The quota is the account\u2019s, and AWS knows no resource for it.', [
    'Resource::*',
  ])
}

function createFailures(stack: Stack): Queue {
  const failures = new Queue(stack, 'failures', {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  })
  acceptFinding(failures, 'AwsSolutions-SQS3', 'This is the dead-letter queue; what lies in it waits for a person.')
  return failures
}
