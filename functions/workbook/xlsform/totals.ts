/** Sums over a column. */
import type { Field, Table } from '../../schema/form.ts'

type Parts = { readonly fields: Field[]; readonly tables: Table[] }

/** A whole-number column that the header sums is totalled under its table and on the receipt too. */
export function withTotals({ fields, tables }: Parts): Parts {
  const summed = new Set(
    fields.flatMap((field) => {
      const formula = field.type === 'computed' && 'expression' in field.formula ? field.formula.expression : undefined
      const [column] = formula !== undefined && 'call' in formula && formula.call === 'sum' ? formula.of : []
      return column !== undefined && 'column' in column ? [column.column] : []
    }),
  )
  const marked = (field: Field): Field =>
    (field.type === 'integer' || field.type === 'rupiah') && summed.has(field.id) ? { ...field, total: true } : field
  return { fields, tables: tables.map((table) => ({ ...table, fields: table.fields.map(marked) })) }
}
