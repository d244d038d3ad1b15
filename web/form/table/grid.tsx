/**
 * Rows as a real table in which one cell is active, as in a spreadsheet: only the active cell holds an input, and only when it
 * is being edited, and of a thousand rows only those in sight are drawn. A screen reader is told how many there are.
 */
import type { ComponentType } from 'preact'
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import { fetched } from '../../shell/later.tsx'
import { tableWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { lookOf } from '../fields/field-looks.ts'
import { noErrors } from '../model/form-error.ts'
import { elementId, pointerOf, targetOf } from '../model/place.ts'
import type { CellEditor } from './cell-editor.tsx'
import { frontWidths, namingFields } from './columns.ts'
import type { GridKeys } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import type { GridState } from './grid-state.ts'
import { Totals } from './grid-totals.tsx'
import { firstAt, partsOf } from './row-window.ts'
import '../grid.css'

/** What people do in the table; without an editor it is only read. */
export type GridControls = {
  readonly createGridKeys: (state: GridState, box: { readonly current: HTMLElement | null }) => GridKeys
  readonly CellEditor?: typeof CellEditor
  readonly CellBar: ComponentType<{ readonly state: GridState }>
}
const useEditing = fetched<GridControls>(() => import('./grid-controls.ts'))

/** Until a row has been measured. */
const usualHeight = 36
const usualRows = 20

type GridProps = { readonly state: GridState; readonly useControls?: () => GridControls | undefined }

export function Grid({ state, useControls = useEditing }: GridProps) {
  const { table, model, columns } = state
  const box = useRef<HTMLDivElement>(null)
  const { height, first, visible, onScroll } = useScrolledRows(box)
  const controls = useControls()
  const keys = useMemo(() => controls?.createGridKeys(state, box), [state, controls])
  const rows = state.rows.value
  const active = state.active.value
  const range = state.range.value
  const editing = state.editing.value
  const errors = model.errorsIn.value
  const warnings = model.found.value.rows
  const numbers = state.numbers.value
  const marks = state.marks?.value
  useFocus(state)
  useSought(state)
  const parts = partsOf({ count: rows.length, first, visible }, active?.row)
  const widths = [...frontWidths(table), ...columns.map((field) => lookOf(field).width)]
  const title = `${elementId(`/rows/${table.id}`)}-title`
  return (
    <>
      <div ref={box} class="grid-scroll" tabIndex={rows.length === 0 ? 0 : undefined} onScroll={onScroll}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: WAI-ARIA's grid pattern over a real table
          role="grid"
          class={table.fixedRows === undefined ? 'grid free' : 'grid'}
          style={{ width: `${widths.reduce((sum, width) => sum + width, 0)}rem` }}
          aria-labelledby={title}
          aria-rowcount={rows.length + 1}
          aria-colcount={widths.length}
          aria-multiselectable="true"
          {...keys}
        >
          <colgroup>
            {widths.map((width, index) => (
              <col key={index} style={{ width: `${width}rem` }} />
            ))}
          </colgroup>
          <Head state={state} />
          <tbody>
            {parts.map((part) => {
              if ('gap' in part) return <Gap key={`gap-${part.after}`} height={part.gap * height} />
              const row = rows[part.row]
              if (row === undefined) return null
              const inRange = range !== undefined && part.row >= range.top && part.row <= range.bottom
              const isActive = active?.row === part.row
              return (
                <GridRow
                  key={row.rowKey}
                  state={state}
                  row={row}
                  index={part.row}
                  number={numbers?.get(row.rowKey) ?? part.row}
                  header={state.header.value}
                  warnings={warnings.get(`${table.id}/${row.rowKey}`) ?? noErrors}
                  errors={errors.get(`${table.id}/${row.rowKey}`) ?? noErrors}
                  active={isActive ? active.column : active === undefined && part.row === 0 ? 0 : -1}
                  from={inRange ? range.left : -1}
                  to={inRange ? range.right : -1}
                  editing={isActive ? editing : undefined}
                  marks={marks?.get(row.rowKey)}
                  Editor={controls?.CellEditor}
                />
              )
            })}
          </tbody>
          <Totals state={state} />
        </table>
      </div>
      <div class="cell-bar">{controls !== undefined && <controls.CellBar state={state} />}</div>
    </>
  )
}

function Gap({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a gap cannot take the focus
    <tr class="gap" aria-hidden="true">
      <td style={{ height: `${height}px` }} />
    </tr>
  )
}

function Head({ state: { table, columns } }: { state: GridState }) {
  const naming = namingFields(table, false)
  return (
    <thead>
      <tr aria-rowindex={1}>
        {naming.length === 0 && (
          <th scope="col" class="front front-0">
            {say(words.number)}
          </th>
        )}
        {naming.map((field, index) => (
          <th key={field.id} scope="col" class={`front front-${index}`}>
            {say(field.label)}
          </th>
        ))}
        {columns.map((field) => (
          <th key={field.id} scope="col" class={`c-${field.type}`} title={field.hint && say(field.hint)}>
            {say(field.label)}
            {'unit' in field && field.unit !== undefined && ` (${say(field.unit)})`}
            {field.required === true && <span class="asterisk"> *</span>}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** How many rows fit, how tall one is, and which is the first in sight. */
function useScrolledRows(box: { current: HTMLDivElement | null }) {
  const [height, setHeight] = useState(usualHeight)
  const [first, setFirst] = useState(0)
  const [visible, setVisible] = useState(usualRows)
  useEffect(() => {
    const measure = () => {
      const row = box.current?.querySelector<HTMLElement>('tr[data-row]')?.offsetHeight
      const space = box.current?.clientHeight
      if (!row || !space) return
      setHeight(row)
      setVisible(Math.ceil(space / row))
    }
    measure()
    addEventListener('resize', measure)
    return () => removeEventListener('resize', measure)
  }, [])
  const onScroll = () => setFirst(firstAt(box.current?.scrollTop ?? 0, height))
  return { height, first, visible, onScroll }
}

/** Puts the focus into the active cell, or into its input, whenever somebody went there. */
function useFocus(state: GridState): void {
  const wanted = state.focusWanted.value
  const editing = state.editing.value
  useLayoutEffect(() => {
    const spot = state.active.peek()
    const place = spot && state.placeAt(spot)
    if (wanted === 0 || place === undefined || editing !== undefined) return
    const cell = document.getElementById(elementId(pointerOf(place)))
    cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [wanted, editing === undefined])
}

/** An error, a comment or a link in a mail leads to a cell that may not be drawn: it becomes the active one. */
function useSought(state: GridState): void {
  const sought = state.model.sought.value
  useEffect(() => {
    const { table, rowKey } = targetOf(sought ?? '')
    if (sought === undefined || table !== state.table.id || rowKey === undefined) return
    if (!state.rows.peek().some((row) => row.rowKey === rowKey)) state.view.value = undefined
    state.goToPointer(sought)
  }, [sought])
}
