/**
 * What opening a draft would do: to whom mails would go within a day, and who is missing. The opening is put into the facts as if it had
 * been decided, and the planner is asked: there is no second way to compute.
 */
import type { Person } from '../../../schema/region.ts'
import { Refused } from '../../refusal.ts'
import type { Regions } from '../../region/regions.ts'
import type { RegionState, Rounds } from '../../round/rounds.ts'
import { agenciesIn, isDraft } from '../../round/windows.ts'
import { agencyPeople, roundPeople } from '../plan/recipients.ts'
import { loadUpcoming, upcomingNotices } from './upcoming.ts'
import { explained, type PlannedMail } from './what-if.ts'

const hours = 24

export type OpeningPreview = {
  draft: boolean
  revision: number
  /** The mails of the next 24 hours, oldest first; and when the first of all goes. */
  mails: PlannedMail[]
  firstAt: string | null
  people: readonly Person[]
  /** Agencies that nobody would be written to about. */
  nobody: string[]
  state: RegionState
}

/** Of a round that is open already: what goes within a day as things are. Refuses with `not-found`. */
export async function previewOpening(
  now: Date,
  ports: { rounds: Rounds; regions: Regions },
  region: string,
  round: string,
): Promise<OpeningPreview> {
  const state = await loadUpcoming(now, ports, region, round)
  const draft = state.rounds.find((facts) => facts.round.id === round)
  if (draft === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const at = now.toISOString()
  const opened = {
    ...draft,
    earlier: [...(draft.earlier ?? []), draft.round],
    round: { ...draft.round, at, openedAt: at },
  }
  const rounds = state.rounds.map((facts) => (facts === draft && isDraft(draft) ? opened : facts))
  const supposed = { ...state, rounds }
  // What falls due at the very moment is among them.
  const mails = upcomingNotices(new Date(now.getTime() - 1), supposed, round).filter(
    ({ mail }) => mail.scope === round || mail.rounds?.includes(round),
  )
  const soon = mails.filter(({ mail }) => Date.parse(mail.dueAt) < now.getTime() + hours * 3_600_000)
  return {
    draft: isDraft(draft),
    revision: draft.round.revision,
    mails: explained(soon),
    firstAt: mails[0]?.mail.dueAt ?? null,
    people: roundPeople(state.region, draft.round),
    nobody: agenciesIn(draft).filter((id) => agencyPeople(state.region, id).length === 0),
    state: supposed,
  }
}
