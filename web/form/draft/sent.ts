/** What a save says, and whether a word of the server's is one's own. */
import type { Answers, Row, Value } from '../../../functions/schema/answers.ts'
import { changedPointers, partAt } from '../model/changed.ts'
import { targetOf } from '../model/place.ts'
import { same } from '../model/same.ts'
import type { OwnSends, Sent } from './own-sends.ts'

export function sentOf(base: Answers, sent: Answers): Sent {
  return changedPointers(base, sent).map((pointer) => [pointer, partAt(sent, pointer) ?? null] as const)
}

/** Is this what one of them said of this place? */
export function hasSaid({ all }: OwnSends, pointer: string, part: Value | Row | undefined): boolean {
  return all.some((sent) => sent.some((each) => saysOf(each, pointer, part)))
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
