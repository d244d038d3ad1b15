/** Taking a region elsewhere, in pages that fit into one invocation's answer. */
import * as z from 'zod'
import { type ArchivedItem, verifyRegion } from '../domain/archive/region-archive.ts'
import { Refused } from '../domain/refusal.ts'
import { regionIdSchema } from '../schema/ids.ts'
import { type Verb, verb } from './verb.ts'

/** Lambda answers at most 6 MB; base64 and quotes are counted. One item has at most 400 KB. */
const pageCharacters = 4_000_000

const itemSchema: z.ZodType<ArchivedItem> = z.looseObject({ pk: z.string(), sk: z.string() })
/** Where to go on: the partition by its name, for others may have come meanwhile, and the last sort key that was taken. */
const placeSchema = z.object({ partition: z.string(), after: z.string().optional() })
const exportSchema = z.object({ region: regionIdSchema, from: placeSchema.nullable() })
export type ExportPage = {
  items: ArchivedItem[]
  partitions: number
  /** How many of them are done. */
  done: number
  next: z.infer<typeof placeSchema> | null
}

export const archiveVerbs: Readonly<Record<string, Verb>> = {
  'region.export': verb(exportSchema, async ({ ports }, { region, from }): Promise<ExportPage> => {
    if ((await ports.regions.load(region)) === undefined) throw new Refused({ code: 'not-found', what: 'region' })
    const partitions = await ports.archive.partitions(region)
    const first = from === null ? 0 : partitions.indexOf(from.partition)
    if (first < 0) throw new Refused({ code: 'not-found', what: 'partition to go on with' })
    const items: ArchivedItem[] = []
    let size = 0
    for (const [at, partition] of partitions.entries()) {
      if (at < first) continue
      let after = at === first ? from?.after : undefined
      for (const item of await ports.archive.items(region, partition, after)) {
        size += JSON.stringify(item).length
        const next = { partition, ...(after === undefined ? {} : { after }) }
        if (size > pageCharacters && items.length > 0) return { items, partitions: partitions.length, done: at, next }
        items.push(item)
        after = item.sk
      }
    }
    return { items, partitions: partitions.length, done: partitions.length, next: null }
  }),
  'region.import': verb(
    z.object({ region: regionIdSchema, heldAs: z.string().min(1), items: z.array(itemSchema) }),
    async ({ ports, dryRun }, { region, heldAs, items }) => {
      const counts = { new: 0, there: 0, different: 0 }
      const differences: string[] = []
      if (!dryRun) await ports.archive.signpost(region)
      for (const item of items) {
        const placed = await ports.archive.place(item, { dryRun, heldAs })
        counts[placed] += 1
        if (placed === 'different') differences.push(`${item.pk} ${item.sk}`)
      }
      return { ...counts, differences }
    },
  ),
  'region.verify': verb(z.object({ region: regionIdSchema }), ({ ports }, { region }) => verifyRegion(ports, region)),
}
