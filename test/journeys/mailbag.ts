/** Empties the inbox between two looks: who got what, as lines of recipient and subject, in the order of the alphabet. */
import type { System } from '../../local/system.ts'
import { type InboxMail, readInbox } from './visitor.ts'

export class Mailbag {
  readonly #system: System
  #seen = 0

  constructor(system: System) {
    this.#system = system
  }

  /** The mails since the last look; codes of signing in are left out unless asked for. */
  async take({ codes = false } = {}): Promise<InboxMail[]> {
    const mails = await readInbox(this.#system)
    const fresh = mails.slice(this.#seen)
    this.#seen = mails.length
    return fresh.filter(({ subject }) => codes || !/kode masuk|peramban baru/.test(subject))
  }

  /** `recipient: subject`, sorted. Every mail has one recipient. */
  async lines(): Promise<string[]> {
    return (await this.take()).map(({ to, subject }) => `${to.join(' + ')}: ${subject}`).toSorted()
  }
}
