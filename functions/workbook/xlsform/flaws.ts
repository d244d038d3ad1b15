/** What is said about a cell of an XLSForm that cannot be a form here, and where. */
import type { DraftFlaw } from '../../schema/form-draft.ts'
import { type FlawCode, said } from './flaw-words.ts'

export type { FlawCode } from './flaw-words.ts'
export type Place = { readonly sheet: string; readonly row: number; readonly column?: string }

export function flawAt(place: Place, code: FlawCode, what = ''): DraftFlaw {
  const { blocking, words } = said[code]
  return { sheet: place.sheet, row: place.row, column: place.column ?? '', code, blocking, message: words(what) }
}

/** Thrown inside a cell's reader; caught where the cell's place is known. */
export class Unmapped extends Error {
  readonly code: FlawCode
  readonly what: string
  constructor(code: FlawCode, what = '') {
    super(code)
    this.name = 'Unmapped'
    this.code = code
    this.what = what
  }
}
