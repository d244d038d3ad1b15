/** Answers about a person among those that were taken out of bodies: they and the secret of their work go, those about others stay. */
import { canonicalJson } from '../domain/canonical-json.ts'
import { names, type Traces } from '../domain/erasure/traces.ts'
import { keptAnswersSchema } from '../schema/sealed.ts'
import { personalKeys } from './body-keys.ts'
import { chunksOf, joinChunks } from './chunks.ts'
import type { Eraser } from './deletion.ts'
import type { Item } from './table.ts'

export async function eraseKept(eraser: Eraser, pk: string, traces: Traces): Promise<void> {
  const { table, deleteItem, dryRun, count } = eraser
  const items = await table.queryAll(pk)
  for (const [prefix, chunks] of keptTexts(items)) {
    const before = keptAnswersSchema.parse(JSON.parse(await joinChunks(chunks, `personal answers ${prefix}`)))
    const after = before.filter(({ value }) => ![value].flat().some((one) => names(one, traces)))
    if (after.length === before.length) continue
    count('personal answers')
    if (dryRun) continue
    // Of the secret the salt of what is erased could be made again.
    await deleteItem({ pk, sk: personalKeys.secretBeside(prefix) })
    const left =
      after.length === 0
        ? []
        : await chunksOf({ pk, text: canonicalJson(after), sk: (n) => personalKeys.chunkOf(prefix, n) })
    for (const chunk of left) await table.put(chunk)
    for (const surplus of chunks.slice(left.length)) await deleteItem(surplus)
  }
}

/** The chunks of each text, by what their sort keys begin with. */
export function keptTexts(items: readonly Item[]): Map<string, Item[]> {
  const kept = items.filter(({ sk }) => personalKeys.isKept(sk))
  return Map.groupBy(kept, ({ sk }) => sk.slice(0, sk.lastIndexOf('#') + 1))
}
