/** Whom a coordinator reaches about an agency: who is at work there, or who stands in, with telephone and a message that is ready to be sent. */
import { formatDeadline } from '../../../rules/moments.ts'
import { instantOf } from '../../../rules/zone.ts'
import type { Person } from '../../../schema/region.ts'
import type { BoardRow } from '../../round/board.ts'
import type { RoundFacts } from '../../round/rounds.ts'
import { datesFor } from '../../round/windows.ts'
import { agencyPeople, mailboxOf } from '../plan/recipients.ts'
import { deputyOf } from '../plan/unreachable.ts'
import { agencyName, type Composing } from './composing.ts'
import { contactOf } from './digest-agencies.ts'
import type { Contact } from './digest-content.ts'
import { tasksUrl } from './page-links.ts'

/**
 * An operator who is at work: whose mail arrives and who has signed in. Where there is none, an operator who is only a stranger
 * is still called, and with or instead of them the deputy that was named; without one the head, else anybody.
 */
export function whomToCall(composing: Composing, facts: RoundFacts, row: BoardRow): Contact[] {
  return contactsOf(composing, facts, row).map((contact) => withMessage(composing, facts, row, contact))
}

function contactsOf(composing: Composing, facts: RoundFacts, { agencyId, agency }: BoardRow): Contact[] {
  const { region } = composing.state
  const people = agencyPeople(region, agencyId)
  const operators = people.filter(({ role }) => role === 'operator')
  const reachable = people.filter((person) => mailboxOf(region, person) === undefined)
  const atWork = reachable.find((person) => operators.includes(person) && !hasNotSignedIn(composing, facts, person))
  if (atWork !== undefined) return [contactOf(composing, agencyId, atWork)]
  const deputies = operators.flatMap((person) => {
    const deputy = deputyOf(region, person)
    return deputy === undefined ? [] : [contactOf(composing, agencyId, deputy, person)]
  })
  const first =
    deputies.length > 0 ? reachable.find((person) => operators.includes(person)) : (reachable[0] ?? people[0])
  const called = [...(first === undefined ? [] : [contactOf(composing, agencyId, first)]), ...deputies.slice(0, 1)]
  return called.length > 0 ? called : [{ name: words[composing.language].nobody, phone: agency?.phone ?? '' }]
}

/** Not signed in since the opening. Where sign-ins were not read, nobody is said to be one. */
export function hasNotSignedIn({ state, place }: Composing, { round }: RoundFacts, { id }: Person): boolean {
  const opensAt = instantOf(round.opensOn, '00:00', place.zone)
  return state.region.signIns?.some((each) => each.personId === id && new Date(each.at) >= opensAt) === false
}

/** With a mobile number, a message that is ready to be sent: what is lacking, until when, and where. */
function withMessage(composing: Composing, facts: RoundFacts, { agencyId }: BoardRow, contact: Contact): Contact {
  const number = contact.phone.replace(/\D/g, '').replace(/^0/, '62')
  if (!/^628\d{7,11}$/.test(number)) return contact
  const { language, place } = composing
  const { closesAt } = datesFor(facts, place.zone, agencyId)
  const text = words[language].message({
    name: contact.name,
    round: facts.round.title[language],
    agency: agencyName(composing, agencyId),
    closes: formatDeadline(closesAt, place, language),
    url: tasksUrl(composing),
  })
  return { ...contact, whatsapp: `https://wa.me/${number}?text=${encodeURIComponent(text)}` }
}

type Message = { name: string; round: string; agency: string; closes: string; url: string }

const words = {
  id: {
    nobody: 'tidak ada petugas',
    message: ({ name, round, agency, closes, url }: Message) =>
      `Yth. ${name}, pengisian ${round} untuk ${agency} belum selesai. Batas akhir ${closes}. Bila ada kendala, mohon kabari kami. ${url}`,
  },
  en: {
    nobody: 'nobody on record',
    message: ({ name, round, agency, closes, url }: Message) =>
      `Dear ${name}, ${round} of ${agency} is not finished yet. The final deadline is ${closes}. If anything is in the way, please tell us. ${url}`,
  },
}
