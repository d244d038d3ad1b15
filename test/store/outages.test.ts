/** When nothing ran for longer than an update takes, and never where only the clock was moved. */
import { expect, it } from 'vitest'
import { createOutages } from '../../functions/store/outages.ts'
import { createTable } from '../../functions/store/table.ts'
import { useStoreEndpoint } from './store-endpoint.ts'

const store = useStoreEndpoint('outages')
const start = Date.parse('2026-02-11T02:00:00.000Z')
const minute = 60_000

it('is a gap of more than a quarter of an hour between two runs', async () => {
  const outages = createOutages(createTable(store().client, store().tableName))
  const wake = (ms: number, moved = false) => outages.wake(new Date(start + ms), { moved })
  await wake(0)
  await wake(15 * minute)
  expect(await outages.list()).toEqual([])
  await wake(30 * minute + 1)
  const from = new Date(start + 15 * minute).toISOString()
  expect(await outages.list()).toEqual([{ from, until: new Date(start + 30 * minute + 1).toISOString() }])
  await wake(90 * minute, true)
  expect(await outages.list()).toHaveLength(1)
})
