/**
 * Bodies of drafts and submissions, kept under the hash of what they say. Written before the fact that names them; a
 * repeated write is harmless, and one that nobody names is never read. They have no expiry: a submission may name the very
 * body that a draft left behind.
 * The canonical JSON is cut first and each piece compressed alone: so two writers with different versions of gzip can
 * complete each other's body, which they could not if one compressed stream were cut.
 */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { canonicalJson } from '../domain/canonical-json.ts'
import { sha256Hex } from '../domain/content-hash.ts'
import type { Answers } from '../schema/answers.ts'
import { answersSchema } from '../schema/answers.ts'
import { bodyKeys } from './keys.ts'
import type { Table } from './table.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** Bytes of canonical JSON in a chunk. Below 300 KB also when nothing in it can be compressed. */
const chunkBytes = 256 * 1024

/**
 * Writes the body unless it is there; resolves when all of it is. Throws when `sha256` is not its hash: a receipt must never
 * name what it does not prove.
 */
export async function insertBody(table: Table, region: string, sha256: string, body: Answers): Promise<void> {
  await insertChunks(table, { pk: bodyKeys.partition(region, sha256), prefix: '', sha256 }, body)
}

/** The body by its hash, which is taken again. Throws when it is missing, incomplete or altered: that is damage, not a refusal. */
export async function readBody(table: Table, region: string, sha256: string): Promise<Answers> {
  const body = await readChunks(table, { pk: bodyKeys.partition(region, sha256), prefix: '', sha256 })
  if (body === undefined) throw new Error(`Body ${sha256} is missing`)
  return body
}

/** `prefix`: what the sort keys begin with; `expiresAt` in epoch seconds, of what has an end. */
export type ChunkPlace = {
  readonly pk: string
  readonly prefix: string
  readonly sha256: string
  readonly expiresAt?: number
}

/** As `insertBody`, wherever it lies. */
export async function insertChunks(table: Table, place: ChunkPlace, body: Answers): Promise<void> {
  const { pk, prefix, sha256, ...end } = place
  const text = canonicalJson(body)
  if (sha256Hex(text) !== sha256) throw new Error(`The body's hash is not ${sha256}`)
  const bytes = Buffer.from(text, 'utf8')
  const count = Math.ceil(bytes.length / chunkBytes)
  for (let index = 0; index < count; index++) {
    const piece = bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)
    const data = new Uint8Array(await compress(piece))
    await table.insertIfAbsent({ pk, sk: `${prefix}${bodyKeys.chunk(index + 1)}`, of: count, data, ...end })
  }
}

/** `undefined` when nothing lies there. Throws when it is incomplete or altered. */
export async function readChunks(table: Table, { pk, prefix, sha256 }: ChunkPlace): Promise<Answers | undefined> {
  const pieces: Buffer[] = []
  let count = 0
  for await (const { data, of } of table.query(pk, prefix === '' ? {} : { prefix })) {
    if (!(data instanceof Uint8Array) || typeof of !== 'number') throw new Error(`Damaged chunk of body ${sha256}`)
    pieces.push(await expand(data))
    count = of
  }
  if (count === 0) return undefined
  if (pieces.length !== count) throw new Error(`Body ${sha256} has ${pieces.length} of ${count} chunks`)
  const text = Buffer.concat(pieces).toString('utf8')
  if (sha256Hex(text) !== sha256) throw new Error(`Body ${sha256} was altered`)
  return answersSchema.parse(JSON.parse(text))
}
