/** A table on paper: every row with all its answers, whatever the screen draws or filters. Drawn only while the page is printed. */
import { useState } from 'preact/hooks'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import type { Row } from '../../../functions/schema/answers.ts'
import { isNote } from '../../../functions/schema/fields/computed.ts'
import { useOnPaper } from '../../shell/on-paper.ts'
import { language, say } from '../../wording/language.ts'
import type { TableOfSheet } from './sheet.ts'

export function PaperRows({ sheet, state }: TableOfSheet) {
  if (!usePrinting()) return null
  const numbers = state.numbers.value
  return (
    <ol class="paper-rows">
      {state.all.value.map((row, index) => (
        <li key={row.rowKey}>
          <strong>{say(rowLabel(state.table, row, numbers?.get(row.rowKey) ?? index, sheet.form.context))}</strong>
          <p>{answersOf({ sheet, state }, row).join(' · ')}</p>
        </li>
      ))}
    </ol>
  )
}

function answersOf({ sheet: { form }, state: { table, model } }: TableOfSheet, row: Row): readonly string[] {
  const { cells, visible } = settleRow(table, row, model.header.value)
  return table.fields
    .filter((field) => visible.has(field.id) && !isNote(field))
    .flatMap((field) => {
      const text = formatValue(field, cells[field.id], language.value, form.context)
      return text === '' ? [] : [`${say(field.label)}: ${text}`]
    })
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useOnPaper(
    () => setPrinting(true),
    () => setPrinting(false),
  )
  return printing
}
