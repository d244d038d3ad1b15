/**
 * Answers about persons, apart from the bodies they were given in: a partition a round, so that all of a round's end together. For
 * each work a secret, of which the salts are made; for each body what was taken out of it. Superseded drafts are among them.
 */
import * as z from 'zod'
import { canonicalJson } from '../domain/canonical-json.ts'
import type { WorkKey } from '../domain/round/load-round.ts'
import { newSecret } from '../domain/secrets/token.ts'
import { type KeptAnswer, keptAnswersSchema } from '../schema/sealed.ts'
import { personalKeys } from './body-keys.ts'
import { insertChunks, joinChunks, type Reads, readChunks } from './chunks.ts'
import type { Table } from './table.ts'

const secretSchema = z.string().min(40)

/** Reads the secret of a work, or makes it; of two who make it at once both get the same. */
export async function readSealSecret(table: Table, work: WorkKey): Promise<string> {
  const key = personalKeys.secret(work)
  const found = await table.get(key)
  if (found !== undefined) return secretSchema.parse(found.secret)
  const secret = newSecret()
  const made = await table.insertIfAbsent({ ...key, secret })
  return made.inserted ? secret : secretSchema.parse(made.existing.secret)
}

export async function insertKept(
  table: Table,
  work: WorkKey,
  sha256: string,
  kept: readonly KeptAnswer[],
): Promise<void> {
  const pk = personalKeys.partition(work.region, work.round)
  await insertChunks(table, {
    pk,
    sk: (number) => personalKeys.chunkOf(personalKeys.keptPrefix(work, sha256), number),
    text: canonicalJson(kept),
  })
}

/** None where they were erased. */
export async function readKept(table: Reads, work: WorkKey, sha256: string): Promise<KeptAnswer[]> {
  const prefix = personalKeys.keptPrefix(work, sha256)
  const pk = personalKeys.partition(work.region, work.round)
  const first = { pk, sk: personalKeys.chunkOf(prefix, 1) }
  const items = await readChunks(table, { first, all: () => table.queryAll(pk, { prefix }) })
  if (items.length === 0) return []
  return keptAnswersSchema.parse(JSON.parse(await joinChunks(items, `personal answers of body ${sha256}`)))
}
