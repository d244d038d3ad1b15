/** Everything in which a person is found, or that the person did: for a copy of one's own data. Session secrets are not among it. */
import type { FoundItem } from '../domain/erasure/erasure.ts'
import { names, scrubbed, type Traces } from '../domain/erasure/traces.ts'
import { keptAnswersSchema, sealedAnswersSchema } from '../schema/sealed.ts'
import { joinChunks } from './chunks.ts'
import type { Deletion } from './deletion.ts'
import { keptTexts } from './erase-kept.ts'
import { bodyKeys, personalKeys } from './keys.ts'
import { isOwn, kindOf, partitionsWith } from './personal-items.ts'
import type { Item, Table } from './table.ts'

type Place = { region: string; personId: string }
const doers = ['by', 'savedBy', 'madeBy', 'recipientId', 'personId'] as const
const secrets = new Set(['pk', 'sk', 'hash', 'token', 'standing', 'data', 'secret', 'requestKey'])

export async function findPerson(
  reading: Pick<Deletion, 'partitionsFrom'> & { table: Table },
  place: Place,
  traces: Traces,
): Promise<FoundItem[]> {
  const found: FoundItem[] = []
  for (const pk of await partitionsWith(reading, place)) {
    const items = await reading.table.queryAll(pk)
    if (pk.startsWith(bodyKeys.partitionsOf(place.region))) found.push(...(await inBody(items, traces)))
    else if (pk.startsWith(personalKeys.partitionsOf(place.region))) found.push(...(await inKept(items, traces)))
    else found.push(...items.filter((item) => concerns(item, place, traces)).map(shown))
  }
  return found
}

function concerns(item: Item, place: Place, traces: Traces): boolean {
  const own = isOwn(item, place)
  if (own === 'foreign') return false
  return own !== 'other' || doers.some((doer) => item[doer] === place.personId) || scrubbed(item, traces) !== item
}

function shown(item: Item): FoundItem {
  const said = Object.entries(item).filter(([name]) => !secrets.has(name))
  return { what: kindOf(item), pk: item.pk, sk: item.sk, item: Object.fromEntries(said) }
}

async function inKept(items: readonly Item[], traces: Traces): Promise<FoundItem[]> {
  const all: FoundItem[] = []
  for (const [prefix, chunks] of keptTexts(items)) {
    const kept = keptAnswersSchema.parse(JSON.parse(await joinChunks(chunks, `personal answers ${prefix}`)))
    for (const { pointer, value } of kept)
      if ([value].flat().some((one) => names(one, traces)))
        all.push({ what: 'personal answers', pk: chunks[0]?.pk ?? '', sk: prefix, item: { pointer, value } })
  }
  return all
}

/** Texts of a body that mention the person, as they stand there. */
async function inBody(items: readonly Item[], traces: Traces): Promise<FoundItem[]> {
  const [first] = items
  if (first === undefined) return []
  const answers = sealedAnswersSchema.parse(JSON.parse(await joinChunks(items, `body ${first.pk}`)))
  const rows = Object.values(answers.rows).flat()
  return [answers.fields, ...rows.map(({ cells }) => cells)].flatMap((cells) =>
    Object.entries(cells)
      .filter(([, value]) => scrubbed(value, traces) !== value)
      .map(([field, value]) => ({ what: 'bodies of answers', pk: first.pk, sk: '', item: { [field]: value } })),
  )
}
