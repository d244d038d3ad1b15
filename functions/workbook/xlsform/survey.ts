/**
 * Walks the survey from top to bottom: groups are opened up (their condition goes to each question, their heading stands above
 * it), a repeat becomes a table, a note becomes the hint of what follows it. Expressions are left for later, since they may name
 * questions further down.
 */
import type { Field } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import { flawAt } from './flaws.ts'
import { wordingOf } from './languages.ts'
import { readQuestion } from './question.ts'
import { metadata, type RowType, rowTypeOf } from './question-types.ts'
import { flagRow } from './row-flaws.ts'
import type { Setting } from './setting.ts'
import { isYes, type NamedSheet, type SheetRow } from './sheets.ts'
import type { Question, Repeat, Survey } from './survey-parts.ts'
import { hasAnswers, withGaps } from './texts.ts'

type Open = { kind: 'group' | 'repeat'; row: SheetRow; repeat?: Repeat; heading?: Wording }

const mostRows = 1_000

export function readSurvey(sheet: NamedSheet, setting: Setting): Survey {
  return new Walk(setting).over(sheet)
}

class Walk {
  readonly #setting: Setting
  readonly #survey: Survey = {
    questions: [],
    repeats: [],
    opening: [],
    groups: new Set(),
    unreadable: new Set(),
    days: new Set(),
  }
  readonly #open: Open[] = []
  #notes: Wording[] = []

  constructor(setting: Setting) {
    this.#setting = setting
  }

  over(sheet: NamedSheet): Survey {
    for (const row of sheet.rows) this.#take(row)
    for (const { kind, row } of this.#open)
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
    else if (type.type.startsWith('begin_')) this.#begin(row, type.type)
    else if (type.type.startsWith('end_')) this.#end(row, type.type)
    else if (type.type === 'note') this.#note(row)
    else this.#question(row, type)
  }

  #metadata(row: SheetRow, type: string): void {
    this.#setting.flaws.push(flawAt(row.at('type'), 'metadata-not-used', type))
    if (row.cells.name === undefined) return
    if (type === 'today') this.#survey.days.add(row.cells.name)
    else this.#survey.unreadable.add(row.cells.name)
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
    const { flaws, languages, names } = this.#setting
    if (type !== 'begin_group' && type !== 'begin_repeat') {
      flaws.push(flawAt(row.at('type'), 'type-not-supported', row.cells.type ?? ''))
      this.#open.push({ kind: 'group', row })
      return
    }
    flagRow(row, type === 'begin_group' ? 'group' : 'repeat', flaws)
    const label = wordingOf(row, 'label', languages)?.wording
    if (label !== undefined && hasAnswers(label)) flaws.push(flawAt(row.at('label'), 'answer-in-heading', label.id))
    if (type === 'begin_group') {
      this.#open.push({ kind: 'group', row, ...(label === undefined ? {} : { heading: withGaps(label) }) })
      if (row.cells.name !== undefined) this.#survey.groups.add(row.cells.name)
      return
    }
    if (this.#table() !== undefined) flaws.push(flawAt(row.at('type'), 'nested-repeat'))
    const name = row.cells.name ?? ''
    if (name === '') flaws.push(flawAt(row.at('name'), 'name-missing'))
    const title = label ?? { id: name || '?', en: name || '?' }
    if (label === undefined) flaws.push(flawAt(row.at('label'), 'label-from-name', name))
    const hint = this.#hintFrom(wordingOf(row, 'hint', languages)?.wording)
    const { id } = names.take(name || 'tabel')
    const repeat: Repeat = {
      id,
      name,
      title: withGaps(title),
      ...(hint === undefined ? {} : { hint: withGaps(hint) }),
      row,
      under: this.#under(),
      rows: this.#rowsOf(row),
    }
    this.#survey.repeats.push(repeat)
    this.#open.push({ kind: 'repeat', row, repeat })
  }

  #end(row: SheetRow, type: string): void {
    flagRow(row, 'end', this.#setting.flaws)
    const last = this.#open.at(-1)
    const kind = type === 'end_repeat' ? 'repeat' : 'group'
    if (last === undefined || kind !== last.kind) {
      this.#setting.flaws.push(flawAt(row.at('type'), 'end-unexpected', row.cells.type ?? type))
      return
    }
    this.#open.pop()
  }

  #note(row: SheetRow): void {
    const { flaws, languages } = this.#setting
    flagRow(row, 'note', flaws)
    const label = wordingOf(row, 'label', languages)?.wording
    if (row.cells.name !== undefined) this.#survey.unreadable.add(row.cells.name)
    if (label === undefined) return
    const under = this.#open.some(({ kind, row: each }) => kind === 'group' && each.cells.relevant !== undefined)
    const alone = row.cells.relevant !== undefined || hasAnswers(label) || under
    if (!alone) this.#notes.push(label)
    else if (this.#table() !== undefined) flaws.push(flawAt(row.at('type'), 'note-in-table'))
    else this.#standingNote(row, label)
  }

  /** A note that is not always there, or has answers in it: it stands for itself. */
  #standingNote(row: SheetRow, label: Wording): void {
    const { id } = this.#setting.names.take(row.cells.name ?? 'catatan')
    const formula = { expression: { text: '' } as const, gives: 'text' as const }
    const field: Field = { id, label, required: false, type: 'computed', formula, decimals: 0, note: true }
    const texts = { label, hint: undefined }
    this.#survey.questions.push({ field, texts, row, name: '', under: this.#own(), table: undefined })
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
      this.#survey.unreadable.add(name)
      return
    }
    const hint = this.#hintFrom(read.texts.hint)
    const headings = this.#headings()
    const field: Field = {
      ...read.field,
      label: withGaps(read.field.label),
      ...(hint === undefined ? {} : { hint: withGaps(hint) }),
      ...(headings.length === 0 ? {} : { under: headings }),
    }
    const question = { row, under: this.#own(), table: this.#table() }
    this.#survey.questions.push({ ...question, field, texts: { label: read.texts.label, hint }, name })
    if (read.other) this.#survey.questions.push(this.#otherText(question, name))
  }

  #otherText(question: Pick<Question, 'row' | 'under' | 'table'>, name: string): Question {
    const { id } = this.#setting.names.take(`${name}_other`)
    const label = { id: 'Sebutkan lainnya', en: 'Specify other' }
    const headings = this.#headings()
    const under = headings.length === 0 ? {} : { under: headings }
    const field: Field = { id, label, required: false, type: 'text', maxLength: 500, ...under }
    return { ...question, field, texts: { label, hint: undefined }, name: `${name}_other`, otherOf: name }
  }

  /** The notes since the last question stand above its own hint. */
  #hintFrom(own: Wording | undefined): Wording | undefined {
    const parts = own === undefined ? this.#notes : [...this.#notes, own]
    this.#notes = []
    if (parts.length === 0) return undefined
    return { id: parts.map(({ id }) => id).join(' '), en: parts.map(({ en }) => en).join(' ') }
  }

  #table(): Repeat | undefined {
    return this.#open.find(({ repeat }) => repeat !== undefined)?.repeat
  }

  #headings(): Wording[] {
    return this.#inside().flatMap(({ heading }) => (heading === undefined ? [] : [heading]))
  }

  /** Groups inside a repeat count for its questions; those around it count for the table. */
  #inside(): Open[] {
    return this.#open.slice(this.#open.findIndex(({ kind }) => kind === 'repeat') + 1)
  }

  #own(): SheetRow[] {
    return this.#inside().map(({ row }) => row)
  }

  #under(): SheetRow[] {
    return this.#open.map(({ row }) => row)
  }

  /** An expression as the number of rows is read later. */
  #rowsOf(row: SheetRow): Repeat['rows'] {
    const count = row.cells.repeat_count
    const least = isYes(row.cells.required) ? 1 : 0
    if (count === undefined || !/^\d+(\.0+)?$/.test(count)) return { minRows: least, maxRows: mostRows }
    const number = Number(count)
    if (number >= 1 && number <= mostRows) return { minRows: number, maxRows: number }
    this.#setting.flaws.push(flawAt(row.at('repeat_count'), 'repeat-count', count))
    return { minRows: least, maxRows: mostRows }
  }
}
