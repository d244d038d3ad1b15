/** A ZIP of parts: those of an upload as they were packed, and those that were changed. */
import { crc32, deflateRawSync } from 'node:zlib'
import type { PackedPart } from './read-zip.ts'

export function pack(data: Buffer): PackedPart {
  return { method: 8, crc: crc32(data), size: data.length, data: deflateRawSync(data, { level: 6 }) }
}

export function writeZip(parts: ReadonlyMap<string, PackedPart>): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const [name, { method, crc, size, data }] of parts) {
    const path = Buffer.from(name, 'utf8')
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    // Names are in UTF-8.
    shared.writeUInt16LE(0x800, 2)
    shared.writeUInt16LE(method, 4)
    shared.writeUInt32LE(crc, 10)
    shared.writeUInt32LE(data.length, 14)
    shared.writeUInt32LE(size, 18)
    shared.writeUInt16LE(path.length, 22)
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), shared, path, data)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), shared, rest, path)
    at += 30 + path.length + data.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, central, end])
}
