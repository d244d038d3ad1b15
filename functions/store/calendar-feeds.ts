/** Renewals of calendar feeds: numbered facts, the last one counts. The addresses themselves are derived and stored nowhere. */
import type { CalendarFeeds } from '../domain/calendar/feeds.ts'
import { feedRenewalSchema } from '../schema/calendar-feed.ts'
import { insertFact, readFact } from './facts.ts'
import { calendarFeedKeys } from './keys.ts'
import type { Table } from './table.ts'

export function createCalendarFeeds(table: Table): CalendarFeeds {
  return {
    latest: async (region, agencyId) => {
      const range = { prefix: calendarFeedKeys.renewals(agencyId), descending: true, pageSize: 1 }
      for await (const item of table.query(calendarFeedKeys.partition(region), range)) {
        return readFact(feedRenewalSchema, item)
      }
      return undefined
    },
    insertRenewal: (region, renewal) => {
      const key = {
        pk: calendarFeedKeys.partition(region),
        sk: calendarFeedKeys.renewal(renewal.agencyId, renewal.generation),
      }
      return insertFact(table, key, feedRenewalSchema, renewal)
    },
  }
}
