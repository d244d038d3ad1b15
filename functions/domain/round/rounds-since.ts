/**
 * Rounds of which something may still be said: those that close after an instant, and those in which something was still written
 * since (a correction sent in after the closing deserves its receipt). Of older ones only what tells this is read.
 */
import { endOfDay } from '../../rules/zone.ts'
import type { RoundAfterwards, RoundFacts, Rounds } from './rounds.ts'
import { lastClosingOf } from './windows.ts'

export type RoundReader = Pick<Rounds, 'list' | 'load' | 'loadFrame' | 'loadAfterwards'>
type Asked = { region: string; zone: string; except?: string }

/** In the order of the list, without `except`. */
export async function loadSince(
  since: Date,
  rounds: RoundReader,
  { region, zone, except }: Asked,
): Promise<RoundFacts[]> {
  const load = async (id: string) => {
    const frame = await rounds.loadFrame(region, id)
    if (frame === undefined) return undefined
    const maySpeak = lastClosingOf(frame, zone).closesAt >= since || new Date(frame.round.at) >= since
    const afterwards = maySpeak ? undefined : await rounds.loadAfterwards(region, id)
    if (!maySpeak && (afterwards === undefined || !speaksSince(since, afterwards, zone))) return undefined
    const facts = await rounds.load(region, id)
    return facts !== undefined && speaksSince(since, facts, zone) ? facts : undefined
  }
  const ids = (await rounds.list(region)).filter((id) => id !== except)
  return (await Promise.all(ids.map(load))).filter((facts) => facts !== undefined)
}

/**
 * Whether the round's last instant (closing, correction or fact) is not older. Without what was sent it says the same of a round that
 * was not revised since: nothing is taken after both the closing and the last day of corrections.
 */
export function speaksSince(
  since: Date,
  facts: RoundAfterwards & Partial<Pick<RoundFacts, 'submissions'>>,
  zone: string,
): boolean {
  const { submissions = [], reviews, windows, nudges, resends } = facts
  const written = [...submissions, ...reviews, ...windows, ...nudges, ...resends].map(({ at }) => new Date(at))
  const corrections = reviews.flatMap(({ dueOn }) => (dueOn === undefined ? [] : [endOfDay(dueOn, zone)]))
  return [lastClosingOf(facts, zone).closesAt, ...corrections, ...written].some((at) => at >= since)
}
