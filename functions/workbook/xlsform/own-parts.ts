/**
 * The column `lengkap`: what of a row XLSForm has no column for, as an export wrote it. It holds only while the row is as it was
 * written: what somebody changed beside it must never be overruled unseen.
 */
import { createHash } from 'node:crypto'
import type { Field, FormDefinition, Table } from '../../schema/form.ts'
import type { DraftFlaw, FormDraft } from '../../schema/form-draft.ts'
import { isTranslated } from './columns.ts'
import { flawAt } from './flaws.ts'
import type { SheetRow } from './sheets.ts'

export type ReadXlsForm = (file: Uint8Array) => Promise<FormDraft>
/** By key of the field, table or form; null takes the key away. */
export type OwnPart = { readonly [key: string]: unknown }
type Cells = { readonly [key: string]: string | undefined }

const column = 'lengkap'
/** What an own part may never say: what other rows and sheets hold for the whole. */
const others = new Set(['fields', 'tables', 'version', 'ruled'])

/** As it stands in the cell: `{"suggest":"opd"} #1a2b3c4d`. */
export function ownCell(part: OwnPart, cells: Cells): string {
  return `${JSON.stringify(part)} #${digestOf(cells, part)}`
}

/** Of the row's other cells; of its texts only where the part says texts itself. */
function digestOf(cells: Cells, part: OwnPart): string {
  const says = 'label' in part || 'hint' in part || 'title' in part || 'description' in part
  const kept = Object.entries(cells)
    .filter(([key, text]) => key !== column && text !== undefined && (says || !isTranslated(key.split('::')[0] ?? '')))
    .map(([key, text]) => `${key}=${text}`)
    .sort()
  return createHash('sha256').update(kept.join('\n')).digest('hex').slice(0, 8)
}

export type Placed = { readonly row: SheetRow; readonly id: string }

/** The form with the own parts of its rows. `settings`: the row of that sheet, for the form itself. */
export function withOwnParts(
  definition: FormDefinition,
  { rows, settings }: { readonly rows: readonly Placed[]; readonly settings: SheetRow | undefined },
  flaws: DraftFlaw[],
): FormDefinition {
  const parts = new Map(rows.flatMap(({ row, id }) => readPart(row, flaws).map((part) => [id, part] as const)))
  const own = <T extends Field | Table>(each: T): T => patched(each, parts.get(each.id))
  const tables = definition.tables.map((table) => own({ ...table, fields: table.fields.map(own) }))
  const form = { ...definition, fields: definition.fields.map(own), tables }
  return patched(form, settings && readPart(settings, flaws)[0])
}

function readPart(row: SheetRow, flaws: DraftFlaw[]): OwnPart[] {
  const text = row.cells[column]
  if (text === undefined) return []
  const [, json = '', digest] = /^(\{.*\})\s+#([\da-f]{8})$/s.exec(text) ?? []
  const part = parsed(json)
  if (part === undefined) flaws.push(flawAt(row.at(column), 'own-unread'))
  else if (digestOf(row.cells, part) !== digest)
    flaws.push(flawAt(row.at(column), 'own-stale', Object.keys(part).join(', ')))
  else return [part]
  return []
}

function parsed(json: string): OwnPart | undefined {
  try {
    const part: unknown = JSON.parse(json)
    const keys = typeof part === 'object' && part !== null ? Object.keys(part) : []
    return keys.length === 0 || keys.some((key) => others.has(key)) ? undefined : (part as OwnPart)
  } catch {
    return undefined
  }
}

function patched<T extends object>(each: T, part: OwnPart | undefined): T {
  if (part === undefined) return each
  return Object.fromEntries(Object.entries({ ...each, ...part }).filter(([, value]) => value !== null)) as T
}

/** What has to be said of `is` so that it becomes `wanted`. */
export function differenceOf(is: object | undefined, wanted: object): OwnPart | undefined {
  const [a, b] = [{ ...is } as OwnPart, { ...wanted } as OwnPart]
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => !others.has(key))
  const differing = keys.filter((key) => canonical(a[key]) !== canonical(b[key]))
  return differing.length === 0 ? undefined : Object.fromEntries(differing.map((key) => [key, b[key] ?? null]))
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? ''
  )
}
