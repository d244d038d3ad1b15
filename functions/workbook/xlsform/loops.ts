/**
 * `begin loop over list`: an older way to write the same questions once for each choice. As converters do, each choice becomes a
 * group of its name with the questions in it; `%(label)s` and `%(name)s` stand for the choice's.
 */
import { flawAt } from './flaws.ts'
import type { Setting } from './setting.ts'
import type { SheetRow } from './sheets.ts'

const opening = /^begin[ _]+loop[ _]+over[ _]+(\S+)$/i
const closing = /^end[ _]+loop$/i

export function withLoops(rows: readonly SheetRow[], setting: Setting): readonly SheetRow[] {
  const start = rows.findIndex(({ cells }) => opening.test(cells.type ?? ''))
  const list = opening.exec(rows[start]?.cells.type ?? '')?.[1] ?? ''
  const length = rows.slice(start + 1).findIndex(({ cells }) => closing.test(cells.type ?? ''))
  const [first, last] = [rows[start], rows[start + 1 + length]]
  if (first === undefined || last === undefined || length < 0) return rows
  const inner = rows.slice(start + 1, start + 1 + length)
  if (inner.some(({ cells }) => opening.test(cells.type ?? ''))) return rows
  const choices = setting.lists.get(list)
  if (choices === undefined) setting.flaws.push(flawAt(first.at('type'), 'list-unknown', list))
  const end = typed(last, 'end group', {})
  const groups = (choices ?? []).flatMap(({ value, label }) => {
    // "none of these" is no row of its own.
    if (value === 'none') return []
    const said = { name: value, label: label.id }
    return [typed(first, 'begin group', said), ...inner.map((row) => spoken(row, said)), end]
  })
  const opened = [typed(first, 'begin group', { name: first.cells.name ?? '' }), ...groups, end]
  return [...rows.slice(0, start), ...opened, ...withLoops(rows.slice(start + 2 + length), setting)]
}

function typed({ at, cells, shown }: SheetRow, type: string, own: Record<string, string>): SheetRow {
  const head = { ...(own.label === undefined ? labelsOf(shown) : {}), ...own, type }
  const more: Record<string, string> =
    cells.relevant === undefined || own.label !== undefined ? {} : { relevant: cells.relevant }
  return { at, cells: { ...head, ...more }, shown: { ...head, ...more }, unread: [], nameless: [] }
}

function labelsOf(shown: SheetRow['shown']): Record<string, string> {
  return Object.fromEntries(Object.entries(shown).filter(([key]) => /^label(::|$)/.test(key)))
}

function spoken(row: SheetRow, choice: { name: string; label: string }): SheetRow {
  const filled = (cells: SheetRow['cells']) =>
    Object.fromEntries(
      Object.entries(cells).map(([key, text]) => [
        key,
        text.replace(/%\((name|label)\)s/g, (_, what: 'name' | 'label') => choice[what]),
      ]),
    )
  return { ...row, cells: filled(row.cells), shown: filled(row.shown) }
}
