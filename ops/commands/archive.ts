/** Taking a region from one installation to another: leaving is as easy as coming. */
import type { ExportPage } from '../../functions/admin/archive-verbs.ts'
import type { ArchivedItem, Verification } from '../../functions/domain/archive/region-archive.ts'
import { ArchiveWriter, readArchive } from '../archive-file.ts'
import { type Command, neededWord, OpsError, type Task } from '../command.ts'

/** Below Lambda's 6 MB a request. */
const pageCharacters = 4_000_000

export const regionExport: Command = {
  name: 'region export',
  summary: 'Writes a region whole into one file: facts, contents, lists, mails and receipts',
  usage: 'REGION --to=FILE',
  details: [
    'The file holds everything of the region but sessions and codes: keep it as you keep the data itself.',
    'Cut off, the same command goes on where it was. What is written meanwhile may be missing: agree on a pause first.',
  ],
  writes: false,
  options: { to: { type: 'string' } },
  async run({ admin, words, options, stage, progress }) {
    const region = neededWord(words, 'The region', 'region export kota-kupang --to=kota-kupang.jsonl.gz')
    const file = typeof options.to === 'string' ? options.to : `${region}.jsonl.gz`
    const exportedAt = new Date().toISOString()
    const writer = new ArchiveWriter(file, { format: 'lengkap-region', version: 1, region, exportedAt, stage })
    if (writer.progress.next !== null) progress(`Going on after ${writer.progress.items} items.`)
    for (let from = writer.progress.next; ; ) {
      const page = (await admin.ask('region.export', { region, from })) as ExportPage
      writer.add(page.items, page.next)
      progress(`${writer.progress.items} items, ${page.done} of ${page.partitions} parts`)
      if (page.next === null) break
      from = page.next
    }
    const { items } = writer.finish()
    return { lines: [`${file}: ${items} items of ${region}.`], data: { file, items, region } }
  },
}

type Placed = { new: number; there: number; different: number; differences: string[] }

export const regionImport: Command = {
  name: 'region import',
  summary: 'Puts an exported region into this installation, identical, and verifies it',
  usage: 'FILE',
  details: [
    'Nothing that stands here is overwritten: what differs is listed. Run again, it goes on where it was cut off.',
    'Mails that still wait are put in but held, since the other place may send them: restore reconcile lets them go.',
    'People sign in again here; receipts, calendars and everything that was sent keep their numbers.',
  ],
  writes: true,
  async run(task) {
    const file = neededWord(task.words, 'The file', 'region import kota-kupang.jsonl.gz')
    const { head, items } = readArchive(file)
    const sum: Placed = { new: 0, there: 0, different: 0, differences: [] }
    const call = task.write ? task.admin.tell : task.admin.ask
    for (const page of pagesOf(items)) {
      const placed = (await call('region.import', {
        region: head.region,
        heldAs: `from-${head.exportedAt}`,
        items: page,
      })) as Placed
      for (const kind of ['new', 'there', 'different'] as const) sum[kind] += placed[kind]
      sum.differences.push(...placed.differences)
      task.progress(`${sum.new + sum.there + sum.different} of ${items.length} items`)
    }
    const counts = `${sum.new} new, ${sum.there} there already, ${sum.different} different`
    if (!task.write) {
      const lines = [`${head.region} of ${head.exportedAt}: ${counts}. Nothing was written. Add --yes to write.`]
      return { lines: [...lines, ...differing(sum)], data: { ...head, ...sum } }
    }
    const verified = await verify(task, head.region)
    if (sum.different > 0 || verified.flaws.length > 0) throw notIdentical(sum, verified)
    const seen = `${verified.submissions} submissions in ${verified.rounds} rounds verified: contents, chains and receipts.`
    return { lines: [`${head.region}: ${counts}. ${seen}`], data: { ...head, ...sum, verified } }
  },
}

export const regionVerify: Command = {
  name: 'region verify',
  summary: 'Looks at every content, chain and receipt of a region',
  usage: 'REGION',
  details: [],
  writes: false,
  async run(task) {
    const region = neededWord(task.words, 'The region', 'region verify kota-kupang')
    const verified = await verify(task, region)
    if (verified.flaws.length > 0) {
      throw new OpsError(
        verified.flaws.join('; '),
        'Restore the table to a moment before this, beside this one, and compare.',
      )
    }
    const { submissions, rounds } = verified
    return { lines: [`${region}: ${submissions} submissions in ${rounds} rounds, all whole.`], data: verified }
  },
}

async function verify({ admin }: Task, region: string): Promise<Verification> {
  return (await admin.ask('region.verify', { region })) as Verification
}

function differing({ differences }: Placed): string[] {
  return differences.slice(0, 20).map((key) => `  differs: ${key}`)
}

function notIdentical({ differences }: Placed, { flaws }: Verification): OpsError {
  const first = [...differences, ...flaws].slice(0, 5).join('; ')
  return new OpsError(
    `The region is not identical here: ${differences.length} items differ, ${flaws.length} flaws: ${first}`,
    'What stands here was kept. Was somebody writing here, or is it an older export? Import into an empty installation.',
  )
}

function* pagesOf(items: readonly ArchivedItem[]): Generator<ArchivedItem[], void, undefined> {
  let page: ArchivedItem[] = []
  let size = 0
  for (const item of items) {
    const length = JSON.stringify(item).length
    if (size + length > pageCharacters && page.length > 0) {
      yield page
      page = []
      size = 0
    }
    page.push(item)
    size += length
  }
  if (page.length > 0) yield page
}
