/**
 * A region as items, page by page: for taking it elsewhere whole. Everything of the region is in it but what binds a browser
 * (sessions, known browsers, challenges, counters): there people sign in again. Items are inserted if absent, so an import
 * that was cut off goes on where it was; what stands differently is told and never overwritten.
 */
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import type { ArchivedItem, PlacedItem, RegionArchive } from '../domain/archive/region-archive.ts'
import { noticeStateSchema } from '../schema/notice.ts'
import type { AddressBook } from './addresses.ts'
import { bodyKeys, draftBodyKeys, personalKeys } from './body-keys.ts'
import { formKeys } from './form-keys.ts'
import {
  budgetKeys,
  calendarFeedKeys,
  capturedKeys,
  downloadKeys,
  dueKeys,
  imageKeys,
  noticeKeys,
  receiptKeys,
  regionIndexKeys,
  regionKeys,
  regionPrefixes,
  roundKeys,
  roundPrefixes,
} from './keys.ts'
import type { Item, Table } from './table.ts'

/** `post`: puts up the signpost of a person's address; the archive holds none, for here they may be hashed with another key. */
export function createRegionArchive(table: Table, post: AddressBook['post']): RegionArchive {
  return {
    partitions: (region) => partitionsOf(table, region),
    items: async (region, partition, after) => {
      const found = await table.queryAll(partition)
      // Forms of older releases lie together with those of other regions; such items name their region.
      const own = found.filter((item) => item.region === undefined || item.region === region)
      return own.filter(({ sk }) => after === undefined || bytewise(sk, after) > 0).map(withoutBytes)
    },
    signpost: async (region) => {
      await table.insertIfAbsent({ pk: regionIndexKeys.partition, sk: regionIndexKeys.region(region) })
    },
    place: async (archived, { dryRun, heldAs }) => {
      const { pk, sk, email, id } = archived
      const [kind, region = ''] = pk.split('#')
      const isPerson = kind === 'REGION' && sk.startsWith(regionPrefixes.people)
      if (!dryRun && isPerson && typeof email === 'string') await post(email, region, String(id))
      return place(table, archived, { dryRun, heldAs })
    },
  }
}

/** The region's own partition last, and in it its settings last: the sign that all before is there. */
export async function partitionsOf(table: Table, region: string): Promise<string[]> {
  const own = await table.queryAll(regionKeys.partition(region))
  const rounds = own.flatMap(({ sk }) => (sk.startsWith(regionPrefixes.rounds) ? [regionKeys.roundOf(sk)] : []))
  const facts = (await Promise.all(rounds.map((id) => table.queryAll(roundKeys.partition(region, id))))).flat()
  const forms = await table.queryAll(formKeys.ofRegion(region))
  const years = (await table.queryAll(budgetKeys.years(region))).map(({ sk }) =>
    budgetKeys.partition(region, Number(sk)),
  )
  const budgets = (await Promise.all(years.map((year) => table.queryAll(year)))).flat()
  const named = (items: readonly Item[], field: string) => items.flatMap((item) => textOf(item[field]))
  return [
    ...new Set([
      ...named([...facts, ...budgets], 'sha256').map((sha256) => bodyKeys.partition(region, sha256)),
      ...facts.filter(({ sk }) => sk.startsWith(roundPrefixes.drafts)).map(draftBodyKeys.beside),
      ...named(facts, 'receiptNumber').map((number) => receiptKeys.place(number).pk),
      ...own
        .flatMap(({ logo }) => textOf((logo as { sha256?: unknown } | undefined)?.sha256))
        .map((sha256) => imageKeys.of(region, sha256).pk),
      ...forms.flatMap(({ sk }) => [formKeys.shared(sk), formKeys.partition(region, sk)]),
      formKeys.ofRegion(region),
      calendarFeedKeys.partition(region),
      ...years,
      budgetKeys.years(region),
      ...['all', 'sign-in', ...rounds].map((scope) => noticeKeys.partition(region, scope)),
      ...rounds.flatMap((id) => [
        personalKeys.partition(region, id),
        downloadKeys.partition(region, id),
        capturedKeys.partition(region, id),
        roundKeys.partition(region, id),
      ]),
      regionKeys.partition(region),
    ]),
  ]
}

function textOf(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [value] : []
}

/** DynamoDB sorts by bytes of UTF-8. */
function bytewise(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

/** JSON has no bytes: they travel as base64 under a name of their own. */
function withoutBytes(item: Item): ArchivedItem {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [
      name,
      value instanceof Uint8Array ? { $base64: Buffer.from(value).toString('base64') } : value,
    ]),
  ) as ArchivedItem
}

const bytesSchema = z.strictObject({ $base64: z.base64() })

function withBytes(archived: ArchivedItem): Item {
  return Object.fromEntries(
    Object.entries(archived).map(([name, value]) => {
      const bytes = bytesSchema.safeParse(value)
      return [name, bytes.success ? new Uint8Array(Buffer.from(bytes.data.$base64, 'base64')) : value]
    }),
  ) as Item
}

/**
 * A notice that still waits is put in as one that waits for a person: under another epoch no sender takes it, for the place
 * that it comes from may have sent it by now.
 */
async function place(
  table: Table,
  archived: ArchivedItem,
  { dryRun, heldAs }: { dryRun: boolean; heldAs: string },
): Promise<PlacedItem> {
  const item = withBytes(archived)
  const waits = item.type === 'notice' && ['planned', 'claimed'].includes(noticeStateSchema.parse(item.state))
  const { [dueKeys.partitionName]: _pk, [dueKeys.sortName]: _sk, ...rest } = item
  const wanted = (waits ? { ...rest, epoch: heldAs } : item) as Item
  const existing = dryRun ? await table.get(item) : undefined
  if (dryRun && existing === undefined) return 'new'
  const result = existing ? { inserted: false as const, existing } : await table.insertIfAbsent(wanted)
  if (result.inserted) return 'new'
  // A second run of the same import has another name for what it holds.
  const same = isDeepStrictEqual({ ...result.existing, epoch: '' }, { ...wanted, epoch: '' })
  return same || isTicking(wanted) ? 'there' : 'different'
}

/** What a running system moves on by itself: it may be further here than in the archive. */
function isTicking({ sk, type }: Item): boolean {
  return (
    type === 'notice' || [regionPrefixes.lastSignIns, regionPrefixes.preferences].some((each) => sk.startsWith(each))
  )
}
