/**
 * Rows as a table or as cards, by the width of the window. Only the one that is needed is fetched, at once when the form's
 * own code arrives, so that a phone does not pay for the desk's table.
 */
import { later } from '../../shell/later.tsx'
import { narrow } from '../../shell/narrow.ts'
import { tableWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import type { RowListProps } from './row-list-props.ts'

const loadGrid = async () => (await import('./grid.tsx')).Grid
const loadCards = async () => (await import('./row-cards.tsx')).RowCards
const Grid = later<RowListProps>(loadGrid)
const RowCards = later<RowListProps>(loadCards)

// Whoever opens the form will need one of them; a failed fetch is tried again when it is drawn.
void (narrow.peek() ? loadCards() : loadGrid()).catch(() => undefined)

export function RowList(props: RowListProps) {
  if (props.rows.length === 0) return <p class="hint">{say(words.noRows)}</p>
  return narrow.value ? <RowCards {...props} /> : <Grid {...props} />
}
