/**
 * What lies in the queue of failures, in the five shapes in which AWS puts it there, and what there is to run again. A report of
 * SES is handed over as it came: nobody brings it a second time. A run of a schedule is run as of now: its minute has passed, and
 * what it would have done then, any later run does. Of the table's stream only the place of its records is kept, and those
 * the minute's sweep has found.
 */
import * as z from 'zod'
import type { FailedMessage, FailureFunctions } from '../domain/failures/failure-queue.ts'
import { regionAskSchema } from '../schema/region-ask.ts'

export type Failure =
  | { kind: 'report' | 'run'; job: string; event: object }
  /** Nothing is left to run. */
  | { kind: 'records' }
  /** Kept for a person. */
  | { kind: 'unreadable' }

const reportsSchema = z.looseObject({ Records: z.array(z.looseObject({ Sns: z.looseObject({}) })).min(1) })
const scheduledSchema = z.looseObject({ source: z.literal('aws.events'), time: z.string() })
/** Lambda, of an event that it could not get done. */
const givenUpSchema = z.object({
  requestContext: z.object({ functionArn: z.string() }),
  requestPayload: z.union([reportsSchema, scheduledSchema]),
})
const recordsSchema = z.object({ DDBStreamBatchInfo: z.looseObject({}) })
/** SNS, of a report that it could not hand over: the notification itself. */
const notificationSchema = z.looseObject({
  Type: z.literal('Notification'),
  MessageId: z.string(),
  TopicArn: z.string(),
  Message: z.string(),
})

/** @param functions those that the messages of SNS and of the regions' queues do not name */
export function readFailure(now: Date, { body, attributes }: FailedMessage, functions: FailureFunctions): Failure {
  const content = parse(body)
  if (recordsSchema.safeParse(content).success) return { kind: 'records' }
  const givenUp = givenUpSchema.safeParse(content)
  if (givenUp.success) {
    const { requestContext, requestPayload: event } = givenUp.data
    const job = unversioned(requestContext.functionArn)
    return 'Records' in event ? { kind: 'report', job, event } : { kind: 'run', job, event: asOf(now, event) }
  }
  const notification = notificationSchema.safeParse(content)
  if (notification.success) {
    const record = { EventSource: 'aws:sns', EventVersion: '1.0', Sns: notification.data }
    return { kind: 'report', job: functions.mailEvents, event: { Records: [record] } }
  }
  const asked = regionAskSchema.safeParse(content)
  if (asked.success) {
    const body = JSON.stringify(asOf(now, asked.data))
    return { kind: 'run', job: functions[asked.data.job], event: { Records: [{ messageId: 'again', body }] } }
  }
  // EventBridge, of a run that it could not start: the event, and the function beside it.
  const scheduled = scheduledSchema.safeParse(content)
  const target = attributes.TARGET_ARN
  if (scheduled.success && target) return { kind: 'run', job: target, event: asOf(now, scheduled.data) }
  return { kind: 'unreadable' }
}

function asOf(now: Date, event: object): object {
  return { ...event, time: now.toISOString() }
}

/** Lambda names `…:function:name:$LATEST`; the right is on the name. */
function unversioned(functionArn: string): string {
  return functionArn.split(':').slice(0, 7).join(':')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
