/** Which question of one version is which of another: by the coordinator's mapping, else by `was`, else by the same name. */
import type { Field, FormDefinition, Table } from '../../schema/form.ts'
import type { MoveMapping } from '../../schema/version-move.ts'

/** A question and the one that it was; `undefined`: there is none on that side. */
export type FieldPair = { readonly before: Field | undefined; readonly after: Field | undefined }
/** The header has no table. */
export type PartPair = {
  readonly before: Table | undefined
  readonly after: Table | undefined
  readonly isHeader: boolean
  readonly fields: readonly FieldPair[]
}

/** All parts and questions of both, in the order of the newer form; those that it no longer has come last. */
export function pairsOf(before: FormDefinition, after: FormDefinition, mapping: MoveMapping = {}): PartPair[] {
  const header: PartPair = {
    before: undefined,
    after: undefined,
    isHeader: true,
    fields: fieldPairs(before.fields, after.fields, (id) => mapping[id]),
  }
  const tables = paired(before.tables, after.tables, (id) => mapping[id]).map(([old, next]): PartPair => {
    const told = (id: string) => {
      const path = next && mapping[`${next.id}.${id}`]
      return path?.split('.')[1]
    }
    return {
      before: old,
      after: next,
      isHeader: false,
      fields: fieldPairs(old?.fields ?? [], next?.fields ?? [], told),
    }
  })
  return [header, ...tables]
}

function fieldPairs(
  before: readonly Field[],
  after: readonly Field[],
  told: (id: string) => string | undefined,
): FieldPair[] {
  return paired(before, after, told).map(([old, next]) => ({ before: old, after: next }))
}

type Named = { readonly id: string; readonly was?: string | undefined }

function paired<T extends Named>(
  before: readonly T[],
  after: readonly T[],
  told: (id: string) => string | undefined,
): [T | undefined, T | undefined][] {
  const old = new Map(before.map((each) => [each.id, each]))
  const taken = new Map<T, T>()
  const used = new Set<string>()
  // What a person says goes before what the form says, and both before an equal name.
  for (const nameOf of [(next: T) => told(next.id), (next: T) => next.was, (next: T) => next.id]) {
    for (const next of after) {
      const name = nameOf(next)
      const source = name === undefined ? undefined : old.get(name)
      if (source === undefined || taken.has(next) || used.has(source.id)) continue
      taken.set(next, source)
      used.add(source.id)
    }
  }
  return [
    ...after.map((next): [T | undefined, T] => [taken.get(next), next]),
    ...before.filter(({ id }) => !used.has(id)).map((each): [T, undefined] => [each, undefined]),
  ]
}

/** May an answer of the one stand as an answer of the other? Judged by type alone; what it says is judged answer by answer. */
export function isSameType({ before, after }: FieldPair): boolean {
  return before !== undefined && after !== undefined && before.type === after.type
}
