/**
 * A draft is one versioned item, replaced as a whole: version n stands only on version n - 1, so of two people who typed at
 * once neither is overwritten unseen. A superseded body stays under its hash.
 */
import type { Draft } from '../schema/round.ts'
import { draftSchema } from '../schema/round.ts'
import { readFact, sameContent } from './facts.ts'
import type { Key } from './keys.ts'
import type { Item, Table } from './table.ts'

type Saved = { saved: true } | { saved: false; current: Draft | undefined }

/** Saves the draft's item if the stored version is `draft.version - 1` (0 = none); its body must be there already. */
export async function saveDraft(table: Table, key: Key, draft: Draft): Promise<Saved> {
  const content = draftSchema.parse(draft)
  if (content.version === 1) {
    const first = await table.insertIfAbsent({ ...content, ...key })
    return first.inserted ? { saved: true } : { saved: false, current: readFact(draftSchema, first.existing) }
  }
  const update = await table.update({
    key,
    set: content,
    ...(content.carriedFrom === undefined && { remove: ['carriedFrom'] }),
    condition: '#version = :before',
    values: { before: content.version - 1 },
    mine: (item: Item) => sameContent(readFact(draftSchema, item), content),
  })
  if (update.applied) return { saved: true }
  const current = await table.get(key)
  return { saved: false, current: current && readFact(draftSchema, current) }
}
