/**
 * From an address to people. A signpost is written before the person's fact and is never taken away: it only says where
 * to look, and whoever follows it compares with the person. So a crash between the two writes, or a changed address, leaves
 * nothing wrong behind. The key holds a hash, so that no address stands in keys or logs.
 */
import { sha256Hex } from '../domain/content-hash.ts'
import type { AddressClaim } from '../domain/region/regions.ts'
import { addressKeys, regionKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Letter case and outer spaces do not make another mailbox here: people type both. */
export function addressPartition(email: string): string {
  return addressKeys.partition(sha256Hex(email.trim().toLowerCase()))
}

/** Puts up the signpost; again is harmless. */
export async function postAddress(table: Table, email: string, region: string, personId: string): Promise<void> {
  const key = { pk: addressPartition(email), sk: addressKeys.person(region, personId) }
  await table.insertIfAbsent({ ...key, region, personId })
}

/** Where to look for people with this address, in a fixed order: regions, then ids. */
export async function* peopleByEmail(
  table: Table,
  email: string,
): AsyncGenerator<{ region: string; personId: string }, void, undefined> {
  for await (const { sk, region, personId } of table.query(addressPartition(email))) {
    if (sk !== addressKeys.owner) yield { region: String(region), personId: String(personId) }
  }
}

/** A claim whose revision never came (a crash in between) holds the address no longer than this. */
const claimSeconds = 60

/** One conditional write decides whose the address is; it may be taken from whoever does not use it any more. */
export async function claimAddress(table: Table, now: Date, claim: AddressClaim): Promise<boolean> {
  const { region, personId, email, revision } = claim
  const key = { pk: addressPartition(email), sk: addressKeys.owner }
  const owner = { region, personId, revision, at: now.toISOString() }
  const result = await table.insertIfAbsent({ ...key, ...owner })
  if (result.inserted) return true
  const { existing } = result
  const own = existing.region === region && existing.personId === personId
  if (!own && (await holds(table, now, existing, email))) return false
  const { applied } = await table.update({
    key,
    set: owner,
    condition: '#region = :r AND #personId = :p AND #revision = :n',
    values: { r: existing.region, p: existing.personId, n: existing.revision },
    mine: (item) => item.region === region && item.personId === personId && item.revision === revision,
  })
  return applied || own
}

/** Does the owner still use it, or is the revision that claims it on its way? */
async function holds(table: Table, now: Date, owner: Item, email: string): Promise<boolean> {
  const range = { prefix: `${regionKeys.person(String(owner.personId))}#`, descending: true, pageSize: 1 }
  for await (const item of table.query(regionKeys.partition(String(owner.region)), range)) {
    const uses = String(item.email).toLowerCase() === email.trim().toLowerCase() && item.disabled !== true
    const written = Number(item.sk.slice(item.sk.lastIndexOf('#') + 1))
    return uses || (written < Number(owner.revision) && isYoung(now, owner))
  }
  return isYoung(now, owner)
}

function isYoung(now: Date, { at }: Item): boolean {
  return Math.abs(now.getTime() - Date.parse(String(at))) < claimSeconds * 1_000
}
