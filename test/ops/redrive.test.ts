/** `ops notices redrive`: what lies in the queue of failures is looked at, and run again by the function that failed. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createFailureQueue } from '../../functions/store/failure-queue.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { FakeQueue } from './fake-queue.ts'
import { opsOver } from './ops-world.ts'

const endpoint = useStoreEndpoint('ops-redrive')
const now = new Date('2026-02-13T01:00:00Z')
const arn = (name: string) => `arn:aws:lambda:ap-southeast-3:111122223333:function:${name}`
let queue: FakeQueue
let world: ReturnType<typeof opsOver>

beforeEach(async () => {
  queue = new FakeQueue()
  const url = await queue.start()
  const credentials = { accessKeyId: 'A', secretAccessKey: 'S' }
  const failures = createFailureQueue({
    queue: { url: `${url}/111122223333/failures`, region: 'ap-southeast-3', credentials },
    functions: { mailEvents: arn('mail-events'), plan: arn('plan-region'), check: arn('check-region') },
    lambda: { endpoint: url, region: 'ap-southeast-3', credentials },
  })
  world = opsOver(endpoint().table, { failures, now })
})
afterEach(() => queue.stop())

/** In the shapes in which AWS documents them. */
const scheduled = {
  'detail-type': 'Scheduled Event',
  source: 'aws.events',
  time: '2026-02-12T00:00:00Z',
  resources: [arn('rule')],
}
const report = { Records: [{ EventSource: 'aws:sns', Sns: { MessageId: 'm1', TopicArn: 't', Message: '{"a":1}' } }] }
const givenUp = (job: string, requestPayload: object) => ({
  version: '1.0',
  timestamp: '2026-02-12T00:01:00Z',
  requestContext: { requestId: 'r', functionArn: `${arn(job)}:$LATEST`, condition: 'RetriesExhausted' },
  requestPayload,
})
const notification = { Type: 'Notification', MessageId: 'm2', TopicArn: 't', Message: '{"b":2}', Timestamp: 'x' }
const records = {
  requestContext: { requestId: 'r', functionArn: arn('dispatch-new'), condition: 'RetryAttemptsExhausted' },
  DDBStreamBatchInfo: { shardId: 's', batchSize: 1 },
}

function fill(): void {
  queue.put(givenUp('plan', scheduled))
  queue.put(givenUp('mail-events', report))
  queue.put(notification, { ErrorCode: 'x' })
  queue.put(scheduled, { TARGET_ARN: arn('check'), RULE_ARN: arn('rule') })
  queue.put(records)
}

describe('redrive', () => {
  it('looks first: says what each message is, runs nothing, and puts all back', async () => {
    fill()
    const { status, printed } = await world.ops('notices', 'redrive')
    expect(status).toBe(0)
    expect(printed.split('\n')).toEqual([
      '2026-02-13T00:00:00.000Z a run of a schedule for plan: would run',
      '2026-02-13T00:00:00.000Z a report of SES for mail-events: would run',
      '2026-02-13T00:00:00.000Z a report of SES for mail-events: would run',
      '2026-02-13T00:00:00.000Z a run of a schedule for check: would run',
      '2026-02-13T00:00:00.000Z records of the table’s stream: removed',
      'Nothing was run. Add --yes to run it.',
    ])
    expect([queue.messages.length, queue.hidden.size, queue.runs.length]).toEqual([5, 0, 0])
  })

  it('runs reports as they came and schedules as of now, and empties the queue', async () => {
    fill()
    const { status, printed } = await world.ops('notices', 'redrive', '--yes')
    expect([status, printed.split('\n').at(-1)]).toEqual([0, '5 taken out of the queue.'])
    const time = now.toISOString()
    expect(queue.runs).toEqual([
      { job: arn('plan'), event: { ...scheduled, time } },
      { job: arn('mail-events'), event: report },
      {
        job: arn('mail-events'),
        event: { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', Sns: notification }] },
      },
      { job: arn('check'), event: { ...scheduled, time } },
    ])
    expect([queue.messages, queue.hidden.size]).toEqual([[], 0])
    expect([...queue.signedFor].sort()).toEqual(['lambda', 'sqs'])
    expect(await world.ops('notices', 'redrive', '--yes')).toMatchObject({ printed: 'Nothing that failed waits.' })
  })

  it('keeps what fails again and what nobody can read, and names the error without its words', async () => {
    queue.failing.set(arn('mail-events'), 'TimeoutError')
    fill()
    queue.put('hello')
    const { status, said } = await world.ops('notices', 'redrive', '--yes')
    expect(status).toBe(1)
    expect(said).toContain('3 taken out of the queue, 3 kept')
    expect(said).toContain('(TimeoutError)')
    expect(said).toContain('something that nobody can read: kept (not understood)')
    expect(said).not.toContain('Ibu Maria')
    expect(queue.hidden.size).toBe(3)
  })

  it('has a region that was given up looked at again as of now, and keeps it where that fails', async () => {
    const asked = { job: 'plan', region: 'kota-kupang', time: '2026-02-12T00:00:00.000Z' }
    queue.put(asked)
    queue.put({ ...asked, job: 'check' })
    queue.failing.set(arn('check-region'), 'region')
    const { said } = await world.ops('notices', 'redrive', '--yes')
    const time = now.toISOString()
    const records = queue.runs.map(({ job, event }) => [job, (event.Records as { body: string }[])[0]?.body])
    expect(records).toEqual([
      [arn('plan-region'), JSON.stringify({ ...asked, time })],
      [arn('check-region'), JSON.stringify({ ...asked, job: 'check', time })],
    ])
    expect(said).toContain('1 taken out of the queue, 1 kept')
    expect(said).toContain('(RegionFailed)')
  })

  it('says on one machine that there is no such queue', async () => {
    const local = opsOver(endpoint().table, { now })
    expect(await local.ops('notices', 'redrive', '--yes')).toMatchObject({
      status: 0,
      printed: expect.stringContaining('no queue of failures'),
    })
  })
})
