/** One question of the survey as a field, before its expressions are read: type, labels, choices, and what its columns ask for. */
import { absenceSchema, type Field } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import type { Lists } from './choices.ts'
import { flawAt } from './flaws.ts'
import { appearances, type Common, fieldOf, questionTypes } from './question-types.ts'
import { fieldNameOf, languageOf, type SheetRow, wordingOf } from './sheets.ts'
import { flagTexts } from './texts.ts'

/** What the reader knows before it reads the survey. `regionLists`: ids of the region's reference lists. */
export type Setting = { readonly lists: Lists; readonly regionLists: readonly string[]; readonly flaws: DraftFlaw[] }

const usedColumns = new Set([
  'type',
  'name',
  'required',
  'relevant',
  'constraint',
  'calculation',
  'appearance',
  'absences',
  'personal',
  'repeat_count',
  'disabled',
])
const labelled = ['label', 'hint', 'constraint_message']
/** Columns that change what is asked: leaving them out unseen would make another form. */
const refusedColumns = /^(default|read_?only|choice_filter|parameters|trigger|media|image|audio|video|or_other)(::|$)/

/** The field, or undefined where it has no usable type. Flaws are added to the setting's. */
export function readQuestion(row: SheetRow, kind: string, setting: Setting): Field | undefined {
  const { at } = row
  const { flaws } = setting
  if (!questionTypes.has(kind.split(' ')[0] ?? '')) {
    flaws.push(flawAt(at('type'), 'type-not-supported', kind))
    return undefined
  }
  const label = wordingOf(row, 'label')
  if (label === undefined) flaws.push(flawAt(at('label'), 'label-missing'))
  else if (label.missing !== undefined) flaws.push(flawAt(at('label'), 'label-one-language', label.missing))
  const hint = wordingOf(row, 'hint')?.wording
  const name = readName(row, flaws)
  const common = {
    id: name ?? 'x',
    label: label?.wording ?? { id: '?', en: '?' },
    required: false,
    ...(hint === undefined ? {} : { hint }),
    ...absencesOf(row, flaws),
    ...personalOf(row, flaws),
  }
  flagColumns(row, flaws)
  return typed(common, row, kind, setting)
}

function typed(
  common: Common,
  { cells, at }: SheetRow,
  kind: string,
  { lists, regionLists, flaws }: Setting,
): Field | undefined {
  const [word = '', list = '', more] = kind.split(/\s+/)
  const appearance = cells.appearance?.toLowerCase() ?? ''
  const own = lists.get(list)
  if (word.startsWith('select_')) {
    if (more !== undefined) flaws.push(flawAt(at('type'), 'type-not-supported', kind))
    if (own === undefined && !regionLists.includes(list)) {
      flaws.push(flawAt(at('type'), 'list-unknown', list))
      return undefined
    }
    return fieldOf(word, appearance, common, own === undefined ? { reference: list } : [...own])
  }
  const field = fieldOf(kind, appearance, common, [])
  if (field === undefined) flaws.push(flawAt(at('type'), 'type-not-supported', kind))
  return field
}

/** The row's name as ours, or undefined with a flaw. */
export function readName({ cells, at }: SheetRow, flaws: DraftFlaw[]): string | undefined {
  if (cells.name === undefined) {
    flaws.push(flawAt(at('name'), 'name-missing'))
    return undefined
  }
  const name = fieldNameOf(cells.name)
  const shaped = /^[a-z][A-Za-z0-9]{0,39}$/.test(name)
  // Every object of JavaScript has something under a name like `constructor`.
  if (shaped && !(name in Object.prototype)) return name
  flaws.push(flawAt(at('name'), shaped ? 'name-reserved' : 'name-shape', cells.name))
  return undefined
}

/** Names each cell that is not used, or that may not be left out. */
export function flagColumns(row: SheetRow, flaws: DraftFlaw[]): void {
  const { cells, at } = row
  flagTexts(row, flaws)
  for (const column of Object.keys(cells)) {
    const known = usedColumns.has(column) || labelled.some((base) => languageOf(column, base) !== undefined)
    if (known) continue
    flaws.push(flawAt(at(column), refusedColumns.test(column) ? 'column-not-supported' : 'column-not-used', column))
  }
  const appearance = cells.appearance?.toLowerCase()
  if (appearance !== undefined && !appearances.has(appearance))
    flaws.push(flawAt(at('appearance'), 'column-not-used', 'appearance'))
}

/** Is it about a person? Empty: by the question's type, see schema/personal.ts. */
function personalOf({ cells, at }: SheetRow, flaws: DraftFlaw[]): { personal?: boolean } {
  if (cells.personal === undefined) return {}
  const word = cells.personal.toLowerCase()
  if (/^(yes|true|ya)$/.test(word)) return { personal: true }
  if (/^(no|false|tidak)$/.test(word)) return { personal: false }
  flaws.push(flawAt(at('personal'), 'column-not-supported', 'personal'))
  return {}
}

function absencesOf({ cells, at }: SheetRow, flaws: DraftFlaw[]): { absences?: ('not-yet' | 'not-applicable')[] } {
  if (cells.absences === undefined) return {}
  const read = cells.absences.split(/[,;\s]+/).map((each) => absenceSchema.safeParse(each))
  if (read.some(({ success }) => !success)) flaws.push(flawAt(at('absences'), 'column-not-supported', 'absences'))
  return { absences: read.flatMap(({ data }) => (data === undefined ? [] : [data])) }
}
