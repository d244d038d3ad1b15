/**
 * What the file's owner last saw or gave: the third side of the comparison. It is what was given out with the download, or,
 * where something was taken from this file before, that. Two people may work on copies of one download: whose take a file goes on
 * from is told by the rows in it that only that take has.
 */
import type { CellMarks, KnownDownload, Taken } from '../../domain/workbook/workbooks.ts'
import { markAt, noMark, pick } from '../cells/fingerprint.ts'
import type { Manifest } from '../template/manifest.ts'

export type Base = {
  readonly fields: string | undefined
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly taken?: Taken
}

/** By table: which fields have a column, which of them tell rows apart, and the marks of all rows. */
export type FileMarks = ReadonlyMap<
  string,
  { readonly present: readonly number[]; readonly signs: readonly number[]; readonly rows: readonly string[] }
>

export function baseOf(
  manifest: Manifest,
  download: KnownDownload | undefined,
  { files, by }: { files: FileMarks; by: string | undefined },
): Base {
  const given: Base = { fields: manifest.fields, rows: manifest.rows }
  const takes = (download?.takes ?? []).map((taken) => ({ ...fromMarks(taken.marks), taken }))
  const own = takes.find(({ taken }) => taken.by === by)
  if (own !== undefined && isGoneOn(own, given, { files, isOwn: true })) return own
  return takes.find((base) => isGoneOn(base, given, { files, isOwn: false })) ?? given
}

/**
 * Does the file hold something that only this take has? Of one's own a row that is mostly the same will do, since it may have
 * been corrected in the file since; a copy of somebody else's has a row that is exactly so.
 */
function isGoneOn(base: Base, given: Base, { files, isOwn }: { files: FileMarks; isOwn: boolean }): boolean {
  let isMore = base.fields !== given.fields
  for (const [table, rows] of base.rows) {
    const file = files.get(table)
    const exact = new Set(file?.rows.map((marks) => pick(marks, file.present)))
    for (const [key, marks] of rows) {
      if (given.rows.get(table)?.get(key) === marks) continue
      isMore = true
      if (file === undefined) continue
      if (exact.has(pick(marks, file.present))) return true
      if (isOwn && file.rows.some((each) => isLike(each, marks, file))) return true
    }
  }
  return isOwn && !isMore
}

function isLike(a: string, b: string, { present, signs }: { present: readonly number[]; signs: readonly number[] }) {
  if (signs.length > 0 && !pick(a, signs).includes(noMark) && pick(a, signs) === pick(b, signs)) return true
  const filled = present.filter((index) => markAt(b, index) !== noMark)
  return 2 * filled.filter((index) => markAt(a, index) === markAt(b, index)).length > filled.length
}

export function fromMarks({ fields, rows }: CellMarks): Base {
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
