/** Regions go into the queue ten a call, and whoever sends them is told what was not taken. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RegionAsk } from '../../functions/schema/region-ask.ts'
import { createRegionQueue } from '../../functions/store/region-queue.ts'
import { FakeQueue } from '../ops/fake-queue.ts'

const asks = Array.from(
  { length: 23 },
  (_, index): RegionAsk => ({ job: 'plan', region: `kota-${index}`, time: '2026-02-11T02:00:00.000Z' }),
)
let queue: FakeQueue
let url = ''

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'A')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'S')
  queue = new FakeQueue()
  url = `${await queue.start()}/111122223333/plan-regions`
})
afterEach(() => {
  queue.stop()
  vi.unstubAllEnvs()
})

it('takes one region a message, signed for SQS', async () => {
  await createRegionQueue({ url, region: 'ap-southeast-3' }).send(asks)
  const sent = queue.takeSent(url).map((body) => JSON.parse(body) as RegionAsk)
  expect(
    sent.toSorted(
      (a, b) => asks.findIndex((each) => each.region === a.region) - asks.findIndex((each) => each.region === b.region),
    ),
  ).toEqual(asks)
  expect([...queue.signedFor]).toEqual(['sqs'])
})

it('names what was not taken after all others were sent', async () => {
  queue.refusing = /kota-3"/
  await expect(createRegionQueue({ url, region: 'ap-southeast-3' }).send(asks)).rejects.toThrow(/kota-3: InternalError/)
  expect(queue.takeSent(url)).toHaveLength(22)
  queue.stop()
  await expect(createRegionQueue({ url, region: 'ap-southeast-3' }).send(asks)).rejects.toThrow(
    'did not take all regions',
  )
})
