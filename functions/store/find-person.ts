/** Everything in which a person is found, or that the person did: for a copy of one's own data. Session secrets are not among it. */
import type { FoundItem } from '../domain/erasure/erasure.ts'
import { names, scrubbed, type Traces } from '../domain/erasure/traces.ts'
import { type KeptAnswer, keptAnswersSchema, type SealedAnswers, sealedAnswersSchema } from '../schema/sealed.ts'
import { bodyKeys, draftBodyKeys, personalKeys } from './body-keys.ts'
import { joinChunks } from './chunks.ts'
import type { Deletion } from './deletion.ts'
import { bodyOf, draftBodiesIn } from './draft-bodies.ts'
import { keptTexts } from './erase-kept.ts'
import type { Key } from './keys.ts'
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
    else if (pk.startsWith(draftBodyKeys.partitionsOf(place.region))) found.push(...(await inDrafts(items, traces)))
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
    all.push(...aboutPerson(kept, traces, { pk: chunks[0]?.pk ?? '', sk: prefix }))
  }
  return all
}

function aboutPerson(kept: readonly KeptAnswer[], traces: Traces, key: Key): FoundItem[] {
  const own = kept.filter(({ value }) => [value].flat().some((one) => names(one, traces)))
  return own.map(({ pointer, value }) => ({ what: 'personal answers', ...key, item: { pointer, value } }))
}

async function inDrafts(items: readonly Item[], traces: Traces): Promise<FoundItem[]> {
  const all: FoundItem[] = []
  for (const [sha256, chunks] of draftBodiesIn(items)) {
    const { kept = [], ...answers } = await bodyOf(chunks)
    const key = { pk: chunks[0]?.pk ?? '', sk: sha256 }
    all.push(...inAnswers(answers, traces, key.pk), ...aboutPerson(kept, traces, key))
  }
  return all
}

/** Texts of a body that mention the person, as they stand there. */
async function inBody(items: readonly Item[], traces: Traces): Promise<FoundItem[]> {
  const [first] = items
  if (first === undefined) return []
  const answers = sealedAnswersSchema.parse(JSON.parse(await joinChunks(items, `body ${first.pk}`)))
  return inAnswers(answers, traces, first.pk)
}

function inAnswers(answers: SealedAnswers, traces: Traces, pk: string): FoundItem[] {
  const rows = Object.values(answers.rows).flat()
  return [answers.fields, ...rows.map(({ cells }) => cells)].flatMap((cells) =>
    Object.entries(cells)
      .filter(([, value]) => scrubbed(value, traces) !== value)
      .map(([field, value]) => ({ what: 'bodies of answers', pk, sk: '', item: { [field]: value } })),
  )
}
