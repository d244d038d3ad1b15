/**
 * Keyboard and mouse of a table that is only read: arrows move as in a spreadsheet, Enter and a click open what there is to say
 * of a cell, what is selected can be copied. Tab leaves the table at once.
 */

import { pointerOf } from '../../form/model/place.ts'
import { copyCells } from '../../form/table/grid-commands.ts'
import type { GridKeys } from '../../form/table/grid-keys.ts'
import { moveBy } from '../../form/table/grid-moves.ts'
import { selectForCopy, spotAt } from '../../form/table/grid-spot.ts'
import type { GridState, Spot } from '../../form/table/grid-state.ts'
import type { Sheet } from './sheet.ts'

type Box = { readonly current: HTMLElement | null }

export const readKeys =
  (sheet: Sheet) =>
  (state: GridState, box: Box): GridKeys => {
    const shape = () => {
      const row = box.current?.querySelector<HTMLElement>('tr[data-row]')?.offsetHeight || 36
      const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / row) - 2)
      return { rows: state.rows.peek().length, columns: state.columns.length, page }
    }
    const go = (spot: Spot, extend: boolean) => {
      state.goTo(spot, { extend })
      sheet.follow(state)
    }
    return {
      onKeyDown: (event: KeyboardEvent) => {
        const spot = state.active.peek()
        if (spot === undefined || event.altKey) return
        const { key, shiftKey: shift } = event
        const ctrl = event.ctrlKey || event.metaKey
        if (ctrl && key.toLowerCase() === 'c') return selectForCopy(event.target)
        const place = state.placeAt(spot)
        const opens = key === 'Enter' || key === ' ' || key === 'F2'
        const next = opens || key === 'Tab' ? undefined : moveBy({ key, ctrl, shift }, spot, shape())
        if (opens && place !== undefined) sheet.open(pointerOf(place), true)
        else if (next !== undefined && next !== 'out') go(next, shift)
        else return
        event.preventDefault()
      },
      onMouseDown: (event: MouseEvent) => {
        const spot = spotAt(event.target)
        if (spot === undefined || event.button !== 0) return
        event.preventDefault()
        const row = state.rows.peek()[spot.row]
        if (event.shiftKey) go(spot, true)
        else if (spot.column < 0 && row !== undefined) sheet.open(`/rows/${state.table.id}/${row.rowKey}`)
        else {
          const place = state.placeAt(spot)
          if (place !== undefined) sheet.open(pointerOf(place))
        }
      },
      onFocusIn: ({ target }: FocusEvent) => {
        const spot = (target as Element).matches('td') ? spotAt(target) : undefined
        const active = state.active.peek()
        if (spot === undefined || (spot.row === active?.row && spot.column === active.column)) return
        state.goTo(spot, { focus: false })
      },
      onCopy: (event: ClipboardEvent) => {
        const text = copyCells(state)
        if (text === undefined) return
        event.clipboardData?.setData('text/plain', text)
        event.preventDefault()
      },
    }
  }
