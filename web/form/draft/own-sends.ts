/**
 * What this person's windows have sent without hearing back. The server may have it: where its draft holds such a value, that
 * is one's own older word and not somebody else's, and nobody is asked about it (sent.ts).
 */
import type { Row, Value } from '../../../functions/schema/answers.ts'

/** What a save changes, by pointer: cells, and rows that came or went. */
export type Sent = readonly (readonly [pointer: string, part: Value | Row | null])[]

const keptSends = 5

export class OwnSends {
  private list: readonly Sent[]

  constructor(list: readonly Sent[] = []) {
    this.list = list
  }

  /** As it is kept on the device. */
  get all(): readonly Sent[] {
    return this.list
  }

  takeOver(sends: readonly Sent[]): void {
    this.list = [...this.list, ...sends].slice(-keptSends)
  }

  /** The server has answered: what stands there is known. */
  clear(): void {
    this.list = []
  }
}
