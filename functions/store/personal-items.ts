/** What an item is to a person, and what operators call it. */
import { erasedAddress } from '../domain/erasure/end-retention.ts'
import { erasedWord } from '../schema/sealed.ts'
import { bodyKeys } from './body-keys.ts'
import type { Deletion } from './deletion.ts'
import { addressKeys, regionKeys } from './keys.ts'
import { partitionsOf } from './region-archive.ts'
import { signInKeys } from './sign-in-keys.ts'
import type { Item, Table } from './table.ts'

type Place = { region: string; personId: string }

/** Where anything of a person may lie: all of the region, bodies that no fact names any more, and what no archive takes along. */
export async function partitionsWith(
  { table, partitionsFrom }: Pick<Deletion, 'partitionsFrom'> & { table: Table },
  place: Place,
): Promise<string[]> {
  const [own, bodies, addresses] = await Promise.all([
    partitionsOf(table, place.region),
    partitionsFrom(bodyKeys.partitionsOf(place.region)),
    // Their hashes are keyed, and whose they are stands in the items only.
    partitionsFrom(addressKeys.prefix),
  ])
  return [...new Set([...bodies, ...addresses, ...own, ...personPartitions(place)])]
}

function personPartitions({ region, personId }: Place): string[] {
  return [signInKeys.sessions(region, personId), signInKeys.browsers(region, personId)]
}

/**
 * `record`: a revision of the person; `delete`: nothing but the person's; `foreign`: another region's, in a partition that regions share;
 * `other`: may mention the person.
 */
export function isOwn(
  { pk, sk, region, personId: whose }: Item,
  place: Place,
): 'record' | 'delete' | 'foreign' | 'other' {
  const own = regionKeys.partition(place.region)
  if (pk === own && sk.startsWith(`${regionKeys.person(place.personId)}#`)) return 'record'
  const beside = [regionKeys.mailbox, regionKeys.lastSignIn, regionKeys.preference].map((keyOf) =>
    keyOf(place.personId),
  )
  if (pk === own && beside.includes(sk)) return 'delete'
  if (personPartitions(place).includes(pk)) return 'delete'
  if (pk.startsWith(addressKeys.prefix))
    return region === place.region && whose === place.personId ? 'delete' : 'foreign'
  return region === undefined || region === place.region ? 'other' : 'foreign'
}

/** Keeps id, office, role and agencies: what was done under it still has a doer. */
export function erasedRecord({ phone: _phone, ...item }: Item, personId: string): Item {
  return { ...item, name: erasedWord, email: erasedAddress(personId), disabled: true }
}

const kinds: readonly [RegExp, string][] = [
  [/^BODY#/, 'bodies of answers'],
  [/^DRAFT-BODY#/, 'bodies of drafts'],
  [/^PERSONAL#.*\|SECRET#/, 'secrets of seals'],
  [/^PERSONAL#/, 'personal answers'],
  [/^CAPTURED#/, 'captured mails'],
  [/^(SESSIONS|BROWSERS)#/, 'sessions and browsers'],
  [/^ADDRESS#/, 'signposts of addresses'],
  [/^NOTICES#.*#EVENT#/, 'reports on mails'],
  [/^NOTICES#/, 'notices'],
  [/^ROUND#.*\|DRAFT#/, 'drafts'],
  [/^ROUND#/, 'facts of rounds'],
  [/^REGION#.*\|(MAILBOX|LAST-SIGN-IN|PREFERENCE)#/, 'marks of the mailbox, of signing in and of choices'],
  [/^REGION#/, 'facts of the region'],
]

export function kindOf({ pk, sk }: { pk: string; sk: string }): string {
  return kinds.find(([pattern]) => pattern.test(`${pk}|${sk}`))?.[1] ?? 'other items'
}
