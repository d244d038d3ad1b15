/**
 * Downloads of workbooks: a partition of their own for each round, since a round's board and plan read all facts of its own. Marks
 * lie beside the bodies, under their hash.
 */
import type { Downloads } from '../domain/workbook/downloads.ts'
import { downloadSchema } from '../schema/download.ts'
import { insertBody, readBody } from './bodies.ts'
import { readFact, sameContent } from './facts.ts'
import { downloadKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** A file that is this old is compared as one that nobody remembers. */
const keptSeconds = 400 * 86_400

export function createDownloads(table: Table): Downloads {
  return {
    find: async (work, id) => {
      const item = await table.get(downloadKeys.of(work, id))
      return item && readFact(downloadSchema, item)
    },
    save: async (work, download) => {
      const content = downloadSchema.parse(download)
      const key = downloadKeys.of(work, content.id)
      const mine = (item: Item) => sameContent(readFact(downloadSchema, item), content)
      if (content.version === 1) {
        const expiresAt = Math.ceil(Date.parse(content.madeAt) / 1_000) + keptSeconds
        const first = await table.insertIfAbsent({ ...content, ...key, expiresAt })
        return first.inserted || mine(first.existing)
      }
      const condition = '#version = :before'
      const update = { key, set: content, condition, values: { before: content.version - 1 }, mine }
      return (await table.update(update)).applied
    },
    insertMarks: (region, sha256, marks) => insertBody(table, region, sha256, marks),
    marks: (region, sha256) => readBody(table, region, sha256),
  }
}
