/**
 * A feed as iCalendar (RFC 5545) text. Whole days without a zone: a deadline's day is the same day wherever the reader is, and
 * its hour stands in the description. The same facts give the same text, so that a calendar that asks again is told "no news".
 */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from '../domain/calendar/calendar-events.ts'
import type { Language } from '../schema/wording.ts'

/** How often calendars should ask again. */
const refreshSeconds = 3_600

export function icsOf(events: readonly CalendarEvent[], feed: { name: string; siteUrl: string }, language: Language) {
  const calendar = ical({
    name: feed.name,
    prodId: { company: 'Lengkap', product: 'Kalender', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
  })
  for (const { uid, sequence, changedAt, on, title, text } of events) {
    calendar.createEvent({
      id: uid,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: new Date(`${on}T00:00:00Z`),
      allDay: true,
      summary: title[language],
      description: text[language],
      url: feed.siteUrl,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  }
  return calendar.toString()
}
