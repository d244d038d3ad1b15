/**
 * What ends by itself. A region keeps answers about persons and drafts for some years after a round has closed for the last agency; and the
 * contact data of a person who was put out as long ago. Facts, receipts, sums and chains stay. Each day, or by hand.
 */
import type { SealedAnswers } from '../../schema/sealed.ts'
import { holdsPersonal, withoutUnsealed } from '../personal/seal.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import type { RoundFacts, Rounds } from '../round/rounds.ts'
import { lastClosingOf } from '../round/windows.ts'
import { erasePerson } from './erase-person.ts'
import type { Erasure, ErasureCounts } from './erasure.ts'

type Ports = { regions: Regions; rounds: Rounds; forms: FormCatalogue; erasure: Erasure }

/** Where a region says nothing. */
export const usualRetentionYears = 2
export type Ended = {
  region: string
  years: number
  rounds: Record<string, ErasureCounts>
  unnamed: ErasureCounts
  people: string[]
}

/** Refuses with `not-found`. */
export async function endRetention(
  now: Date,
  ports: Ports,
  { region, dryRun }: { region: string; dryRun: boolean },
): Promise<Ended> {
  const facts = await ports.regions.load(region)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const { zone, retentionYears: years = usualRetentionYears } = facts.settings
  const before = yearsBefore(now, years)
  const ended: Ended = { region, years, rounds: {}, unnamed: {}, people: [] }
  const ids = [...(await ports.rounds.list(region)), ...(await ports.rounds.listRehearsals(region))]
  for (const id of ids) {
    const round = await ports.rounds.load(region, id)
    if (round === undefined || lastClosingOf(round, zone).closesAt >= before) continue
    if (await ports.erasure.isEnded({ region, round: id })) continue
    ended.rounds[id] = await ports.erasure.endRound({ region, round: id }, await olderBodies(ports, round), { dryRun })
  }
  if (Object.keys(ended.rounds).length > 0) ended.unnamed = await ports.erasure.endUnnamed(region, { dryRun })
  for (const person of facts.people) {
    if (!person.disabled || new Date(person.at) >= before || isErased(person)) continue
    await erasePerson(ports, { region, personId: person.id }, { dryRun })
    ended.people.push(person.id)
  }
  return ended
}

/** The address of a record that says nothing any more. */
export const erasedAddress = (personId: string) => `${personId}@dihapus.invalid`

function isErased({ id, email }: { id: string; email: string }): boolean {
  return email === erasedAddress(id)
}

/** Bodies in which answers about persons still stand themselves. */
async function olderBodies(
  { rounds, forms }: Ports,
  { region, submissions }: RoundFacts,
): Promise<{ sha256: string; answers: SealedAnswers }[]> {
  const found: { sha256: string; answers: SealedAnswers }[] = []
  for (const { formId, formVersion, nil, sha256 } of submissions) {
    const definition = nil ? undefined : await forms.definition(formId, formVersion, region)
    if (definition === undefined) continue
    const { answers } = await rounds.sealedBody(region, sha256)
    if (holdsPersonal(definition, answers)) found.push({ sha256, answers: withoutUnsealed(definition, answers) })
  }
  return found
}

function yearsBefore(now: Date, years: number): Date {
  const then = new Date(now)
  then.setUTCFullYear(then.getUTCFullYear() - years)
  return then
}
