/** Addresses of the calendar feeds of the reader's agencies. */
import type { CalendarFeed } from '../../functions/schema/calendar-feed.ts'
import { request } from './request.ts'

export type { CalendarFeed } from '../../functions/schema/calendar-feed.ts'

export async function fetchCalendarFeeds(): Promise<readonly CalendarFeed[]> {
  return (await request<{ feeds: CalendarFeed[] }>('GET', '/api/calendar-feeds')).body.feeds
}

/** The old address is dead from then on. */
export async function renewCalendarFeed(agency: string): Promise<CalendarFeed> {
  return (await request<CalendarFeed>('POST', `/api/calendar-feeds/${encodeURIComponent(agency)}/renewals`)).body
}
