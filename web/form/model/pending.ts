/**
 * Answers that two sides changed differently and nobody has decided on yet. They are kept as places, not as values: what is
 * typed there meanwhile counts, what the server hears meanwhile counts too, and where both have come to the same nothing is
 * left to decide. Until then the server keeps its side, and all other answers are saved.
 */
import type { Answers, Row, Value } from '../../../functions/schema/answers.ts'
import { partAt } from './changed.ts'
import { type Clash, clashId, type Saver, takeTheirs } from './merge-answers.ts'
import { targetOf } from './place.ts'
import { same } from './same.ts'

/** Without `rival` the server's draft has the other side; with it, another window of this device had. */
export type Pending = { readonly pointer: string; readonly rival?: Rival; readonly by?: Saver }
type Rival = { readonly value?: Value | undefined; readonly row?: Row | undefined }

/** What is to be decided now, given my answers and the server's. Of one place a window's side is asked once the server's is decided. */
export function openClashes(pending: readonly Pending[], mine: Answers, server: Answers): readonly Clash[] {
  const found = new Map<string, Clash>()
  for (const each of pending) for (const clash of clashesOf(each, mine, server)) found.set(clashId(clash), clash)
  return [...found.values()].filter(({ pointer, ofWindow }) => ofWindow !== true || !found.has(pointer))
}

/** What is left once the clashes of these ids are decided. */
export function stillPending(
  pending: readonly Pending[],
  decided: ReadonlySet<string>,
  { mine, server }: { readonly mine: Answers; readonly server: Answers },
): readonly Pending[] {
  return pending.filter((each) => clashesOf(each, mine, server).some((clash) => !decided.has(clashId(clash))))
}

function clashesOf({ pointer, rival, by }: Pending, mine: Answers, server: Answers): readonly Clash[] {
  if (rival !== undefined) return rivalClash(pointer, rival, mine)
  const clashes = clashesAt(pointer, mine, server)
  return by === undefined ? clashes : clashes.map((clash) => ({ ...clash, by }))
}

/** What the server may have already: mine, save where it is to keep its own side until somebody decides. */
export function decidedAnswers(pending: readonly Pending[], mine: Answers, server: Answers): Answers {
  const held = pending.filter(({ rival }) => rival === undefined)
  return held.length === 0 ? mine : takeTheirs(mine, openClashes(held, mine, server))
}

/** A cell of a row that only one side still has is a question of the row; a row that both have again, one of its cells. */
function clashesAt(pointer: string, mine: Answers, server: Answers): readonly Clash[] {
  const { table, rowKey, field } = targetOf(pointer)
  if (table === undefined || rowKey === undefined) return cellClash(pointer, mine, server)
  const at = `/rows/${table}/${rowKey}`
  const [own, other] = [partAt(mine, at) as Row | undefined, partAt(server, at) as Row | undefined]
  if (own === undefined && other === undefined) return []
  if (own === undefined || other === undefined) {
    const index = (server.rows[table] ?? []).findIndex((row) => row.rowKey === rowKey)
    return [{ kind: 'row', pointer: at, mine: own, theirs: other, index }]
  }
  const fields = field === undefined ? Object.keys({ ...own.cells, ...other.cells }) : [field]
  return fields.flatMap((each) => cellClash(`${at}/${each}`, mine, server))
}

function cellClash(pointer: string, mine: Answers, server: Answers): readonly Clash[] {
  const [own, other] = [partAt(mine, pointer) as Value | undefined, partAt(server, pointer) as Value | undefined]
  return same(own, other) ? [] : [{ kind: 'cell', pointer, mine: own, theirs: other }]
}

function rivalClash(pointer: string, rival: Rival, mine: Answers): readonly Clash[] {
  const own = partAt(mine, pointer)
  if (targetOf(pointer).field === undefined) {
    const row = own as Row | undefined
    return same(row?.cells, rival.row?.cells)
      ? []
      : [{ kind: 'row', pointer, mine: row, theirs: rival.row, ofWindow: true }]
  }
  return same(own, rival.value)
    ? []
    : [{ kind: 'cell', pointer, mine: own as Value | undefined, theirs: rival.value, ofWindow: true }]
}
