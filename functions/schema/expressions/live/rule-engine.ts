/**
 * What works out the rules of forms that have any (docs/xlsform.md). What was worked out is kept with the context, so that a page
 * pays for what changed, and a server keeps nothing of one request for the next.
 */
import type { AnswerContext } from '../../answers/context.ts'
import type { RuledForm, RuleEngine } from '../../answers/settled.ts'
import type { Answers, Cells, Row } from '../../answers.ts'
import type { FormDefinition, Table } from '../../form.ts'
import type { KnownCells } from './cells.ts'
import type { KnownForm } from './known-form.ts'
import { type Program, programOf } from './program.ts'
import { run, runRow } from './run.ts'
import { startOf } from './starts.ts'

type Kept = { readonly known: KnownForm; readonly form: RuledForm }

const programs = new WeakMap<FormDefinition, Program>()
const kept = new WeakMap<AnswerContext, Map<Program, Kept>>()

function programFor(definition: FormDefinition): Program {
  const program = programs.get(definition) ?? programOf(definition)
  programs.set(definition, program)
  return program
}

export const ruleEngine: RuleEngine = {
  settle(definition: FormDefinition, answers: Answers, context: AnswerContext): RuledForm {
    const program = programFor(definition)
    const own = kept.get(context) ?? new Map<Program, Kept>()
    kept.set(context, own)
    const before = own.get(program)
    if (before?.known.answers === answers) return before.form
    const known = run(program, { answers, context }, before?.known)
    const form = ruledForm(known, context)
    own.set(program, { known, form })
    return form
  },
  starting(definition: FormDefinition, id: string | undefined, header: Cells, context: AnswerContext): Cells {
    const program = programFor(definition)
    const table = definition.tables.find((each) => each.id === id)
    if (!program.starts.some((start) => start.table === table)) return {}
    const known = run(program, { answers: { fields: header, rows: {} }, context }, undefined)
    return startOf(known, table, context)
  },
}

function ruledForm(known: KnownForm, context: AnswerContext): RuledForm {
  const { header, tables, byRow, program } = known
  const settled = header.settled(idsOf(program.definition.fields), undefined)
  const alone = new WeakMap<Row, KnownCells>()
  const knownRow = (table: Table, row: Row): KnownCells => {
    const found = byRow.get(row) ?? alone.get(row) ?? runRow(known, table, row, context)
    if (!byRow.has(row)) alone.set(row, found)
    return found
  }
  return {
    header: settled,
    isVisible: (id) => tables.get(id)?.visible === true,
    count: (id) => tables.get(id)?.count,
    row: (id, row) => {
      const table = program.definition.tables.find((each) => each.id === id)
      if (table === undefined) return { cells: {}, visible: new Set(), scope: { header: settled.cells } }
      return knownRow(table, row).settled(idsOf(table.fields), settled.cells)
    },
  }
}

const ids = new WeakMap<object, readonly string[]>()

function idsOf(fields: readonly { readonly id: string }[]): readonly string[] {
  const found = ids.get(fields) ?? fields.map(({ id }) => id)
  ids.set(fields, found)
  return found
}
