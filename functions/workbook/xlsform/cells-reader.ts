/** Reads the expressions of single cells, each where it stands, and says what is wrong with it there. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import type { Language } from '../../schema/wording.ts'
import { type FlawCode, flawAt, Unmapped } from './flaws.ts'
import type { LookUps } from './look-ups.ts'
import { readRule } from './read-rule.ts'
import { isYes } from './sheets.ts'
import type { Stands } from './stands.ts'
import type { Repeat, Standing, Survey } from './survey-parts.ts'
import { finderOf } from './who-is.ts'

/** A cell: its row with the row's place, its column, and the repeat that the row stands in. */
export type Cell = Standing & { readonly column: string; readonly table: Repeat | undefined }

export class CellsReader {
  readonly find: Stands['find']
  readonly #survey: Survey
  readonly #flaws: DraftFlaw[]
  readonly #lookUps: LookUps
  /** Columns by list. */
  readonly #used = new Map<string, Set<string>>()

  constructor(survey: Survey, lookUps: LookUps, flaws: DraftFlaw[]) {
    this.#survey = survey
    this.#lookUps = lookUps
    this.#flaws = flaws
    this.find = finderOf(survey)
  }

  stands(cell: Cell, more: Partial<Stands> = {}): Stands {
    const { questions, repeats } = this.#survey
    return {
      find: this.find,
      list: this.#lookUps,
      looksInto: ({ id }, column) => this.#used.set(id, (this.#used.get(id) ?? new Set()).add(column)),
      way: cell.way,
      wayOf: (table) => repeats.find(({ id }) => id === table)?.way ?? [],
      fieldOf: (id) => questions.find(({ field }) => field.id === id)?.field,
      table: cell.table?.id,
      note: (code, what) => this.flaw(cell, code, what),
      ...more,
    }
  }

  /** `decides`: in a place where an answer as such always holds. */
  rule(cell: Cell, source: string, stands: Stands, decides = false): Expression | undefined {
    const read = this.attempt(cell, () => readRule(source, stands))
    if (read !== undefined && decides && ('field' in read || 'self' in read)) this.flaw(cell, 'always-true', source)
    return read
  }

  /** All of these `relevant`, joined; undefined where none has one. */
  relevant(standing: readonly Standing[], table: Repeat | undefined, self?: Field): Expression | undefined {
    return joined(
      standing.map(({ row, way }) => {
        const source = row.cells.relevant
        if (source === undefined || isYes(source)) return undefined
        const cell = { row, way, column: 'relevant', table }
        const inside = /^begin/i.test(row.cells.type ?? '') ? way : undefined
        return this.rule(cell, source, this.stands(cell, { self, inside }), true)
      }),
    )
  }

  attempt<T>(cell: Cell, read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Unmapped)) throw error
      this.flaw(cell, error.code, error.what)
      return undefined
    }
  }

  flaw({ row, column }: Pick<Cell, 'row' | 'column'>, code: FlawCode, what = ''): void {
    const flaw = flawAt(row.at(column), code, what)
    // A group's condition is read once for each of its questions.
    const same = (each: DraftFlaw) => each.row === flaw.row && each.column === flaw.column && each.code === code
    if (!this.#flaws.some((each) => same(each) && each.message.id === flaw.message.id)) this.#flaws.push(flaw)
  }

  labelOf(id: string, language: Language): string {
    return this.#survey.questions.find(({ field }) => field.id === id)?.field.label[language] ?? id
  }

  nameOf(id: string): string {
    const question = this.#survey.questions.find(({ field }) => field.id === id)
    return question?.name || this.#survey.repeats.find((repeat) => repeat.id === id)?.name || id
  }

  /** The lists that were looked into, with the columns that were looked at. */
  lists(): Pick<FormDefinition, 'lists'> {
    const lists = [...this.#used].map(([id, columns]) => {
      const items = this.#lookUps(id)?.items ?? []
      const kept = (key: string) => columns.has(key.replace(/@en$/, ''))
      return [id, items.map((item) => Object.fromEntries(Object.entries(item).filter(([key]) => kept(key))))] as const
    })
    return lists.length === 0 ? {} : { lists: Object.fromEntries(lists) }
  }
}

export function joined(all: readonly (Expression | undefined)[]): Expression | undefined {
  const given = all.filter((each) => each !== undefined)
  return given.length === 0 ? undefined : given.reduce((left, right) => ({ call: 'and', of: [left, right] }))
}
