/**
 * Bodies of submissions, kept under the hash of what they say. Written before the fact that names them; a repeated write is
 * harmless, and one that nobody names is never read. They have no expiry. Those of rehearsals' drafts, and of drafts of older
 * releases, lie here too; all others end: see draft-bodies.ts. Answers about persons lie apart, by round: see schema/sealed.ts.
 */
import { canonicalJson } from '../domain/canonical-json.ts'
import { sha256Hex } from '../domain/content-hash.ts'
import { unseal } from '../domain/personal/seal.ts'
import type { WorkKey } from '../domain/round/load-round.ts'
import type { Answers } from '../schema/answers.ts'
import { type Body, type SealedAnswers, sealedAnswersSchema } from '../schema/sealed.ts'
import { bodyKeys } from './body-keys.ts'
import { insertChunks, joinChunks, type Reads, readChunks } from './chunks.ts'
import { insertKept, readKept } from './personal.ts'
import type { Table } from './table.ts'

/** Whose body it is, and the hash of its canonical JSON. */
type BodyPlace = { work: WorkKey; sha256: string }

/**
 * Writes the body unless it is there; resolves when all of it is. Throws when `sha256` is not its hash: a receipt must never
 * name what it does not prove.
 */
export async function insertBody(table: Table, { work, sha256 }: BodyPlace, body: Body): Promise<void> {
  const { kept = [], ...sealed } = body
  const text = canonicalJson(sealed)
  if (sha256Hex(text) !== sha256) throw new Error(`The body's hash is not ${sha256}`)
  const { region, round, agencyId, formId } = work
  if (kept.length > 0) await insertKept(table, work, sha256, kept)
  const about = kept.length > 0 ? { keptOf: { round, agencyId, formId } } : {}
  await insertChunks(table, { pk: bodyKeys.partition(region, sha256), text, about, sk: bodyKeys.chunk })
}

/** What is kept under the hash, as it was hashed; `erased`: answers were taken out of it since, so that the hash is no longer its own. */
export async function readSealed(
  table: Reads,
  region: string,
  sha256: string,
): Promise<{ answers: SealedAnswers; text: string; erased: boolean; keptOf: Omit<WorkKey, 'region'> | undefined }> {
  const pk = bodyKeys.partition(region, sha256)
  const items = await readChunks(table, { first: { pk, sk: bodyKeys.chunk(1) }, all: () => table.queryAll(pk) })
  const text = await joinChunks(items, `body ${sha256}`)
  const erased = items[0]?.erased === true
  if (!erased && sha256Hex(text) !== sha256) throw new Error(`Body ${sha256} was altered`)
  const keptOf = items[0]?.keptOf as Omit<WorkKey, 'region'> | undefined
  return { answers: sealedAnswersSchema.parse(JSON.parse(text)), text, erased, keptOf }
}

/** The body by its hash, which is taken again. Throws when it is missing, incomplete or altered: that is damage, not a refusal. */
export async function readBody(table: Reads, region: string, sha256: string, erased?: string): Promise<Answers> {
  const { answers, keptOf } = await readSealed(table, region, sha256)
  if (keptOf === undefined) return unseal(answers, [], erased)
  return unseal(answers, await readKept(table, { region, ...keptOf }, sha256), erased)
}
