/**
 * From an address to people. A signpost is written before the person's fact and is never taken away: it only says where
 * to look, and whoever follows it compares with the person. So a crash between the two writes, or a changed address, leaves
 * nothing wrong behind. The key holds a hash, so that no address stands in keys or logs.
 */
import { sha256Hex } from '../domain/content-hash.ts'
import { addressKeys } from './keys.ts'
import type { Table } from './table.ts'

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
  for await (const { region, personId } of table.query(addressPartition(email))) {
    yield { region: String(region), personId: String(personId) }
  }
}
