/**
 * The account's suppression list: hard bounces and complaints put an address on it, as SES does by itself, and only a call
 * takes it off. A file beside the messages, replaced as a whole, so that a restart forgets neither a bounce nor a freeing.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'

export type SuppressionReason = 'BOUNCE' | 'COMPLAINT'
export type Suppressed = { address: string; reason: SuppressionReason; at: string }

const fileSchema = z.array(
  z.object({ address: z.string(), reason: z.enum(['BOUNCE', 'COMPLAINT']), at: z.iso.datetime() }),
)

/** Addresses are compared without their case. */
export class SuppressionList {
  readonly #path: string
  readonly #entries: Map<string, Suppressed>
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string, entries: readonly Suppressed[]) {
    this.#path = path
    this.#entries = new Map(entries.map((entry) => [entry.address.toLowerCase(), entry]))
  }

  /** `listed` are on a list that is new. Throws the file system's error when the directory cannot be used. */
  static async open(dataDir: string, listed: readonly string[], now: Date): Promise<SuppressionList> {
    await mkdir(dataDir, { recursive: true })
    const path = join(dataDir, 'suppressed.json')
    const kept = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    const fresh = () => listed.map((address) => ({ address, reason: 'BOUNCE' as const, at: now.toISOString() }))
    return new SuppressionList(path, kept === undefined ? fresh() : fileSchema.parse(JSON.parse(kept)))
  }

  get(address: string): Suppressed | undefined {
    return this.#entries.get(address.toLowerCase())
  }

  async put(entry: Suppressed): Promise<void> {
    this.#entries.set(entry.address.toLowerCase(), entry)
    await this.#keep()
  }

  /** Whether it was there. */
  async lift(address: string): Promise<boolean> {
    const was = this.#entries.delete(address.toLowerCase())
    if (was) await this.#keep()
    return was
  }

  /** One after the other: two writers of one file would replace each other's half. */
  #keep(): Promise<void> {
    this.#writing = this.#writing.then(async () => {
      await writeFile(`${this.#path}.writing`, JSON.stringify([...this.#entries.values()]), { flush: true })
      await rename(`${this.#path}.writing`, this.#path)
    })
    return this.#writing
  }
}
