/**
 * Walks the survey from top to bottom: groups are opened up (their condition goes to each question, their heading stands above
 * it), a repeat becomes a table, a note becomes the hint of what follows it. Expressions are left for later, since they may name
 * questions further down.
 */
import type { Field } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import { flawAt } from './flaws.ts'
import { wordingOf } from './languages.ts'
import { withLoops } from './loops.ts'
import { OpenRows } from './open-rows.ts'
import { readQuestion } from './question.ts'
import { metadata, type RowType, rowTypeOf } from './question-types.ts'
import { flagRow } from './row-flaws.ts'
import { rowsOf } from './rows-of.ts'
import type { Setting } from './setting.ts'
import { isYes, type NamedSheet, type SheetRow } from './sheets.ts'
import type { Question, Repeat, Survey } from './survey-parts.ts'
import { hasAnswers, withGaps } from './texts.ts'

export function readSurvey(sheet: NamedSheet, setting: Setting): Survey {
  return new Walk(setting).over(withLoops(sheet.rows, setting))
}

const blank = { expression: { text: '' }, gives: 'text' } as const

class Walk {
  readonly #setting: Setting
  readonly #survey: Survey = {
    questions: [],
    repeats: [],
    opening: [],
    groups: [],
    unreadable: [],
    notes: [],
    days: [],
  }
  readonly #open = new OpenRows()
  #notes: Wording[] = []

  constructor(setting: Setting) {
    this.#setting = setting
  }

  over(rows: readonly SheetRow[]): Survey {
    for (const row of rows) this.#take(row)
    for (const { kind, row } of this.#open.all)
      this.#setting.flaws.push(flawAt(row.at('type'), 'end-missing', `begin_${kind}`))
    this.#survey.opening.push(...this.#notes)
    return this.#survey
  }

  #take(row: SheetRow): void {
    const { flaws } = this.#setting
    const type = rowTypeOf(row.cells.type ?? '')
    if (isYes(row.cells.disabled)) flaws.push(flawAt(row.at('disabled'), 'row-disabled', type.type))
    else if (metadata.has(type.type)) this.#metadata(row, type.type)
    else if (type.type === '') this.#typeless(row)
    else if (type.type === 'csv-external') this.#list(row)
    else if (type.type.startsWith('begin_')) this.#begin(row, type.type)
    else if (type.type.startsWith('end_')) this.#end(row, type.type)
    else if (type.type === 'note' && row.cells.calculation === undefined) this.#note(row)
    else this.#question(row, type.type === 'note' ? { ...type, type: 'calculate' } : type)
  }

  #metadata(row: SheetRow, type: string): void {
    this.#setting.flaws.push(flawAt(row.at('type'), 'metadata-not-used', type))
    const way = this.#open.way(row.cells.name)
    if (/^(get )?today$/.test(type)) this.#survey.days.push(way)
    else this.#survey.unreadable.push(way)
  }

  /** A file that expressions look into. */
  #list(row: SheetRow): void {
    const name = `${row.cells.name ?? ''}.csv`
    if (!this.#setting.files.has(name.toLowerCase()))
      this.#setting.flaws.push(flawAt(row.at('name'), 'file-missing', name))
  }

  /** A line between the questions, as people put them; a name or a label without a type is a question that was lost. */
  #typeless(row: SheetRow): void {
    const { unread, cells } = row
    const says = cells.name !== undefined || Object.keys(cells).some((key) => /^label(::|$)/.test(key))
    const cell = unread.find(({ key }) => key === 'type')
    if (cell !== undefined) this.#setting.flaws.push(flawAt(row.at('type'), cell.why, cell.what))
    else this.#setting.flaws.push(flawAt(row.at('type'), says ? 'type-missing' : 'row-without-type', ''))
  }

  #begin(row: SheetRow, type: string): void {
    const { flaws, languages } = this.#setting
    if (type !== 'begin_group' && type !== 'begin_repeat') {
      flaws.push(flawAt(row.at('type'), 'type-not-supported', row.cells.type ?? ''))
      this.#open.open({ kind: 'group', row })
      return
    }
    flagRow(row, type === 'begin_group' ? 'group' : 'repeat', flaws)
    const label = wordingOf(row, 'label', languages)?.wording
    if (label !== undefined && hasAnswers(label)) flaws.push(flawAt(row.at('label'), 'answer-in-heading', label.id))
    if (type === 'begin_repeat') {
      this.#beginTable(row, label)
      return
    }
    this.#survey.groups.push(this.#open.way(row.cells.name))
    this.#open.open({ kind: 'group', row, ...(label === undefined ? {} : { heading: withGaps(label) }) })
  }

  #beginTable(row: SheetRow, label: Wording | undefined): void {
    const { flaws, languages, names } = this.#setting
    if (this.#open.table() !== undefined) flaws.push(flawAt(row.at('type'), 'nested-repeat'))
    const name = row.cells.name ?? ''
    if (name === '') flaws.push(flawAt(row.at('name'), 'name-missing'))
    const title = label ?? { id: name || '?', en: name || '?' }
    if (label === undefined) flaws.push(flawAt(row.at('label'), 'label-from-name', name))
    const hint = this.#hintFrom(wordingOf(row, 'hint', languages)?.wording)
    const repeat: Repeat = {
      id: names.take(name || 'tabel').id,
      name,
      title: withGaps(title),
      ...(hint === undefined ? {} : { hint: withGaps(hint) }),
      row,
      way: this.#open.way(name),
      under: this.#open.ofTable(),
      rows: rowsOf(row, flaws),
    }
    this.#survey.repeats.push(repeat)
    this.#open.open({ kind: 'repeat', row, repeat })
  }

  #end(row: SheetRow, type: string): void {
    const { flaws } = this.#setting
    flagRow(row, 'end', flaws)
    if (!this.#open.close(type === 'end_repeat' ? 'repeat' : 'group'))
      flaws.push(flawAt(row.at('type'), 'end-unexpected', row.cells.type ?? type))
  }

  #note(row: SheetRow): void {
    const { flaws, languages } = this.#setting
    flagRow(row, 'note', flaws)
    const label = wordingOf(row, 'label', languages)?.wording
    if (row.cells.name !== undefined) this.#survey.notes.push(this.#open.way(row.cells.name))
    if (label === undefined) return
    const alone = row.cells.relevant !== undefined || hasAnswers(label) || this.#open.hasCondition()
    if (alone) this.#standingNote(row, label)
    else this.#notes.push(label)
  }

  /** A note that is not always there, or has answers in it: it stands for itself. */
  #standingNote(row: SheetRow, label: Wording): void {
    const { id } = this.#setting.names.take(row.cells.name ?? 'catatan')
    const kind = { type: 'computed', formula: blank, decimals: 0, note: true } as const
    const field: Field = { id, label: withGaps(label), required: false, ...kind, ...this.#open.headings() }
    const texts = { label, hint: undefined }
    this.#survey.questions.push({ ...this.#placed(row, row.cells.name ?? id), field, texts, name: '' })
  }

  #placed(row: SheetRow, name: string) {
    return { row, way: this.#open.way(name), under: this.#open.ofQuestion(), table: this.#open.table() }
  }

  #question(row: SheetRow, type: RowType): void {
    const { flaws, names } = this.#setting
    flagRow(row, 'question', flaws)
    const name = row.cells.name ?? ''
    if (name === '') flaws.push(flawAt(row.at('name'), 'name-missing'))
    const { id, same } = names.take(name || 'isian')
    if (!same && name !== '') flaws.push(flawAt(row.at('name'), 'name-changed', id))
    const read = readQuestion(row, type, id, this.#setting)
    if (read === undefined) {
      this.#survey.unreadable.push(this.#open.way(name))
      return
    }
    const hint = this.#hintFrom(read.texts.hint)
    const field: Field = {
      ...read.field,
      label: withGaps(read.field.label),
      ...(hint === undefined ? {} : { hint: withGaps(hint) }),
      ...this.#open.headings(),
    }
    const question = this.#placed(row, name)
    this.#survey.questions.push({ ...question, field, texts: { ...read.texts, hint }, name })
    if (read.other) this.#survey.questions.push(this.#otherText(question, name))
  }

  #otherText(question: Pick<Question, 'row' | 'under' | 'table'>, own: string): Question {
    const name = `${own}_other`
    const { id } = this.#setting.names.take(name)
    const label = { id: 'Sebutkan lainnya', en: 'Specify other' }
    const field: Field = { id, label, required: false, type: 'text', maxLength: 500, ...this.#open.headings() }
    const way = this.#open.way(name)
    return { ...question, way, field, texts: { label, hint: undefined }, name, otherOf: own }
  }

  /** The notes since the last question stand above its own hint. */
  #hintFrom(own: Wording | undefined): Wording | undefined {
    const parts = own === undefined ? this.#notes : [...this.#notes, own]
    this.#notes = []
    if (parts.length === 0) return undefined
    return { id: parts.map(({ id }) => id).join(' '), en: parts.map(({ en }) => en).join(' ') }
  }
}
