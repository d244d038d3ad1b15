/**
 * The data dictionary of a form: what each column of its CSV means, in which unit, and which codes it may hold. It is read by
 * people, so it is in their language; the names of columns and the codes are as they stand in the files.
 */
import { choicesOf, referenceOf } from '../../schema/answers/choices.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import { isNote } from '../../schema/fields/computed.ts'
import { kindOf } from '../../schema/fields/kinds.ts'
import type { Field, FormDefinition } from '../../schema/form.ts'
import { formatAbsence } from '../../schema/formats.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import { typeWord } from './field-columns.ts'
import { nilColumn, rowKeyColumn, whose, withColumns } from './form-sheets.ts'
import { column, type ResultCell, type ResultColumn, type ResultSheet } from './result-sheet.ts'

/** A longer list, such as the nomenclature, is named: it can be downloaded among the lists. */
const mostSpelledOut = 100

const ours: Record<string, Wording> = {
  agencyId: { id: 'Kode tetap perangkat daerah.', en: 'The agency’s fixed id.' },
  agency: { id: 'Nama perangkat daerah pengirim.', en: 'Name of the agency that sent it.' },
  revision: { id: 'Kiriman keberapa dari formulir ini.', en: 'Which submission of this form it is.' },
  receipt: {
    id: 'Nomor tanda terima kiriman; dapat diperiksa di alamat /bukti/<nomor>.',
    en: 'Number of the receipt; it can be checked at /bukti/<number>.',
  },
  version: {
    id: 'Versi formulir yang dijawab; pertanyaan yang hanya ada di versi lama menyebut versinya.',
    en: 'Which version of the form was answered; questions of older versions name theirs.',
  },
  rowKey: { id: 'Tetap sama untuk baris yang sama di setiap revisi.', en: 'Stays the same in all revisions of a row.' },
  nil: { id: 'Terisi bila perangkat daerah menyatakan nihil.', en: 'Given where the agency declared nil.' },
}

/** One row a column, in the order of the sheets: `isian` is the file of the questions answered once. */
export function dictionarySheet(definition: FormDefinition, context: AnswerContext, language: Language): ResultSheet {
  const ownRows = (part: string, columns: readonly ResultColumn[]) =>
    columns.map(({ id, label, type }): ResultCell[] => {
      const typeWords = typeWord(type === 'integer' ? 'integer' : 'text')[language]
      return [part, id, label[language], typeWords, null, ours[id]?.[language] ?? null, null, null]
    })
  const rowsOf = (part: string, own: readonly ResultColumn[], fields: readonly Field[]) => {
    const asked = fields.filter((field) => !isNote(field))
    return asked.map((field, index): ResultCell[] => [
      part,
      withColumns(own, asked)[own.length + index]?.id ?? field.id,
      field.label[language],
      typeWord(field.type)[language],
      kindOf(field).unit?.(field)?.[language] ?? null,
      field.hint?.[language] ?? null,
      codesOf(field, context, language),
      (field.absences ?? []).map((absence) => `${absence} = ${formatAbsence(absence, language)}`).join('; ') || null,
    ])
  }
  const header = [
    ...ownRows('isian', [...whose, nilColumn]),
    ...rowsOf('isian', [...whose, nilColumn], definition.fields),
  ]
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
    rows: [
      ...(definition.fields.length === 0 ? [] : header),
      ...definition.tables.flatMap(({ id, fields }) => [
        ...ownRows(id, [...whose, rowKeyColumn]),
        ...rowsOf(id, [...whose, rowKeyColumn], fields),
      ]),
    ],
  }
}

/** All codes of a list, also those that only some agencies may choose: the file holds the rows of all. */
function codesOf(field: Field, context: AnswerContext, language: Language): string | null {
  if (field.type !== 'choice' && field.type !== 'choices') return null
  const named = referenceOf(field)
  const choices = named === undefined ? choicesOf(field, context) : (context.references[named] ?? [])
  if (named !== undefined && choices.length > mostSpelledOut)
    return { id: `lihat daftar acuan "${named}"`, en: `see the list "${named}"` }[language]
  return choices.map(({ value, label }) => `${value} = ${label[language]}`).join('; ')
}
