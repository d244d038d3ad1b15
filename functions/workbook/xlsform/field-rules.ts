/** One question with everything that its row says of it in expressions. */
import type { Expression } from '../../schema/expressions/expression.ts'
import type { Rules } from '../../schema/fields/shape.ts'
import type { Field } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import { type Cell, type CellsReader, joined } from './cells-reader.ts'
import { chosenBy, columnsOf } from './chosen-by.ts'
import { computedBy } from './computed-by.ts'
import { constraintOf } from './constraint.ts'
import { defaultOf } from './defaults.ts'
import type { Languages } from './languages.ts'
import { liveTexts } from './live-texts.ts'
import { otherChosen } from './or-other.ts'
import { rowTypeOf } from './question-types.ts'
import { isNo, isYes, type SheetRow } from './sheets.ts'
import type { Question } from './survey-parts.ts'

export function ruledField(question: Question, cells: CellsReader, languages: Languages): Field {
  return new FieldRules(question, cells).field(languages)
}

class FieldRules {
  readonly #question: Question
  readonly #cells: CellsReader
  readonly #row: SheetRow

  constructor(question: Question, cells: CellsReader) {
    this.#question = question
    this.#cells = cells
    this.#row = question.row
  }

  field(languages: Languages): Field {
    const { field, under, row, way, table, otherOf } = this.#question
    const relevant = this.#cells.relevant([...under, { row, way }], table, field)
    if (otherOf !== undefined) {
      const both = joined([relevant, otherChosen(this.#cells.find(otherOf, way), table?.id)])
      return both === undefined ? field : { ...field, rules: { relevant: both } }
    }
    const computed = this.#computed(field)
    const rules: Rules = {
      ...field.rules,
      ...(relevant && { relevant }),
      ...this.#required(),
      ...this.#choices(),
      ...this.#locked(),
      ...this.#started(computed),
      ...liveTexts(this.#question, this.#cells),
    }
    const required = isYes(row.cells.required)
    const ruled: Field = { ...computed, required, ...(Object.keys(rules).length === 0 ? {} : { rules }) }
    return this.#constrained(chosenBy(ruled), languages)
  }

  #at(column: string): Cell {
    const { row, way, table } = this.#question
    return { row, way, table, column }
  }

  /** An expression about the question itself. */
  #own(column: string, source: string, decides = false): Expression | undefined {
    const cell = this.#at(column)
    return this.#cells.rule(cell, source, this.#cells.stands(cell, { self: this.#question.field }), decides)
  }

  #required(): Pick<Rules, 'required'> {
    const source = this.#row.cells.required ?? ''
    const required = isNo(source) || isYes(source) ? undefined : this.#own('required', source, true)
    return required === undefined ? {} : { required }
  }

  #locked(): Pick<Rules, 'readOnly'> {
    const source = this.#row.cells.read_only ?? ''
    const { field } = this.#question
    if (isNo(source) || field.type === 'computed' || this.#row.cells.calculation !== undefined) return {}
    if (isYes(source)) return { readOnly: { call: 'true', of: [] } }
    const readOnly = this.#own('read_only', source, true)
    return readOnly === undefined ? {} : { readOnly }
  }

  #choices(): Pick<Rules, 'choices'> {
    const source = this.#row.cells.choice_filter
    const { field } = this.#question
    if (source === undefined) return {}
    const cell = this.#at('choice_filter')
    if (field.type !== 'choice' && field.type !== 'choices') {
      this.#cells.flaw(cell, 'filter-without-choices', source)
      return {}
    }
    const stands = this.#cells.stands(cell, { self: field, choiceColumns: columnsOf(field) })
    const choices = this.#cells.rule(cell, source, stands)
    if (choices !== undefined && 'reference' in field.choices) this.#cells.flaw(cell, 'filter-of-region')
    return choices === undefined ? {} : { choices }
  }

  #computed(field: Field): Field {
    const { calculation: source, default: start } = this.#row.cells
    if (field.type === 'computed' && field.note === true) return field
    if (source === undefined) return field.type === 'computed' ? this.#kept(field, start) : field
    const expression = this.#own('calculation', source)
    if (this.#row.cells.constraint !== undefined) {
      // What ODK shows nowhere it asks no constraint of.
      const unseen = rowTypeOf(this.#row.cells.type ?? '').type === 'calculate'
      this.#cells.flaw(this.#at('constraint'), unseen ? 'constraint-never-asked' : 'constraint-of-computed')
    }
    return expression === undefined ? field : computedBy(field, expression, this.#row.cells.appearance ?? '')
  }

  /** A hidden value, or a calculation that is its default alone. */
  #kept(field: Extract<Field, { type: 'computed' }>, start: string | undefined): Field {
    if (field.hidden !== true && start === undefined) this.#cells.flaw(this.#at('calculation'), 'calculation-missing')
    const cell = this.#at('default')
    const kept = start && this.#cells.attempt(cell, () => defaultOf(field, start, this.#cells.stands(cell)))
    return kept ? computedBy(field, kept, '') : field
  }

  #started(field: Field): Pick<Rules, 'default'> {
    const source = this.#row.cells.default
    const cell = this.#at('default')
    if (source === undefined) return {}
    if (field.type === 'computed') {
      if (this.#row.cells.calculation !== undefined) this.#cells.flaw(cell, 'default-of-computed')
      return {}
    }
    if (source.includes('last-saved#')) {
      this.#cells.flaw(cell, 'last-saved-default')
      return {}
    }
    const stands = this.#cells.stands(cell, { once: true })
    const started = this.#cells.attempt(cell, () => defaultOf(field, source, stands))
    return started === undefined ? {} : { default: started }
  }

  #constrained(field: Field, languages: Languages): Field {
    const source = this.#row.cells.constraint
    if (source === undefined || field.type === 'computed') {
      this.#flagAlone()
      return field
    }
    const cell = this.#at('constraint')
    const nameOf = (id: string, language: Language) => this.#cells.labelOf(id, language)
    const given = { source, row: this.#row, languages, nameOf }
    const stands = this.#cells.stands(cell, { self: field })
    return this.#cells.attempt(cell, () => constraintOf(field, given, stands)) ?? field
  }

  #flagAlone(): void {
    const { cells } = this.#row
    const message = Object.keys(cells).find((key) => key.split('::')[0] === 'constraint_message')
    if (message !== undefined) this.#cells.flaw(this.#at(message), 'message-alone')
    if (cells.constraint_severity !== undefined) this.#cells.flaw(this.#at('constraint_severity'), 'severity-alone')
  }
}
