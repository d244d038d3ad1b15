/**
 * A form definition out of a workbook in XLSForm layout (docs/xlsform.md). Nothing is left out unseen: what has no counterpart
 * here is named with its sheet, row and column, and keeps the draft from being published when it would change what is asked.
 */
import type { XlsForms } from '../../domain/forms/xlsforms.ts'
import { type FormDefinition, formDefinitionSchema } from '../../schema/form.ts'
import type { DraftFlaw, FormDraft } from '../../schema/form-draft.ts'
import { formIdSchema } from '../../schema/ids.ts'
import type { Wording } from '../../schema/wording.ts'
import type { Book } from '../book.ts'
import { type ReadBook, readBook } from '../read/read-book.ts'
import { readChoices } from './choices.ts'
import { flawAt, type Place } from './flaws.ts'
import { resolve } from './resolve.ts'
import { writeSample } from './sample.ts'
import { isYes, languageOf, type NamedSheet, type SheetRow, sheetOf, wordingOf } from './sheets.ts'
import { readSurvey } from './survey.ts'

/** Kilobytes of a definition; it is one item of the table. */
const largestKilobytes = 250
const mostFlaws = 200

export function createXlsForms(read: ReadBook = readBook): XlsForms {
  return { read: async (file, regionLists) => readXlsForm(await read(file), regionLists), sample: writeSample }
}

function readXlsForm(book: Book, regionLists: readonly string[]): FormDraft {
  const flaws: DraftFlaw[] = []
  const [survey, choices, settings] = ['survey', 'choices', 'settings'].map((name) => sheetOf(book, name))
  if (survey === undefined)
    return { definition: null, flaws: [flawAt({ sheet: 'survey', row: 0 }, 'no-sheet', 'survey')] }
  for (const column of ['type', 'name'])
    if (!survey.columns.includes(column))
      flaws.push(flawAt({ sheet: survey.name, row: 1, column }, 'no-column', column))
  const lists = readChoices(choices, flaws)
  const read = readSurvey(survey, { lists, regionLists, flaws })
  const used = new Set(survey.rows.flatMap(({ cells }) => cells.type?.split(/\s+/)[1] ?? []))
  for (const list of lists.keys())
    if (!used.has(list)) flaws.push(flawAt(placeOfList(choices, list), 'list-unused', list))
  const parts = resolve(read, flaws)
  if (parts.fields.length + parts.tables.length === 0)
    flaws.push(flawAt({ sheet: survey.name, row: 0 }, 'no-questions'))
  const head = readSettings(settings, flaws)
  const definition = checked(
    { ...head, description: descriptionOf(head.description, read.opening), ...parts },
    survey,
    flaws,
  )
  return { definition, flaws: flaws.toSorted(inReadingOrder).slice(0, mostFlaws) }
}

/** What must be corrected first, then from top to bottom. */
function inReadingOrder(a: DraftFlaw, b: DraftFlaw): number {
  // What is said of a whole sheet comes after its rows.
  const lineOf = ({ row }: DraftFlaw) => row || Number.MAX_SAFE_INTEGER
  const sheetOrder = (flaw: DraftFlaw) => ['survey', 'choices', 'settings'].indexOf(flaw.sheet.trim().toLowerCase())
  return Number(b.blocking) - Number(a.blocking) || sheetOrder(a) - sheetOrder(b) || lineOf(a) - lineOf(b)
}

function placeOfList(choices: NamedSheet | undefined, list: string): Place {
  const first = choices?.rows.find(({ cells }) => (cells.list_name ?? cells['list name']) === list)
  return first?.at('list_name') ?? { sheet: 'choices', row: 0 }
}

type Head = Pick<FormDefinition, 'id' | 'version' | 'title' | 'shortTitle' | 'description' | 'nilAllowed'>

function readSettings(sheet: NamedSheet | undefined, flaws: DraftFlaw[]): Head {
  const row: SheetRow = sheet?.rows[0] ?? {
    cells: {},
    at: (column) => ({ sheet: 'settings', row: 0, ...(column ? { column } : {}) }),
  }
  const { cells, at } = row
  const title = wordingOf(row, 'form_title')?.wording
  if (title === undefined) flaws.push(flawAt(at('form_title'), 'title-missing'))
  const id = (cells.form_id ?? '').replace(/_/g, '-')
  if (!formIdSchema.safeParse(id).success) flaws.push(flawAt(at('form_id'), 'form-id', cells.form_id ?? ''))
  if (cells.version !== undefined) flaws.push(flawAt(at('version'), 'version-not-used', cells.version))
  const known = ['form_id', 'version', 'default_language', 'nil_allowed']
  const words = ['form_title', 'short_title', 'description']
  for (const column of Object.keys(cells)) {
    if (!known.includes(column) && !words.some((base) => languageOf(column, base) !== undefined))
      flaws.push(flawAt(at(column), 'column-not-used', column))
  }
  const named = title ?? { id: '?', en: '?' }
  return {
    id,
    version: 1,
    title: named,
    shortTitle: wordingOf(row, 'short_title')?.wording ?? named,
    description: wordingOf(row, 'description')?.wording ?? named,
    nilAllowed: isYes(cells.nil_allowed),
  }
}

/** Notes after the last question have nothing to stand at; they are said at the head of the form. */
function descriptionOf(own: Wording, notes: readonly Wording[]): Wording {
  return { id: [own, ...notes].map(({ id }) => id).join(' '), en: [own, ...notes].map(({ en }) => en).join(' ') }
}

function checked(definition: FormDefinition, survey: NamedSheet, flaws: DraftFlaw[]): FormDefinition | null {
  const kilobytes = Math.ceil(JSON.stringify(definition).length / 1024)
  const place = { sheet: survey.name, row: 0 }
  if (kilobytes > largestKilobytes) flaws.push(flawAt(place, 'too-large', String(kilobytes)))
  const result = formDefinitionSchema.safeParse(definition)
  if (result.success) return definition
  if (!flaws.some(({ blocking }) => blocking)) {
    const paths = result.error.issues.map(({ path }) => path.join('.')).slice(0, 3)
    flaws.push(flawAt(place, 'not-a-form', paths.join(', ')))
  }
  return null
}
