/** Reads the expressions of all questions now that every name is known, and puts header and tables together. */
import type { Condition, Field, Table } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { calculate } from './calculations.ts'
import { circlesAmong } from './circles.ts'
import { conditionOf, type Names, readExpression } from './conditions.ts'
import { constrain } from './constraints.ts'
import { type FlawCode, flawAt, Unmapped } from './flaws.ts'
import { fieldNameOf, isYes, type SheetRow, wordingOf } from './sheets.ts'
import type { Question, Repeat, Survey } from './survey.ts'

type Parts = { fields: Field[]; tables: Table[] }

export function resolve({ questions, repeats }: Survey, flaws: DraftFlaw[]): Parts {
  const resolver = new Resolver(questions, flaws)
  const resolved = questions.map((question) => ({ question, field: resolver.field(question) }))
  const inCircle = circlesAmong(resolved.flatMap(({ field }) => field ?? []))
  for (const { question, field } of resolved)
    if (field !== undefined && inCircle.has(field.id))
      flaws.push(flawAt(question.row.at('relevant'), 'condition-circle', field.id))
  const of = (table: Repeat | undefined) =>
    resolved.flatMap(({ question, field }) =>
      question.table === table && field !== undefined ? [resolver.withTotal(field)] : [],
    )
  const tables = repeats.flatMap((repeat): Table[] => {
    const fields = of(repeat)
    if (fields.length === 0) flaws.push(flawAt(repeat.row.at('type'), 'repeat-empty', repeat.id))
    const visibleWhen = resolver.condition([...repeat.under, repeat.row], undefined)
    const limits = resolver.limits.get(repeat)
    const table: Table = {
      id: repeat.id,
      title: repeat.title,
      ...(repeat.hint === undefined ? {} : { hint: repeat.hint }),
      fields,
      ...repeat.rows,
      ...(visibleWhen === undefined ? {} : { visibleWhen }),
      ...(limits === undefined ? {} : { sumLimits: limits }),
    }
    return fields.length === 0 ? [] : [table]
  })
  return { fields: of(undefined), tables }
}

class Resolver {
  readonly limits = new Map<Repeat, NonNullable<Table['sumLimits']>>()
  readonly #questions: readonly Question[]
  readonly #flaws: DraftFlaw[]
  readonly #totals = new Set<string>()

  constructor(questions: readonly Question[], flaws: DraftFlaw[]) {
    this.#questions = questions
    this.#flaws = flaws
  }

  /** The field with its conditions; undefined where the question is no field of its own (a total). */
  field({ field: plain, row, under, table }: Question): Field | undefined {
    const names = this.#namesIn(table)
    const visibleWhen = this.condition([...under, row], table)
    const required = this.#required(row, names)
    const field: Field = { ...plain, required, ...(visibleWhen === undefined ? {} : { visibleWhen }) }
    if (field.type === 'computed') return this.#computed(field, row, names)
    return this.#constrained(field, row, table)
  }

  /** All of these rows' `relevant`, joined; undefined where none has one. */
  condition(rows: readonly SheetRow[], table: Repeat | undefined): Condition | undefined {
    const names = this.#namesIn(table)
    const found = rows.flatMap((row) => {
      const source = row.cells.relevant
      if (source === undefined) return []
      return this.#try(row, 'relevant', () => conditionOf(readExpression(source), names)) ?? []
    })
    return found.length > 1 ? { all: found } : found[0]
  }

  /** The column with its total, where a calculate row asked for one. */
  withTotal(field: Field): Field {
    const summed = (field.type === 'integer' || field.type === 'rupiah') && this.#totals.has(field.id)
    return summed ? { ...field, total: true } : field
  }

  #required(row: SheetRow, names: Names): boolean | Condition {
    const source = row.cells.required ?? ''
    if (/^(no|false|false\(\)|tidak)?$/i.test(source)) return false
    if (isYes(source)) return true
    return this.#try(row, 'required', () => conditionOf(readExpression(source), names)) ?? false
  }

  #computed(field: Extract<Field, { type: 'computed' }>, row: SheetRow, names: Names): Field | undefined {
    const source = row.cells.calculation
    if (source === undefined) {
      this.#flaw(row, 'calculation', 'no-column', 'calculation')
      return undefined
    }
    const done = this.#try(row, 'calculation', () => calculate(field, source, names))
    if (done === undefined || 'field' in done) return done?.field
    const column = this.#questions.find((each) => each.field.id === fieldNameOf(done.totalOf))
    const summable = column?.table !== undefined && ['integer', 'rupiah'].includes(column.field.type)
    if (summable) this.#totals.add(column.field.id)
    this.#flaw(row, 'calculation', summable ? 'shown-as-total' : 'total-of-integers', done.totalOf)
    return undefined
  }

  #constrained(field: Field, row: SheetRow, table: Repeat | undefined): Field {
    const source = row.cells.constraint
    const message = wordingOf(row, 'constraint_message')?.wording
    if (source === undefined) return field
    const done = this.#try(row, 'constraint', () => constrain(field, source, message, this.#namesIn(table)))
    if (done === undefined) return field
    if (message !== undefined && !done.messageUsed) this.#flaw(row, 'constraint_message', 'message-not-used', '')
    if (done.sumLimits.length > 0) {
      const own = new Set(this.#questions.flatMap((each) => (each.table === table ? [each.field.id] : [])))
      const within = done.sumLimits.every(({ sum }) => sum.every((id) => own.has(id)))
      if (table === undefined || !within) this.#flaw(row, 'constraint', 'expression-not-supported', '+')
      else this.limits.set(table, [...(this.limits.get(table) ?? []), ...done.sumLimits])
    }
    return done.field
  }

  /** Names of the header, and of one's own table. */
  #namesIn(table: Repeat | undefined): Names {
    return (name) =>
      this.#questions.find((each) => each.field.id === name && (each.table === undefined || each.table === table))
        ?.field
  }

  #try<T>(row: SheetRow, column: string, read: () => T): T | undefined {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Unmapped)) throw error
      this.#flaw(row, column, error.code, error.what)
      return undefined
    }
  }

  #flaw(row: SheetRow, column: string, code: FlawCode, what: string): void {
    this.#flaws.push(flawAt(row.at(column), code, what))
  }
}
