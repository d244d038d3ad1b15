/**
 * Taking a region elsewhere: the port to its items, and what is looked at afterwards to know that it arrived whole.
 * Leaving is as easy as coming: nothing of it needs anything of the place where it was.
 */
import type { Submission } from '../../schema/round.ts'
import { sha256Hex } from '../content-hash.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { ReceiptIndex } from '../round/receipts.ts'
import type { Rounds } from '../round/rounds.ts'

/** An item as JSON; bytes as `{ $base64 }`. */
export type ArchivedItem = { pk: string; sk: string } & Record<string, unknown>
/** `different`: something else stands under this key, and stays. */
export type PlacedItem = 'new' | 'there' | 'different'

export type RegionArchive = {
  /** Where the region's items lie, in the order in which they are to be put in elsewhere. */
  partitions(region: string): Promise<string[]>
  /** Those whose sort key comes after `after`; where regions share a partition, this region's only. */
  items(region: string, partition: string, after?: string): Promise<ArchivedItem[]>
  /** By which a region is found. Means nothing before its settings stand. */
  signpost(region: string): Promise<void>
  /** `heldAs`: the epoch under which notices that still wait are put in, so that nobody sends them. */
  place(item: ArchivedItem, how: { dryRun: boolean; heldAs: string }): Promise<PlacedItem>
}

export type Verification = { rounds: number; submissions: number; bodies: number; flaws: string[] }
type Ports = { regions: Regions; rounds: Rounds; receipts: ReceiptIndex }

/** Every chain, body and receipt of a region. Refusals: `not-found`. */
export async function verifyRegion(ports: Ports, region: string): Promise<Verification> {
  if ((await ports.regions.load(region)) === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const ids = [...(await ports.rounds.list(region)), ...(await ports.rounds.listRehearsals(region))]
  const flaws: string[] = []
  let submissions = 0
  const bodies = new Set<string>()
  for (const round of ids) {
    const facts = await ports.rounds.load(region, round)
    for (const submission of facts?.submissions ?? []) {
      submissions += 1
      bodies.add(submission.sha256)
      flaws.push(...(await flawsOf(ports, { region, round }, submission, facts?.submissions ?? [])))
    }
  }
  return { rounds: ids.length, submissions, bodies: bodies.size, flaws }
}

async function flawsOf(
  { rounds, receipts }: Ports,
  { region, round }: { region: string; round: string },
  submission: Submission,
  all: readonly Submission[],
): Promise<string[]> {
  const { agencyId, formId, revision, sha256, chain, receiptNumber } = submission
  const before = all.find((s) => s.agencyId === agencyId && s.formId === formId && s.revision === revision - 1)
  const where = `${round} ${agencyId} ${formId} revision ${revision}`
  const place = await receipts.find(receiptNumber)
  const body = await rounds.body(region, sha256).then(
    () => [],
    () => [`${where}: its content is missing or damaged`],
  )
  return [
    ...body,
    ...(chain === sha256Hex(`${before?.chain ?? ''}|${revision}|${sha256}`) ? [] : [`${where}: its chain is broken`]),
    ...(place?.region === region && place.revision === revision ? [] : [`${where}: its receipt leads nowhere`]),
  ]
}
