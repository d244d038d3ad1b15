/**
 * The columns of a form whose agencies answered different versions: those of the version that is asked, then each question that only
 * older ones had, with its version in the head. A question keeps its column where it is surely the same (versions/form-pairs.ts).
 */
import type { Field, FormDefinition, Table } from '../../schema/form.ts'
import type { MoveMapping } from '../../schema/version-move.ts'
import type { Wording } from '../../schema/wording.ts'
import { isSameType, type PartPair, pairsOf } from '../versions/form-pairs.ts'

/** What one version calls the questions of a part. `table`: absent of the header. */
type OwnPart = { readonly table?: Table; readonly fields: ReadonlyMap<Field, Field> }
export type VersionUnion = {
  readonly definition: FormDefinition
  /** The part of a version that answers this part of the union; `undefined`: that version has none. */
  partOf(own: FormDefinition, table: Table | undefined): OwnPart | undefined
}

/** `others`: the versions that were answered; `mapping`: of the move to the version that is asked. */
export function unionOf(
  asked: FormDefinition,
  others: readonly FormDefinition[],
  mapping: MoveMapping = {},
): VersionUnion {
  const older = [...new Map(others.map((each) => [each.version, each])).values()]
    .filter(({ version }) => version !== asked.version)
    .toSorted((a, b) => b.version - a.version)
  const pairs = new Map(older.map((each) => [each.version, pairsOf(each, asked, mapping)]))
  const parts = (pick: (part: PartPair) => boolean) =>
    older.flatMap(({ version }) => (pairs.get(version) ?? []).filter(pick).map((part) => ({ version, part })))
  const header = leftFields(parts(({ isHeader }) => isHeader))
  const tables = asked.tables.map((table) => {
    const left = leftFields(parts(({ after }) => after?.id === table.id))
    return left.length === 0 ? table : { ...table, fields: [...table.fields, ...left] }
  })
  const gone = parts(({ before, after, isHeader }) => !isHeader && before !== undefined && after === undefined)
  const leftTables = [...Map.groupBy(gone, ({ part }) => part.before?.id ?? '').values()].flatMap((same) => {
    const table = same[0]?.part.before
    const versions = same.map(({ version }) => version)
    return table === undefined ? [] : [{ ...table, title: headed(table.title, versions), fields: fieldsOfAll(same) }]
  })
  const definition: FormDefinition =
    older.length === 0 ? asked : { ...asked, fields: [...asked.fields, ...header], tables: [...tables, ...leftTables] }
  return {
    definition,
    partOf: (own, table) => partIn(own, { asked, pairs: pairs.get(own.version) }, { definition, table }),
  }
}

type Versioned = { readonly version: number; readonly part: PartPair }

/** Questions that the asked version has no column for: one column for all older versions in which it has the same name and type. */
function leftFields(parts: readonly Versioned[]): Field[] {
  const left = parts.flatMap(({ version, part }) =>
    part.fields.flatMap((pair) =>
      pair.before === undefined || isSameType(pair) ? [] : [{ version, field: pair.before }],
    ),
  )
  return oncePerName(left)
}

function fieldsOfAll(parts: readonly Versioned[]): Field[] {
  const all = parts.flatMap(({ version, part }) => (part.before?.fields ?? []).map((field) => ({ version, field })))
  return oncePerName(all).map((field) => all.find((each) => each.field.id === field.id)?.field ?? field)
}

function oncePerName(all: readonly { version: number; field: Field }[]): Field[] {
  return [...Map.groupBy(all, ({ field }) => `${field.id} ${field.type}`).values()].flatMap((same) => {
    const newest = same[0]?.field
    return newest === undefined
      ? []
      : [
          {
            ...newest,
            label: headed(
              newest.label,
              same.map(({ version }) => version),
            ),
          },
        ]
  })
}

function headed(label: Wording, versions: readonly number[]): Wording {
  const list = versions.toSorted((a, b) => a - b).join(', ')
  return { id: `${label.id} (versi ${list})`, en: `${label.en} (version ${list})` }
}

type Known = { asked: FormDefinition; pairs: readonly PartPair[] | undefined }

function partIn(
  own: FormDefinition,
  { asked, pairs }: Known,
  { definition, table }: { definition: FormDefinition; table: Table | undefined },
): OwnPart | undefined {
  const columns = table === undefined ? definition.fields : table.fields
  const pair = pairs?.find(({ after, isHeader }) => (table === undefined ? isHeader : after?.id === table.id))
  const alike = table === undefined ? undefined : own.tables.find(({ id }) => id === table.id)
  const ownTable = pair === undefined ? alike : pair.before
  if (table !== undefined && ownTable === undefined) return undefined
  const ownFields = table === undefined ? own.fields : (ownTable?.fields ?? [])
  const askedFields = new Set(
    table === undefined ? asked.fields : asked.tables.find(({ id }) => id === table.id)?.fields,
  )
  const fields = new Map<Field, Field>()
  for (const column of columns) {
    const paired = pair?.fields.find(({ after }) => after?.id === column.id)
    const named = ownFields.find(({ id, type }) => id === column.id && type === column.type)
    const source = pair !== undefined && askedFields.has(column) ? paired && isSameType(paired) && paired.before : named
    if (source) fields.set(column, source)
  }
  return { ...(ownTable !== undefined && { table: ownTable }), fields }
}
