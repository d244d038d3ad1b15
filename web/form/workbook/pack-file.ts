/**
 * Makes a file small enough for one request to the deployed API (`maxSentBytes`). A text is compressed; of a package the
 * parts that hold no cells (pictures, charts, previews) are left out, which copies the other parts as they are packed. A file of
 * ten thousand rows without pictures is far below the limit, so this is seldom needed.
 */
import { maxSentBytes } from '../../../functions/schema/workbook-limits.ts'

const withoutCells =
  /^(xl\/(media|drawings|charts|embeddings|printerSettings|theme|pivot[^/]*|activeX|ctrlProps)\/|docProps\/|Pictures\/|Thumbnails\/|Object|ObjectReplacements\/)/
const directoryEntry = 0x02014b50
const directoryEnd = 0x06054b50

/** `undefined` when the file stays too large. */
export async function packFile(file: Blob): Promise<Blob | undefined> {
  if (file.size <= maxSentBytes / 4) return file
  const bytes = await bytesOf(file)
  const packed = isPackage(bytes) ? withoutPictures(bytes) : await compressed(bytes)
  return packed.size <= maxSentBytes ? packed : undefined
}

function isPackage(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

/** By the old way, which Safari 12 has. */
function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer))
    reader.onerror = () => reject(reader.error)
    reader.readAsArrayBuffer(file)
  })
}

async function compressed(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const whole = new Blob([bytes])
  if (typeof CompressionStream === 'undefined') return whole
  return new Response(whole.stream().pipeThrough(new CompressionStream('gzip'))).blob()
}

/** What cannot be read as a package is sent as it is: the server says what is wrong with it. */
function withoutPictures(bytes: Uint8Array<ArrayBuffer>): Blob {
  const view = new DataView(bytes.buffer)
  const end = findEnd(view)
  if (end < 0) return new Blob([bytes])
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: Uint8Array<ArrayBuffer>[] = []
  let at = view.getUint32(end + 16, true)
  let written = 0
  while (at + 46 <= end && view.getUint32(at, true) === directoryEntry) {
    const nameLength = view.getUint16(at + 28, true)
    const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const name = String.fromCharCode(...bytes.subarray(at + 46, at + 46 + nameLength))
    if (!withoutCells.test(name)) {
      const from = view.getUint32(at + 42, true)
      if (from + 30 > bytes.length) return new Blob([bytes])
      const head = 30 + view.getUint16(from + 26, true) + view.getUint16(from + 28, true)
      const part = bytes.subarray(from, from + head + view.getUint32(at + 20, true))
      const entry = bytes.slice(at, next)
      new DataView(entry.buffer).setUint32(42, written, true)
      parts.push(part)
      directory.push(entry)
      written += part.length
    }
    at = next
  }
  return new Blob([...parts, ...directory, endOf(directory, written)])
}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at -= 1) {
    if (view.getUint32(at, true) === directoryEnd) return at
  }
  return -1
}

function endOf(directory: readonly Uint8Array[], start: number): Uint8Array<ArrayBuffer> {
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, directoryEnd, true)
  end.setUint16(8, directory.length, true)
  end.setUint16(10, directory.length, true)
  end.setUint32(
    12,
    directory.reduce((sum, { length }) => sum + length, 0),
    true,
  )
  end.setUint32(16, start, true)
  return new Uint8Array(end.buffer)
}
