/** Places, replaced as a whole from the state that the writer saw. */
import type { Place } from '../schema/place.ts'
import { placeSchema } from '../schema/place.ts'
import { readFact, sameContent } from './facts.ts'
import { type Key, roundKeys, roundPrefixes } from './keys.ts'
import type { Item, Table } from './table.ts'

export async function readPlaces(table: Table, partition: string): Promise<Place[]> {
  const items = await table.queryAll(partition, { prefix: roundPrefixes.places })
  return items.map((item) => readFact(placeSchema, item))
}

export async function readPlace(
  table: Pick<Table, 'get'>,
  partition: string,
  { agencyId, formId }: Pick<Place, 'agencyId' | 'formId'>,
): Promise<Place | undefined> {
  const item = await table.get({ pk: partition, sk: roundKeys.place(agencyId, formId) })
  return item && readFact(placeSchema, item)
}

/** False: another has changed it since `place.number - 1` (0 = none), and nothing was written. */
export async function savePlace(table: Table, partition: string, place: Place): Promise<boolean> {
  const content = placeSchema.parse(place)
  const key: Key = { pk: partition, sk: roundKeys.place(content.agencyId, content.formId) }
  if (content.number === 1) return (await table.insertIfAbsent({ ...content, ...key })).inserted
  const optional = ['begunAt', 'sentVersion', 'claim'] as const
  const update = await table.update({
    key,
    set: content,
    remove: optional.filter((name) => content[name] === undefined),
    condition: '#number = :before',
    values: { before: content.number - 1 },
    mine: (item: Item) => sameContent(readFact(placeSchema, item), content),
  })
  return update.applied
}
