/** The lists of choices, by name. A list of the region (`kelurahan`, `sumber-dana`) may be used without standing here. */
import type { Choice } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { flawAt } from './flaws.ts'
import { languageOf, type NamedSheet, wordingOf } from './sheets.ts'
import { flagTexts } from './texts.ts'

export type Lists = ReadonlyMap<string, readonly Choice[]>

export function readChoices(sheet: NamedSheet | undefined, flaws: DraftFlaw[]): Lists {
  const lists = new Map<string, Choice[]>()
  for (const row of sheet?.rows ?? []) {
    const { cells, at } = row
    const list = cells.list_name ?? cells['list name'] ?? ''
    const value = cells.name ?? cells.value ?? ''
    const label = wordingOf(row, 'label')
    flagTexts(row, flaws)
    if (list === '') flaws.push(flawAt(at('list_name'), 'list-name-missing'))
    else if (value === '') flaws.push(flawAt(at('name'), 'name-missing'))
    else if (label === undefined) flaws.push(flawAt(at('label'), 'label-missing'))
    else {
      const known = lists.get(list) ?? []
      if (known.some((choice) => choice.value === value)) flaws.push(flawAt(at('name'), 'choice-twice', value))
      else lists.set(list, [...known, { value, label: label.wording }])
    }
    for (const column of Object.keys(cells).filter((each) => !isKnown(each)))
      flaws.push(flawAt(at(column), 'column-not-used', column))
  }
  return lists
}

function isKnown(column: string): boolean {
  return ['list_name', 'list name', 'name', 'value'].includes(column) || languageOf(column, 'label') !== undefined
}
