/** The line of time that all senders share: stretches never overlap, and no broken clock stops the mail. */
import { expect, it } from 'vitest'
import { createMailRate } from '../../functions/store/mail-service.ts'
import { createTable } from '../../functions/store/table.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

const store = useStoreEndpoint('mail-rate')
const time = { ms: 1_800_000_000_000 }
/** Another process over the same table. */
const another = (wall = () => time.ms) => createMailRate(createTable(store().client, store().tableName), wall)

it('gives many senders at once stretches one after another, and begins at once after a pause', async () => {
  const taken = await Promise.all(Array.from({ length: 12 }, () => another().take(250)))
  const sorted = taken.toSorted((a, b) => a.from - b.from)
  expect(sorted.map(({ from }) => from - time.ms)).toEqual(sorted.map((_, index) => index * 250))
  expect(sorted.every(({ from, until }) => until - from === 250)).toBe(true)
  time.ms += 60_000
  expect((await another().take(100)).from).toBe(time.ms)
})

it('puts a sender whose clock is behind after the others, and forgets what a clock far ahead drew', async () => {
  time.ms += 60_000
  const { until } = await another().take(1_000)
  expect((await another(() => time.ms - 5_000).take(1_000)).from).toBe(until)
  await another(() => time.ms + 3_600_000).take(1_000)
  expect((await another().take(1_000)).from).toBe(time.ms)
})
