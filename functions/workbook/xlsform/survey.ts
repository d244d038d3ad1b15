/**
 * Walks the survey from top to bottom: groups are opened up (their condition goes to each question), a repeat becomes a table,
 * a note becomes the hint of what follows it. Expressions are left for later, since they may name questions further down.
 */
import type { Field, Table } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import { flawAt } from './flaws.ts'
import { flagColumns, readName, readQuestion, type Setting } from './question.ts'
import { isYes, type NamedSheet, type SheetRow, wordingOf } from './sheets.ts'
import { flagTexts } from './texts.ts'

/** A question with the rows whose `relevant` it stands under, the outermost first. `table`: its repeat. */
export type Question = { field: Field; row: SheetRow; under: readonly SheetRow[]; table: Repeat | undefined }
export type Repeat = {
  id: string
  title: Wording
  hint?: Wording
  row: SheetRow
  under: readonly SheetRow[]
  rows: Pick<Table, 'minRows' | 'maxRows'>
}
export type Survey = { questions: Question[]; repeats: Repeat[]; opening: Wording[] }

type Open = { kind: 'group' | 'repeat'; row: SheetRow; repeat?: Repeat }

const mostRows = 1_000

/** What ODK and Kobo let every form record by itself. */
const metadata = new Set([
  'start',
  'end',
  'today',
  'deviceid',
  'subscriberid',
  'simserial',
  'phonenumber',
  'username',
  'email',
  'audit',
])

/** `begin repeat`, `Begin_Repeat` and `select one` are written too. The name of a list keeps its letter case. */
function typeOf({ cells }: SheetRow): string {
  const [first = '', ...rest] = (cells.type ?? '')
    .trim()
    .replace(/^(begin|end|select)[ _]+/i, '$1_')
    .split(/\s+/)
  return [first.toLowerCase(), ...rest].join(' ')
}

export function readSurvey(sheet: NamedSheet, setting: Setting): Survey {
  return new Walk(setting).over(sheet)
}

class Walk {
  readonly #setting: Setting
  readonly #survey: Survey = { questions: [], repeats: [], opening: [] }
  readonly #open: Open[] = []
  readonly #names = new Set<string>()
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
    const kind = typeOf(row)
    if (isYes(row.cells.disabled)) this.#setting.flaws.push(flawAt(row.at('disabled'), 'row-disabled', kind))
    else if (metadata.has(kind)) this.#setting.flaws.push(flawAt(row.at('type'), 'metadata-not-used', kind))
    else if (kind === '') this.#setting.flaws.push(flawAt(row.at('type'), 'type-not-supported', ''))
    else if (kind.startsWith('begin_')) this.#begin(row, kind)
    else if (kind.startsWith('end_')) this.#end(row, kind)
    else if (kind === 'note') this.#note(row)
    else this.#question(row, kind)
  }

  #begin(row: SheetRow, kind: string): void {
    const { flaws } = this.#setting
    if (kind !== 'begin_group' && kind !== 'begin_repeat') {
      flaws.push(flawAt(row.at('type'), 'type-not-supported', kind))
      return
    }
    flagColumns(row, flaws)
    if (kind === 'begin_group') {
      const label = wordingOf(row, 'label')
      if (label !== undefined) flaws.push(flawAt(row.at('label'), 'group-label', label.wording.id))
      this.#open.push({ kind: 'group', row })
      return
    }
    if (this.#table() !== undefined) flaws.push(flawAt(row.at('type'), 'nested-repeat'))
    const label = wordingOf(row, 'label')
    if (label === undefined) flaws.push(flawAt(row.at('label'), 'label-missing'))
    const hint = this.#hintFrom(wordingOf(row, 'hint')?.wording)
    const repeat: Repeat = {
      id: this.#name(row) ?? 'x',
      title: label?.wording ?? { id: '?', en: '?' },
      ...(hint === undefined ? {} : { hint }),
      row,
      under: this.#under(),
      rows: this.#rowsOf(row),
    }
    this.#survey.repeats.push(repeat)
    this.#open.push({ kind: 'repeat', row, repeat })
  }

  #end(row: SheetRow, kind: string): void {
    const last = this.#open.at(-1)
    if (last === undefined || kind !== `end_${last.kind}`) {
      this.#setting.flaws.push(flawAt(row.at('type'), 'end-unexpected', kind))
      return
    }
    this.#open.pop()
  }

  #note(row: SheetRow): void {
    const { flaws } = this.#setting
    if (row.cells.relevant !== undefined) flaws.push(flawAt(row.at('relevant'), 'note-conditional'))
    flagTexts(row, flaws)
    const label = wordingOf(row, 'label')
    if (label === undefined) flaws.push(flawAt(row.at('label'), 'label-missing'))
    else this.#notes.push(label.wording)
  }

  #question(row: SheetRow, kind: string): void {
    const read = readQuestion(row, kind, this.#setting)
    if (read === undefined) return
    const known = this.#names.has(read.id)
    if (known && row.cells.name !== undefined)
      this.#setting.flaws.push(flawAt(row.at('name'), 'name-twice', row.cells.name))
    this.#names.add(read.id)
    const hint = this.#hintFrom(read.hint)
    const field: Field = hint === undefined ? read : { ...read, hint }
    const table = this.#table()
    // Groups inside a repeat count for its questions; those around it count for the table.
    const from = this.#open.findIndex(({ kind: each }) => each === 'repeat') + 1
    const under = this.#open.slice(from).map((each) => each.row)
    this.#survey.questions.push({ field, row, under, table })
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

  #under(): SheetRow[] {
    return this.#open.map(({ row }) => row)
  }

  #name(row: SheetRow): string | undefined {
    const name = readName(row, this.#setting.flaws)
    if (name !== undefined && this.#names.has(name))
      this.#setting.flaws.push(flawAt(row.at('name'), 'name-twice', name))
    if (name !== undefined) this.#names.add(name)
    return name
  }

  #rowsOf(row: SheetRow): Repeat['rows'] {
    const count = row.cells.repeat_count
    const least = isYes(row.cells.required) ? 1 : 0
    if (count === undefined) return { minRows: least, maxRows: mostRows }
    const number = /^\d{1,4}$/.test(count) ? Number(count) : 0
    if (number >= 1 && number <= mostRows) return { minRows: number, maxRows: number }
    this.#setting.flaws.push(flawAt(row.at('repeat_count'), 'repeat-count', count))
    return { minRows: least, maxRows: mostRows }
  }
}
