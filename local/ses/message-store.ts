/**
 * Accepted messages, one JSON file each under `<dataDir>/messages`, named by their number so that a listing is in order.
 * A file is written beside its place, flushed, then renamed: the rename is the acceptance, so a kill -9 leaves either
 * no message (and the caller got no answer) or a whole one whose events will still be published.
 */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from './outcomes.ts'
import type { RawHeader } from './raw-headers.ts'

/** The parsed part of a message. */
export type InboxContent = {
  /** Decoded: `Nama <alamat>` or the bare address. */
  from: string
  subject: string
  text: string
  html: string
  attachments: { name: string; type: string; size: number }[]
}

/** What is known of a message when SES takes it. */
export type NewMessage = {
  /** ISO instant of the rehearsal clock. */
  at: string
  source: string
  recipients: { address: string; outcome: Outcome }[]
  configurationSet: string | null
  tags: { name: string; value: string }[]
  headers: RawHeader[]
  /** Bytes of the raw message. */
  size: number
  content: InboxContent
}

/** A message as kept; `seq` counts from 1 in order of acceptance, which a clock moved back cannot disturb. */
export type StoredMessage = NewMessage & { seq: number; id: string }

/** The messages of one data directory, all but their raw bytes in memory. */
export class MessageStore {
  readonly #dir: string
  readonly #messages: StoredMessage[] = []
  readonly #byId = new Map<string, StoredMessage>()
  #lastSeq = 0

  private constructor(dir: string) {
    this.#dir = dir
  }

  /** Opens or creates the store; throws the file system's error when the directory cannot be used. */
  static async open(dataDir: string): Promise<MessageStore> {
    const dir = join(dataDir, 'messages')
    await mkdir(dir, { recursive: true })
    const store = new MessageStore(dir)
    for (const name of (await readdir(dir)).sort()) {
      if (name.endsWith('.json')) store.#remember(await readStored(join(dir, name)))
      else if (name.endsWith('.writing')) await rm(join(dir, name))
    }
    return store
  }

  /** Keeps a message; when this resolves, it survives a kill and a power cut. */
  async add(message: NewMessage, raw: Buffer): Promise<StoredMessage> {
    const seq = ++this.#lastSeq
    const stored: StoredMessage = { ...message, seq, id: messageId(seq, message, raw) }
    const path = join(this.#dir, fileName(stored))
    const body = JSON.stringify({ ...stored, raw: raw.toString('base64') })
    await writeFile(`${path}.writing`, body, { flush: true })
    await rename(`${path}.writing`, path)
    this.#remember(stored)
    return stored
  }

  /** All messages, oldest first. */
  all(): readonly StoredMessage[] {
    return this.#messages
  }

  get(id: string): StoredMessage | undefined {
    return this.#byId.get(id)
  }

  /** The bytes as they were sent. */
  async raw(message: StoredMessage): Promise<Buffer> {
    const file: { raw: string } = JSON.parse(await readFile(join(this.#dir, fileName(message)), 'utf8'))
    return Buffer.from(file.raw, 'base64')
  }

  #remember(message: StoredMessage): void {
    this.#lastSeq = Math.max(this.#lastSeq, message.seq)
    this.#byId.set(message.id, message)
    // Two writes may finish in the other order.
    const after = this.#messages.findLastIndex((other) => other.seq < message.seq)
    this.#messages.splice(after + 1, 0, message)
  }
}

async function readStored(path: string): Promise<StoredMessage> {
  try {
    const { raw: _raw, ...message }: StoredMessage & { raw: string } = JSON.parse(await readFile(path, 'utf8'))
    return message
  } catch (error) {
    throw new Error(`The inbox cannot read ${path}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}

function fileName(message: { seq: number; id: string }): string {
  return `${String(message.seq).padStart(9, '0')}-${message.id}.json`
}

/** In the form of SES's ids: time and number, a UUID of the content, `-000000`. */
function messageId(seq: number, message: NewMessage, raw: Buffer): string {
  const hash = createHash('sha256').update(`${seq}|${message.at}|`).update(raw).digest('hex')
  const time = new Date(message.at).getTime().toString(16).padStart(12, '0')
  return `0108${time}-${uuidOf(hash)}-000000`
}

/** A hash's first 32 hex digits, grouped as a UUID. */
export function uuidOf(hash: string): string {
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')
}
