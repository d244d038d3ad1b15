/**
 * Rows as a table or as cards, by the width of the window. Only the one that is needed is fetched, at once when the form's
 * own code arrives, so that a phone does not pay for the desk's table.
 */
import { later } from '../../shell/later.tsx'
import { narrow } from '../../shell/narrow.ts'
import { tableWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { isGrouped } from './columns.ts'
import type { GridState } from './grid-state.ts'

const loadGrid = async () => (await import('./grid.tsx')).Grid
const loadCards = async () => (await import('./row-cards.tsx')).RowCards
const Grid = later(loadGrid)
const RowCards = later(loadCards)
const RowGroups = later(async () => (await import('./row-groups.tsx')).RowGroups)

// Whoever opens the form will need one of them; a failed fetch is tried again when it is drawn.
void (narrow.peek() ? loadCards() : loadGrid()).catch(() => undefined)

export function RowList({ state }: { state: GridState }) {
  const rows = state.rows.value
  if (state.all.value.length === 0) return <p class="hint">{say(words.noRows)}</p>
  if (!narrow.value) return <Grid state={state} />
  // A filtered list is short enough, and its groups would hide what was looked for.
  if (isGrouped(state.table) && state.view.value === undefined) return <RowGroups state={state} />
  return <RowCards state={state} rows={rows} grouped={false} />
}
