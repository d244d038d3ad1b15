/**
 * What this person's windows have sent without hearing back. The server may have it: where its draft holds such a value, that
 * is one's own older word and not somebody else's, and nobody is asked about it.
 */
import type { Answers, Row, Value } from '../../../functions/schema/answers.ts'
import { changedPointers } from '../model/merge-answers.ts'
import { partAt } from '../model/pending.ts'
import { targetOf } from '../model/place.ts'
import { same } from '../model/same.ts'

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

  add(base: Answers, sent: Answers): void {
    const changed = changedPointers(base, sent).map((pointer) => [pointer, partAt(sent, pointer) ?? null] as const)
    this.takeOver([changed])
  }

  takeOver(sends: readonly Sent[]): void {
    this.list = [...this.list, ...sends].slice(-keptSends)
  }

  /** The server has answered: what stands there is known. */
  clear(): void {
    this.list = []
  }

  /** Is this what one of them said of this place? */
  said(pointer: string, part: Value | Row | undefined): boolean {
    return this.list.some((sent) => sent.some((each) => saysOf(each, pointer, part)))
  }
}

function saysOf([at, said]: Sent[number], pointer: string, part: Value | Row | undefined): boolean {
  if (at === pointer) return same(contentOf(said), contentOf(part))
  const { field } = targetOf(pointer)
  if (field === undefined || !pointer.startsWith(`${at}/`) || said === null) return false
  return same((said as Row).cells[field], part)
}

/** Rows are compared by their cells. */
function contentOf(part: Value | Row | null | undefined): unknown {
  return typeof part === 'object' && part !== null && 'rowKey' in part ? part.cells : (part ?? undefined)
}
