/** Rows as a table or as cards, by the width of the window. */
import { narrow } from '../../shell/narrow.ts'
import { tableWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { Grid } from './grid.tsx'
import { RowCards } from './row-cards.tsx'
import type { RowListProps } from './row-list-props.ts'

export function RowList(props: RowListProps) {
  if (props.rows.length === 0) return <p class="hint">{say(words.noRows)}</p>
  return narrow.value ? <RowCards {...props} /> : <Grid {...props} />
}
