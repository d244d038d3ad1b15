/**
 * Downloads of workbooks: a partition of their own for each round, since a round's board and plan read all facts of its own. Marks
 * lie under the download that names them and end after it: no other download is ever left without.
 */

import { canonicalJson } from '../domain/canonical-json.ts'
import { sha256Hex } from '../domain/content-hash.ts'
import type { Downloads } from '../domain/workbook/downloads.ts'
import { answersSchema } from '../schema/answers.ts'
import { downloadSchema } from '../schema/download.ts'
import { insertChunks, joinChunks } from './chunks.ts'
import { readFact, sameContent } from './facts.ts'
import { downloadKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** A file that is this old is compared as one that nobody remembers: longer than a round may last. */
const keptSeconds = 400 * 86_400
/** DynamoDB deletes some days after an end, item by item: the marks are whole as long as anything names them. */
const marksOutliveSeconds = 30 * 86_400

const endOf = (madeAt: string) => Math.ceil(Date.parse(madeAt) / 1_000) + keptSeconds

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
        const first = await table.insertIfAbsent({ ...content, ...key, expiresAt: endOf(content.madeAt) })
        return first.inserted || mine(first.existing)
      }
      const condition = '#version = :before'
      const update = { key, set: content, condition, values: { before: content.version - 1 }, mine }
      return (await table.update(update)).applied
    },
    insertMarks: (work, { id, madeAt }, { sha256, marks }) => {
      const text = canonicalJson(marks)
      if (sha256Hex(text) !== sha256) throw new Error(`The hash of these marks is not ${sha256}`)
      return insertChunks(table, {
        pk: downloadKeys.partition(work.region, work.round),
        sk: (number) => downloadKeys.marks(work, id, sha256, number),
        text,
        about: { expiresAt: endOf(madeAt) + marksOutliveSeconds },
      })
    },
    marks: async (work, id, sha256) => {
      const prefix = downloadKeys.marksPrefix(work, id, sha256)
      const items = await table.queryAll(downloadKeys.partition(work.region, work.round), { prefix })
      if (items.length === 0) return undefined
      const text = await joinChunks(items, `marks ${sha256}`)
      if (sha256Hex(text) !== sha256) throw new Error(`The marks ${sha256} were altered`)
      return answersSchema.parse(JSON.parse(text))
    },
  }
}
