/**
 * Writes a window's copy to the device at the first change and then a few times a second, but not at each keystroke: copying a
 * thousand rows takes longer than a key may. When the page is left, what is not written yet is put where it needs no waiting.
 */
import { signal } from '@preact/signals'
import type { DraftCopies, DraftCopy } from './draft-copy.ts'

const keepingMilliseconds = 250
const patienceMilliseconds = 1_000

export class DeviceKeeper {
  /** Whether the last copy could be kept. */
  readonly works = signal(true)
  private readonly copies: DraftCopies
  private readonly current: () => DraftCopy
  private timer: ReturnType<typeof setTimeout> | undefined
  private writing: Promise<void> = Promise.resolve()
  private over = false
  private changed = false
  private writes = 0

  constructor(copies: DraftCopies, current: () => DraftCopy) {
    this.copies = copies
    this.current = current
  }

  soon(): void {
    this.changed = true
    if (this.timer === undefined) void this.now()
  }

  /** Is there anything that the device does not have for certain? */
  isBehind(): boolean {
    return this.changed || this.writes > 0
  }

  /** As `now`, but a browser whose database hangs holds nobody up. */
  async inTime(): Promise<void> {
    await Promise.race([this.now(), new Promise((done) => setTimeout(done, patienceMilliseconds))])
  }

  /** The page goes away: a browser does not wait for its database then. */
  leave(): void {
    this.copies.writeAtOnce(this.current())
    void this.now()
  }

  /** Resolves when the newest copy lies on the device, or it is known that it does not. */
  async now(): Promise<void> {
    this.stop()
    this.changed = false
    this.timer = setTimeout(() => {
      this.timer = undefined
      if (this.changed) void this.now()
    }, keepingMilliseconds)
    this.writes += 1
    this.writing = this.writing.then(async () => {
      if (!this.over) {
        this.works.value = await this.copies.write(this.current()).then(
          () => true,
          () => false,
        )
      }
      this.writes -= 1
    })
    await this.writing
  }

  /** Nothing is written after this, also not by a write that waits. */
  async finish(): Promise<void> {
    this.over = true
    this.stop()
    await this.writing
    await this.copies.removeAll()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.timer = undefined
  }
}
