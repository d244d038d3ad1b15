/** One question of the survey as a field, before its expressions are read. */
import { absenceSchema, type Choice, type Field } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import type { Wording } from '../../schema/wording.ts'
import { flawAt } from './flaws.ts'
import { wordingOf } from './languages.ts'
import { listOf } from './lists.ts'
import { fieldNameOf } from './names.ts'
import { parametersOf } from './parameters.ts'
import { type Common, fieldOf, media, places, type RowType } from './question-types.ts'
import { rangeOf } from './range.ts'
import type { ChoiceList, Setting } from './setting.ts'
import { isNo, isYes, type SheetRow } from './sheets.ts'
import { hasAnswers, withGaps } from './texts.ts'

export type Read = {
  readonly field: Field
  /** Its label and hint as they stand in the file, with answers in them. */
  readonly texts: { readonly label: Wording; readonly hint: Wording | undefined; readonly choices?: readonly Wording[] }
  /** The question of a choice "other". */
  readonly other?: boolean
}

/** The field, or undefined where it has no usable type. Flaws are added to the setting's. */
export function readQuestion(row: SheetRow, type: RowType, id: string, setting: Setting): Read | undefined {
  const { flaws } = setting
  const own = wordingOf(row, 'label', setting.languages)?.wording
  const hint = wordingOf(row, 'hint', setting.languages)?.wording
  const silent = type.type === 'calculate' || type.type === 'hidden'
  const label = own ?? hint ?? { id: row.cells.name ?? id, en: row.cells.name ?? id }
  if (own === undefined && !silent) flaws.push(flawAt(row.at('label'), 'label-from-name', label.id))
  const common: Common = {
    id,
    label,
    required: false,
    ...(hint === undefined || own === undefined ? {} : { hint }),
    ...absencesOf(row, flaws),
    ...personalOf(row, flaws),
    // The name in the version before, written as it stood in its file.
    ...(row.cells.was === undefined ? {} : { was: fieldNameOf(row.cells.was).slice(0, 40) }),
  }
  const field = typed(common, row, type, setting)
  if (field === undefined) return undefined
  const hidden = silent && own === undefined
  return {
    field: hidden && field.type === 'computed' ? { ...field, hidden: true } : withPlainLabels(field),
    texts: { label, hint: common.hint, ...labelsOf(field) },
    ...(type.orOther ? { other: true } : {}),
  }
}

function labelsOf(field: Field): { choices?: Wording[] } {
  const own = 'choices' in field && !('reference' in field.choices) ? field.choices.map(({ label }) => label) : []
  return own.some(hasAnswers) ? { choices: own } : {}
}

/** Where no answer can be shown, as in workbooks, a gap stands for it. */
function withPlainLabels(field: Field): Field {
  if (!('choices' in field) || 'reference' in field.choices) return field
  return { ...field, choices: field.choices.map((choice) => ({ ...choice, label: withGaps(choice.label) })) }
}

function typed(common: Common, row: SheetRow, type: RowType, setting: Setting): Field | undefined {
  const { flaws } = setting
  const appearance = row.cells.appearance ?? ''
  switch (type.type) {
    case 'select_one':
    case 'select_one_external':
    case 'select_multiple':
    case 'rank':
    case 'select_one_from_file':
    case 'select_multiple_from_file':
      return choosing(common, row, type, setting)
    case 'acknowledge': {
      const said = { value: 'OK', label: { id: 'Ya', en: 'Yes' } }
      return fieldOf('select_one', '', common, [said])
    }
    case 'range':
      return rangeOf(common, row, flaws)
    case 'days 31':
    case 'days 100':
    case 'days 183':
    case 'days 365':
      return { ...common, type: 'integer', min: 0, max: Number(type.type.slice(5)) }
    case 'hidden':
      return fieldOf('calculate', '', common, [])
    default: {
      const field = fieldOf(type.type, appearance, common, [])
      if (field !== undefined) return field
      const code = media.has(type.type) ? 'media-type' : places.has(type.type) ? 'place-type' : 'type-not-supported'
      flaws.push(flawAt(row.at('type'), code, row.cells.type ?? ''))
      return undefined
    }
  }
}

function choosing(common: Common, row: SheetRow, type: RowType, setting: Setting): Field | undefined {
  const list = listFor(row, type, setting)
  if (list === undefined) return undefined
  const one = type.type.startsWith('select_one')
  const other: Choice = { value: 'other', label: { id: 'Lainnya', en: 'Other' } }
  const choices: ChoiceList =
    'reference' in list || !setting.withOther.has(type.list) || list.some(({ value }) => value === 'other')
      ? list
      : [...list, other]
  if (type.orOther && 'reference' in list) setting.flaws.push(flawAt(row.at('type'), 'or-other-of-region', type.list))
  const field = fieldOf(
    one ? 'select_one' : 'select_multiple',
    '',
    common,
    'reference' in choices ? choices : [...choices],
  )
  if (type.type !== 'rank' || field?.type !== 'choices') return field
  return { ...field, ordered: true, minChoices: 'reference' in choices ? 1 : choices.length }
}

function listFor(row: SheetRow, type: RowType, setting: Setting): ChoiceList | undefined {
  const { flaws, lists, regionLists, files, languages } = setting
  const name = type.list
  if (/_from_file$/.test(type.type)) {
    const file = files.get(name.toLowerCase())
    if (file === undefined) {
      flaws.push(flawAt(row.at('type'), 'file-missing', name))
      return undefined
    }
    const columns = parametersOf(row)
    const list = listOf(file, languages, { value: columns.value ?? 'name', label: columns.label ?? 'label' })
    if (list === undefined || list.length === 0) flaws.push(flawAt(row.at('type'), 'file-unread', name))
    return list === undefined || list.length === 0 ? undefined : list
  }
  const own = type.type === 'select_one_external' ? setting.externals.get(name) : lists.get(name)
  if (own !== undefined && !type.type.startsWith('select_one')) flagBlanks(own, row, flaws)
  if (own !== undefined) return own
  if (regionLists.includes(name)) return { reference: name }
  flaws.push(flawAt(row.at('type'), name === '' ? 'list-not-named' : 'list-unknown', name))
  return undefined
}

/** Several choices are written with blanks between them. */
function flagBlanks(list: readonly Choice[], row: SheetRow, flaws: DraftFlaw[]): void {
  const spaced = list.find(({ value }) => /\s/.test(value))
  if (spaced !== undefined) flaws.push(flawAt(row.at('type'), 'choice-spaced', spaced.value))
}

/** Is it about a person? Empty: by the question's type, see schema/personal.ts. */
function personalOf({ cells, at }: SheetRow, flaws: DraftFlaw[]): { personal?: boolean } {
  if (cells.personal === undefined) return {}
  if (isYes(cells.personal)) return { personal: true }
  if (isNo(cells.personal)) return { personal: false }
  flaws.push(flawAt(at('personal'), 'column-not-supported', 'personal'))
  return {}
}

function absencesOf({ cells, at }: SheetRow, flaws: DraftFlaw[]): { absences?: ('not-yet' | 'not-applicable')[] } {
  if (cells.absences === undefined) return {}
  const read = cells.absences.split(/[,;\s]+/).map((each) => absenceSchema.safeParse(each))
  if (read.some(({ success }) => !success)) flaws.push(flawAt(at('absences'), 'absence-unknown', cells.absences))
  return { absences: read.flatMap(({ data }) => (data === undefined ? [] : [data])) }
}
