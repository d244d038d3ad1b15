/** A form as the rows of the three sheets, each by its headings. */
import { type Expression, everyPart } from '../../../schema/expressions/expression.ts'
import { writeExpression } from '../../../schema/expressions/write.ts'
import type { Field, FormDefinition, Table } from '../../../schema/form.ts'
import type { Wording } from '../../../schema/wording.ts'
import { ChoiceLists } from './choice-lists.ts'
import { conditionCells, questionCells } from './question-cells.ts'
import { worded } from './worded.ts'

export type WrittenRow = { readonly [heading: string]: string | undefined }
export type WrittenSheets = { readonly [sheet: string]: readonly WrittenRow[] }

export function sheetsOf(definition: FormDefinition): WrittenSheets {
  const lists = new ChoiceLists()
  for (const [id, items] of Object.entries(definition.lists ?? {})) lists.put(id, items)
  const survey = [
    ...rowsOf(definition.fields, lists, false),
    ...definition.tables.flatMap((table) => [
      tableRow(table),
      ...rowsOf(table.fields, lists, true),
      { type: 'end_repeat' },
    ]),
  ]
  return { survey, choices: lists.rows, settings: [settingsOf(definition, lists)] }
}

function settingsOf(definition: FormDefinition, lists: ChoiceLists): WrittenRow {
  const { id, title, shortTitle, description, nilAllowed } = definition
  return {
    form_id: id,
    ...worded('form_title', title),
    ...worded('short_title', shortTitle),
    ...worded('description', description),
    nil_allowed: nilAllowed ? 'yes' : 'no',
    ...(lists.hasDoubles ? { allow_choice_duplicates: 'yes' } : {}),
  }
}

type Group = { readonly heading?: Wording; readonly relevant?: Expression }

/** Groups open and close as the headings of the questions change, and what questions inside them decide on. */
function rowsOf(fields: readonly Field[], lists: ChoiceLists, inTable: boolean): WrittenRow[] {
  const rows: WrittenRow[] = []
  let open: readonly Group[] = []
  const closeTo = (depth: number) => {
    for (let at = open.length; at > depth; at -= 1) rows.push({ type: 'end_group' })
    open = open.slice(0, depth)
  }
  for (const field of fields) {
    const { groups, inside } = groupsOf(field)
    const same = open.findIndex((group, at) => JSON.stringify(group) !== JSON.stringify(groups[at]))
    closeTo(same < 0 ? Math.min(open.length, groups.length) : same)
    for (const group of groups.slice(open.length)) {
      rows.push(groupRow(group, lists.groupName()))
      open = [...open, group]
    }
    rows.push(questionCells(inside, lists, { depth: open.length, inTable }))
  }
  closeTo(0)
  return rows
}

function groupRow({ heading, relevant }: Group, name: string): WrittenRow {
  const condition = relevant === undefined ? {} : { relevant: writeExpression(relevant, (id) => id) }
  return { type: 'begin_group', name, ...(heading === undefined ? {} : worded('label', heading)), ...condition }
}

/** A condition on what was typed inside the group stands at the group, where it means that. */
function groupsOf(field: Field): { readonly groups: readonly Group[]; readonly inside: Field } {
  const headings = (field.under ?? []).map((heading) => ({ heading }))
  const { relevant, ...rules } = field.rules ?? {}
  if (relevant === undefined || !looksAtTyped(relevant)) return { groups: headings, inside: field }
  const [group, own] = 'call' in relevant && relevant.call === 'and' ? relevant.of : []
  const split = group !== undefined && own !== undefined && looksAtTyped(group) && !looksAtTyped(own)
  const left = split ? { ...rules, relevant: own } : rules
  return { groups: [...headings, { relevant: split ? group : relevant }], inside: { ...field, rules: left } }
}

function looksAtTyped(expression: Expression): boolean {
  return [...everyPart(expression)].some((part) => 'call' in part && part.call === 'typed')
}

function tableRow(table: Table): WrittenRow {
  const { id, title, hint, minRows, maxRows } = table
  const count = minRows === maxRows ? String(minRows) : undefined
  return {
    type: 'begin_repeat',
    name: id,
    ...worded('label', title),
    ...(hint ? worded('hint', hint) : {}),
    ...(count === undefined && minRows > 0 ? { required: 'yes' } : {}),
    ...conditionCells(table, count),
  }
}
