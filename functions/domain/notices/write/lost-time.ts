/**
 * An outage over the final instant: who wanted to send in the last hours could not. The coordinator is offered the time that was lost, as
 * an extension that is filled in already, until somebody has decided about the window since. Nothing is extended by a machine.
 */
import { formatDay, formatDayAndTime } from '../../../rules/moments.ts'
import { localDateOf } from '../../../rules/wall-clock.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { usualDates } from '../../round/usual-dates.ts'
import { firstDates } from '../../round/windows.ts'
import type { Composing } from './composing.ts'
import type { DigestContent } from './digest-content.ts'
import { reopenUrl } from './page-links.ts'

export function lostTimeOf(composing: Composing, facts: RoundFacts): Pick<DigestContent, 'lostTime'> {
  const { now, person, place, language, state } = composing
  if (person.role !== 'coordinator') return {}
  const { closesAt } = usualDates(facts, place.zone)
  const { opensAt } = firstDates(facts, place.zone)
  const outage = (state.outages ?? []).find(
    ({ from, until }) => new Date(from) < closesAt && new Date(until) >= closesAt && new Date(until) <= now,
  )
  if (outage === undefined || facts.windows.some(({ at }) => at > outage.until)) return {}
  const [from, until] = [new Date(Math.max(Date.parse(outage.from), opensAt.getTime())), new Date(outage.until)]
  const lost = closesAt.getTime() - from.getTime()
  // The window ends with a day, and today is the first that is left.
  const last = new Date(Math.max(until.getTime() + lost - 1, now.getTime()))
  const closesOn = localDateOf(last, place.zone)
  const [began, ended] = [from, until].map((at) => formatDayAndTime(at, place, language))
  return {
    lostTime: {
      from: began ?? '',
      until: ended ?? '',
      hours: Math.max(1, Math.round(lost / 3_600_000)),
      closes: formatDay(closesOn, language),
      url: reopenUrl(composing, facts.round.id, { closesOn, reason: reasons[language](began ?? '', ended ?? '') }),
    },
  }
}

const reasons = {
  id: (from: string, until: string) => `Gangguan sistem dari ${from} sampai ${until}`,
  en: (from: string, until: string) => `The system was down from ${from} until ${until}`,
}
