/**
 * Answers about persons: names, telephones, addresses. What a field says of itself decides (a telephone, or text whose purpose is a name,
 * a telephone or an address), unless a mark beside the published definition says otherwise. Marks are no part of what was published,
 * so fingerprints stay. `withoutPersonal` is the one function by which such answers are left out of what others are shown.
 */
import type { Answers, Cells, Value } from './answers.ts'
import type { Field, FormDefinition, Table } from './form.ts'

export function isPersonal(field: Field): boolean {
  return field.personal ?? (field.type === 'phone' || (field.type === 'text' && field.purpose !== undefined))
}

export function hasPersonal(definition: FormDefinition): boolean {
  return [definition, ...definition.tables].some(({ fields }) => fields.some(isPersonal))
}

/** Those of the head that say who answers for the data: from the first text about a person to the last, with what stands between (an office). */
export function personQuestions(fields: readonly Field[]): readonly Field[] {
  const personal = fields.map(isPersonal)
  const run = fields.slice(Math.max(0, personal.indexOf(true)), personal.lastIndexOf(true) + 1)
  return run.filter(({ type }) => type === 'text' || type === 'phone')
}

/** Replaces each personal answer; `undefined` takes it out. Answers of a form without any are the same object. */
export function replacePersonal<T>(
  definition: FormDefinition,
  answers: Answers<T>,
  replace: (pointer: string, value: T) => T | undefined,
): Answers<T> {
  if (!hasPersonal(definition)) return answers
  const header = replaceCells(definition.fields, answers.fields, '/fields', replace)
  const rows = Object.fromEntries(
    Object.entries(answers.rows).map(([id, all]) => {
      const fields = definition.tables.find((table) => table.id === id)?.fields ?? []
      if (!fields.some(isPersonal)) return [id, all]
      const each = all.map(({ rowKey, cells }) => ({
        rowKey,
        cells: replaceCells(fields, cells, `/rows/${id}/${rowKey}`, replace),
      }))
      return [id, each]
    }),
  )
  return { fields: header, rows }
}

function replaceCells<T>(
  fields: readonly Field[],
  cells: Cells<T>,
  at: string,
  replace: (pointer: string, value: T) => T | undefined,
): Cells<T> {
  const personal = new Set(fields.filter(isPersonal).map(({ id }) => id))
  return Object.fromEntries(
    Object.entries(cells).flatMap(([id, value]) => {
      const kept = personal.has(id) ? replace(`${at}/${id}`, value) : value
      return kept === undefined ? [] : [[id, kept] as const]
    }),
  )
}

export function withoutPersonal(definition: FormDefinition, answers: Answers): Answers {
  return replacePersonal<Value>(definition, answers, () => undefined)
}

/** The form without its questions about persons: what a table of results has no columns for. */
export function withoutPersonalFields(definition: FormDefinition): FormDefinition {
  const impersonal = (fields: Field[]) => fields.filter((field) => !isPersonal(field))
  const tables = definition.tables.map((table): Table => ({ ...table, fields: impersonal(table.fields) }))
  return { ...definition, fields: impersonal(definition.fields), tables }
}

/** Marks by place: `picTelepon`, `kader/nama`. */
export type PersonalMarks = Record<string, boolean>

/** A definition as it is published, and its marks, which stand beside it. */
export function withMarksApart(definition: FormDefinition): { definition: FormDefinition; personal: PersonalMarks } {
  const personal: PersonalMarks = {}
  const bare = mapFields(definition, (field, place) => {
    const { personal: mark, ...rest } = field
    if (mark !== undefined) personal[place] = mark
    return rest
  })
  return { definition: bare, personal }
}

export function withMarks(definition: FormDefinition, personal: PersonalMarks): FormDefinition {
  if (Object.keys(personal).length === 0) return definition
  return mapFields(definition, (field, place) => {
    const mark = personal[place]
    return mark === undefined ? field : { ...field, personal: mark }
  })
}

function mapFields(definition: FormDefinition, map: (field: Field, place: string) => Field): FormDefinition {
  const fields = definition.fields.map((field) => map(field, field.id))
  const tables = definition.tables.map(
    (table): Table => ({ ...table, fields: table.fields.map((field) => map(field, `${table.id}/${field.id}`)) }),
  )
  return { ...definition, fields, tables }
}
