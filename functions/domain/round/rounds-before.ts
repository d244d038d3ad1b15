/** The rounds of a region in their order. Rehearsals are never among them. */
import type { Round } from '../../schema/round.ts'
import type { Rounds } from './rounds.ts'

type OfRound = { readonly round: Round }

/** All of them, the newest opening first. `load`: as much of each as is asked for. */
export async function loadRounds<Facts extends OfRound>(
  rounds: Pick<Rounds, 'list'>,
  region: string,
  load: (region: string, id: string) => Promise<Facts | undefined>,
): Promise<Facts[]> {
  const loaded = await Promise.all((await rounds.list(region)).map((id) => load(region, id)))
  return loaded
    .filter((facts) => facts !== undefined)
    .toSorted((a, b) => (a.round.opensOn < b.round.opensOn ? 1 : a.round.opensOn > b.round.opensOn ? -1 : 0))
}

/** Those that opened on an earlier day than this one, in the order given. */
export function roundsBefore<Facts extends OfRound>(
  rounds: readonly Facts[],
  { opensOn }: Pick<Round, 'opensOn'>,
): Facts[] {
  return rounds.filter(({ round }) => round.opensOn < opensOn)
}
