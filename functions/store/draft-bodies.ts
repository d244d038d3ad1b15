/**
 * Bodies of drafts: whole, with the answers about persons, in a partition of their work, and with an end (`expiresAt`). No fact that
 * stays names one of them: a submission writes its own. Where an end has come it counts as gone, for DynamoDB deletes some day
 * after, and the emulator never. Written again they are overwritten, so that the end is that of the last save.
 */
import { canonicalJson } from '../domain/canonical-json.ts'
import { sha256Hex } from '../domain/content-hash.ts'
import { names, scrubbed, type Traces } from '../domain/erasure/traces.ts'
import { unseal } from '../domain/personal/seal.ts'
import type { WorkKey } from '../domain/round/load-round.ts'
import { addDays } from '../rules/dates.ts'
import type { Answers } from '../schema/answers.ts'
import type { Window } from '../schema/round.ts'
import { type Body, bodySchema } from '../schema/sealed.ts'
import { draftBodyKeys, personalKeys } from './body-keys.ts'
import { chunksOf, joinChunks } from './chunks.ts'
import type { Eraser } from './deletion.ts'
import { roundKeys, roundPrefixes } from './keys.ts'
import type { Item, Table } from './table.ts'

type DraftBody = { work: WorkKey; sha256: string; endsAt: string }

/** Throws when `sha256` is not the hash of what is sealed in it. */
export async function putDraftBody(table: Table, { work, sha256, endsAt }: DraftBody, body: Body): Promise<void> {
  if (hashOf(body) !== sha256) throw new Error(`The body's hash is not ${sha256}`)
  const chunks = await chunksOf({
    pk: draftBodyKeys.partition(work),
    sk: (number) => draftBodyKeys.chunk(sha256, number),
    text: canonicalJson(body),
    about: { expiresAt: secondsOf(endsAt) },
  })
  for (const chunk of chunks) await table.put(chunk)
}

/** `undefined` where its end has come. Throws when it is altered or incomplete: that is damage. */
export async function readDraftBody(
  now: Date,
  table: Table,
  { work, sha256 }: Omit<DraftBody, 'endsAt'>,
): Promise<Answers | undefined> {
  const items = await table.queryAll(draftBodyKeys.partition(work), { prefix: draftBodyKeys.prefix(sha256) })
  const gone = ({ expiresAt }: Item) => typeof expiresAt === 'number' && expiresAt * 1_000 <= now.getTime()
  if (items.length === 0 || items.some(gone)) return undefined
  const body = await bodyOf(items)
  if (items[0]?.erased !== true && hashOf(body) !== sha256) throw new Error(`Draft body ${sha256} was altered`)
  return unseal(body, body.kept ?? [])
}

/** Days that a draft is sure to live after a new final date. Those that live as long already are left alone, so an ordinary extension for 200 agencies writes nothing here. */
const sureDays = 60
const writesAtOnce = 16

/** Before a window that opens longer is written: what was typed must not end while it may still be sent. */
export async function keepDraftsFor(
  table: Table,
  { region, round, window }: { region: string; round: string; window: Window },
): Promise<void> {
  if (window.closesOn === undefined) return
  // A date is over everywhere a day later.
  const endsAt = `${addDays(window.closesOn, sureDays + 1)}T00:00:00.000Z`
  const drafts = await table.queryAll(roundKeys.partition(region, round), { prefix: roundPrefixes.drafts })
  const concerned = drafts.filter(
    (draft) =>
      typeof draft.endsAt === 'string' &&
      draft.endsAt < endsAt &&
      (window.agencyIds === undefined || window.agencyIds.includes(String(draft.agencyId))),
  )
  const waiting = [...concerned]
  const work = async () => {
    for (let draft = waiting.shift(); draft; draft = waiting.shift())
      await keepDraft(table, draft, { region, round, endsAt })
  }
  await Promise.all(Array.from({ length: writesAtOnce }, work))
}

async function keepDraft(
  table: Table,
  { agencyId, formId, sha256, carriedFrom = [] }: Item,
  { region, round, endsAt }: { region: string; round: string; endsAt: string },
): Promise<void> {
  const pk = draftBodyKeys.partition({ region, round, agencyId: String(agencyId), formId: String(formId) })
  const expiresAt = secondsOf(endsAt)
  // What the form does not ask any more is shown out of older bodies.
  const named = [String(sha256), ...(carriedFrom as { sha256: string }[]).map((each) => each.sha256)]
  const bodies = named.map((each) => table.queryAll(pk, { prefix: draftBodyKeys.prefix(each) }))
  for (const { sk } of (await Promise.all(bodies)).flat())
    await table.update({
      key: { pk, sk },
      set: { expiresAt },
      condition: '#expiresAt < :expiresAt',
      values: { expiresAt },
      mine: (item) => item.expiresAt === expiresAt,
    })
}

/** What a person is found in: replaced in texts, taken out of answers about persons. */
export async function eraseDraftBodies(eraser: Eraser, pk: string, traces: Traces): Promise<void> {
  const { table, deleteItem, dryRun, count } = eraser
  for (const [sha256, items] of draftBodiesIn(await table.queryAll(pk))) {
    const before = await bodyOf(items)
    const { kept = [], ...sealed } = before
    const left = kept.filter(({ value }) => ![value].flat().some((one) => names(one, traces)))
    const after = { ...scrubbed(sealed, traces), kept: left }
    if (left.length === kept.length && canonicalJson(after) === canonicalJson({ ...sealed, kept })) continue
    count('bodies of drafts')
    if (dryRun) continue
    // Of the secret the salt of what is erased could be made again.
    await deleteItem(personalKeys.secret(draftBodyKeys.workOf(pk)))
    const chunks = await chunksOf({
      pk,
      sk: (number) => draftBodyKeys.chunk(sha256, number),
      text: canonicalJson(after),
      about: { expiresAt: items[0]?.expiresAt, erased: true },
    })
    for (const chunk of chunks) await table.put(chunk)
    for (const surplus of items.slice(chunks.length)) await deleteItem(surplus)
  }
}

/** The chunks of each body of a partition, by its hash. */
export function draftBodiesIn(items: readonly Item[]): Map<string, Item[]> {
  return Map.groupBy(items, ({ sk }) => draftBodyKeys.sha256Of(sk))
}

export async function bodyOf(items: readonly Item[]): Promise<Body> {
  return bodySchema.parse(JSON.parse(await joinChunks(items, `draft body ${items[0]?.pk} ${items[0]?.sk}`)))
}

function hashOf({ kept: _kept, ...sealed }: Body): string {
  return sha256Hex(canonicalJson(sealed))
}

/** Whole seconds, as DynamoDB wants them. */
function secondsOf(instant: string): number {
  return Math.floor(Date.parse(instant) / 1_000)
}
