/**
 * Which row of the file is which row that is known: of the draft, or of what this file last had. It is told by what a row says,
 * never by the line it stands in. In this order: its key, where what tells rows apart is the same; the same content; its key
 * alone; what tells rows apart alone. A row that is nearly one of those left over is a question. What is none of these is new,
 * with a key made of its content, so that the same file always gives the same answer.
 */
import type { Cells } from '../../schema/answers.ts'
import type { MatchReason } from '../../schema/workbook.ts'
import { derivedKey, markAt, noColumn, noMark, pick, unread } from '../cells/fingerprint.ts'
import type { FileRow } from './file-row.ts'
import { nearest } from './nearest-rows.ts'

/** `like`: keys of rows of which this one may be a correction. `rowKey` is then the key that it has as a new row. */
export type Matched = {
  readonly file: FileRow
  readonly rowKey: string
  readonly why: MatchReason | 'own' | 'new'
  readonly like: readonly string[]
}

export type KnownRows = {
  readonly table: string
  /** Marks by row key: of what the file last had, and of what the draft has besides. */
  readonly marks: ReadonlyMap<string, string>
  /** Keys that the draft has, in its order. */
  readonly draft: ReadonlySet<string>
  /** Keys that a correction may be meant for. */
  readonly correctable: ReadonlySet<string>
  /**
   * Places of the fields that tell rows apart: those of which the form says so, else the first one, which then counts only
   * where no two rows agree in it.
   */
  readonly signs: readonly number[]
  readonly areWeak: boolean
  /** Places of the fields with a column in the file. */
  readonly present: readonly number[]
}

export function matchRows(files: readonly FileRow[], known: KnownRows): Matched[] {
  const match = new Matching(files, known)
  match.byKey()
  match.byContent()
  match.byOwnKey()
  match.byKeyAlone()
  match.bySigns()
  return match.finish()
}

/** Of rows that say the same of what should tell them apart, so many are compared. */
const maxRivals = 20

class Matching {
  readonly #known: KnownRows
  readonly #files: readonly FileRow[]
  readonly #found = new Map<FileRow, { rowKey: string; why: MatchReason | 'own' }>()
  readonly #taken = new Set<string>()
  /** The row that keeps a key which several carry. */
  readonly #keyed = new Map<FileRow, string>()
  readonly #own = new Map<FileRow, string>()
  /** The keys of equal rows, which may stand for each other. */
  readonly #equal = new Map<FileRow, string[]>()

  constructor(files: readonly FileRow[], known: KnownRows) {
    this.#files = files
    this.#known = known
    const byKey = new Map<string, FileRow>()
    for (const file of files) {
      if (file.key === undefined || !known.marks.has(file.key)) continue
      const rival = byKey.get(file.key)
      // Of copies on one sheet the one that is still as it was given out; of sheets the first.
      const isBetter = rival?.of === file.of && this.#alike(file, file.key) > this.#alike(rival, file.key)
      if (rival === undefined || isBetter) byKey.set(file.key, file)
    }
    for (const [key, file] of byKey) this.#keyed.set(file, key)
    const equal = new Map<string, string[]>()
    for (const file of files) {
      const content = contentOf(cellsOf(file))
      const keys = equal.get(content) ?? []
      const key = derivedKey(known.table, content, keys.length)
      equal.set(content, keys)
      keys.push(key)
      this.#own.set(file, key)
      this.#equal.set(file, keys)
    }
  }

  byKey(): void {
    for (const [file, key] of this.#keyed) {
      const marks = this.#known.marks.get(key) ?? ''
      const signs = this.#signsOf(file.marks)
      const isSame =
        signs === undefined ? 2 * this.#alike(file, key) >= this.#filled(marks) : signs === this.#signsOf(marks)
      if (isSame) this.#claim(file, key, 'key')
    }
  }

  byContent(): void {
    const index = this.#index((marks) => pick(marks, this.#known.present))
    // Of equal rows those first that have no key to fall back on.
    const left = this.#left()
    for (const file of [
      ...left.filter((each) => !this.#keyed.has(each)),
      ...left.filter((each) => this.#keyed.has(each)),
    ]) {
      const key = this.#firstFree(index.get(pick(file.marks, this.#known.present)))
      if (key !== undefined) this.#claim(file, key, 'content')
    }
  }

  /** Came from a file with this very content before. */
  byOwnKey(): void {
    const draft = new Map<string[], string[]>()
    for (const file of this.#left()) {
      const keys = this.#equal.get(file) ?? []
      const there = draft.get(keys) ?? keys.filter((key) => this.#known.draft.has(key))
      draft.set(keys, there)
      const key = this.#firstFree(there)
      if (key !== undefined) this.#claim(file, key, 'own')
    }
  }

  /** Unless another row says the same of what tells rows apart, and is more like it: then the keys were left behind in sorting. */
  byKeyAlone(): void {
    const index = this.#known.areWeak ? new Map() : this.#index((marks) => this.#signsOf(marks))
    for (const file of this.#left()) {
      const key = this.#keyed.get(file)
      if (key === undefined || this.#taken.has(key)) continue
      const other = this.#firstFree(index.get(this.#signsOf(file.marks) ?? ''))
      const isOther = other !== undefined && other !== key && this.#alike(file, other) > this.#alike(file, key)
      if (!isOther && this.#alike(file, key) > 0) this.#claim(file, key, 'key')
    }
  }

  bySigns(): void {
    const index = this.#index((marks) => this.#signsOf(marks))
    const times = new Map<string, number>()
    for (const { marks } of this.#files) {
      const signs = this.#signsOf(marks) ?? ''
      times.set(signs, (times.get(signs) ?? 0) + 1)
    }
    const rows = this.#left().flatMap((file) => {
      const signs = this.#signsOf(file.marks)
      const keys = signs === undefined ? [] : (index.get(signs) ?? []).slice(0, maxRivals)
      if (this.#known.areWeak && (keys.length > 1 || (times.get(signs ?? '') ?? 0) > 1)) return []
      return keys.map((key) => ({ file, key, alike: this.#alike(file, key) }))
    })
    for (const { file, key } of rows.sort((a, b) => b.alike - a.alike)) {
      if (!this.#found.has(file) && !this.#taken.has(key)) this.#claim(file, key, 'identity')
    }
  }

  finish(): Matched[] {
    const left = this.#left()
    const free = new Map(
      [...this.#known.marks].filter(([key]) => !this.#taken.has(key) && this.#known.correctable.has(key)),
    )
    const like = nearest(left, free, this.#known.present)
    return this.#files.map((file) => {
      const found = this.#found.get(file)
      if (found !== undefined) return { file, ...found, like: [] }
      return { file, rowKey: this.#newKey(file), why: 'new', like: like.get(file) ?? [] }
    })
  }

  #newKey(file: FileRow): string {
    let key = this.#own.get(file) ?? ''
    for (let nth = 0; this.#taken.has(key) || this.#known.marks.has(key); nth += 1) key = derivedKey(key, nth)
    this.#taken.add(key)
    return key
  }

  #claim(file: FileRow, rowKey: string, why: MatchReason | 'own'): void {
    this.#found.set(file, { rowKey, why })
    this.#taken.add(rowKey)
  }

  #left(): FileRow[] {
    return this.#files.filter((file) => !this.#found.has(file))
  }

  #index(sign: (marks: string) => string | undefined): Map<string, string[]> {
    const index = new Map<string, string[]>()
    for (const [key, marks] of this.#known.marks) {
      const name = this.#taken.has(key) ? undefined : sign(marks)
      if (name === undefined) continue
      const keys = index.get(name)
      if (keys === undefined) index.set(name, [key])
      else keys.push(key)
    }
    // A row that is still there before one that is gone.
    for (const keys of index.values())
      keys.sort((a, b) => Number(this.#known.draft.has(b)) - Number(this.#known.draft.has(a)))
    return index
  }

  /** What is taken stays so, so each key is passed over once. */
  #firstFree(keys: string[] | undefined): string | undefined {
    while (keys?.[0] !== undefined && this.#taken.has(keys[0])) keys.shift()
    return keys?.[0]
  }

  #signsOf(marks: string): string | undefined {
    const { signs, present } = this.#known
    if (signs.length === 0 || signs.some((index) => !present.includes(index))) return undefined
    const picked = signs.map((index) => markAt(marks, index) ?? noMark)
    return picked.some((mark) => mark === noMark || mark === noColumn || mark === unread) ? undefined : picked.join('')
  }

  /** Filled cells that are the same. */
  #alike(file: FileRow, key: string): number {
    const marks = this.#known.marks.get(key) ?? ''
    return this.#known.present.filter((index) => {
      const mark = markAt(file.marks, index)
      return mark !== noMark && mark === markAt(marks, index)
    }).length
  }

  #filled(marks: string): number {
    return this.#known.present.filter((index) => markAt(marks, index) !== noMark).length
  }
}

export function cellsOf({ cells }: FileRow): Cells {
  return Object.fromEntries([...cells].flatMap(([{ id }, { value }]) => (value === undefined ? [] : [[id, value]])))
}

/** The same cells give the same text, in whatever order they are. */
export function contentOf(cells: Cells): string {
  return JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)))
}
