/** The law of the calendar feeds' store: the last renewal counts, and of two at once there is one. */
import { describe, expect, it } from 'vitest'
import { createCalendarFeeds } from '../../functions/store/calendar-feeds.ts'
import { stamp } from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'

export function calendarFeedsContract(endpoint: () => StoreEndpoint): void {
  const feeds = () => createCalendarFeeds(endpoint().table)
  const renewal = (generation: number, agencyId = 'dinsos') => ({ ...stamp, agencyId, generation })

  describe('calendar feeds', () => {
    it('answer the last renewal of an agency, and of no other', async () => {
      expect(await feeds().latest('feeds', 'dinsos')).toBeUndefined()
      for (const generation of [1, 2, 10]) await feeds().insertRenewal('feeds', renewal(generation))
      await feeds().insertRenewal('feeds', renewal(11, 'dinsos-lain'))
      expect(await feeds().latest('feeds', 'dinsos')).toEqual(renewal(10))
      expect(await feeds().latest('elsewhere', 'dinsos')).toBeUndefined()
    })

    it('keep one of two renewals at once and show it to the other', async () => {
      const mine = { ...renewal(1, 'dlhk'), by: 'a' }
      const theirs = { ...renewal(1, 'dlhk'), by: 'b' }
      const results = await Promise.all([mine, theirs].map((each) => feeds().insertRenewal('feeds', each)))
      expect(results.filter(({ inserted }) => inserted)).toHaveLength(1)
      expect(results.find(({ inserted }) => !inserted)).toEqual({
        inserted: false,
        existing: await feeds().latest('feeds', 'dlhk'),
      })
    })
  })
}
