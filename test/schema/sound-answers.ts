/**
 * Answers that keep all rules of any of our forms, drawn by fast-check, and answers spoiled in one place. Numbers bound by
 * another field are a part of it, at most a third, so that sums of two stay below it too.
 */
import fc from 'fast-check'
import { choicesOf } from '../../functions/schema/answers/choices.ts'
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import { fixedFieldsOf, fixedRowsOf } from '../../functions/schema/answers/fixed-rows.ts'
import type { Answers, Cells, Row, Value } from '../../functions/schema/answers.ts'
import type { Field, FormDefinition, Table } from '../../functions/schema/form.ts'
import { referenceLists } from '../../local/seed/kota-kupang/kota-kupang.ts'

export function contextOf(agencyId: string, today = '2026-02-13'): AnswerContext {
  return { today, agencyId, fiscalYear: 2026, references: referenceLists }
}

const texts: Record<string, string> = {
  picTelepon: '0812-3456-7890',
  picEmail: 'perencanaan@dinas.example',
  kodeSubKegiatan: '1.02.02.2.02.0015',
}

/** One field's value; `sibling` gives the number of another field of the row. */
function sound(field: Field, pick: number, sibling: (id: string) => number, context: AnswerContext): Value | undefined {
  switch (field.type) {
    case 'text':
      return texts[field.id] ?? 'Isian yang wajar'.slice(0, field.maxLength)
    case 'integer':
    case 'rupiah':
    case 'decimal':
      return typeof field.max === 'object'
        ? Math.max(1, Math.floor(sibling(field.max.field) / (3 + (pick % 5))))
        : typeof field.max === 'number'
          ? pick % field.max
          : 10_000_000 + pick
    case 'date':
      return field.id === 'targetTindakLanjut' ? '2026-06-30' : '2026-01-15'
    case 'choice': {
      const choices = choicesOf(field, context)
      return choices[pick % choices.length]?.value
    }
    case 'choices':
      return choicesOf(field, context)
        .filter((_, index) => index === 0 || (pick >> (index % 20)) % 2 === 1)
        .map(({ value }) => value)
    case 'percent':
      return pick % 101
    case 'time':
      return `${String(pick % 24).padStart(2, '0')}:30`
    case 'phone':
      return `+62812${String(10_000_000 + (pick % 1_000_000))}`
    case 'url':
      return 'https://bukti.example/dokumen'
    case 'computed':
      return undefined
  }
}

function soundCells(
  fields: readonly Field[],
  picks: readonly number[],
  context: AnswerContext,
  absences: boolean,
): Cells {
  const numbers = new Map<string, number>()
  const number = (id: string): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const index = fields.findIndex((field) => field.id === id)
    const field = fields[index]
    const value = field === undefined ? 0 : sound(field, picks[index % picks.length] ?? 0, number, context)
    numbers.set(id, typeof value === 'number' ? value : 0)
    return typeof value === 'number' ? value : 0
  }
  const cells: Record<string, Value> = {}
  fields.forEach((field, index) => {
    const pick = picks[index % picks.length] ?? 0
    const absence = field.absences?.[pick % 7]
    const amount = field.type === 'integer' || field.type === 'rupiah' || field.type === 'decimal'
    const value = amount ? number(field.id) : sound(field, pick, number, context)
    if (absences && absence !== undefined) cells[field.id] = { absent: absence }
    else if (value !== undefined) cells[field.id] = value
  })
  return cells
}

function soundRows(table: Table, picks: readonly number[], context: AnswerContext, absences: boolean): Row[] {
  const fixed = fixedFieldsOf(table)
  const answered = table.fields.filter(({ id }) => !fixed.has(id))
  const turned = (by: number) => picks.map((_, index) => picks[(index + by) % picks.length] ?? 0)
  if (table.fixedRows !== undefined) {
    return fixedRowsOf(table, context).map(({ rowKey, cells }, index) => ({
      rowKey,
      cells: { ...soundCells(answered, turned(index), context, absences), ...cells },
    }))
  }
  return Array.from({ length: 1 + ((picks[0] ?? 0) % 4) }, (_, index) => {
    const cells = soundCells(answered, turned(index), context, absences)
    // Codes differ from row to row: no two rows may agree in code and source.
    const code = `1.02.02.2.02.${String(index + 1).padStart(4, '0')}`
    return {
      rowKey: `ROW${index + 1}`,
      cells: 'kodeSubKegiatan' in cells ? { ...cells, kodeSubKegiatan: code } : cells,
    }
  })
}

/** Answers that may be sent. With `absences`, some are "belum ada data" or "tidak berlaku" where the form accepts it. */
export function soundAnswers(
  definition: FormDefinition,
  context: AnswerContext,
  absences = false,
): fc.Arbitrary<Answers> {
  return fc.array(fc.nat(1_000_000), { minLength: 23, maxLength: 23 }).map((picks) => ({
    fields: soundCells(definition.fields, picks, context, absences),
    rows: Object.fromEntries(definition.tables.map((table) => [table.id, soundRows(table, picks, context, absences)])),
  }))
}

/** Any value that the shape of answers allows. */
export const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.string({ maxLength: 40, unit: 'binary' }),
  fc.constantFrom('', '  ', '2026-02-30', 'https://', '0', 'ya', 'constructor', '__proto__'),
  fc.array(fc.string({ maxLength: 8 }), { maxLength: 4 }),
  fc.constantFrom<Value>({ absent: 'not-yet' }, { absent: 'not-applicable' }),
)

/** Sound answers with some cells replaced or removed, and sometimes a name that the form does not know. */
export function spoiledAnswers(definition: FormDefinition, context: AnswerContext): fc.Arbitrary<Answers> {
  const spoil = fc.record({ cell: fc.nat(), value: fc.option(anyValue, { nil: undefined }), name: fc.nat(30) })
  return fc
    .tuple(soundAnswers(definition, context, true), fc.array(spoil, { maxLength: 6 }))
    .map(([answers, spoils]) => spoils.reduce(spoilOne, answers))
}

function spoilOne(
  answers: Answers,
  { cell, value, name }: { cell: number; value: Value | undefined; name: number },
): Answers {
  const rows = Object.entries(answers.rows).flatMap(([table, list]) => list.map((row) => ({ table, row })))
  const target = rows[cell % (rows.length + 1)]
  const change = (cells: Cells): Cells => {
    const ids = name === 0 ? ['toString'] : Object.keys(cells)
    const id = ids[cell % Math.max(1, ids.length)]
    if (id === undefined) return cells
    const { [id]: _removed, ...rest } = cells
    return value === undefined ? rest : { ...rest, [id]: value }
  }
  if (target === undefined) return { ...answers, fields: change(answers.fields) }
  const changed = (answers.rows[target.table] ?? []).map((row) =>
    row === target.row ? { rowKey: row.rowKey, cells: change(row.cells) } : row,
  )
  return { ...answers, rows: { ...answers.rows, [target.table]: changed } }
}
