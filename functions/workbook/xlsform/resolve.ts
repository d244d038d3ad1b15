/** Reads the expressions of all questions now that every name is known, and puts header and tables together. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Rules } from '../../schema/fields/shape.ts'
import type { Field, Table } from '../../schema/form.ts'
import type { DraftFlaw } from '../../schema/form-draft.ts'
import type { Language } from '../../schema/wording.ts'
import { chosenBy, columnsOf } from './chosen-by.ts'
import { circlesIn } from './circles.ts'
import { computedBy } from './computed-by.ts'
import { constraintOf } from './constraint.ts'
import { defaultOf } from './defaults.ts'
import { type FlawCode, flawAt, Unmapped } from './flaws.ts'
import type { Languages } from './languages.ts'
import { otherChosen } from './or-other.ts'
import { readRule, resolveRule } from './rule-reader.ts'
import { isNo, isYes, type SheetRow } from './sheets.ts'
import type { Stands } from './stands.ts'
import type { Question, Repeat, Survey } from './survey-parts.ts'
import { hasAnswers, textTree } from './texts.ts'
import { withTotals } from './totals.ts'
import { finderOf } from './who-is.ts'

type Parts = { fields: Field[]; tables: Table[] }

export function resolve(survey: Survey, languages: Languages, flaws: DraftFlaw[]): Parts {
  const resolver = new Resolver(survey, languages, flaws)
  const resolved = survey.questions.map((question) => ({ question, field: resolver.field(question) }))
  const of = (repeat: Repeat | undefined) =>
    resolved.flatMap(({ question, field }) => (question.table === repeat ? [field] : []))
  const tables = survey.repeats.flatMap((repeat): Table[] => {
    const fields = of(repeat)
    if (fields.length === 0) flaws.push(flawAt(repeat.row.at('type'), 'repeat-empty', repeat.title.id))
    return fields.length === 0 ? [] : [resolver.table(repeat, fields)]
  })
  const parts = withTotals({ fields: of(undefined), tables })
  for (const { id, circle } of circlesIn(parts)) {
    const at =
      resolved.find(({ field }) => field.id === id)?.question.row ?? survey.repeats.find((each) => each.id === id)?.row
    const column = at?.cells.calculation === undefined ? 'relevant' : 'calculation'
    if (at !== undefined)
      flaws.push(flawAt(at.at(column), 'circle', circle.map((each) => resolver.nameOf(each)).join(' → ')))
  }
  return parts
}

class Resolver {
  readonly #survey: Survey
  readonly #languages: Languages
  readonly #flaws: DraftFlaw[]
  readonly #find: Stands['find']

  constructor(survey: Survey, languages: Languages, flaws: DraftFlaw[]) {
    this.#survey = survey
    this.#languages = languages
    this.#flaws = flaws
    this.#find = finderOf(survey)
  }

  nameOf(id: string): string {
    const question = this.#survey.questions.find(({ field }) => field.id === id)
    return question?.name || this.#survey.repeats.find((repeat) => repeat.id === id)?.name || id
  }

  table({ id, title, hint, row, under, rows }: Repeat, fields: Field[]): Table {
    const relevant = this.#relevant([...under, row], undefined, undefined)
    const count = this.#count(row)
    const rules = { ...(relevant && { relevant }), ...(count && { count }) }
    return {
      id,
      title,
      ...(hint === undefined ? {} : { hint }),
      fields,
      ...rows,
      ...(Object.keys(rules).length === 0 ? {} : { rules }),
    }
  }

  #count(row: SheetRow): Expression | undefined {
    const source = row.cells.repeat_count
    if (source === undefined || /^\d+(\.0+)?$/.test(source)) return undefined
    return this.#rule(row, 'repeat_count', source, this.#stands(row, 'repeat_count', undefined, {}))
  }

  field(question: Question): Field {
    const { row, under, table, otherOf } = question
    const { field } = question
    if (otherOf !== undefined) {
      const chosen = otherChosen(this.#find(otherOf), table?.id)
      const relevant = this.#joined([this.#relevant([...under, row], table, field), chosen])
      return relevant === undefined ? field : { ...field, rules: { relevant } }
    }
    const own = field.type === 'computed' && field.note === true ? under.concat(row) : [...under, row]
    const relevant = this.#relevant(own, table, field)
    const computed = this.#computed(field, row, table)
    const rules: Rules = {
      ...field.rules,
      ...(relevant && { relevant }),
      ...this.#required(row, table, field),
      ...this.#choices(question),
      ...this.#locked(row, table, field),
      ...this.#started(computed, row, table),
      ...this.#texts(question),
    }
    const required = isYes(row.cells.required)
    const ruled: Field = { ...computed, required, ...(Object.keys(rules).length === 0 ? {} : { rules }) }
    return this.#constrained(chosenBy(ruled), row, table)
  }

  /** All of these rows' `relevant`, joined; undefined where none has one. */
  #relevant(rows: readonly SheetRow[], table: Repeat | undefined, self: Field | undefined): Expression | undefined {
    return this.#joined(
      rows.map((row) => {
        const source = row.cells.relevant
        if (source === undefined) return undefined
        if (isYes(source)) return undefined
        return this.#rule(row, 'relevant', source, this.#stands(row, 'relevant', table, { self }), true)
      }),
    )
  }

  #joined(all: readonly (Expression | undefined)[]): Expression | undefined {
    const given = all.filter((each) => each !== undefined)
    return given.length === 0 ? undefined : given.reduce((left, right) => ({ call: 'and', of: [left, right] }))
  }

  #required(row: SheetRow, table: Repeat | undefined, self: Field): Pick<Rules, 'required'> {
    const source = row.cells.required ?? ''
    if (isNo(source) || isYes(source)) return {}
    const required = this.#rule(row, 'required', source, this.#stands(row, 'required', table, { self }), true)
    return required === undefined ? {} : { required }
  }

  #locked(row: SheetRow, table: Repeat | undefined, self: Field): Pick<Rules, 'readOnly'> {
    const source = row.cells.read_only ?? ''
    if (isNo(source) || self.type === 'computed' || row.cells.calculation !== undefined) return {}
    if (isYes(source)) return { readOnly: { call: 'true', of: [] } }
    const readOnly = this.#rule(row, 'read_only', source, this.#stands(row, 'read_only', table, { self }), true)
    return readOnly === undefined ? {} : { readOnly }
  }

  #choices({ row, table, field }: Question): Pick<Rules, 'choices'> {
    const source = row.cells.choice_filter
    if (source === undefined) return {}
    if (field.type !== 'choice' && field.type !== 'choices') {
      this.#flaw(row, 'choice_filter', 'column-not-here', 'choice_filter')
      return {}
    }
    const stands = this.#stands(row, 'choice_filter', table, { self: field, choiceColumns: columnsOf(field) })
    const choices = this.#rule(row, 'choice_filter', source, stands)
    if (choices !== undefined && 'reference' in field.choices) this.#flaw(row, 'choice_filter', 'filter-of-region', '')
    return choices === undefined ? {} : { choices }
  }

  #computed(field: Field, row: SheetRow, table: Repeat | undefined): Field {
    const source = row.cells.calculation
    if (field.type === 'computed' && field.note === true) return field
    if (
      source === undefined &&
      field.type === 'computed' &&
      (field.hidden === true || row.cells.default !== undefined)
    ) {
      const stands = this.#stands(row, 'default', table, {})
      const start = row.cells.default
      const kept = start && this.#try(row, 'default', () => defaultOf(field, start, stands))
      return kept ? computedBy(field, kept, '') : field
    }
    if (source === undefined) {
      if (field.type === 'computed') this.#flaw(row, 'calculation', 'calculation-missing', '')
      return field
    }
    const expression = this.#rule(row, 'calculation', source, this.#stands(row, 'calculation', table, { self: field }))
    if (row.cells.constraint !== undefined) this.#flaw(row, 'constraint', 'constraint-of-computed', '')
    if (expression === undefined) return field
    return computedBy(field, expression, row.cells.appearance ?? '')
  }

  #started(field: Field, row: SheetRow, table: Repeat | undefined): Pick<Rules, 'default'> {
    const source = row.cells.default
    if (source === undefined) return {}
    if (field.type === 'computed') {
      if (row.cells.calculation !== undefined) this.#flaw(row, 'default', 'default-of-computed', '')
      return {}
    }
    const stands = { ...this.#stands(row, 'default', table, {}), once: true }
    const started = this.#try(row, 'default', () => defaultOf(field, source, stands))
    return started === undefined ? {} : { default: started }
  }

  #texts({ texts: { label, hint }, row, table, field }: Question): Pick<Rules, 'label' | 'hint'> {
    const live = (text: typeof label, column: string) => {
      const stands = this.#stands(row, column, table, { self: field })
      const id = this.#try(row, column, () => resolveRule(textTree(text.id), stands))
      const en = this.#try(row, column, () => resolveRule(textTree(text.en), stands))
      return id === undefined || en === undefined ? undefined : { id, en }
    }
    const ofLabel = hasAnswers(label) ? live(label, this.#keyOf(row, 'label')) : undefined
    const ofHint = hint !== undefined && hasAnswers(hint) ? live(hint, this.#keyOf(row, 'hint')) : undefined
    return { ...(ofLabel && { label: ofLabel }), ...(ofHint && { hint: ofHint }) }
  }

  #keyOf({ cells }: SheetRow, name: string): string {
    return Object.keys(cells).find((key) => key.split('::')[0] === name) ?? name
  }

  #constrained(field: Field, row: SheetRow, table: Repeat | undefined): Field {
    const source = row.cells.constraint
    if (source === undefined || field.type === 'computed') {
      const message = this.#keyOf(row, 'constraint_message')
      if (row.cells[message] !== undefined) this.#flaw(row, message, 'message-alone', '')
      if (row.cells.constraint_severity !== undefined) this.#flaw(row, 'constraint_severity', 'severity-alone', '')
      return field
    }
    const stands = this.#stands(row, 'constraint', table, { self: field })
    const given = {
      source,
      row,
      languages: this.#languages,
      nameOf: (id: string, language: Language) => this.#labelOf(id, language),
    }
    return this.#try(row, 'constraint', () => constraintOf(field, given, stands)) ?? field
  }

  #labelOf(id: string, language: Language): string {
    return this.#survey.questions.find(({ field }) => field.id === id)?.field.label[language] ?? id
  }

  #stands(row: SheetRow, column: string, table: Repeat | undefined, more: Partial<Stands>): Stands {
    return {
      find: this.#find,
      fieldOf: (id) => this.#survey.questions.find(({ field }) => field.id === id)?.field,
      table: table?.id,
      note: (code, what) => this.#flaw(row, column, code, what),
      ...more,
    }
  }

  #rule(row: SheetRow, column: string, source: string, stands: Stands, decides = false): Expression | undefined {
    const read = this.#try(row, column, () => readRule(source, stands))
    if (read !== undefined && decides && ('field' in read || 'self' in read))
      this.#flaw(row, column, 'always-true', source)
    return read
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
