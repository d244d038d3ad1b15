/**
 * Two people, a draft, and files that go between them: what an office does with a workbook, in small. The server is the real room
 * of workbooks over what a store would keep; the files are written and read as real ones.
 */
import { type CellValue, writeXlsx } from 'hucre/xlsx'
import { applyChanges } from '../../../functions/domain/workbook/apply-changes.ts'
import type { KnownDownload, Taken, WorkbookSubject } from '../../../functions/domain/workbook/workbooks.ts'
import { decided, undecided } from '../../../functions/rules/workbook-choices.ts'
import type { Answers, Row, Value } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import type { WorkbookPreview } from '../../../functions/schema/workbook.ts'
import { type BookCell, isErrorCell, isFormula, isShown } from '../../../functions/workbook/book.ts'
import { readBook } from '../../../functions/workbook/read/read-book.ts'
import { context } from '../../schema/sample-form.ts'
import { workbooks } from '../subject.ts'

const w = (text: string) => ({ id: text, en: text })
export const definition: FormDefinition = {
  id: 'uji',
  version: 1,
  title: w('Uji'),
  shortTitle: w('U'),
  description: w('Uji'),
  nilAllowed: false,
  fields: [],
  tables: [
    {
      id: 'baris',
      title: w('Anggaran'),
      minRows: 0,
      maxRows: 500,
      uniqueBy: ['kode'],
      fields: [
        { id: 'kode', label: w('Kode'), required: true, type: 'text', maxLength: 20 },
        { id: 'nama', label: w('Nama'), required: true, type: 'text', maxLength: 100 },
        { id: 'pagu', label: w('Pagu'), required: false, type: 'rupiah' },
        { id: 'realisasi', label: w('Realisasi'), required: false, type: 'rupiah' },
        { id: 'catatan', label: w('Catatan'), required: false, type: 'text', maxLength: 200 },
      ],
    },
  ],
}

/** The same with questions, of which one hides the table. */
const asked: FormDefinition = {
  ...definition,
  fields: [
    {
      id: 'ada',
      label: w('Ada anggaran?'),
      required: true,
      type: 'choice',
      choices: ['ya', 'tidak'].map((value) => ({ value, label: w(value === 'ya' ? 'Ya, ada' : 'Tidak ada') })),
    },
    { id: 'kontak', label: w('Kontak'), required: false, type: 'text', maxLength: 100 },
    { id: 'pegawai', label: w('Pegawai'), required: false, type: 'integer', min: 0 },
  ],
  tables: definition.tables.map((table) => ({ ...table, visibleWhen: { field: 'ada', is: ['ya'] } })),
}

export type Person = 'ani' | 'budi'
export type Line = CellValue[]
/** A file as its owner has it on the desk. `seen`: cells of the draft that it was given or gave, by key, field and value. */
export type Paper = {
  readonly owner: Person
  readonly download: string
  /** The sheet of questions: what stands in its column of answers, by label. */
  questions: Line[]
  head: Line
  lines: Line[]
  second: Line[] | undefined
  hidden: Line[] | undefined
  readonly seen: ReadonlySet<string>
}

function plain(cell: BookCell | undefined): CellValue {
  if (isShown(cell) || isFormula(cell)) return cell.value
  return isErrorCell(cell) ? cell.error : (cell ?? null)
}

export class Office {
  answers: Answers = { fields: { ada: 'ya' }, rows: { baris: [] } }
  #at = Date.parse('2026-02-10T01:00:00Z')
  readonly #seen = new Map<string, Set<string>>()
  readonly #downloads = new Map<string, { madeAt: string; takes: Taken[] }>()
  /** Who last wrote a cell of the draft, by key and field. */
  readonly authors = new Map<string, Person>()
  /** What somebody ever put beside a code, or into a row. */
  readonly facts = new Set<string>()

  get rows(): readonly Row[] {
    return this.answers.rows.baris ?? []
  }

  #subject(by: Person): WorkbookSubject {
    return {
      stamp: { region: 'kota-kupang', agencyId: 'dinsos', round: '3a' },
      definition: asked,
      answers: this.answers,
      context,
      language: 'id',
      heading: 'Dinas Sosial',
      person: { id: by, nameOf: (id) => id },
      download: async (id): Promise<KnownDownload | undefined> => this.#downloads.get(id),
    }
  }

  async download(owner: Person): Promise<Paper> {
    this.#at += 60_000
    const now = new Date(this.#at)
    const subject = this.#subject(owner)
    const book = await readBook(await workbooks.template(now, subject))
    const rowsOf = (name: string) =>
      Array.from(book.sheets.find((sheet) => sheet.name === name)?.rows ?? [], (row) => [...(row ?? [])].map(plain))
    const [head = [], ...lines] = rowsOf('Anggaran')
    const seen = new Set(this.#draftFacts())
    const download = await workbooks.downloadId(now, subject)
    const questions = rowsOf('Umum')
    const paper = { owner, download, questions, head, lines, second: undefined, hidden: rowsOf('_lengkap'), seen }
    this.#downloads.set(download, { madeAt: now.toISOString(), takes: [] })
    return paper
  }

  /** On the page: a cell is set, or a row put in or taken out. */
  edit(by: Person, change: (rows: Row[]) => Row[]): void {
    this.#write(by, { fields: this.answers.fields, rows: { baris: change([...this.rows]) } })
    for (const { rowKey, cells } of this.rows) this.#state(cells, rowKey)
  }

  answer(by: Person, field: string, value: Value): void {
    this.#write(by, { fields: { ...this.answers.fields, [field]: value }, rows: this.answers.rows })
    this.facts.add(`form ${field} ${String(value)}`)
  }

  #draftFacts(): string[] {
    const rows = this.rows.flatMap(({ rowKey, cells }) => cellFacts(cells, rowKey))
    return [...rows, ...cellFacts(this.answers.fields, 'form')]
  }

  async bytesOf({ questions, head, lines, second, hidden }: Paper): Promise<Uint8Array> {
    const sheets = [
      { name: 'Umum', rows: questions },
      { name: 'Anggaran', rows: [head, ...lines] },
      ...(second === undefined ? [] : [{ name: 'Bagian 2', rows: [head, ...second] }]),
      ...(hidden === undefined ? [] : [{ name: '_lengkap', rows: hidden, veryHidden: true }]),
    ]
    return writeXlsx({ sheets })
  }

  async preview(paper: Paper): Promise<WorkbookPreview> {
    return (await workbooks.check(this.#subject(paper.owner), await this.bytesOf(paper))).preview
  }

  /** Answers what was seen before confirming; questions that must be answered take `choose`, others now and then. */
  async confirm(paper: Paper, choose: (options: number) => number): Promise<Confirmed> {
    this.#at += 60_000
    const lines = [...paper.lines, ...(paper.second ?? [])]
    this.#stateRenamed(lines)
    for (const line of lines) this.#stateLine(paper.head, line)
    for (const { id, label } of asked.fields) {
      const value = paper.questions[questionAt(paper, label.id)]?.[answerColumn(paper)]
      const choice = value === 'Ya, ada' ? 'ya' : value === 'Tidak ada' ? 'tidak' : value
      this.facts.add(`form ${id} ${String(choice)}`)
    }
    const { preview, offer } = await workbooks.check(this.#subject(paper.owner), await this.bytesOf(paper))
    const open = new Set(undecided(preview, {}).map(({ id }) => id))
    const options = new Map(
      preview.asks.flatMap(({ id, options: all }) =>
        open.has(id) || choose(5) === 0 ? [[id, choose(all.length)] as const] : [],
      ),
    )
    this.#write(paper.owner, applyChanges(this.answers, decided(preview, { options })))
    const known = preview.file === null ? undefined : this.#downloads.get(preview.file.download)
    if (known !== undefined) {
      const marks = await workbooks.taken(this.#subject(paper.owner), offer)
      const taken = { by: paper.owner, at: new Date(this.#at).toISOString(), marks }
      known.takes = [taken, ...known.takes.filter(({ by }) => by !== paper.owner)]
    }
    this.#see(paper)
    return { preview, options }
  }

  /** A person's files of one download are one to the server: it remembers what that person last gave. */
  #see(paper: Paper): void {
    const name = `${paper.owner} ${paper.download}`
    const seen = this.#seen.get(name) ?? new Set(paper.seen)
    for (const fact of this.#draftFacts()) seen.add(fact)
    this.#seen.set(name, seen)
  }

  /** Cells of the draft that this person's files of this download were given or gave. */
  seenBy(paper: Paper): ReadonlySet<string> {
    return new Set([...paper.seen, ...(this.#seen.get(`${paper.owner} ${paper.download}`) ?? [])])
  }

  #write(by: Person, next: Answers): void {
    const before = new Map(this.rows.map((row) => [row.rowKey, row.cells]))
    before.set('form', this.answers.fields)
    for (const { rowKey, cells } of [...(next.rows.baris ?? []), { rowKey: 'form', cells: next.fields }]) {
      for (const [field, value] of Object.entries(cells)) {
        if (JSON.stringify(before.get(rowKey)?.[field]) !== JSON.stringify(value))
          this.authors.set(`${rowKey} ${field}`, by)
      }
    }
    this.answers = next
  }

  #state(cells: Readonly<Record<string, Value>>, rowKey: string): void {
    for (const fact of [...cellFacts(cells, `code ${cells.kode}`), ...cellFacts(cells, rowKey)]) this.facts.add(fact)
  }

  /** Who gives another code to the one line with a row's name means that row, with what the draft has in it by now. */
  #stateRenamed(lines: readonly Line[]): void {
    for (const { rowKey, cells } of this.rows) {
      const named = lines.filter((line) => line[1] === cells.nama)
      const isRenamed = named.length > 0 && !named.some((line) => line[0] === cells.kode)
      if (isRenamed) for (const fact of cellFacts(cells, rowKey)) this.facts.add(fact)
    }
  }

  #stateLine(head: Line, line: Line): void {
    const cells: Record<string, Value> = {}
    head.forEach((title, column) => {
      const field = definition.tables[0]?.fields.find(({ label }) => String(title).startsWith(label.id))
      const value = line[column]
      if (field !== undefined && value !== null && value !== undefined) cells[field.id] = value as Value
    })
    const key = line[head.findIndex((title) => String(title).startsWith('Kunci'))]
    this.#state(cells, typeof key === 'string' ? key : 'no key')
  }
}

export type Confirmed = { readonly preview: WorkbookPreview; readonly options: ReadonlyMap<string, number> }

export function questionAt({ questions }: Pick<Paper, 'questions'>, label: string): number {
  return questions.findIndex((line) => line.some((cell) => String(cell).startsWith(label)))
}

export function answerColumn({ questions }: Pick<Paper, 'questions'>): number {
  return questions.find((line) => line.includes('Jawaban'))?.indexOf('Jawaban') ?? -1
}

export function cellFacts(cells: Readonly<Record<string, Value>>, name: string): string[] {
  return Object.entries(cells).map(([field, value]) => `${name} ${field} ${String(value)}`)
}
