/**
 * A form definition out of a workbook in XLSForm layout (docs/xlsform.md). Nothing is left out unseen: what has no counterpart
 * here is named with its sheet, row and column, and keeps the draft from being published when it would change what is asked.
 */
import type { XlsForms } from '../../domain/forms/xlsforms.ts'
import { type FormDefinition, formDefinitionSchema } from '../../schema/form.ts'
import type { DraftFlaw, DraftOptions, FormDraft } from '../../schema/form-draft.ts'
import type { Wording } from '../../schema/wording.ts'
import type { Book } from '../book.ts'
import { type ReadBook, readBook } from '../read/read-book.ts'
import { flawAt, type Place } from './flaws.ts'
import { type Languages, languagesOf } from './languages.ts'
import { readLists } from './lists.ts'
import { NameBook } from './names.ts'
import { withOwnParts } from './own-parts.ts'
import { rowTypeOf } from './question-types.ts'
import { resolve } from './resolve.ts'
import { writeSample } from './sample.ts'
import type { Setting } from './setting.ts'
import { readSettings } from './settings.ts'
import { isYes, type NamedSheet, sheetOf, sheetOfFile } from './sheets.ts'
import { readSurvey } from './survey.ts'
import { writeXlsForm } from './write/write-xlsform.ts'

/** Kilobytes of a definition; it is one item of the table, which may have 400. */
const largestKilobytes = 350
const mostFlaws = 400

export function createXlsForms(read: ReadBook = readBook): XlsForms {
  return {
    read: async (file, regionLists, options = {}, lists = []) => {
      const books = await Promise.all(
        lists.map(async ({ name, bytes }) => [name.toLowerCase(), await read(bytes)] as const),
      )
      return readXlsForm(await read(file), { regionLists, options, books: new Map(books) })
    },
    sample: writeSample,
    write: (definition) =>
      writeXlsForm(definition, async (file) =>
        readXlsForm(await read(file), { regionLists: referencesIn(definition), options: {}, books: new Map() }),
      ),
  }
}

/** The region's lists that it chooses from, which an export only names. */
function referencesIn({ fields, tables }: FormDefinition): string[] {
  return [...fields, ...tables.flatMap((table) => table.fields)].flatMap((field) =>
    'choices' in field && 'reference' in field.choices ? [field.choices.reference] : [],
  )
}

type Given = {
  readonly regionLists: readonly string[]
  readonly options: DraftOptions
  /** CSV files beside the workbook. */
  readonly books: ReadonlyMap<string, Book>
}

function readXlsForm(book: Book, { regionLists, options, books }: Given): FormDraft {
  const flaws: DraftFlaw[] = []
  const [named, choices, settings] = ['survey', 'choices', 'settings'].map((name) => sheetOf(book, name))
  const survey = named ?? loneSurvey(book)
  if (survey === undefined)
    return { definition: null, flaws: [flawAt({ sheet: 'survey', row: 0 }, 'no-sheet', 'survey')] }
  const languages = languagesOf([survey, choices, settings], options.languages ?? {})
  flagHeads(book, survey, languages, flaws)
  const doubles = isYes(settings?.rows[0]?.cells.allow_choice_duplicates)
  const lists = readLists(choices, { languages, flaws, doubles })
  const externals = readLists(sheetOf(book, 'external_choices'), { languages, flaws, doubles: true })
  const files = new Map(
    [...books].flatMap(([name, file]) => {
      const sheet = sheetOfFile(file)
      return sheet === undefined ? [] : [[name, sheet] as const]
    }),
  )
  const withOther = new Set(
    survey.rows
      .filter(({ cells }) => !isYes(cells.disabled))
      .map(({ cells }) => rowTypeOf(cells.type ?? ''))
      .flatMap(({ orOther, list }) => (orOther ? [list] : [])),
  )
  const names = new NameBook()
  const setting: Setting = { lists, externals, regionLists, files, withOther, languages, names, flaws }
  const read = readSurvey(survey, setting)
  const parts = resolve(read, setting)
  const used = new Set(survey.rows.map(({ cells }) => rowTypeOf(cells.type ?? '').list))
  const looked = Object.keys(parts.lists ?? {})
  for (const list of lists.keys())
    if (!used.has(list) && !looked.includes(list)) flaws.push(flawAt(placeOfList(choices, list), 'list-unused', list))
  if (parts.fields.length + parts.tables.length + read.unreadable.length === 0)
    flaws.push(flawAt({ sheet: survey.name, row: 0 }, 'no-questions'))
  const head = readSettings(settings, languages, options, flaws)
  const plain = {
    ...head,
    description: descriptionOf(head.description, read.opening),
    ...parts,
  }
  const rows = [...read.questions.map(({ row, field }) => ({ row, id: field.id })), ...read.repeats]
  const own = withOwnParts(plain, { rows, settings: settings?.rows[0] }, flaws)
  const whole = { ...own, ...(isRuled(own) ? { ruled: true as const } : {}) }
  const definition = checked(whole, survey, flaws)
  return {
    definition,
    flaws: flaws.toSorted(inReadingOrder).slice(0, mostFlaws),
    ...(languages.unknown ? { languages: [...languages.others] } : {}),
  }
}

/** A workbook of one sheet may call it as it likes. */
function loneSurvey(book: Book): NamedSheet | undefined {
  const [only, ...more] = book.sheets.filter(({ rows }) => rows.length > 0)
  const sheet = only && more.length === 0 ? sheetOf(book, only.name.trim().toLowerCase()) : undefined
  return sheet?.keys.includes('type') ? sheet : undefined
}

function isRuled({ fields, tables }: Pick<FormDefinition, 'fields' | 'tables'>): boolean {
  const all = [...fields, ...tables, ...tables.flatMap((table) => table.fields)]
  return all.some((each) => each.rules !== undefined || ('formula' in each && 'expression' in each.formula))
}

/** What is said of headings, and of whole sheets. */
function flagHeads(book: Book, survey: NamedSheet, languages: Languages, flaws: DraftFlaw[]): void {
  const head = (column?: string) => ({ sheet: survey.name, row: survey.headRow, ...(column ? { column } : {}) })
  for (const column of ['type', 'name'])
    if (!survey.keys.includes(column)) flaws.push(flawAt(head(column), 'no-column', column))
  for (const { key, heading } of survey.twice) flaws.push(flawAt(head(heading), 'column-twice', key))
  if (languages.unknown) flaws.push(flawAt(head('label'), 'languages-unknown', languages.others.join(', ')))
  else {
    for (const other of languages.others) flaws.push(flawAt(head(`label::${other}`), 'language-not-used', other))
    if (languages.en.length === 0) flaws.push(flawAt(head('label'), 'label-one-language', 'English'))
    else if (languages.id.length === 0) flaws.push(flawAt(head('label'), 'label-one-language', 'Indonesia'))
  }
  for (const { name, rows } of book.sheets)
    if (/^(entities|cascades|osm|print_settings)$/i.test(name.trim()) && rows.length > 0)
      flaws.push(flawAt({ sheet: name, row: 0 }, 'sheet-not-used', name))
}

/** What must be corrected first, then from top to bottom. */
function inReadingOrder(a: DraftFlaw, b: DraftFlaw): number {
  // What is said of a whole sheet comes after its rows.
  const lineOf = ({ row }: DraftFlaw) => row || Number.MAX_SAFE_INTEGER
  const sheetOrder = (flaw: DraftFlaw) => ['survey', 'choices', 'settings'].indexOf(flaw.sheet.trim().toLowerCase())
  return Number(b.blocking) - Number(a.blocking) || sheetOrder(a) - sheetOrder(b) || lineOf(a) - lineOf(b)
}

function placeOfList(choices: NamedSheet | undefined, list: string): Place {
  const first = choices?.rows.find(({ cells }) => cells.list_name === list)
  return first?.at('list_name') ?? { sheet: 'choices', row: 0 }
}

/** Notes after the last question have nothing to stand at; they are said at the head of the form. */
function descriptionOf(own: Wording, notes: readonly Wording[]): Wording {
  return { id: [own, ...notes].map(({ id }) => id).join(' '), en: [own, ...notes].map(({ en }) => en).join(' ') }
}

function checked(definition: FormDefinition, survey: NamedSheet, flaws: DraftFlaw[]): FormDefinition | null {
  const kilobytes = Math.ceil(Buffer.byteLength(JSON.stringify(definition)) / 1024)
  const place = { sheet: survey.name, row: 0 }
  if (kilobytes > largestKilobytes) flaws.push(flawAt(place, 'too-large', String(kilobytes)))
  const result = formDefinitionSchema.safeParse(definition)
  if (result.success) return definition
  // A missing form_id is asked for on the page, where the form can be tried meanwhile.
  const other = result.error.issues.filter(({ path }) => path[0] !== 'id')
  if (other.length === 0) return definition
  if (!flaws.some(({ blocking }) => blocking)) {
    const paths = other.map(({ path }) => path.join('.')).slice(0, 3)
    flaws.push(flawAt(place, 'not-a-form', paths.join(', ')))
  }
  return null
}
