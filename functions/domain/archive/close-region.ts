/**
 * A region that has left, or collects no more: nothing is written in it and nobody is mailed, while everything can be read and
 * exported. Its rounds must be over first, so that nobody is cut off while filling in. It can be opened again.
 */
import type { RegionSettings } from '../../schema/region.ts'
import { isRehearsalId } from '../../schema/rehearsal.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { Rounds } from '../round/rounds.ts'
import { isDraft, lastClosingOf } from '../round/windows.ts'

type Ports = { regions: Regions; rounds: Pick<Rounds, 'list' | 'load'> }
/** `to`: what is wanted; `by`: who stamps it. */
type Closing = { region: string; by: string; to: 'closed' | 'open'; dryRun: boolean }

/** `stands`: it was so before. `openRounds`: why it is not closed. */
export type RegionClosing = { region: string; stands: boolean; changed: boolean; openRounds: string[] }

/** Refusals: `not-found`, `revision-conflict`. */
export async function closeRegion(
  now: Date,
  ports: Ports,
  { region, by, to, dryRun }: Closing,
): Promise<RegionClosing> {
  const last = (await ports.regions.history(region, 'settings', '')).at(-1)
  if (last === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const stands = (last.fact.closedAt !== undefined) === (to === 'closed')
  const openRounds = stands || to === 'open' ? [] : await roundsNotOver(now, ports, last.fact)
  const changes = !stands && openRounds.length === 0 && !dryRun
  if (changes) await revise(now, ports, { settings: last.fact, base: last.revision, by, to })
  return { region, stands, changed: changes, openRounds }
}

type Revision = { settings: RegionSettings; base: number } & Pick<Closing, 'by' | 'to'>

async function revise(now: Date, { regions }: Ports, { settings, base, by, to }: Revision): Promise<void> {
  const { closedAt: _, ...others } = settings
  const at = now.toISOString()
  const next = { ...others, at, by, ...(to === 'closed' && { closedAt: at }) }
  const revised = await regions.reviseSettings(next, base)
  if (!revised.inserted) throw new Refused({ code: 'revision-conflict', currentRevision: base + 1 })
}

async function roundsNotOver(now: Date, { rounds }: Ports, { region, zone }: RegionSettings): Promise<string[]> {
  const ids = (await rounds.list(region)).filter((id) => !isRehearsalId(id))
  const loaded = await Promise.all(ids.map((id) => rounds.load(region, id)))
  return loaded.flatMap((facts) =>
    facts !== undefined && !isDraft(facts) && lastClosingOf(facts, zone).closesAt > now ? facts.round.id : [],
  )
}
