/**
 * What the file's owner last saw or gave: the third side of the comparison. It is what was given out with the download, or,
 * where something was taken from this file before, that. Two people may work on copies of one download: whose take a file goes on
 * from is told by the rows in it that only that take has.
 */
import type { CellMarks, KnownDownload, Taken } from '../../domain/workbook/workbooks.ts'
import { markAt, markPlaces, noMark, pick } from '../cells/fingerprint.ts'
import type { Manifest } from '../template/manifest.ts'

export type Base = {
  readonly fields: string | undefined
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly taken?: Taken
  /** The file may be an older or another copy: what it lacks is asked about. */
  readonly isDoubtful?: boolean
  /** It is what somebody else gave: of that copy this one may be an older state, so what it says otherwise is asked about too. */
  readonly isOthers?: boolean
  /** Marks of the questions as given out: what is still so may be older than what was taken, and counts as not touched. */
  readonly given?: string
}

/** What stands in the file: marks of the questions, and by table which fields have a column, which of them tell rows apart, and all rows. */
export type FileMarks = {
  readonly fields: string
  readonly tables: ReadonlyMap<string, FileTable>
}
type FileTable = {
  readonly present: readonly number[]
  readonly signs: readonly number[]
  readonly rows: readonly string[]
}

export function baseOf(
  manifest: Manifest,
  download: KnownDownload | undefined,
  { files, by }: { files: FileMarks; by: string | undefined },
): Base {
  const given: Base = { fields: manifest.fields, rows: manifest.rows }
  const takes = (download?.takes ?? []).map((taken): Base => ({ ...fromMarks(taken.marks), taken }))
  const own = takes.find(({ taken }) => taken?.by === by)
  const fit = own === undefined ? undefined : fitOf(own, files, given)
  if (own !== undefined && fit !== undefined && (fit.exact > 0 || fit.like > 0 || !fit.isMore))
    return asOwn(own, { fit, files, given })
  // A copy of somebody else's file has a row that is exactly so; what it lacks may be what was added to the other copy since.
  const fits = takes.map((base) => ({
    base: { ...base, isDoubtful: true, isOthers: true },
    exact: fitOf(base, files, given).exact,
  }))
  const [first] = fits.filter(({ exact }) => exact > 0).sort((a, b) => b.exact - a.exact)
  if (first !== undefined) return first.base
  return own === undefined || fit === undefined ? given : { ...asOwn(own, { fit, files, given }), rows: given.rows }
}

type OwnFit = { readonly fit: Fit; readonly files: FileMarks; readonly given: Base }

/** Of rows and questions that only this take has, one that stands in the file tells that the file goes on from it. */
function asOwn(own: Base, { fit, files, given }: OwnFit): Base {
  const isSure = own.fields === given.fields || fit.exact > 0 || hasTaken(own.fields, files.fields, given.fields)
  return {
    ...own,
    ...(fit.exact === 0 && fit.like > 0 ? { isDoubtful: true } : {}),
    ...(isSure || given.fields === undefined ? {} : { given: given.fields }),
  }
}

function hasTaken(taken = '', here: string, given = ''): boolean {
  return markPlaces(here).some(
    (at) => markAt(taken, at) !== markAt(given, at) && markAt(here, at) === markAt(taken, at),
  )
}

type Fit = { readonly exact: number; readonly like: number; readonly isMore: boolean }

/** Of the rows that a take has beyond what was given out, how many stand in the file as they are, and how many mostly so. */
function fitOf(base: Base, files: FileMarks, given: Base): Fit {
  let [exact, like, isMore] = [0, 0, false]
  for (const [table, rows] of base.rows) {
    const file = files.tables.get(table)
    const known = new Set(given.rows.get(table)?.values())
    const index = file === undefined ? undefined : indexOf(file, rows.values())
    for (const [key, marks] of rows) {
      if (given.rows.get(table)?.get(key) === marks) continue
      isMore = true
      // A copy of a row that was given out tells nothing: the file has that row anyway.
      if (file === undefined || index === undefined || known.has(marks)) continue
      if (index.exact.has(pick(marks, file.present))) exact += 1
      else if (isLike(marks, file, index)) like += 1
    }
  }
  return { exact, like, isMore }
}

/** `rest`: rows of the file that are no row of the base as they are. */
type Index = {
  readonly exact: ReadonlySet<string>
  readonly signs: ReadonlySet<string>
  readonly rest: readonly string[]
}
/** Above this many rows a row that was corrected is known by what tells rows apart alone. */
const maxCompared = 300

function indexOf({ rows, present, signs }: FileTable, base: Iterable<string>): Index {
  const known = new Set([...base].map((marks) => pick(marks, present)))
  const rest = rows.filter((marks) => !known.has(pick(marks, present)))
  return {
    exact: new Set(rows.map((marks) => pick(marks, present))),
    signs: new Set(signs.length === 0 ? [] : rest.map((marks) => pick(marks, signs))),
    rest,
  }
}

function isLike(marks: string, { present, signs }: FileTable, { rest, signs: known }: Index): boolean {
  const picked = pick(marks, signs)
  if (signs.length > 0 && !picked.includes(noMark) && known.has(picked)) return true
  if (rest.length > maxCompared) return false
  const filled = present.filter((at) => markAt(marks, at) !== noMark)
  return rest.some((row) => 2 * filled.filter((at) => markAt(row, at) === markAt(marks, at)).length > filled.length)
}

function fromMarks({ fields, rows }: CellMarks): Base {
  return {
    fields: textOf(fields.marks),
    rows: new Map(
      Object.entries(rows).map(([table, list]) => [
        table,
        new Map(list.map(({ rowKey, cells }) => [rowKey, textOf(cells.marks) ?? ''])),
      ]),
    ),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
