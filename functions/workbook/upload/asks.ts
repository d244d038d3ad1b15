/** What a file alone does not decide, as questions with the changes that each answer makes. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { isBlank } from '../../schema/answers/absence.ts'
import { holds } from '../../schema/answers/condition.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import type { Cells, Row, Value } from '../../schema/answers.ts'
import type { Table } from '../../schema/form.ts'
import type { ChangedCells, TableChange, WorkbookAsk } from '../../schema/workbook.ts'
import { columnsOf } from '../template/words.ts'
import * as say from './ask-words.ts'
import type { HeaderChanges } from './compare-header.ts'
import type { TableChanges } from './compare-table.ts'
import { firstCellOf } from './limit-rows.ts'
import { cellsOf } from './match-rows.ts'

/** Questions of one kind beyond these are not listed; what they ask about stays as it is. */
const maxAsks = 1_000

type Option = WorkbookAsk['options'][number]
const nothing = (label: Option['label']): Option => ({ label, fields: {}, tables: [] })
const only = (label: Option['label'], table: Partial<TableChange> & { tableId: string }): Option => ({
  label,
  fields: {},
  tables: [{ added: [], changed: [], removed: [], ...table }],
})

export function asksOf(subject: WorkbookSubject, changes: TableChanges): WorkbookAsk[] {
  if (subject.isList) return []
  const { table } = changes
  const name = (cells: Cells) => nameOf(table, cells, subject)
  const draft = new Map((subject.answers.rows[table.id] ?? []).map((row) => [row.rowKey, row.cells]))
  const one = (kind: WorkbookAsk['kind'], key: string) => `${kind}:${table.id}:${key}`
  const overwrite = changes.other.map(({ file, rowKey, cells }): WorkbookAsk => {
    const change = { tableId: table.id, changed: [{ rowKey, cells: { ...cells } }] }
    const about = name(draft.get(rowKey) ?? {})
    const options = [nothing(say.keepDraft), only(say.takeFile, change)]
    const differs = differing({ table, cells, draft: draft.get(rowKey) ?? {}, subject })
    return {
      ...firstCellOf(file),
      id: one('overwrite', rowKey),
      kind: 'overwrite',
      about,
      message: say.overwrite(differs),
      options,
      chosen: 0,
    }
  })
  const kept = changes.kept.map((rowKey): WorkbookAsk => {
    const options = [nothing(say.keepRow), only(say.removeRow, { tableId: table.id, removed: [rowKey] })]
    const about = name(draft.get(rowKey) ?? {})
    return {
      ...sheetOf(changes),
      id: one('remove', rowKey),
      kind: 'remove',
      about,
      message: say.removedInFile,
      options,
      chosen: 0,
    }
  })
  const revived = changes.revived.map(({ rowKey, cells, file }): WorkbookAsk => {
    const options = [nothing(say.staysOut), only(say.addAgain, { tableId: table.id, added: [{ rowKey, cells }] })]
    return {
      ...firstCellOf(file),
      id: one('revive', rowKey),
      kind: 'revive',
      about: name(cells),
      message: say.removedHere,
      options,
      chosen: 0,
    }
  })
  return [
    ...corrections(changes, { subject, draft }).slice(0, maxAsks),
    ...overwrite.slice(0, maxAsks),
    ...kept.slice(0, maxAsks),
    ...revived.slice(0, maxAsks),
    ...asides(changes),
  ]
}

/** Rows that may be corrections are no new rows until that is decided: counted twice, their money would be too. */
function corrections(
  { table, added, removed }: TableChanges,
  { subject, draft }: { subject: WorkbookSubject; draft: ReadonlyMap<string, Cells> },
): WorkbookAsk[] {
  return added.flatMap(({ rowKey, cells, file, like }): WorkbookAsk[] => {
    if (like.length === 0) return []
    const lost = like.filter((key) => removed.includes(key))
    const asNew = only(say.asNew, { tableId: table.id, added: [{ rowKey, cells }], removed: lost })
    const options = like.map((key) => {
      const there = draft.get(key) ?? {}
      const changed = changedTo(table, cells, there)
      const differs = differing({ table, cells: changed, draft: there, subject })
      return only(say.correctionOf(nameOf(table, there, subject), differs), {
        tableId: table.id,
        changed: [{ rowKey: key, cells: changed }],
      })
    })
    const about = nameOf(table, cells, subject)
    // The row is gone from this very file: that it was corrected is what such a change nearly always is.
    const chosen = like.length === 1 && lost.length === 1 ? 0 : null
    return [
      {
        ...firstCellOf(file),
        id: `correction:${table.id}:${rowKey}`,
        kind: 'correction',
        about,
        message: say.maybeCorrection,
        options: [...options, asNew],
        chosen,
      },
    ]
  })
}

function changedTo(table: Table, cells: Cells, there: Cells): ChangedCells {
  const changed: Record<string, Value | null> = {}
  for (const { id } of columnsOf(table.fields)) {
    if (JSON.stringify(cells[id] ?? null) !== JSON.stringify(there[id] ?? null) && cells[id] !== undefined)
      changed[id] = cells[id] ?? null
  }
  return changed
}

function asides({ table, read }: TableChanges): WorkbookAsk[] {
  return read.flatMap(({ aside }) =>
    aside.flatMap(({ kind, rows }): WorkbookAsk[] => {
      const [first] = rows
      if (first === undefined) return []
      const added = rows.map((row) => ({
        rowKey: `x${kind}${row.of.sheet.name}${row.row}`.replace(/[^\w-]/g, '').slice(0, 30),
        cells: cellsOf(row),
      }))
      const places = rows.map((row) => firstCellOf(row).cell)
      const options = [nothing(say.leaveOut), only(say.takeAsRows, { tableId: table.id, added })]
      const shown = places.length > 6 ? `${places.slice(0, 5).join(', ')} … ${places.at(-1)}` : places.join(', ')
      return [
        {
          ...firstCellOf(first),
          id: `aside:${table.id}:${kind}:${first.row}`,
          kind: 'aside',
          about: shown,
          message: say.aside(kind, rows.length),
          options,
          chosen: 0,
        },
      ]
    }),
  )
}

/** A table that the answers hide while the file fills it: told as stored, it would be shown nowhere and sent as nothing. */
export function hiddenAsks(
  subject: WorkbookSubject,
  header: HeaderChanges,
  tables: readonly TableChanges[],
): WorkbookAsk[] {
  if (subject.isList) return []
  const fields = { ...subject.answers.fields, ...withoutBlanks(header.cells) }
  return tables.flatMap((changes): WorkbookAsk[] => {
    const { table, added, changed, revived } = changes
    const { visibleWhen } = table
    if (visibleWhen === undefined || holds(visibleWhen, { header: fields })) return []
    if (added.length + changed.length + revived.length === 0) return []
    const shows = 'field' in visibleWhen && 'is' in visibleWhen ? visibleWhen : undefined
    const field = subject.definition.fields.find(({ id }) => id === shows?.field)
    const [value] = shows?.is ?? []
    const label = (language: 'id' | 'en') =>
      field === undefined || value === undefined ? '' : formatValue(field, value, language, subject.context)
    const now = field === undefined ? '' : formatValue(field, fields[field.id], subject.language, subject.context)
    const show: Option[] =
      field === undefined || value === undefined
        ? []
        : [
            {
              ...nothing(say.answerInstead(field.label, { id: label('id'), en: label('en') })),
              fields: { [field.id]: value },
            },
          ]
    const options = [...show, { ...nothing(say.leaveTableOut), leavesOut: [table.id] }]
    const about = table.title[subject.language]
    const message = say.hidden(field?.label, now, added.length + changed.length)
    return [{ ...sheetOf(changes), id: `hidden:${table.id}`, kind: 'hidden', about, message, options, chosen: null }]
  })
}

export function rowsOf(rows: readonly Row[]): Row[] {
  return rows.map(({ rowKey, cells }) => ({ rowKey, cells }))
}

/** Answers that a file of unknown past gives otherwise than the draft. */
export function headerAsks(subject: WorkbookSubject, header: HeaderChanges): WorkbookAsk[] {
  const { definition, answers, language, context, isList } = subject
  return Object.entries(isList ? {} : header.other).flatMap(([id, value]): WorkbookAsk[] => {
    const field = definition.fields.find((each) => each.id === id)
    const spot = header.places.get(id)
    if (field === undefined || spot === undefined) return []
    const shown = (each: Value | null | undefined) => (each ? formatValue(field, each, language, context) : '–')
    const message = say.overwrite(`${shown(answers.fields[id])} → ${shown(value)}`)
    const options = [nothing(say.keepDraft), { label: say.takeFile, fields: { [id]: value }, tables: [] }]
    return [
      { ...spot, id: `overwrite::${id}`, kind: 'overwrite', about: field.label[language], message, options, chosen: 0 },
    ]
  })
}

function withoutBlanks(cells: ChangedCells): Cells {
  return Object.fromEntries(Object.entries(cells).flatMap(([id, value]) => (value === null ? [] : [[id, value]])))
}

function sheetOf({ sheets }: TableChanges): { sheet: string; cell: string } {
  return { sheet: sheets[0]?.sheet.name ?? '', cell: `A${(sheets[0]?.headerRow ?? 0) + 1}` }
}

/** By what tells rows apart, else by the first cells that are filled. */
export function nameOf(table: Table, cells: Cells, { language, context }: WorkbookSubject): string {
  const ids = table.uniqueBy ?? table.fields.map(({ id }) => id)
  const fields = ids.flatMap((id) => table.fields.find((field) => field.id === id) ?? [])
  const filled = fields.filter(({ id }) => !isBlank(cells[id]))
  return filled
    .slice(0, 3)
    .map((field) => formatValue(field, cells[field.id], language, context))
    .join(' · ')
}

type Differing = { table: Table; cells: ChangedCells; draft: Cells; subject: WorkbookSubject }

/** "Pagu: 1.000 → 1.500; Satuan: Orang → Anak". */
function differing({ table, cells, draft, subject: { language, context } }: Differing): string {
  const shown = (field: Table['fields'][number], value: Value | null | undefined) =>
    value === null || value === undefined ? '–' : formatValue(field, value, language, context)
  const told = Object.entries(cells).flatMap(([id, value]) => {
    const field = table.fields.find((each) => each.id === id)
    if (field === undefined) return []
    return [`${field.label[language]}: ${shown(field, draft[id])} → ${shown(field, value)}`]
  })
  return told.length > 4 ? `${told.slice(0, 4).join('; ')}; +${told.length - 4}` : told.join('; ')
}
