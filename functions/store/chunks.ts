/**
 * Long texts as items. A text is cut first and each piece compressed alone: so two writers with different versions of gzip can
 * complete each other's text, which they could not if one compressed stream were cut.
 */
import { promisify } from 'node:util'
import { gunzip, gunzipSync, gzip, gzipSync } from 'node:zlib'
import type { Key } from './keys.ts'
import type { Item, Table } from './table.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** Bytes of UTF-8 in a chunk. Below 300 KB also when nothing in it can be compressed. */
const chunkBytes = 256 * 1024

/** Bytes that are packed or expanded at once: another thread would cost more than it spares, and those read together go on together. */
const smallBytes = 16 * 1024

export type ChunkedText = {
  pk: string
  text: string
  /** The sort key of a chunk, counted from 1. */
  sk: (number: number) => string
  /** Said on each chunk beside the text. */
  about?: Record<string, unknown>
}

/** The items of a text. */
export async function chunksOf({ pk, text, sk, about = {} }: ChunkedText): Promise<Item[]> {
  const bytes = Buffer.from(text, 'utf8')
  const count = Math.ceil(bytes.length / chunkBytes)
  const pieces = Array.from({ length: count }, (_, at) => bytes.subarray(at * chunkBytes, (at + 1) * chunkBytes))
  return Promise.all(
    pieces.map(async (piece, at) => ({
      ...about,
      pk,
      sk: sk(at + 1),
      of: count,
      data: new Uint8Array(piece.length > smallBytes ? await compress(piece) : gzipSync(piece)),
    })),
  )
}

/** Writes each chunk unless it is there. */
export async function insertChunks(table: Table, text: ChunkedText): Promise<void> {
  for (const item of await chunksOf(text)) await table.insertIfAbsent(item)
}

export type Reads = Pick<Table, 'get' | 'queryAll'>

/** The chunks that stand there. Nearly every text is one, so that is asked for first. */
export async function readChunks(
  { get }: Reads,
  { first, all }: { first: Key; all: () => Promise<Item[]> },
): Promise<Item[]> {
  const item = await get(first)
  if (item === undefined) return []
  return item.of === 1 ? [item] : all()
}

/** `what` names it in errors. Throws where chunks are missing or none. */
export async function joinChunks(items: readonly Item[], what: string): Promise<string> {
  const count = Number(items.at(-1)?.of ?? 0)
  if (items.length === 0) throw new Error(`The ${what} is missing`)
  if (items.length !== count) throw new Error(`The ${what} has ${items.length} of ${count} chunks`)
  const pieces = items.map(async ({ data }) => {
    if (!(data instanceof Uint8Array)) throw new Error(`Damaged chunk of ${what}`)
    return data.length > smallBytes ? expand(data) : gunzipSync(data)
  })
  return Buffer.concat(await Promise.all(pieces)).toString('utf8')
}
