/** The round that a mail page is about: the one that its address asks for, else the newest. */
import { fetchRound, fetchRounds, type RoundView } from '../api/rounds.ts'
import { shownRound } from '../shell/shown-round.ts'

/** `undefined` where there is none. */
export async function loadShownRound(asked: string | undefined): Promise<RoundView | undefined> {
  const id = asked ?? (await fetchRounds())[0]?.id
  if (id === undefined) return undefined
  const view = await fetchRound(id)
  shownRound.value = view.round
  return view
}

/** Short names of agencies, for lists. */
export function agencyNames(view: RoundView, ids: readonly string[]): string {
  return ids.map((id) => view.agencies.find((agency) => agency.id === id)?.shortName ?? id).join(', ')
}
