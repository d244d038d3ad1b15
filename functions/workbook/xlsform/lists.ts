/** The lists of choices, by name: of the sheet `choices`, and of CSV files that came with the workbook. */
import type { Choice } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { isTranslated } from './columns.ts'
import { flawAt } from './flaws.ts'
import { type Languages, wordingOf } from './languages.ts'
import type { NamedSheet, SheetRow } from './sheets.ts'

/** All other columns of the list are kept until it is known which of them rules choose by. */
export type Lists = ReadonlyMap<string, readonly Choice[]>

type Reading = {
  readonly languages: Languages
  readonly flaws: DraftFlaw[]
  /** `allow_choice_duplicates`: a choice may stand in a list once for each place that it is offered in. */
  readonly doubles: boolean
}

export function readLists(sheet: NamedSheet | undefined, reading: Reading): Lists {
  const { flaws } = reading
  const lists = new Map<string, Choice[]>()
  if (sheet === undefined) return lists
  for (const { key, heading } of sheet.twice)
    flaws.push(flawAt({ sheet: sheet.name, row: sheet.headRow, column: heading }, 'column-twice', key))
  for (const row of sheet.rows) {
    for (const { key, why, what } of row.unread)
      if (why === 'cell-date' && isTranslated(key.split('::')[0] ?? '')) continue
      else if (!['media', 'image', 'audio', 'video'].includes(key.split('::')[0] ?? ''))
        flaws.push(flawAt(row.at(key), why, what))
    const { cells, at } = row
    const list = cells.list_name ?? ''
    // As it is shown: `01` and `50%` are what their author calls the choice.
    const value = row.shown.name ?? ''
    if (list === '' && value === '' && cells.label === undefined) continue
    if (list === '') flaws.push(flawAt(at('list_name'), 'list-name-missing'))
    else if (value === '') flaws.push(flawAt(at('name'), 'name-missing'))
    else take(lists, list, { row, value }, reading)
  }
  return lists
}

type Listed = { readonly row: SheetRow; readonly value: string }

function take(
  lists: Map<string, Choice[]>,
  list: string,
  { row, value }: Listed,
  { languages, flaws, doubles }: Reading,
) {
  const label = wordingOf(row, 'label', languages)
  if (label === undefined) flaws.push(flawAt(row.at('label'), 'choice-label-missing', value))
  const known = lists.get(list) ?? []
  const { name: raw } = row.cells
  if (raw !== undefined && raw !== value && !row.unread.some(({ key }) => key === 'name'))
    flaws.push(flawAt(row.at('name'), 'choice-shown', `${value} (${raw})`))
  if (!doubles && known.some((choice) => choice.value === value))
    flaws.push(flawAt(row.at('name'), 'choice-twice', value))
  else lists.set(list, [...known, { value, label: label?.wording ?? { id: value, en: value }, columns: othersOf(row) }])
}

function othersOf({ shown }: SheetRow): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shown).filter(([key]) => !['list_name', 'name', 'media'].includes(key) && !/^label(::|$)/.test(key)),
  )
}

/** A list out of a CSV file; `value` and `label` name its columns. Undefined where it has no such column. */
export function listOf(
  sheet: NamedSheet,
  languages: Languages,
  columns: { value: string; label: string },
): Choice[] | undefined {
  if (!sheet.keys.includes(columns.value)) return undefined
  const choices: Choice[] = []
  for (const row of sheet.rows) {
    const value = row.shown[columns.value]
    if (value === undefined || choices.some((choice) => choice.value === value)) continue
    const label = wordingOf(row, columns.label, languages)?.wording ?? { id: value, en: value }
    choices.push({ value, label, columns: othersOf(row) })
  }
  return choices
}

/** Only the columns that are chosen by stay in the form. */
export function withColumns(choices: readonly Choice[], used: ReadonlySet<string>): Choice[] {
  return choices.map(({ value, label, columns = {} }) => {
    const kept = Object.entries(columns).filter(([name]) => used.has(name))
    return kept.length === 0 ? { value, label } : { value, label, columns: Object.fromEntries(kept) }
  })
}
