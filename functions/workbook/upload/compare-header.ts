/** The sheet of questions against the draft's header answers. */

import { cellName } from '../../rules/cell-names.ts'
import type { Answers } from '../../schema/answers.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { ChangedCells, Spot, WorkbookClash, WorkbookError } from '../../schema/workbook.ts'
import { markAt, markOf, markPlaces, noColumn, unread, whereSame } from '../cells/fingerprint.ts'
import type { Codecs } from '../template/manifest.ts'
import { columnsOf } from '../template/words.ts'
import type { Base } from './base.ts'
import { compareCells } from './compare.ts'
import { type FileCell, isDashCell } from './file-row.ts'
import type { HeaderSheet } from './recognise.ts'

export type HeaderChanges = {
  readonly sheet: string | null
  readonly cells: ChangedCells
  /** What a file of unknown past says otherwise than the draft. */
  readonly other: ChangedCells
  /** Questions that are answered with a dash, which may mean several things. */
  readonly dashes: readonly Field[]
  /** Marks in the file, by field. */
  readonly read: ReadonlyMap<Field, FileCell>
  readonly clashes: readonly WorkbookClash[]
  readonly errors: readonly WorkbookError[]
  readonly formulas: number
  readonly places: ReadonlyMap<string, Spot>
}

const nothing: HeaderChanges = {
  sheet: null,
  cells: {},
  other: {},
  dashes: [],
  read: new Map(),
  clashes: [],
  errors: [],
  formulas: 0,
  places: new Map(),
}

export type HeaderParts = {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly codecs: Codecs
  readonly base: Base | undefined
  readonly isList: boolean
}

export function compareHeader(header: HeaderSheet | undefined, parts: HeaderParts): HeaderChanges {
  if (header === undefined) return nothing
  const { definition, answers, codecs, base, isList } = parts
  const { sheet, rows, valueColumn } = header
  const file = readHeader(header, codecs)
  const here = headerMarks(definition.fields, file)
  const places = new Map<string, Spot>(
    [...rows].map(([row, { id }]) => [id, { sheet: sheet.name, cell: cellName(row, valueColumn) }]),
  )
  const marks = headerBefore(base, here)
  const found = compareCells({ fields: definition.fields, codecs, file, draft: answers.fields, marks })
  const dashes = isList ? [] : [...file].flatMap(([field, cell]) => (isDashCell(cell) ? [field] : []))
  const spot = (id: string): Spot => places.get(id) ?? { sheet: sheet.name, cell: 'A1' }
  return {
    sheet: sheet.name,
    cells: without(found.cells, dashes),
    other: without(found.other, dashes),
    dashes: dashes.filter(({ id }) => id in found.cells),
    read: file,
    clashes: found.clashes.map(({ field, draft, file: own }) => ({
      ...spot(field.id),
      pointer: `/fields/${field.id}`,
      draft,
      file: own,
    })),
    errors: [...file].flatMap(([{ id }, { flaw }]) =>
      flaw === undefined ? [] : [{ ...spot(id), pointer: `/fields/${id}`, ...flaw }],
    ),
    formulas: [...file.values()].filter(({ formula }) => formula).length,
    places,
  }
}

export function readHeader({ sheet, rows, valueColumn }: HeaderSheet, codecs: Codecs): ReadonlyMap<Field, FileCell> {
  return new Map(
    [...rows].map(([row, field]) => {
      const read = codecs.get(field)?.read(sheet.rows[row]?.[valueColumn])
      return [field, { value: undefined, ...read, column: valueColumn }] as const
    }),
  )
}

/** What is known of the questions as the file last had them, once it was looked at. */
export function headerBefore(base: Base | undefined, here: string): string | undefined {
  if (base?.fields === undefined) return undefined
  const { fields, given, isOthers } = base
  if (isOthers) return whereSame(fields, here)
  return given === undefined
    ? fields
    : markPlaces(here)
        .map((at) => older(at, { here, given }) ?? markAt(fields, at))
        .join('')
}

/** The mark of a cell that is as it was given out. */
function older(at: number, { here, given }: { readonly here: string; readonly given: string }): string | undefined {
  return markAt(here, at) === markAt(given, at) ? markAt(given, at) : undefined
}

/** Of all questions that can have a cell, in their order. */
export function headerMarks(fields: readonly Field[], file: ReadonlyMap<Field, FileCell>): string {
  const marks = columnsOf(fields).map((field) => {
    const read = file.get(field)
    if (read === undefined) return noColumn
    return read.flaw === undefined ? markOf(read.value) : unread
  })
  return marks.join('')
}

function without(cells: ChangedCells, fields: readonly Field[]): ChangedCells {
  return Object.fromEntries(Object.entries(cells).filter(([id]) => !fields.some((field) => field.id === id)))
}
