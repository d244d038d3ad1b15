/**
 * The deployed front doors, called with the events AWS would send. They read their settings from the environment when they
 * are first imported, so the environment is set here, once, before the imports.
 */
import { randomUUID } from 'node:crypto'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context, SNSEvent } from 'aws-lambda'
import { handOn } from './region-queue.ts'

export type JobName = 'plan' | 'dispatch' | 'check' | 'reconcile' | 'retention'
export type JobOptions = { dryRun?: boolean; moved?: boolean }

/** What a job answers: its counts, and for `plan` when something falls due next. */
export type JobAnswer = Record<string, unknown> & { nextDueAt?: string | null }

export type Handlers = {
  api(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2>
  job(name: JobName, time: Date, options?: JobOptions): Promise<JobAnswer>
  mailEvents(event: SNSEvent): Promise<void>
  dispatchNew(records: StreamRecord[]): Promise<void>
}

/** One INSERT of the table's stream, as DynamoDB hands it to Lambda. */
export type StreamRecord = {
  eventID: string
  eventName: 'INSERT'
  eventSource: 'aws:dynamodb'
  dynamodb: { SequenceNumber: string; NewImage: Record<string, unknown>; Keys: Record<string, unknown> }
}

/** Imports the handlers. Call once a process: they keep the settings that they found. */
export async function loadHandlers(environment: Record<string, string>): Promise<Handlers> {
  Object.assign(process.env, environment)
  const [api, plan, planRegion, dispatch, check, checkRegion, reconcile, mailEvents, dispatchNew] = await Promise.all([
    import('../functions/lambda/api.ts'),
    import('../functions/lambda/plan.ts'),
    import('../functions/lambda/plan-region.ts'),
    import('../functions/lambda/dispatch.ts'),
    import('../functions/lambda/check.ts'),
    import('../functions/lambda/check-region.ts'),
    import('../functions/lambda/reconcile.ts'),
    import('../functions/lambda/mail-events.ts'),
    import('../functions/lambda/dispatch-new.ts'),
  ])
  const [{ regionQueue }, { told }] = await Promise.all([
    import('../functions/lambda/region-queue-deps.ts'),
    import('../functions/lambda/deps.ts'),
  ])
  const workers = { plan: planRegion.handler, check: checkRegion.handler }
  regionQueue.send = async (asks) => {
    for (const [job, some] of Map.groupBy(asks, (ask) => ask.job))
      await handOn(some, (event) => call(workers[job], `${job}-region`, event) as Promise<unknown>)
  }
  // As its schedule asks it; rarely, so it is loaded when it is asked.
  const retention = async ({ time, dryRun = false }: ReturnType<typeof scheduledEvent>) =>
    (await import('../functions/lambda/admin.ts')).handler({ verb: 'retention.end', input: {}, dryRun, time })
  const jobs = {
    plan: plan.handler,
    dispatch: dispatch.handler,
    check: check.handler,
    reconcile: reconcile.handler,
    retention,
  }
  return {
    api: async (event) => (await call(api.handler, 'api', event)) as APIGatewayProxyStructuredResultV2,
    job: async (name, time, options = {}) => {
      const heard: JobAnswer[] = []
      told.hear = (door, counts) => void (door === `${name}-region` && heard.push({ ...counts }))
      const answer = (await call(jobs[name], name, scheduledEvent(time, options))) as JobAnswer
      return 'asked' in answer ? countsOf(name, answer, heard) : answer
    },
    mailEvents: async (event) => {
      await call(mailEvents.handler, 'mail-events', event)
    },
    dispatchNew: async (records) => {
      await call(dispatchNew.handler, 'dispatch-new', { Records: records })
    },
  }
}

/** The schedule's answer and those of the work on regions as one. */
function countsOf(name: JobName, { standing, nextDueAt }: JobAnswer, regions: readonly JobAnswer[]): JobAnswer {
  const sum = (key: string, from = 0) => regions.reduce((total, each) => total + Number(each[key] ?? 0), from)
  const quiet = Number(standing)
  if (name === 'check') return { opened: sum('opened'), solved: sum('solved'), unchanged: sum('unchanged', quiet) }
  const counts = { planned: sum('planned', quiet), inserted: sum('inserted'), alreadyThere: sum('alreadyThere', quiet) }
  const [next = null] = [nextDueAt, ...regions.map((each) => each.nextDueAt)].flatMap((due) => due ?? []).toSorted()
  return { ...counts, nextDueAt: next }
}

/** Lambda hands over JSON and knows no types; each door parses what it is given. */
type Door = (event: never, context: Context) => unknown

async function call(door: Door, name: string, event: unknown): Promise<unknown> {
  return door(event as never, context(name))
}

/** An EventBridge scheduled event; `dryRun` is an operator's own addition. */
function scheduledEvent(time: Date, options: JobOptions) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '000000000000',
    time: `${time.toISOString().slice(0, 19)}Z`,
    region: 'local',
    resources: [],
    detail: {},
    ...options,
  } as const
}

/** What the handlers read of Lambda's context. A local run has a minute, like a deployed one. */
function context(name: string): Context {
  const ends = performance.now() + 60_000
  return {
    functionName: name,
    awsRequestId: randomUUID(),
    getRemainingTimeInMillis: () => Math.max(0, ends - performance.now()),
  } as Context
}
