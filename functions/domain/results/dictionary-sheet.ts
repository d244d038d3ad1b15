/** The data dictionary of a form: what each column of its CSV means, in which unit, and which codes it may hold. */
import { choicesOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import type { Language } from '../../schema/wording.ts'
import { column, type ResultCell, type ResultSheet } from './result-sheet.ts'

/** One row a column, in the order of the sheets. Choices are those of `context`'s agency. */
export function dictionarySheet(definition: FormDefinition, context: AnswerContext, language: Language): ResultSheet {
  const rowsOf = (part: string, fields: readonly Field[]): ResultCell[][] =>
    fields.map((field) => [
      part,
      field.id,
      field.label[language],
      field.type,
      unitOf(field, language),
      field.hint?.[language] ?? null,
      codesOf(field, context, language),
      (field.absences ?? []).join('; ') || null,
    ])
  return {
    id: `${definition.id}.kamus`,
    title: { id: `Kamus data: ${definition.title.id}`, en: `Data dictionary: ${definition.title.en}` },
    columns: [
      column('table', 'Tabel', 'Table'),
      column('field', 'Kolom', 'Column'),
      column('label', 'Nama', 'Label'),
      column('type', 'Jenis', 'Type'),
      column('unit', 'Satuan', 'Unit'),
      column('definition', 'Definisi operasional', 'Operational definition'),
      column('codes', 'Kode', 'Codes'),
      column('absences', 'Jawaban tanpa nilai', 'Absences'),
    ],
    rows: [...rowsOf('-', definition.fields), ...definition.tables.flatMap((table) => rowsOf(table.id, table.fields))],
  }
}

function unitOf(field: Field, language: Language): string | null {
  if (field.type === 'rupiah') return 'Rp'
  if ((field.type === 'integer' || field.type === 'decimal') && field.unit !== undefined) return field.unit[language]
  return field.type === 'computed' && 'percent' in field.formula ? '%' : null
}

/** A list of the region is named; the form's own choices are spelled out. */
function codesOf(field: Field, context: AnswerContext, language: Language): string | null {
  if (field.type !== 'choice' && field.type !== 'choices') return null
  if (!Array.isArray(field.choices)) return `${(field.choices as { reference: string }).reference} *`
  return choicesOf(field, context)
    .map(({ value, label }) => `${value} = ${label[language]}`)
    .join('; ')
}
