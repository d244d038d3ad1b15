/**
 * What the decree says of next year is not in the calendar: its coordinators are told in November, when it has long been out, for without
 * it Idulfitri counts as working days. Whoever begins to coordinate later is not told of what was due before.
 */

import { hasYear } from '../../../rules/holidays.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import { addWorkingDays } from '../../../rules/working-days.ts'
import { instantOf } from '../../../rules/zone.ts'
import { allRounds } from '../../../schema/notice.ts'
import { candidate, daysAfter } from '../plan/nid.ts'
import { coordinators } from '../plan/recipients.ts'
import { type Situation, wideScope } from '../plan/situation.ts'
import { calendarUrl } from '../write/page-links.ts'
import type { MailKind } from './kind.ts'

/** After the morning's digest. */
const hour = '10:00'

export const holidaysMissing: MailKind<'holidays-missing'> = {
  needs: [],
  candidates: (situation) =>
    // A rehearsal is about its round.
    wideScope(situation) !== allRounds ? [] : yearsInView(situation).flatMap((year) => ofYear(situation, year)),
  holds: ({ situation, person, notice }) =>
    person.role === 'coordinator' && !hasYear(situation.region.calendar.holidays, notice.slot),
  whyNot: ({ person }) => (person.role === 'coordinator' ? 'nothing-left-to-do' : 'not-responsible'),
  content: (composing) => ({
    kind: 'holidays-missing',
    person: composing.person.name,
    year: composing.notice.slot,
    url: calendarUrl(composing),
  }),
}

/** The year after this one, and the one after that for whoever looks ahead. */
function yearsInView({ now, region }: Situation): number[] {
  const year = Number(localDateOf(now, region.settings.zone).slice(0, 4))
  return [year + 1, year + 2].filter((each) => !hasYear(region.calendar.holidays, each))
}

function ofYear({ region }: Situation, year: number) {
  const { region: id, zone } = region.settings
  const day = addWorkingDays(`${year - 1}-10-31`, 1, region.calendar, 5)
  const dueAt = instantOf(day, hour, zone)
  return coordinators(region)
    .filter(({ at }) => new Date(at) < dueAt)
    .map((person) =>
      candidate(
        { kind: 'holidays-missing', region: id, scope: allRounds, recipientId: person.id, slot: String(year) },
        { dueAt, expiresAt: daysAfter(dueAt, 30) },
        `the calendar has nothing of the decree on ${year}`,
      ),
    )
}
