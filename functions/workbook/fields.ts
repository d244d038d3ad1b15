/**
 * Each type of field in a spreadsheet: what it is called, how its cells look, what Excel checks while somebody types, and what
 * a plain number in its column means. Text columns have the text format, so that Excel keeps leading zeros and signs.
 */
import type { Value } from '../schema/answers.ts'
import type { FieldOf, FieldType } from '../schema/fields/kinds.ts'
import type { Wording } from '../schema/wording.ts'
import type { Plain } from './book.ts'
import { type Check, dateCheck, lengthCheck, numberCheck, type RuleParts, timeCheck } from './template/checks.ts'

type SheetColumn<F> = {
  readonly word: Wording
  /** Excel's number format. */
  readonly format: string
  /** In characters, for what is usually in the column. */
  readonly width: number
  check?(field: F, cell: string, parts: RuleParts): Check | undefined
  /** A value as a cell that Excel can sort and reckon with; where missing, as text. */
  cell?(value: Value): Plain | undefined
  /** The answer that a plain number is in a column that stores none; `undefined` when it is to be read as text. */
  fromNumber?(cell: number): Value | undefined
}

/** Days from Excel's zero to 1970; dates before 1905 are written as text, since Excel counts a 29 February 1900. */
const epochSerial = 25_569
const firstDate = '1905-01-01'
const minutesOfDay = 1_440

const numbers = { check: numberCheck }
const texts = { format: '@', width: 26 }

const columns: { readonly [T in FieldType]: SheetColumn<FieldOf<T>> } = {
  text: { ...texts, word: { id: 'Teks', en: 'Text' }, width: 28, check: lengthCheck },
  url: { ...texts, word: { id: 'Tautan https', en: 'https link' } },
  phone: { ...texts, word: { id: 'Nomor telepon', en: 'Telephone number' }, width: 18 },
  choice: { ...texts, word: { id: 'Satu pilihan', en: 'One choice' } },
  choices: { ...texts, word: { id: 'Beberapa pilihan', en: 'Several choices' }, width: 32 },
  computed: { ...texts, word: { id: 'Dihitung otomatis', en: 'Computed' }, width: 12 },
  integer: { ...numbers, word: { id: 'Bilangan bulat', en: 'Whole number' }, format: '#,##0', width: 12 },
  rupiah: { ...numbers, word: { id: 'Rupiah utuh', en: 'Whole rupiah' }, format: '#,##0', width: 18 },
  decimal: { ...numbers, word: { id: 'Angka desimal', en: 'Number' }, format: '#,##0.######', width: 12 },
  // In points: a format of Excel's own for per cent would show a hundred times as much.
  percent: { ...numbers, word: { id: 'Persentase', en: 'Percentage' }, format: '#,##0.######', width: 12 },
  date: {
    word: { id: 'Tanggal (tt/bb/tttt)', en: 'Date (dd/mm/yyyy)' },
    format: 'dd/mm/yyyy',
    width: 13,
    check: dateCheck,
    cell: (value) => dateCell(value),
    fromNumber: (cell) =>
      Number.isInteger(cell) && cell > 60 && cell < 2_958_466
        ? isoDate(new Date((cell - epochSerial) * 86_400_000))
        : undefined,
  },
  moment: {
    ...texts,
    word: { id: 'Tanggal dan jam (tt/bb/tttt jj.mm)', en: 'Date and time (dd/mm/yyyy hh:mm)' },
    width: 20,
  },
  time: {
    word: { id: 'Jam (jj.mm)', en: 'Time (hh:mm)' },
    format: 'hh:mm',
    width: 10,
    check: timeCheck,
    cell: (value) => timeCell(value),
    fromNumber: (cell) => (cell >= 0 && cell < 1 ? timeOf(Math.round(cell * minutesOfDay)) : undefined),
  },
}

export function sheetColumn<T extends FieldType>(type: T): SheetColumn<FieldOf<T>> {
  return columns[type] as SheetColumn<FieldOf<T>>
}

export function isoDate(date: Date): string {
  // A serial with a time is a fraction that may lie a moment before midnight.
  return new Date(Math.round(date.getTime() / 1_000) * 1_000).toISOString().slice(0, 10)
}

function dateCell(value: Value): Date | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value) || value < firstDate) return undefined
  const at = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? undefined : at
}

function timeCell(value: Value): number | undefined {
  const match = typeof value === 'string' ? /^(\d{2}):(\d{2})$/.exec(value) : null
  return match === null ? undefined : (Number(match[1]) * 60 + Number(match[2])) / minutesOfDay
}

function timeOf(minutes: number): string | undefined {
  if (minutes >= minutesOfDay) return undefined
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
