/** The sheet of questions against the draft's header answers. */
import type { Answers } from '../../schema/answers.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { ChangedCells, Spot, WorkbookClash, WorkbookError } from '../../schema/workbook.ts'
import { cellName } from '../book.ts'
import type { Codecs } from '../template/manifest.ts'
import type { Base } from './base.ts'
import { compareCells } from './compare.ts'
import type { FileCell } from './file-row.ts'
import type { HeaderSheet } from './recognise.ts'

export type HeaderChanges = {
  readonly sheet: string | null
  readonly cells: ChangedCells
  /** What a file of unknown past says otherwise than the draft. */
  readonly other: ChangedCells
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
}

export function compareHeader(header: HeaderSheet | undefined, parts: HeaderParts): HeaderChanges {
  if (header === undefined) return nothing
  const { definition, answers, codecs, base } = parts
  const { sheet, rows, valueColumn } = header
  const file = new Map([...rows].map(([row, field]) => [field, readAt(row)] as const))
  const places = new Map<string, Spot>(
    [...rows].map(([row, { id }]) => [id, { sheet: sheet.name, cell: cellName(row, valueColumn) }]),
  )
  function readAt(row: number): FileCell {
    const field = rows.get(row)
    const codec = field === undefined ? undefined : codecs.get(field)
    return { value: undefined, ...codec?.read(sheet.rows[row]?.[valueColumn]), column: valueColumn }
  }
  const found = compareCells({
    fields: definition.fields,
    codecs,
    file,
    draft: answers.fields,
    marks: base?.fields,
  })
  const spot = (id: string): Spot => places.get(id) ?? { sheet: sheet.name, cell: 'A1' }
  return {
    sheet: sheet.name,
    cells: found.cells,
    other: found.other,
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
