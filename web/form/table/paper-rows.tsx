/** A table on paper: every row with all its answers, whatever the screen draws, opens or filters. Drawn only while the page is printed. */
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Row } from '../../../functions/schema/answers.ts'
import { isNote } from '../../../functions/schema/fields/computed.ts'
import { usePrinting } from '../../shell/on-paper.ts'
import { language, say } from '../../wording/language.ts'
import type { GridState } from './grid-state.ts'

export function PaperRows({ state }: { state: GridState }) {
  if (!usePrinting()) return null
  const numbers = state.numbers.value
  const context = state.model.context.value
  return (
    <ol class="paper-rows">
      {state.all.value.map((row, index) => (
        <li key={row.rowKey}>
          <strong>{say(rowLabel(state.table, row, numbers?.get(row.rowKey) ?? index, context))}</strong>
          <p>{answersOf(state, row).join(' · ')}</p>
        </li>
      ))}
    </ol>
  )
}

function answersOf({ table, model }: GridState, row: Row): readonly string[] {
  const context = model.context.value
  const { cells, visible } = settleRow(table, row, model.header.value)
  return table.fields
    .filter((field) => visible.has(field.id) && !isNote(field))
    .flatMap((field) => {
      const text = formatValue(field, cells[field.id], language.value, context)
      return text === '' ? [] : [`${say(field.label)}: ${text}`]
    })
}
