/** The directory of a zip file, and its parts as text, unpacked piece by piece: a sheet of 25 MB never stands in memory as a whole. */
import { Inflate } from 'fflate'
import { FileRefused } from './file-refused.ts'

type Entry = { readonly method: number; readonly start: number; readonly packed: number; readonly size: number }
export type Zip = { readonly bytes: Uint8Array; readonly entries: ReadonlyMap<string, Entry> }

const endMark = 0x06054b50
const entryMark = 0x02014b50
/** Unpacked; the whole year of a large city is far below, a file made to burst far above. */
const mostUnpacked = 400 * 1024 * 1024
const step = 64 * 1024

/** Throws `FileRefused` where the file is damaged. */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const entries = new Map<string, Entry>()
  let at = view.getUint32(end + 16, true)
  const decoder = new TextDecoder()
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entryMark) throw new FileRefused('damaged')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const name = decoder.decode(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0)))
    const local = view.getUint32(at + 42, true)
    if (local + 30 > bytes.length) throw new FileRefused('damaged')
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    if (start + packed > bytes.length || size > mostUnpacked) throw new FileRefused('damaged')
    entries.set(name, { method: view.getUint16(at + 10, true), start, packed, size })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return { bytes, entries }
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 66_000); at--)
    if (view.getUint32(at, true) === endMark) return at
  throw new FileRefused('damaged')
}

/** Gives the part's text to `take` in pieces, with the share of it that was read; stops once `take` answers false. */
export function readPart({ bytes, entries }: Zip, name: string, take: (text: string, share: number) => boolean): void {
  const entry = entries.get(name)
  if (entry === undefined) return
  const decoder = new TextDecoder()
  let [wanted, unpacked, share] = [true, 0, 0]
  const hear = (piece: Uint8Array, last: boolean) => {
    unpacked += piece.length
    if (unpacked > mostUnpacked) throw new FileRefused('damaged')
    if (wanted) wanted = take(decoder.decode(piece, { stream: !last }), share)
  }
  const inflate = entry.method === 8 ? new Inflate((piece, last) => hear(piece, last)) : undefined
  if (inflate === undefined && entry.method !== 0) throw new FileRefused('damaged')
  for (let from = 0; wanted && from < Math.max(1, entry.packed); from += step) {
    const last = from + step >= entry.packed
    const piece = bytes.subarray(entry.start + from, entry.start + Math.min(from + step, entry.packed))
    share = Math.min(1, (from + step) / Math.max(1, entry.packed))
    if (inflate === undefined) hear(piece, last)
    else unpack(inflate, piece, last)
  }
}

function unpack(inflate: Inflate, piece: Uint8Array, last: boolean): void {
  try {
    inflate.push(piece, last)
  } catch (error) {
    if (error instanceof FileRefused || !(error instanceof Error) || !('code' in error)) throw error
    throw new FileRefused('damaged')
  }
}

export function partText(zip: Zip, name: string): string {
  const pieces: string[] = []
  readPart(zip, name, (text) => pieces.push(text) > 0)
  return pieces.join('')
}
