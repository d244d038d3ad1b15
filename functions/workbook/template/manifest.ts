/**
 * The hidden sheet: which form, version, agency and round the file was made for, and for every row its key with the marks of
 * its cells. Without it a file can still be read; with it an upload changes only what was touched in the file.
 */
import type { WriteSheet } from 'hucre/xlsx'
import type { WorkbookSubject } from '../../domain/workbook/workbooks.ts'
import type { Value } from '../../schema/answers.ts'
import type { Field } from '../../schema/form.ts'
import { type Book, type BookCell, refuse } from '../book.ts'
import type { CellCodec } from '../cells/cell-codec.ts'
import { derivedKey, marksOf } from '../cells/fingerprint.ts'
import { columnsOf, manifestName } from './words.ts'

const magic = 'lengkap-workbook'
const format = 1

export type Manifest = {
  readonly form: string
  readonly version: number
  readonly region: string
  readonly agency: string
  readonly round: string
  /** Of this very download: what was taken from it is remembered by it. */
  readonly download: string
  /** When it was made; of older files unknown. */
  readonly made: string | undefined
  /** Marks of header fields, and by table and row key. */
  readonly fields: string | undefined
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** What the cells will be read as when nobody touches them; `write` and `read` are the template's own. */
export type Codecs = ReadonlyMap<Field, CellCodec>

export function manifestSheet(now: Date, subject: WorkbookSubject, codecs: Codecs): WriteSheet {
  const { stamp, definition, answers } = subject
  const about: [string, string | number][] = [
    [magic, format],
    ['form', definition.id],
    ['version', definition.version],
    ['region', stamp.region],
    ['agency', stamp.agencyId],
    ['round', stamp.round],
    ['download', downloadIdOf(now, subject)],
    ['made', now.toISOString()],
    ['title', definition.title[subject.language]],
    ['for', subject.heading],
  ]
  const marks = (fields: readonly Field[], cells: Readonly<Record<string, Value>>) =>
    marksOf(columnsOf(fields), (field) => {
      const codec = codecs.get(field)
      return codec?.read(codec.write(cells[field.id])).value
    })
  const rows = definition.tables.flatMap(({ id, fields }) =>
    (answers.rows[id] ?? []).map(({ rowKey, cells }) => ['row', id, rowKey, marks(fields, cells)]),
  )
  return {
    name: manifestName,
    veryHidden: true,
    rows: [...about, ['fields', '', '', marks(definition.fields, answers.fields)], ...rows],
  }
}

/** Of one person's download at one moment. */
export function downloadIdOf(now: Date, { stamp, definition, person }: WorkbookSubject): string {
  const { region, agencyId, round } = stamp
  return derivedKey(now.toISOString(), region, agencyId, round, definition.id, person?.id ?? '')
}

/** The manifest of a file; `undefined` for a file that was not made here. */
export function readManifest(book: Book): Manifest | undefined {
  const sheet = book.sheets.find(({ name }) => name === manifestName)
  if (sheet === undefined || textAt(sheet.rows[0], 0) !== magic) return undefined
  const about = new Map<string, string>()
  const rows = new Map<string, Map<string, string>>()
  let fields: string | undefined
  for (const row of sheet.rows) {
    const [kind, second, third, fourth] = [0, 1, 2, 3].map((column) => textAt(row, column))
    if (kind === 'row' && second !== undefined && third !== undefined && fourth !== undefined) {
      const keys = rows.get(second) ?? new Map<string, string>()
      rows.set(second, keys.set(third, fourth))
    } else if (kind === 'fields') fields = fourth
    else if (kind !== undefined && second !== undefined) about.set(kind, second)
  }
  const text = (name: string) => about.get(name) ?? ''
  return {
    form: text('form'),
    version: Number(text('version')),
    region: text('region'),
    agency: text('agency'),
    round: text('round'),
    download: text('download'),
    made: about.get('made'),
    fields,
    rows,
  }
}

/** Refuses a file of another form, version or agency, by the names that it carries. */
export function checkManifest(book: Book, manifest: Manifest, { definition, stamp }: WorkbookSubject): void {
  const sheet = book.sheets.find(({ name }) => name === manifestName)
  const named = (name: string) =>
    textAt(
      sheet?.rows.find((row) => textAt(row, 0) === name),
      1,
    )
  if (manifest.form !== definition.id) throw refuse('other-form', named('title'))
  if (manifest.region !== stamp.region || manifest.agency !== stamp.agencyId) throw refuse('other-agency', named('for'))
  if (manifest.version !== definition.version) throw refuse('other-version', String(manifest.version))
}

function textAt(row: readonly BookCell[] | undefined, column: number): string | undefined {
  const cell = row?.[column]
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : undefined
}
