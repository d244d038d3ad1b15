/** The groups and repeats that a row of the survey stands in. */
import type { Wording } from '../../schema/wording.ts'
import type { SheetRow } from './sheets.ts'
import type { Repeat, Standing, Way } from './survey-parts.ts'

export type Open = {
  readonly kind: 'group' | 'repeat'
  readonly row: SheetRow
  readonly repeat?: Repeat
  readonly heading?: Wording
}

export class OpenRows {
  readonly #open: Open[] = []

  get all(): readonly Open[] {
    return this.#open
  }

  open(each: Open): void {
    this.#open.push(each)
  }

  /** Closes the innermost; false where that is of another kind. */
  close(kind: Open['kind']): boolean {
    if (this.#open.at(-1)?.kind !== kind) return false
    this.#open.pop()
    return true
  }

  table(): Repeat | undefined {
    return this.#open.find(({ repeat }) => repeat !== undefined)?.repeat
  }

  /** Of a row with this name. */
  way(name: string | undefined): Way {
    return [...this.#open.map(({ row }) => row.cells.name ?? ''), name ?? ''].filter((each) => each !== '')
  }

  /** What a question here stands under. */
  headings(): { under?: Wording[] } {
    const under = this.#inside().flatMap(({ heading }) => (heading === undefined ? [] : [heading]))
    return under.length === 0 ? {} : { under }
  }

  /** Whose `relevant` counts for a question here. */
  ofQuestion(): Standing[] {
    return this.#standing(this.#open.length - this.#inside().length)
  }

  /** Whose `relevant` counts for a table here. */
  ofTable(): Standing[] {
    return this.#standing(0)
  }

  /** Of the table, where the row stands in one: a condition around that hides the whole table. */
  hasCondition(): boolean {
    return this.#inside().some(({ kind, row }) => kind === 'group' && row.cells.relevant !== undefined)
  }

  /** Groups inside a repeat count for its questions; those around it count for the table. */
  #inside(): Open[] {
    return this.#open.slice(this.#open.findIndex(({ kind }) => kind === 'repeat') + 1)
  }

  #standing(from: number): Standing[] {
    const names = this.#open.map(({ row }) => row.cells.name ?? '')
    return this.#open
      .map(({ row }, at) => ({ row, way: names.slice(0, at + 1).filter((each) => each !== '') }))
      .slice(from)
  }
}
