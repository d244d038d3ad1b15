/** Empties the inbox between two looks: who got what, as lines of recipient and subject, in the order of the alphabet. */
import type { System } from '../../local/system.ts'
import { type InboxMail, readInbox } from './visitor.ts'

export class Mailbag {
  readonly #system: System
  #seen = 0

  constructor(system: System) {
    this.#system = system
  }

  /**
   * The mails since the last look, at least `atLeast`: what follows a commit leaves a moment after its answer. Mails of signing
   * in are left out unless asked for.
   */
  async take(atLeast = 0, { codes = false } = {}): Promise<InboxMail[]> {
    for (const end = Date.now() + 30_000; ; ) {
      const mails = await readInbox(this.#system)
      const fresh = mails.slice(this.#seen).filter(({ subject }) => codes || !/kode masuk|peramban baru/i.test(subject))
      if (fresh.length >= atLeast || Date.now() > end) {
        this.#seen = mails.length
        return fresh
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  /** `recipient: subject`, sorted. Every mail has one recipient. */
  async lines(atLeast = 0): Promise<string[]> {
    return (await this.take(atLeast)).map(({ to, subject }) => `${to.join(' + ')}: ${subject}`).toSorted()
  }
}
