/**
 * Erases persons' data in place. Texts are replaced attribute by attribute, each only while it says what was read, so that nothing a
 * running system moves on meanwhile is turned back. The person's record goes last: a run that was cut off is run again and
 * still knows whom to look for.
 */
import type { Erasure, ErasureCounts } from '../domain/erasure/erasure.ts'
import { scrubbed, type Traces } from '../domain/erasure/traces.ts'
import { bodyKeys, draftBodyKeys, personalKeys } from './body-keys.ts'
import type { Deletion, Eraser } from './deletion.ts'
import { eraseDraftBodies } from './draft-bodies.ts'
import { eraseBody } from './erase-body.ts'
import { eraseKept } from './erase-kept.ts'
import { findPerson } from './find-person.ts'
import { capturedKeys, regionKeys, roundKeys, roundPrefixes } from './keys.ts'
import { erasedRecord, isOwn, kindOf, partitionsWith } from './personal-items.ts'
import { regionVersionsOf } from './region-versions.ts'
import type { Item, Table } from './table.ts'
import { endUnnamedBodies } from './unnamed-bodies.ts'

/** `pause`: waits so many milliseconds; only a test does not. */
export function createErasure(table: Table, deletion: Deletion, pause: (ms: number) => Promise<void>): Erasure {
  const counted = async (dryRun: boolean, work: (eraser: Eraser) => Promise<void>): Promise<ErasureCounts> => {
    const counts: ErasureCounts = {}
    const count = (what: string) => {
      counts[what] = (counts[what] ?? 0) + 1
    }
    await work({ ...deletion, table, dryRun, count })
    return counts
  }
  return {
    forgetPerson: (place, traces, { dryRun }) =>
      counted(dryRun, (eraser) => {
        const forget = () => forgetPerson(eraser, place, traces)
        return dryRun ? forget() : regionVersionsOf(table).changing(place.region, forget)
      }),
    findPerson: (place, traces) => findPerson({ ...deletion, table }, place, traces),
    endRound: (place, older, { dryRun }) =>
      counted(dryRun, async (eraser) => {
        for (const { sha256, answers } of older) await eraseBody(eraser, { region: place.region, sha256 }, answers)
        await endRound(eraser, place)
      }),
    endUnnamed: (region, { dryRun }) => counted(dryRun, (eraser) => endUnnamedBodies(eraser, region, pause)),
    isEnded: async ({ region, round }) => {
      const [items, drafts] = await Promise.all([
        table.queryAll(personalKeys.partition(region, round)),
        table.queryAll(roundKeys.partition(region, round), { prefix: roundPrefixes.drafts }),
      ])
      return drafts.length === 0 && items.length === 1 && items[0]?.sk === personalKeys.ended
    },
  }
}

async function forgetPerson(eraser: Eraser, place: { region: string; personId: string }, traces: Traces) {
  const { table } = eraser
  const { region, personId } = place
  for (const pk of await partitionsWith(eraser, place)) {
    if (pk.startsWith(bodyKeys.partitionsOf(region))) await eraseBody(eraser, { region, pk }, traces)
    else if (pk.startsWith(draftBodyKeys.partitionsOf(region))) await eraseDraftBodies(eraser, pk, traces)
    else if (pk.startsWith(personalKeys.partitionsOf(region))) await eraseKept(eraser, pk, traces)
    else for (const item of await table.queryAll(pk)) await eraseItem(eraser, item, place, traces)
  }
  const records = { prefix: `${regionKeys.person(personId)}#` }
  for (const item of await table.queryAll(regionKeys.partition(region), records)) {
    const record = erasedRecord(item, personId)
    eraser.count('records of the person')
    if (!eraser.dryRun) await table.put(record)
  }
}

async function eraseItem(
  eraser: Eraser,
  item: Item,
  place: { region: string; personId: string },
  traces: Traces,
): Promise<void> {
  const own = isOwn(item, place)
  if (own === 'record' || own === 'foreign') return
  if (own === 'delete') {
    eraser.count(kindOf(item))
    if (!eraser.dryRun) await eraser.deleteItem(item)
    return
  }
  await replaceTexts(eraser, item, traces, 3)
}

async function replaceTexts(eraser: Eraser, item: Item, traces: Traces, tries: number): Promise<void> {
  const { pk, sk, ...content } = item
  const changed = Object.entries(content).filter(([, value]) => scrubbed(value, traces) !== value)
  if (changed.length === 0) return
  if (eraser.dryRun) return eraser.count(kindOf(item))
  const names = changed.map(([name]) => name)
  const texts = changed.filter(([, value]) => typeof value === 'string')
  const { applied } = await eraser.table.update({
    key: { pk, sk },
    set: Object.fromEntries(changed.map(([name, value]) => [name, scrubbed(value, traces)])),
    // Lists stand in facts only, which nobody else changes; dynalite compares no lists.
    condition: ['attribute_exists(pk)', ...texts.map(([name], at) => `#${name} = :before${at}`)].join(' AND '),
    values: Object.fromEntries(texts.map(([, value], at) => [`before${at}`, value])),
    mine: (now) => names.every((name) => scrubbed(now[name], traces) === now[name]),
  })
  if (applied) return eraser.count(kindOf(item))
  const now = await eraser.table.get({ pk, sk })
  if (tries === 0) throw new Error(`${pk} ${sk} keeps changing`)
  if (now !== undefined) await replaceTexts(eraser, now, traces, tries - 1)
}

/** Captured mails name everybody; of a real round there are none. */
async function endRound(eraser: Eraser, { region, round }: { region: string; round: string }): Promise<void> {
  const { table, deleteItem, dryRun, count } = eraser
  const facts = await table.queryAll(roundKeys.partition(region, round))
  const submitted = new Set(
    facts.flatMap(({ sk, sha256 }) => (sk.startsWith(roundPrefixes.submissions) ? [sha256] : [])),
  )
  const drafts = facts.filter(({ sk }) => sk.startsWith(roundPrefixes.drafts))
  // Of older releases and rehearsals: with those of submissions.
  const bodies = drafts.filter(({ sha256, endsAt }) => endsAt === undefined && !submitted.has(sha256))
  const bodyItems = bodies.map(({ sha256 }) => table.queryAll(bodyKeys.partition(region, String(sha256))))
  const rest = [
    ...drafts.map(draftBodyKeys.beside),
    personalKeys.partition(region, round),
    capturedKeys.partition(region, round),
  ]
  const others = (await Promise.all(rest.map((pk) => table.queryAll(pk)))).flat()
  // The draft first: a body without a draft is read by nobody, a draft without its body cannot be read.
  for (const item of [...drafts, ...(await Promise.all(bodyItems)).flat(), ...others]) {
    if (item.sk === personalKeys.ended) continue
    count(kindOf(item))
    if (!dryRun) await deleteItem(item)
  }
  if (!dryRun) await table.put({ pk: personalKeys.partition(region, round), sk: personalKeys.ended })
}
