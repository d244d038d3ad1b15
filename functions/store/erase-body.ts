/** A body in which a person is named, or of an older release: what it says is replaced, and it is marked, since its hash is no longer its own. */
import { canonicalJson } from '../domain/canonical-json.ts'
import { scrubbed, type Traces } from '../domain/erasure/traces.ts'
import { type SealedAnswers, sealedAnswersSchema } from '../schema/sealed.ts'
import { bodyKeys } from './body-keys.ts'
import { chunksOf, joinChunks } from './chunks.ts'
import type { Eraser } from './deletion.ts'

type Place = { region: string; sha256: string } | { region: string; pk: string }

/** `by`: the answers as they are to be, or by what the person is found in them. */
export async function eraseBody(eraser: Eraser, place: Place, by: SealedAnswers | Traces): Promise<void> {
  const { table, deleteItem, dryRun, count } = eraser
  const pk = 'pk' in place ? place.pk : bodyKeys.partition(place.region, place.sha256)
  const items = await table.queryAll(pk)
  if (items.length === 0) return
  const before = sealedAnswersSchema.parse(JSON.parse(await joinChunks(items, `body ${pk}`)))
  const after = 'rows' in by ? by : scrubbed(before, by)
  if (after === before) return
  count('bodies of answers')
  if (dryRun) return
  const keptOf = items[0]?.keptOf
  const about = { erased: true, ...(keptOf === undefined ? {} : { keptOf }) }
  const chunks = await chunksOf({ pk, text: canonicalJson(after), sk: bodyKeys.chunk, about })
  for (const chunk of chunks) await table.put(chunk)
  for (const surplus of items.slice(chunks.length)) await deleteItem(surplus)
}
