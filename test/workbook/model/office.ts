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
export const fieldIds = ['kode', 'nama', 'pagu', 'realisasi', 'catatan'] as const
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

export type Person = 'ani' | 'budi'
export type Line = CellValue[]
/** A file as its owner has it on the desk. `seen`: cells of the draft that it was given or gave, by key, field and value. */
export type Paper = {
  readonly owner: Person
  readonly download: string
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
  answers: Answers = { fields: {}, rows: { baris: [] } }
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
      definition,
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
      (book.sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) => [...(row ?? [])].map(plain))
    const [head = [], ...lines] = rowsOf('Anggaran')
    const seen = new Set(this.rows.flatMap(({ rowKey, cells }) => cellFacts(cells, rowKey)))
    const download = workbooks.downloadId(now, subject)
    const paper = { owner, download, head, lines, second: undefined, hidden: rowsOf('_lengkap'), seen }
    this.#downloads.set(download, { madeAt: now.toISOString(), takes: [] })
    return paper
  }

  /** On the page: a cell is set, or a row put in or taken out. */
  edit(by: Person, change: (rows: Row[]) => Row[]): void {
    this.#write(by, { fields: {}, rows: { baris: change([...this.rows]) } })
    for (const { rowKey, cells } of this.rows) this.#state(cells, rowKey)
  }

  async bytesOf({ head, lines, second, hidden }: Paper): Promise<Uint8Array> {
    const sheets = [
      { name: 'Anggaran', rows: [head, ...lines] },
      ...(second === undefined ? [] : [{ name: 'Bagian 2', rows: [head, ...second] }]),
      ...(hidden === undefined ? [] : [{ name: '_lengkap', rows: hidden, veryHidden: true }]),
    ]
    return writeXlsx({ sheets })
  }

  async preview(paper: Paper): Promise<WorkbookPreview> {
    return (await workbooks.check(this.#subject(paper.owner), await this.bytesOf(paper))).preview
  }

  /** Answers what was seen before confirming; questions that must be answered take `choose`. */
  async confirm(paper: Paper, choose: (options: number) => number): Promise<WorkbookPreview> {
    this.#at += 60_000
    for (const line of [...paper.lines, ...(paper.second ?? [])]) {
      this.#stateRenamed(paper.head, line)
      this.#stateLine(paper.head, line)
    }
    const { preview, offer } = await workbooks.check(this.#subject(paper.owner), await this.bytesOf(paper))
    const options = new Map(undecided(preview, {}).map(({ id, options: all }) => [id, choose(all.length)]))
    this.#write(paper.owner, applyChanges(this.answers, decided(preview, { options })))
    const known = preview.file === null ? undefined : this.#downloads.get(preview.file.download)
    if (known !== undefined) {
      const marks = workbooks.taken(this.#subject(paper.owner), offer)
      const taken = { by: paper.owner, at: new Date(this.#at).toISOString(), marks }
      known.takes = [taken, ...known.takes.filter(({ by }) => by !== paper.owner)]
    }
    this.#see(paper)
    return preview
  }

  /** A person's files of one download are one to the server: it remembers what that person last gave. */
  #see(paper: Paper): void {
    const name = `${paper.owner} ${paper.download}`
    const seen = this.#seen.get(name) ?? new Set(paper.seen)
    for (const fact of this.rows.flatMap(({ rowKey, cells }) => cellFacts(cells, rowKey))) seen.add(fact)
    this.#seen.set(name, seen)
  }

  /** Cells of the draft that this person's files of this download were given or gave. */
  seenBy(paper: Paper): ReadonlySet<string> {
    return new Set([...paper.seen, ...(this.#seen.get(`${paper.owner} ${paper.download}`) ?? [])])
  }

  #write(by: Person, next: Answers): void {
    const before = new Map(this.rows.map((row) => [row.rowKey, row.cells]))
    for (const { rowKey, cells } of next.rows.baris ?? []) {
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

  /** Who gives another code to a row that has its key and its name means that row, with what the draft has in it by now. */
  #stateRenamed(head: Line, line: Line): void {
    const { key, cells } = readLine(head, line)
    const row = this.rows.find(({ rowKey }) => rowKey === key)
    if (row?.cells.nama === cells.nama) for (const fact of cellFacts(row?.cells ?? {}, key)) this.facts.add(fact)
  }

  #stateLine(head: Line, line: Line): void {
    const { key, cells } = readLine(head, line)
    this.#state(cells, key)
  }
}

function readLine(head: Line, line: Line) {
  const cells: Record<string, Value> = {}
  head.forEach((title, column) => {
    const field = definition.tables[0]?.fields.find(({ label }) => String(title).startsWith(label.id))
    const value = line[column]
    if (field !== undefined && value !== null && value !== undefined) cells[field.id] = value as Value
  })
  const key = line[head.findIndex((title) => String(title).startsWith('Kunci'))]
  return { key: typeof key === 'string' ? key : 'no key', cells }
}

export function cellFacts(cells: Readonly<Record<string, Value>>, name: string): string[] {
  return Object.entries(cells).map(([field, value]) => `${name} ${field} ${String(value)}`)
}
