/**
 * Reads the parts of a ZIP package that are wanted, and trusts nothing it says: names that point elsewhere, entries that
 * overlap, sizes that differ from what is really there and archives that unpack to more than the budget are refused. What is
 * not wanted (pictures, previews) is never unpacked.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { refuse } from '../book.ts'

/** Measured to stay far below 300 MB and 2 s with everything read at once; a full table of 10,000 rows needs about 15 MB. */
const maxPartBytes = 24 * 1024 * 1024
const maxReadBytes = 48 * 1024 * 1024
const maxDeclaredBytes = 512 * 1024 * 1024
const maxEntries = 2_000

type Entry = {
  /** As it stands in the file. */
  readonly raw: string
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

export type Zip = {
  readonly names: readonly string[]
  /** The part, unpacked; `undefined` when there is none of this name. Refuses what is over the budget or not as declared. */
  part(name: string): Buffer | undefined
  /** The same as it lies in the file, never unpacked. */
  packed(name: string): PackedPart | undefined
}

export type PackedPart = {
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly data: Buffer
}

export function readZip(bytes: Buffer): Zip {
  const entries = readDirectory(bytes)
  const spans = entries
    .map((entry) => ({ entry, span: spanOf(bytes, entry) }))
    .sort((a, b) => a.span.from - b.span.from)
  let end = 0
  for (const { span } of spans) {
    if (span.from < end) throw refuse('unsafe')
    end = span.to
  }
  const places = new Map(spans.map(({ entry, span }) => [entry.name, { entry, span }]))
  let left = maxReadBytes
  return {
    names: entries.map(({ name }) => name),
    packed: (name) => {
      const place = places.get(name)
      if (place === undefined) return undefined
      const { method, crc, size } = place.entry
      return { method, crc, size, data: bytes.subarray(place.span.data, place.span.to) }
    },
    part: (name) => {
      const place = places.get(name)
      if (place === undefined) return undefined
      left -= place.entry.size
      if (place.entry.size > maxPartBytes || left < 0) throw refuse('unsafe')
      return unpack(bytes.subarray(place.span.data, place.span.to), place.entry)
    },
  }
}

function readDirectory(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) throw refuse('broken')
  const count = bytes.readUInt16LE(end + 10)
  if (count > maxEntries) throw refuse('unsafe')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) throw refuse('broken')
    const nameLength = bytes.readUInt16LE(at + 28)
    if ((bytes.readUInt16LE(at + 8) & 1) !== 0) throw refuse('protected')
    const raw = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const entry = {
      raw,
      // Some programs of Windows separate folders by its own sign.
      name: raw.replaceAll('\\', '/'),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    }
    const more = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + bytes.readUInt16LE(at + 30))
    // A folder's own entry holds nothing.
    if (!entry.name.endsWith('/')) entries.push(withLongSizes(entry, more))
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  checkEntries(entries)
  return entries
}

/** Writers that do not know the size beforehand put it into a field of eight bytes (ZIP64), also where it is small. */
function withLongSizes(entry: Entry, more: Buffer): Entry {
  const missing = (['size', 'packed', 'at'] as const).filter((name) => entry[name] === 0xffffffff)
  if (missing.length === 0) return entry
  for (let at = 0; at + 4 <= more.length; at += 4 + more.readUInt16LE(at + 2)) {
    if (more.readUInt16LE(at) !== 1 || at + 4 + 8 * missing.length > more.length) continue
    const long = missing.map((name, index) => [name, Number(more.readBigUInt64LE(at + 4 + 8 * index))] as const)
    return { ...entry, ...Object.fromEntries(long) }
  }
  return entry
}

function checkEntries(entries: readonly Entry[]): void {
  const names = new Set(entries.map(({ name }) => name.toLowerCase()))
  if (names.size !== entries.length) throw refuse('unsafe')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters in a part's name are what is looked for.
  const strange = /(^|\/)\.\.(\/|$)|^\/|^[a-z]:|[\u0000-\u001f\u007f]/i
  let declared = 0
  for (const { name, method, size, packed } of entries) {
    if (strange.test(name)) throw refuse('unsafe')
    if (method !== 0 && method !== 8) throw refuse('broken')
    if (size >= 0xffffffff || packed >= 0xffffffff) throw refuse('unsafe')
    declared += size
  }
  if (declared > maxDeclaredBytes) throw refuse('unsafe')
}

/** Where an entry's data lie. The local header must be there and tell the same name as the directory. */
function spanOf(bytes: Buffer, { raw, at, packed }: Entry): { from: number; data: number; to: number } {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw refuse('broken')
  const nameLength = bytes.readUInt16LE(at + 26)
  const data = at + 30 + nameLength + bytes.readUInt16LE(at + 28)
  const to = data + packed
  if (to > bytes.length) throw refuse('broken')
  if (bytes.toString('utf8', at + 30, at + 30 + nameLength) !== raw) throw refuse('unsafe')
  return { from: at, data, to }
}

function unpack(data: Buffer, { method, size, crc }: Entry): Buffer {
  let part = data
  if (method === 8) {
    try {
      // One byte more than declared is enough to catch a lie, and all that a lie can cost.
      part = inflateRawSync(data, { maxOutputLength: size + 1 })
    } catch (error) {
      throw refuse((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'unsafe' : 'broken')
    }
  }
  if (part.length !== size) throw refuse('unsafe')
  if (crc32(part) !== crc) throw refuse('broken')
  return part
}
