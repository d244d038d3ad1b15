/**
 * From an address to people. A signpost is written before the person's fact and is never taken away: it only says where
 * to look, and whoever follows it compares with the person. So a crash between the two writes, or a changed address, leaves
 * nothing wrong behind. The key holds a hash, so that no address stands in keys or logs; it is keyed where the function has a key,
 * since addresses are few enough to be guessed. Signposts of older releases, which are not, are still followed.
 * Each region decides for itself whose an address is: none blocks another's, or learns that it is known there.
 */
import { createHmac } from 'node:crypto'
import { sha256Hex } from '../domain/content-hash.ts'
import type { AddressClaim } from '../domain/region/regions.ts'
import { numberAtEnd } from './key-parts.ts'
import { addressKeys, regionKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

export type AddressBook = {
  /** Puts up the signpost; again is harmless. */
  post(email: string, region: string, personId: string): Promise<void>
  /** Where to look for people with this address, in a fixed order: regions, then ids. */
  places(email: string): Promise<{ region: string; personId: string }[]>
  /** One conditional write decides whose the address is in this region; it may be taken from whoever does not use it any more. */
  claim(now: Date, claim: AddressClaim): Promise<boolean>
}

/** `key`: of the installation; without it, as in older releases, the hash is a plain one. */
export function createAddressBook(table: Table, key?: string): AddressBook {
  const keyed = key && createHmac('sha256', key).update('key|addresses').digest()
  const plainPartition = (email: string) => addressKeys.partition(sha256Hex(normal(email)))
  const partition = (email: string) =>
    keyed
      ? addressKeys.partition(createHmac('sha256', keyed).update(normal(email)).digest('hex'))
      : plainPartition(email)
  return {
    post: async (email, region, personId) => {
      const place = { pk: partition(email), sk: addressKeys.person(region, personId) }
      await table.insertIfAbsent({ ...place, region, personId })
    },
    places: async (email) => {
      const asked = [...new Set([partition(email), plainPartition(email)])]
      const found = (await Promise.all(asked.map((pk) => table.queryAll(pk)))).flat()
      const signposts = found.filter(({ sk }) => addressKeys.isSignpost(sk))
      const bySign = new Map(signposts.map(({ sk, region, personId }) => [sk, { region, personId }]))
      return [...bySign]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { region, personId }]) => ({ region: String(region), personId: String(personId) }))
    },
    claim: (now, claim) => claimAddress(table, now, { pk: partition(claim.email), claim }),
  }
}

/** Letter case and outer spaces do not make another mailbox here: people type both. */
function normal(email: string): string {
  return email.trim().toLowerCase()
}

/** A claim whose revision never came (a crash in between) holds the address no longer than this. */
const claimSeconds = 60

async function claimAddress(
  table: Table,
  now: Date,
  { pk, claim }: { pk: string; claim: AddressClaim },
): Promise<boolean> {
  const { region, personId, email, revision } = claim
  const key = { pk, sk: addressKeys.owner(region) }
  const owner = { region, personId, revision, at: now.toISOString() }
  const result = await table.insertIfAbsent({ ...key, ...owner })
  if (result.inserted) return true
  const { existing } = result
  const own = existing.personId === personId
  if (!own && (await holds(table, now, existing, email))) return false
  const { applied } = await table.update({
    key,
    set: owner,
    condition: '#personId = :p AND #revision = :n',
    values: { p: existing.personId, n: existing.revision },
    mine: (item) => item.personId === personId && item.revision === revision,
  })
  return applied || own
}

/** Does the owner still use it, or is the revision that claims it on its way? */
async function holds(table: Table, now: Date, owner: Item, email: string): Promise<boolean> {
  const range = { prefix: `${regionKeys.person(String(owner.personId))}#`, descending: true, pageSize: 1 }
  for await (const item of table.query(regionKeys.partition(String(owner.region)), range)) {
    const uses = normal(String(item.email)) === normal(email) && item.disabled !== true
    const written = numberAtEnd(item.sk)
    return uses || (written < Number(owner.revision) && isYoung(now, owner))
  }
  return isYoung(now, owner)
}

function isYoung(now: Date, { at }: Item): boolean {
  return Math.abs(now.getTime() - Date.parse(String(at))) < claimSeconds * 1_000
}
