/** A ZIP writer that lies on demand: sizes, names and data as a test wants them. */
import { crc32, deflateRawSync } from 'node:zlib'

export type Part = {
  readonly name: string
  readonly data: string | Buffer
  /** The size that is declared in place of the real one. */
  readonly says?: number
  readonly localName?: string
  readonly stored?: boolean
  /** `data` is deflated already. */
  readonly packed?: boolean
}

export function packZip(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, says, localName = name, stored = false, packed = false } of parts) {
    const plain = Buffer.from(data as Buffer)
    const body = stored || packed ? plain : deflateRawSync(plain, { level: 6 })
    const fields = (path: Buffer) => {
      const head = Buffer.alloc(26)
      head.writeUInt16LE(20, 0)
      head.writeUInt16LE(stored ? 0 : 8, 4)
      head.writeUInt32LE(crc32(plain), 10)
      head.writeUInt32LE(body.length, 14)
      head.writeUInt32LE(says ?? plain.length, 18)
      head.writeUInt16LE(path.length, 22)
      return head
    }
    const [path, local] = [Buffer.from(name), Buffer.from(localName)]
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    bodies.push(Buffer.from('PK\u0003\u0004', 'latin1'), fields(local), local, body)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields(path), rest, path)
    at += 30 + local.length + body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, central, end])
}
