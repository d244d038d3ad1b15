/**
 * A submission as it was sent: the general answers, then each table as the grid that the operator filled, read-only, with marks
 * in the cells. What there is to say of a place stands in a panel beside it; on a phone rows are lines and the panel is a sheet.
 */
import { useEffect, useMemo } from 'preact/hooks'
import { settleHeader } from '../../../functions/schema/answers/settle-cells.ts'
import { isNote } from '../../../functions/schema/fields/computed.ts'
import '../../form/grid.css'
import { elementId } from '../../form/model/place.ts'
import { say } from '../../wording/language.ts'
import { filterWords, type MarkKind, sheetWording as words } from '../../wording/sheet.ts'
import { submissionWording } from '../../wording/submission.ts'
import { marked, markKinds, signs } from './notes.ts'
import { PlaceLine } from './place-line.tsx'
import { PlacePanel } from './place-panel.tsx'
import { createSheet, type Sheet, type SheetParts } from './sheet.ts'
import { SheetTable } from './sheet-table.tsx'
import '../submission.css'
import './sheet.css'

/** `parts` may be new on every render; the same form keeps its state. */
export function SheetView(parts: SheetParts) {
  const { form, notes, commenting } = parts
  const sheet = useMemo(() => createSheet(parts), [form.definition, form.answers, notes, commenting])
  useMarkKeys(sheet)
  usePlaceInAddress(sheet)
  return (
    <div class={sheet.place.value === undefined ? 'sheet' : 'sheet with-panel'}>
      <GeneralAnswers sheet={sheet} />
      <Filters sheet={sheet} />
      {sheet.tables.map((state) => (
        <SheetTable key={state.table.id} sheet={sheet} state={state} />
      ))}
      <PlacePanel sheet={sheet} />
    </div>
  )
}

function GeneralAnswers({ sheet }: { sheet: Sheet }) {
  const { definition, answers, context } = sheet.form
  const { cells, visible } = settleHeader(definition, answers, context)
  return (
    <section>
      <h2>{say(submissionWording.answers)}</h2>
      <dl class="general">
        {definition.fields
          .filter((field) => visible.has(field.id) && !isNote(field))
          .map((field) => {
            const pointer = `/fields/${field.id}`
            const id = elementId(pointer)
            return <PlaceLine key={field.id} {...{ sheet, field, pointer, id }} value={cells[field.id]} />
          })}
      </dl>
    </section>
  )
}

function Filters({ sheet }: { sheet: Sheet }) {
  const notes = sheet.notes.value
  const counts = markKinds.map((kind) => [kind, marked(sheet.places, notes, [kind]).length] as const)
  const shown = sheet.filter.value
  const choice = (kind: MarkKind | undefined, label: string, count?: number) => (
    <button type="button" class="button small" aria-pressed={shown === kind} onClick={() => sheet.show(kind)}>
      {kind !== undefined && <span aria-hidden="true">{signs[kind]} </span>}
      {label}
      {count !== undefined && ` (${count})`}
    </button>
  )
  if (counts.every(([, count]) => count === 0)) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a flex box in old browsers
    <div class="cluster sheet-filters no-print" role="group" aria-label={say(words.filters)}>
      {choice(undefined, say(words.all))}
      {counts.map(([kind, count]) => choice(kind, say(filterWords[kind]), count))}
      <span class="sheet-steps">
        <button type="button" class="button small" onClick={() => sheet.step(-1)}>
          ‹ {say(words.previous)}
        </button>{' '}
        <button type="button" class="button small" onClick={() => sheet.step(1)}>
          {say(words.next)} ›
        </button>
      </span>
    </div>
  )
}

/** n and p anywhere on the page, but where somebody writes or a dialog asks something. */
function useMarkKeys(sheet: Sheet): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event
      if (event.ctrlKey || event.altKey || event.metaKey || !(target instanceof Element)) return
      if (target.matches('input, select, textarea') || target.closest('dialog') !== null) return
      if (key === 'n' || key === 'p') sheet.step(key === 'n' ? 1 : -1)
      else if (key === 'Escape' && sheet.place.peek() !== undefined) sheet.close()
      else return
      event.preventDefault()
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [sheet])
}

/** A finding or a mail names a place in the address: `#/rows/baris/R1/pagu`. */
function usePlaceInAddress(sheet: Sheet): void {
  useEffect(() => {
    const look = () => {
      const pointer = decodeURIComponent(location.hash.slice(1))
      if (pointer.startsWith('/') && sheet.places.includes(pointer)) sheet.open(pointer)
    }
    look()
    addEventListener('hashchange', look)
    return () => removeEventListener('hashchange', look)
  }, [sheet])
}
