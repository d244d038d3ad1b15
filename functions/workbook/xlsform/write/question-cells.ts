/** One question as the cells of its row. */
import type { Expression } from '../../../schema/expressions/expression.ts'
import { expressionOf } from '../../../schema/expressions/upcast.ts'
import { writeExpression } from '../../../schema/expressions/write.ts'
import type { Field, Table } from '../../../schema/form.ts'
import { questions } from '../question-types.ts'
import type { ChoiceLists } from './choice-lists.ts'
import { constraintCells } from './constraint-cells.ts'
import { spokenChoices, textOfTree } from './spoken.ts'
import { worded } from './worded.ts'

/** `depth`: how many groups it stands in. */
type Place = { readonly depth: number; readonly inTable: boolean }
type Cells = Record<string, string | undefined>

export function questionCells(field: Field, lists: ChoiceLists, place: Place): Cells {
  const { rules = {} } = field
  const silent = field.type === 'computed' && field.hidden === true
  const label = rules.label === undefined ? field.label : textOfTree(rules.label)
  const hint = rules.hint === undefined ? field.hint : textOfTree(rules.hint)
  const write = (expression: Expression) =>
    atDepth(
      writeExpression(expression, (id) => id),
      place,
    )
  return {
    ...typeCells(field, lists),
    name: field.id,
    ...(silent ? {} : worded('label', label)),
    ...(hint === undefined ? {} : worded('hint', hint)),
    ...requiredCells(field, write),
    ...conditionCells(field, undefined, write),
    ...constraintCells(field, write),
    ...(rules.readOnly && { read_only: write(rules.readOnly) }),
    ...(rules.choices && { choice_filter: write(rules.choices) }),
    ...(rules.default && { default: startOf(rules.default, write) }),
    ...calculationCells(field, write),
    ...(field.absences && { absences: field.absences.join(' ') }),
    ...(field.personal === undefined ? {} : { personal: field.personal ? 'yes' : 'no' }),
  }
}

/** Inside groups the row is further out. */
function atDepth(text: string, { depth, inTable }: Place): string {
  return inTable ? text.replaceAll('position(..)', `position(..${'/..'.repeat(depth)})`) : text
}

function typeCells(field: Field, lists: ChoiceLists): Cells {
  if (field.type === 'computed' && field.note === true) return { type: 'note' }
  const { type, appearance } = questions[field.type]
  const looks = field.type === 'text' && field.multiline === true ? 'multiline' : appearance
  const shown = looks === undefined ? {} : { appearance: looks }
  if (field.type !== 'choice' && field.type !== 'choices') return { type, ...shown }
  const list =
    'reference' in field.choices ? field.choices.reference : lists.nameOf(spokenChoices(field, field.choices), field.id)
  return { type: `${field.type === 'choices' && field.ordered ? 'rank' : type} ${list}`, ...shown }
}

function requiredCells({ required, rules }: Field, write: (expression: Expression) => string): Cells {
  if (rules?.required !== undefined) return { required: write(rules.required) }
  if (typeof required === 'object') return { required: write(expressionOf(required)) }
  return required ? { required: 'yes' } : {}
}

const plain = (expression: Expression) => writeExpression(expression, (id) => id)

export function conditionCells(
  {
    rules,
    visibleWhen,
  }: Pick<Table, 'visibleWhen'> & {
    rules?: { relevant?: Expression | undefined; count?: Expression | undefined } | undefined
  },
  count?: string,
  write = plain,
): Cells {
  const relevant = rules?.relevant ?? (visibleWhen && expressionOf(visibleWhen))
  const rows = rules?.count === undefined ? count : write(rules.count)
  return { ...(relevant && { relevant: write(relevant) }), ...(rows && { repeat_count: rows }) }
}

function startOf(start: Expression, write: (expression: Expression) => string): string {
  if ('text' in start) return start.text
  return 'number' in start ? String(start.number) : write(start)
}

function calculationCells(field: Field, write: (expression: Expression) => string): Cells {
  if (field.type !== 'computed' || field.note === true) return {}
  const { formula } = field
  const asked = (id: string): Expression => ({ call: 'coalesce', of: [{ field: id }, { number: 0 }] })
  if ('expression' in formula) return { calculation: write(formula.expression) }
  if ('percent' in formula) {
    const { part, whole } = formula.percent
    return { calculation: `100 * \${${part}} div \${${whole}}` }
  }
  return { calculation: formula.sum.map((id) => write(asked(id))).join(' + ') }
}
