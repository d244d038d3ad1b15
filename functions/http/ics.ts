/**
 * A feed as iCalendar (RFC 5545) text. Whole days without a zone: a deadline's day is the same day wherever the reader is, and
 * its hour stands in the description. The same facts give the same text, so that a calendar that asks again is told "no news".
 */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { CalendarEvent } from '../domain/calendar/calendar-events.ts'
import type { Language } from '../schema/wording.ts'

/** How often calendars should ask again. */
const refreshSeconds = 3_600

/** RFC 5545 wants a calendar to hold something, and programs refuse one that does not: a zone is something, and shows nothing. */
const nothing = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'END:STANDARD',
  'END:VTIMEZONE',
  '',
].join('\r\n')

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
  const text = calendar.toString()
  return events.length === 0 ? text.replace('END:VCALENDAR', `${nothing}END:VCALENDAR`) : text
}
