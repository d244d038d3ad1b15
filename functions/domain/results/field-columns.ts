/** Each type of field in the results: what its column holds, and what the data dictionary calls it. */
import { isPercent } from '../../schema/fields/computed.ts'
import type { Field, FieldType } from '../../schema/form.ts'
import type { Wording } from '../../schema/wording.ts'
import type { ColumnType } from './result-sheet.ts'

const columns: Record<FieldType, readonly [column: ColumnType, id: string, en: string]> = {
  text: ['text', 'teks', 'text'],
  integer: ['integer', 'bilangan bulat', 'integer'],
  rupiah: ['rupiah', 'rupiah', 'rupiah'],
  decimal: ['decimal', 'bilangan desimal', 'decimal'],
  percent: ['percent', 'persentase', 'percentage'],
  date: ['date', 'tanggal (YYYY-MM-DD)', 'date (YYYY-MM-DD)'],
  time: ['text', 'jam (HH:MM)', 'time (HH:MM)'],
  moment: ['text', 'tanggal dan jam (YYYY-MM-DDTHH:MM)', 'date and time (YYYY-MM-DDTHH:MM)'],
  phone: ['text', 'nomor telepon', 'telephone number'],
  choice: ['text', 'satu kode', 'one code'],
  choices: ['text', 'beberapa kode, dipisahkan titik koma', 'several codes, separated by semicolons'],
  url: ['text', 'tautan', 'link'],
  computed: ['decimal', 'dihitung', 'computed'],
}

export function columnTypeOf(field: Field): ColumnType {
  if (field.type !== 'computed') return columns[field.type][0]
  const { formula } = field
  if (isPercent(formula)) return 'percent'
  return 'gives' in formula && formula.gives !== 'number' && formula.gives !== 'percent' ? formula.gives : 'decimal'
}

export function typeWord(type: FieldType): Wording {
  const [, id, en] = columns[type]
  return { id, en }
}
