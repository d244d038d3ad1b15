/** Rows as a real table: sticky head and names, every cell an input, moved in by keyboard, filled by a paste from Excel. */
import { useRef } from 'preact/hooks'
import { fixedFieldsOf } from '../../../functions/schema/answers/fixed-rows.ts'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import { readTyped } from '../../../functions/schema/answers/read-typed.ts'
import { totalsOf } from '../../../functions/schema/answers/totals.ts'
import type { Field, Table } from '../../../functions/schema/form.ts'
import { presentInstant } from '../../shell/clock.ts'
import { tableWording as words } from '../../wording/form.ts'
import { language, say } from '../../wording/language.ts'
import { useForm } from '../form-model.ts'
import { isBlock, spreadBlock } from '../model/paste-block.ts'
import { elementId } from '../model/place.ts'
import { newRowKey } from '../model/row-key.ts'
import { columnHintId, columnsOf, namingFields } from './columns.ts'
import { createGridKeys } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import type { RowListProps } from './row-list-props.ts'

export function Grid({ table, rows, actions, grouped }: RowListProps) {
  const model = useForm()
  const columns = columnsOf(table)
  const keys = useRef(createGridKeys(() => document.getElementById(elementId(`/rows/${table.id}`))?.focus()))
  const naming = namingFields(table, grouped)
  const paste = usePaste(table, columns, rows)
  return (
    <>
      <ColumnHelp table={table} columns={columns} />
      <div class="grid-scroll">
        <table class="grid" {...keys.current} onPaste={paste}>
          <thead>
            <tr>
              <th scope="col" class="corner">
                {naming.length === 0 ? say(words.number) : naming.map((field) => say(field.label)).join(' · ')}
              </th>
              {columns.map((field) => (
                <th key={field.id} scope="col" class={`c-${field.type}`}>
                  {say(field.label)}
                  {'unit' in field && field.unit !== undefined && ` (${say(field.unit)})`}
                </th>
              ))}
              <th scope="col">
                <span class="unseen">{say(words.actions)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <GridRow
                key={row.rowKey}
                table={table}
                row={row}
                index={index}
                grouped={grouped}
                header={model.header.value}
                actions={actions}
              />
            ))}
          </tbody>
          {!grouped && <Totals table={table} columns={columns} />}
        </table>
      </div>
    </>
  )
}

function Totals({ table, columns }: { table: Table; columns: readonly Field[] }) {
  const model = useForm()
  if (!columns.some((field) => 'total' in field && field.total === true)) return null
  const totals = totalsOf(model.definition, model.answers.value)
  return (
    <tfoot>
      <tr>
        <th scope="row" class="corner">
          {say(words.total)}
        </th>
        {columns.map((field) => (
          <td key={field.id} class="number">
            {formatValue(field, totals[`${table.id}.${field.id}`], language.value, model.context.value)}
          </td>
        ))}
        <td />
      </tr>
    </tfoot>
  )
}

/** Operational definitions, folded: they are long, and needed at first only. Inputs point to them, so they are always spoken. */
function ColumnHelp({ table, columns }: { table: Table; columns: readonly Field[] }) {
  return (
    <details class="column-help">
      <summary>{say(words.columns)}</summary>
      <p>{say(words.keys)}</p>
      <dl class="facts">
        {columns.map(
          (field) =>
            field.hint !== undefined && (
              <div key={field.id}>
                <dt>{say(field.label)}</dt>
                <dd id={columnHintId(table, field)}>{say(field.hint)}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  )
}

/** Lays a copied block over the cells; free tables grow by the rows that it brings. */
function usePaste(table: Table, columns: readonly Field[], rows: RowListProps['rows']) {
  const model = useForm()
  return (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td[data-field]') : null
    const rowKey = cell?.closest<HTMLElement>('tr')?.dataset.row
    const field = cell?.dataset.field
    if (!isBlock(text) || rowKey === undefined || field === undefined) return
    event.preventDefault()
    const typable = columns.filter(({ type }) => type !== 'computed')
    const cells = spreadBlock(text, typable, rows, { field, rowKey })
    const grown = new Map<number, string>()
    const room = table.fixedRows === undefined ? table.maxRows - rows.length : 0
    for (const { offset, rowKey: known } of cells) {
      if (known !== undefined || offset >= room || grown.has(offset)) continue
      const key = newRowKey(presentInstant())
      grown.set(offset, key)
      model.edit({
        do: 'insert-rows',
        table: table.id,
        rows: [{ rowKey: key, cells: {} }],
        index: rows.length + offset,
      })
    }
    const fixed = fixedFieldsOf(table)
    model.setMany(
      cells.flatMap((each) => {
        const key = each.rowKey ?? grown.get(each.offset)
        if (key === undefined || fixed.has(each.field.id)) return []
        const read = readTyped(each.field, each.text, language.peek(), model.context.peek())
        const place = { table: table.id, rowKey: key, field: each.field.id }
        return [{ place, value: read.value }]
      }),
    )
  }
}
