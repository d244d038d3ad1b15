/**
 * A form's rules, made ready to run once: for each question what decides whether it is asked and what it is worked out from,
 * in an order in which nothing is needed before it is known; then the rules that decide nothing else (required, constraint,
 * texts). Circles were refused when the form was read; a form that has one all the same is worked out in the form's order.
 */
import type { Field, FormDefinition, Table } from '../../form.ts'
import type { Wording } from '../../wording.ts'
import { compile, compileTruth, type Place, type Run } from '../compile.ts'
import type { Expression } from '../expression.ts'
import type { Frame } from '../frame.ts'
import { expressionOf } from '../upcast.ts'
import type { FlagKind } from './cells.ts'
import { choiceKey } from './field-now.ts'
import { type Needs, needsOf } from './needs.ts'
import { inOrder, type Step, type TableStep } from './order.ts'

export type { Step, TableStep } from './order.ts'

type Test = (frame: Frame) => boolean
export type Text = (frame: Frame) => Wording
/** What is asked of a question once all answers are known. */
export type Rule = {
  readonly table: Table | undefined
  readonly field: Field
  readonly needs: Needs
} & (
  | { readonly kind: FlagKind | 'offered'; readonly test: Test }
  /** `key`: the field's id, or that of one of its choices. */
  | { readonly kind: 'labels' | 'hints'; readonly key: string; readonly text: Text }
)
export type Program = {
  readonly definition: FormDefinition
  readonly steps: readonly (Step | TableStep)[]
  readonly rules: readonly Rule[]
  readonly byId: ReadonlyMap<string, Field>
  readonly starts: readonly { readonly table: Table | undefined; readonly field: Field; readonly run: Run }[]
}

export function programOf(definition: FormDefinition): Program {
  const all = [undefined, ...definition.tables]
  const steps = all.flatMap((table) => [
    ...(table === undefined ? [] : [{ key: `${table.id}.`, step: tableStep(table, definition) }]),
    ...fieldsOf(table, definition).map((field) => ({
      key: table === undefined ? field.id : `${table.id}.${field.id}`,
      step: fieldStep(field, table, definition),
    })),
  ])
  const places = all.flatMap((table) => fieldsOf(table, definition).map((field) => ({ table, field })))
  return {
    definition,
    steps: inOrder(steps),
    byId: new Map(places.map(({ field }) => [field.id, field])),
    rules: places.flatMap(({ table, field }) => rulesOf(field, table, definition)),
    starts: places.flatMap(({ table, field }) => {
      const start = field.rules?.default
      return start === undefined ? [] : [{ table, field, run: compile(start, placeOf(table, definition)) }]
    }),
  }
}

function fieldsOf(table: Table | undefined, definition: FormDefinition): readonly Field[] {
  return table === undefined ? definition.fields : table.fields
}

function placeOf(table: Table | undefined, definition: FormDefinition): Place {
  const own = new Set(table?.fields.map(({ id }) => id))
  return {
    own: (id) => own.has(id),
    list: (id) => definition.lists?.[id] ?? [],
    within: (id) =>
      placeOf(
        definition.tables.find((each) => each.id === id),
        definition,
      ),
  }
}

function fieldStep(field: Field, table: Table | undefined, definition: FormDefinition): Step {
  const place = placeOf(table, definition)
  const relevant = relevantOf(field)
  const formula = field.type === 'computed' && 'expression' in field.formula ? field.formula.expression : undefined
  const needs = [relevant, formula].flatMap((each) => (each === undefined ? [] : [needsOf(each, table, definition)]))
  return {
    table,
    field,
    needs: united([...needs, ...oldFormula(field, table)]),
    relevant: relevant && compileTruth(relevant, place),
    calculation: formula && compile(formula, place),
  }
}

/** A sum or percentage of a form published before rules were trees looks at cells beside it. */
function oldFormula(field: Field, table: Table | undefined): Needs[] {
  if (field.type !== 'computed' || 'expression' in field.formula) return []
  const ids = 'sum' in field.formula ? field.formula.sum : [field.formula.percent.part, field.formula.percent.whole]
  const none = new Set<string>()
  return [{ header: table ? none : new Set(ids), own: table ? new Set(ids) : none, columns: none, place: false }]
}

function relevantOf({ rules, visibleWhen }: Pick<Field, 'rules' | 'visibleWhen'>): Expression | undefined {
  return rules?.relevant ?? (visibleWhen && expressionOf(visibleWhen))
}

function tableStep(table: Table, definition: FormDefinition): TableStep {
  const place = placeOf(undefined, definition)
  const relevant = table.rules?.relevant ?? (table.visibleWhen && expressionOf(table.visibleWhen))
  const count = table.rules?.count
  const needs = [relevant, count].flatMap((each) => (each ? [needsOf(each, undefined, definition)] : []))
  return {
    table,
    needs: united(needs),
    relevant: relevant && compileTruth(relevant, place),
    count: count && compile(count, place),
  }
}

function rulesOf(field: Field, table: Table | undefined, definition: FormDefinition): Rule[] {
  const { rules = {} } = field
  const place = placeOf(table, definition)
  const at = { table, field }
  const test = (kind: FlagKind | 'offered', tree: Expression | undefined): Rule[] =>
    tree === undefined
      ? []
      : [{ ...at, kind, needs: ownNeeds(tree, field, table, definition), test: compileTruth(tree, place) }]
  const text = (kind: 'labels' | 'hints', texts: Texts | undefined, key = field.id): Rule[] =>
    texts === undefined
      ? []
      : [{ ...at, kind, key, needs: textNeeds(texts, table, definition), text: live(texts, place) }]
  const { constraint } = rules
  return [
    ...test('required', rules.required),
    ...test(constraint?.severity === 'warning' ? 'doubted' : 'refused', constraint?.test),
    ...test('locked', rules.readOnly),
    ...test('offered', rules.choices),
    ...text('labels', rules.label),
    ...text('hints', rules.hint),
    ...(rules.choiceLabels ?? []).flatMap((each) => text('labels', each, choiceKey(field.id, each.at))),
  ]
}

type Texts = { readonly id: Expression; readonly en: Expression }

/** A rule of a question looks at its own answer too. */
function ownNeeds(tree: Expression, field: Field, table: Table | undefined, definition: FormDefinition): Needs {
  const needs = needsOf(tree, table, definition)
  const own = new Set([field.id])
  const none = new Set<string>()
  return united([needs, { header: table ? none : own, own: table ? own : none, columns: none, place: false }])
}

function textNeeds({ id, en }: { id: Expression; en: Expression }, table: Table | undefined, form: FormDefinition) {
  return united([needsOf(id, table, form), needsOf(en, table, form)])
}

function live({ id, en }: { id: Expression; en: Expression }, place: Place): Text {
  const [a, b] = [compile(id, place), compile(en, place)]
  return (frame) => ({ id: String(a(frame)), en: String(b({ ...frame, language: 'en' })) })
}

function united(needs: readonly Needs[]): Needs {
  const all = (part: 'header' | 'own' | 'columns') => new Set(needs.flatMap((each) => [...each[part]]))
  return {
    header: all('header'),
    own: all('own'),
    columns: all('columns'),
    place: needs.some(({ place }) => place),
  }
}
