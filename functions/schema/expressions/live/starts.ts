/** What questions begin with. It is worked out once and then stored like any answer, so what is made anew each time may stand here. */
import type { AnswerContext } from '../../answers/context.ts'
import type { Cells, Value } from '../../answers.ts'
import { kindOf } from '../../fields/kinds.ts'
import type { Field, Table } from '../../form.ts'
import { numberOf, type Result, textOf, wordsOf } from '../values.ts'
import { worked } from './atoms.ts'
import { KnownCells } from './cells.ts'
import { frameOver, type KnownForm, moveTo } from './known-form.ts'
import { attempt } from './outcomes.ts'

export function startOf(known: KnownForm, table: Table | undefined, context: AnswerContext): Cells {
  const cells: Record<string, Value> = {}
  const frame = frameOver(known, context)
  const row = new KnownCells({}, { row: undefined, index: 1 })
  moveTo(frame, table === undefined ? known.header : row, known)
  for (const start of known.program.starts) {
    if (start.table !== table) continue
    const value = attempt(() => startingValue(start.field, start.run(frame)), undefined)
    if (value !== undefined) cells[start.field.id] = value
  }
  return cells
}

function startingValue(field: Field, result: Result): Value | undefined {
  const { stored } = kindOf(field)
  if (stored === 'choices') {
    const words = wordsOf(textOf(result))
    return words.length === 0 ? undefined : words
  }
  if (stored === 'number') {
    const number = numberOf(result)
    return Number.isFinite(number) ? number : undefined
  }
  return worked(result, field.type === 'date' ? 'date' : 'text').value
}
