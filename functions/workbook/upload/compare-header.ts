/** The sheet of questions against the draft's header answers. */
import type { Answers } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { ChangedCells, Spot, WorkbookClash, WorkbookError } from '../../schema/workbook.ts'
import { cellName } from '../book.ts'
import type { Codecs, Manifest } from '../template/manifest.ts'
import { compareCells } from './compare.ts'
import type { FileCell } from './read-rows.ts'
import type { HeaderSheet } from './recognise.ts'

export type HeaderChanges = {
  readonly cells: ChangedCells
  readonly clashes: readonly WorkbookClash[]
  readonly errors: readonly WorkbookError[]
  readonly formulas: number
  readonly places: ReadonlyMap<string, Spot>
}

const nothing: HeaderChanges = { cells: {}, clashes: [], errors: [], formulas: 0, places: new Map() }

export type HeaderParts = {
  readonly definition: FormDefinition
  readonly answers: Answers
  readonly codecs: Codecs
  readonly manifest: Manifest | undefined
}

export function compareHeader(header: HeaderSheet | undefined, parts: HeaderParts): HeaderChanges {
  if (header === undefined) return nothing
  const { definition, answers, codecs, manifest } = parts
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
    marks: manifest?.fields,
  })
  const spot = (id: string): Spot => places.get(id) ?? { sheet: sheet.name, cell: 'A1' }
  return {
    cells: found.cells,
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
