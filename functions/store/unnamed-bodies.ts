/**
 * Bodies that no fact names any more: drafts of older releases and of rehearsals that were saved over. Nobody reads them, and nothing tells
 * of which round they were, so they go when any round of the region ends. A writer puts the body first and the fact last; so
 * the bodies are listed first, and what names them is read when every request of that moment is over.
 */
import { bodyKeys } from './body-keys.ts'
import type { Eraser } from './deletion.ts'
import { budgetKeys, roundKeys } from './keys.ts'

/** Longer than any request may take. */
const writersTakeMs = 60_000

export async function endUnnamedBodies(eraser: Eraser, region: string, pause: (ms: number) => Promise<void>) {
  const { table, deleteItem, partitionsFrom, dryRun, count } = eraser
  const bodies = await partitionsFrom(bodyKeys.partitionsOf(region))
  if (bodies.length === 0) return
  if (!dryRun) await pause(writersTakeMs)
  const named = new Set<string>()
  for (const prefix of [roundKeys.partitionsOf(region), budgetKeys.partitionsOf(region)])
    for (const pk of await partitionsFrom(prefix))
      for (const item of await table.queryAll(pk)) for (const hash of hashesIn(item)) named.add(hash)
  for (const pk of bodies) {
    if (named.has(bodyKeys.sha256Of(pk))) continue
    count('bodies that nothing names')
    if (dryRun) continue
    // The first chunk last: a run that was cut off finds the partition again.
    for (const item of (await table.queryAll(pk)).toReversed()) await deleteItem(item)
  }
}

/** Also those inside of lists, as a draft keeps of its other versions. */
function hashesIn(item: object): string[] {
  return JSON.stringify(item).match(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/g) ?? []
}
