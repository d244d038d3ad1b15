/** What a file alone does not decide, as questions with the changes that each answer makes. */
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import { isBlank } from '../../schema/answers/absence.ts'
import { formatValue } from '../../schema/answers/format-value.ts'
import type { Cells, Row, Value } from '../../schema/answers.ts'
import type { Field, Table } from '../../schema/form.ts'
import type { ChangedCells, WorkbookAsk } from '../../schema/workbook.ts'
import { columnsOf } from '../template/words.ts'
import { asideAsks } from './aside-asks.ts'
import { nothing, only, sheetOf } from './ask-options.ts'
import * as say from './ask-words.ts'
import type { HeaderChanges } from './compare-header.ts'
import { firstCellOf } from './limit-rows.ts'
import type { TableChanges } from './table-changes.ts'

/** Questions of one kind beyond these are not listed; what they ask about stays as it is. */
const maxAsks = 1_000

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
  // What a row of the file may be a correction of is decided there.
  const corrected = new Set(changes.added.flatMap(({ like }) => like))
  const lacking = [
    ...changes.kept.map((rowKey) => ({ rowKey, message: say.removedInFile })),
    ...changes.doubted.map((rowKey) => ({ rowKey, message: say.neverInFile })),
  ].filter(({ rowKey }) => !corrected.has(rowKey))
  const kept = lacking.map(({ rowKey, message }): WorkbookAsk => {
    const options = [nothing(say.keepRow), only(say.removeRow, { tableId: table.id, removed: [rowKey] })]
    const about = name(draft.get(rowKey) ?? {})
    return { ...sheetOf(changes), id: one('remove', rowKey), kind: 'remove', about, message, options, chosen: 0 }
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
    ...asideAsks(changes),
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
      const stays = stayingOf({ table, cells, draft: there, subject })
      const label = say.correctionOf(nameOf(table, there, subject), differs, stays)
      return {
        ...only(label, { tableId: table.id, changed: [{ rowKey: key, cells: changed }] }),
        stands: { [rowKey]: key },
      }
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
    const shown = (each: Value | null | undefined) => shownOr(field, each, { language, context })
    const message = say.overwrite(`${shown(answers.fields[id])} → ${shown(value)}`)
    const options = [nothing(say.keepDraft), { label: say.takeFile, fields: { [id]: value }, tables: [] }]
    return [
      { ...spot, id: `overwrite::${id}`, kind: 'overwrite', about: field.label[language], message, options, chosen: 0 },
    ]
  })
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
  const shown = (field: Field, value: Value | null | undefined) => shownOr(field, value, { language, context })
  const told = Object.entries(cells).flatMap(([id, value]) => {
    const field = table.fields.find((each) => each.id === id)
    if (field === undefined) return []
    return [`${field.label[language]}: ${shown(field, draft[id])} → ${shown(field, value)}`]
  })
  return told.length > 4 ? `${told.slice(0, 4).join('; ')}; +${told.length - 4}` : told.join('; ')
}

/** What the draft has and the file's row does not say. */
function stayingOf({ table, cells, draft, subject: { language, context } }: Differing): string {
  return columnsOf(table.fields)
    .filter(({ id }) => isBlank(cells[id] ?? undefined) && !isBlank(draft[id]))
    .map((field) => `${field.label[language]}: ${formatValue(field, draft[field.id], language, context)}`)
    .join('; ')
}

function shownOr(
  field: Field,
  value: Value | null | undefined,
  { language, context }: Pick<WorkbookSubject, 'language' | 'context'>,
): string {
  return value === null || value === undefined || isBlank(value) ? '–' : formatValue(field, value, language, context)
}
