/** What was due to the agencies of a round and did not reach them, for the report at its end: which mail, of when, and whom. */
import { formatDayAndTime } from '../../../rules/moments.ts'
import type { NoticeKind } from '../../../schema/notice.ts'
import type { Language } from '../../../schema/wording.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { firstDates, lastClosingOf } from '../../round/windows.ts'
import type { Untold } from '../ledger/untold.ts'
import { agenciesOf, roundPeople } from '../plan/recipients.ts'
import { agencyName, type Composing } from './composing.ts'
import type { DigestContent } from './digest-content.ts'

/** One line a mail of one moment, oldest first. `unplanned`: those of which no notice tells. */
export function untoldOf(
  composing: Composing,
  facts: RoundFacts,
  unplanned: readonly Untold[],
): Pick<DigestContent, 'untold'> {
  const { state, place, language } = composing
  const people = new Map(roundPeople(state.region, facts.round).map((person) => [person.id, person]))
  const { opensAt } = firstDates(facts, place.zone)
  const { closesAt } = lastClosingOf(facts, place.zone)
  const own = [...(state.untold ?? []), ...unplanned].filter(
    ({ recipientId, dueAt, rounds }) =>
      people.has(recipientId) &&
      rounds?.includes(facts.round.id) !== false &&
      new Date(dueAt) >= opensAt &&
      new Date(dueAt) <= closesAt,
  )
  if (own.length === 0) return {}
  const groups = [...Map.groupBy(own, ({ kind, dueAt }) => `${dueAt} ${kind}`)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const lines = groups.map(([, mails]) => {
    const { kind, dueAt } = mails[0] as Untold
    const agencyIds = mails.flatMap(({ recipientId }) => {
      const person = people.get(recipientId)
      return person === undefined ? [] : agenciesOf(person, facts.round)
    })
    const names = [...new Set(agencyIds)].map((id) => agencyName(composing, id)).join(', ')
    const when = formatDayAndTime(new Date(dueAt), place, language)
    const whom =
      language === 'id' ? `${mails.length} orang` : mails.length === 1 ? '1 person' : `${mails.length} people`
    return `${kindWords[kind]?.[language]} ${when}: ${whom} (${names})`
  })
  return { untold: { mails: own.length, lines } }
}

const kindWords: Partial<Record<NoticeKind, Record<Language, string>>> = {
  opening: { id: 'Pembukaan', en: 'Opening' },
  reminder: { id: 'Pengingat', en: 'Reminder' },
  window: { id: 'Perubahan jadwal', en: 'Change of dates' },
  returned: { id: 'Perlu perbaikan', en: 'Returned work' },
  'extension-refused': { id: 'Penolakan tambahan waktu', en: 'No added time' },
  'form-moved': { id: 'Versi formulir baru', en: 'New version of a form' },
  duties: { id: 'Penugasan baru', en: 'New duties' },
}
