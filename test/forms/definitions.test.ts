/** Every published form is well formed, speaks both languages, and names only fields and lists that exist. */
import { describe, expect, test } from 'vitest'
import { formCatalogue, formDefinition, formDefinitions } from '../../functions/forms/catalogue.ts'
import { type Condition, type Field, formDefinitionSchema, type Table } from '../../functions/schema/form.ts'
import { referenceLists } from '../../local/seed/kota-kupang/kota-kupang.ts'

function namesIn(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(namesIn)
  if ('any' in condition) return condition.any.flatMap(namesIn)
  if ('not' in condition) return namesIn(condition.not)
  const others = Object.values(condition).flatMap((part) => (isFieldBound(part) ? [part.field] : []))
  return [condition.field, ...others]
}

function isFieldBound(part: unknown): part is { field: string } {
  return typeof part === 'object' && part !== null && 'field' in part && typeof part.field === 'string'
}

function namesOf(field: Field): string[] {
  const names = [field.required, field.visibleWhen].flatMap((rule) => (typeof rule === 'object' ? namesIn(rule) : []))
  if ('min' in field || 'max' in field) {
    names.push(...[field.min, field.max].flat().flatMap((bound) => (isFieldBound(bound) ? [bound.field] : [])))
  }
  if (field.type === 'computed') {
    const { formula } = field
    names.push(
      ...('percent' in formula ? [formula.percent.part, formula.percent.whole] : 'sum' in formula ? formula.sum : []),
    )
  }
  return names
}

function listsOf(field: Field): string[] {
  if (field.type === 'text') return field.suggest === undefined ? [] : [field.suggest]
  if (field.type !== 'choice' && field.type !== 'choices') return []
  return 'reference' in field.choices ? [field.choices.reference] : []
}

function tableNames(table: Table): string[] {
  const limits = table.sumLimits ?? []
  return [
    ...(table.uniqueBy ?? []),
    ...(table.fixedRows?.by ?? []).map(({ field }) => field),
    ...limits.flatMap(({ sum, atMost }) => [...sum, atMost]),
  ]
}

test('the catalogue knows the five forms of the round, each under one id and version', async () => {
  expect(formDefinitions().map(({ id, version }) => `${id} ${version}`)).toEqual([
    'aksi3a-penandaan-anggaran 1',
    'reviu-aksi-2025 1',
    'monev-cakupan-layanan 1',
    'data-sasaran 1',
    'data-pendukung 1',
    'aksi3a-penandaan-anggaran 2',
    'reviu-aksi-2025 2',
    'data-pendukung 2',
  ])
  expect(formDefinition('data-sasaran', 1)?.id).toBe('data-sasaran')
  expect(await formCatalogue.definition('data-sasaran', 2)).toBeUndefined()
  expect(formDefinition('toString', 1)).toBeUndefined()
})

describe.each(formDefinitions().map((definition) => ({ id: definition.id, definition })))('$id', ({ definition }) => {
  const sets = [
    { fields: definition.fields, above: [] as readonly Field[] },
    ...definition.tables.map(({ fields }) => ({ fields, above: definition.fields as readonly Field[] })),
  ]

  test('keeps the shape that page, workbook and API are derived from', () => {
    expect(formDefinitionSchema.parse(definition)).toEqual(definition)
  })

  test('ids are unique in their set, and no cell hides a header field of the same name', () => {
    for (const { fields, above } of sets) {
      const ids = [...fields, ...above].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
    }
    const tables = definition.tables.map(({ id }) => id)
    expect(new Set(tables).size).toBe(tables.length)
  })

  test('every rule, bound and formula names a field that exists', () => {
    for (const { fields, above } of sets) {
      const known = new Set([...fields, ...above].map(({ id }) => id))
      for (const field of fields) for (const name of namesOf(field)) expect(known).toContain(name)
    }
    const header = new Set(definition.fields.map(({ id }) => id))
    for (const table of definition.tables) {
      const known = new Set(table.fields.map(({ id }) => id))
      for (const name of tableNames(table)) expect(known).toContain(name)
      for (const name of table.visibleWhen ? namesIn(table.visibleWhen) : []) expect(header).toContain(name)
    }
  })

  test('every list it takes choices or rows from is in the city’s reference data', () => {
    const lists = [
      ...sets.flatMap(({ fields }) => fields.flatMap(listsOf)),
      ...definition.tables.flatMap((table) => (table.fixedRows?.by ?? []).map(({ reference }) => reference)),
    ]
    for (const list of lists) expect(referenceLists[list]?.length, list).toBeGreaterThan(0)
  })

  test('fixed rows are fixed by the list that their field offers', () => {
    for (const table of definition.tables) {
      for (const { field, reference } of table.fixedRows?.by ?? []) {
        expect(listsOf(table.fields.find(({ id }) => id === field) as Field)).toEqual([reference])
      }
    }
  })

  test('it asks who answers for the data and for the declaration', () => {
    const required = definition.fields.filter((field) => field.required === true).map(({ id }) => id)
    for (const id of ['picNama', 'picJabatan', 'picTelepon', 'picEmail', 'pernyataan']) expect(required).toContain(id)
  })

  test('English is a translation, not a copy', () => {
    const words = [definition.title, definition.description, ...definition.fields.map(({ label }) => label)]
    expect(words.filter(({ id, en }) => id === en)).toEqual([])
  })
})

test('version 2 takes 2,000 rows into F1, a measure into F5, and the longest names of the national list', () => {
  const [tagging, review, support] = ['aksi3a-penandaan-anggaran', 'reviu-aksi-2025', 'data-pendukung'].map((id) =>
    formDefinition(id, 2),
  )
  expect(tagging?.tables[0]?.maxRows).toBe(2_000)
  const names = [tagging, review].flatMap((form) => form?.tables.flatMap(({ fields }) => fields) ?? [])
  const longest = names
    .filter(({ id }) => id === 'namaSubKegiatan')
    .map((field) => ('maxLength' in field ? field.maxLength : 0))
  expect(longest).toEqual([320, 320])
  const value = support?.tables[0]?.fields.find(({ id }) => id === 'nilai')
  expect(value).toMatchObject({ type: 'decimal', decimals: 2 })
})
