/**
 * What browser tools save of SIPD: a list of records, bare or inside `data`. Of a sub kegiatan the amounts of its funds count where they
 * add up to its ceiling; they are often 0 or stale, and a single fund then has it all.
 */
import { centsOf } from './amounts.ts'
import { FileRefused } from './file-refused.ts'
import type { CellValue } from './row-taker.ts'
import { type Line, LineSums } from './sum-lines.ts'
import { type SipdReading, SipdTable } from './take-rows.ts'
import { wrongKindOf } from './wrong-kinds.ts'

type Fields = Readonly<Record<string, unknown>>

/** Throws `FileRefused`. */
export function readJson(text: string): SipdReading {
  const records = recordsIn(parsed(text))
  if (records.length === 0) throw new FileRefused('empty')
  if (!records.some(isKnown)) return readLabelled(records)
  const spending = records.some((record) => 'nilai_realisasi' in record)
  const sums = new LineSums()
  const years = new Set<number>()
  for (const record of records) {
    const year = Number(textOf(record, ['tahun']))
    if (year >= 2_000 && year <= 2_100) years.add(year)
    for (const line of spending ? [spent(record)] : linesOf(record)) sums.add(line, !spending)
  }
  const content = sums.content()
  const total = content.lines.reduce((sum, [, , , amount]) => sum + Math.round(amount * 100), 0) / 100
  return { shape: 'json', spending, years: Array.from(years).sort(), content, counts: sums.counts, total }
}

const isKnown = (record: Fields) => textOf(record, ['kode_sub_giat']) !== ''

/** Tools also save a sheet's rows under its own labels; then they are read as that sheet is. */
function readLabelled(records: readonly Fields[]): SipdReading {
  const labels = new Map<string, number>()
  for (const record of records.slice(0, labelledRows))
    for (const label of Object.keys(record)) if (!labels.has(label)) labels.set(label, labels.size)
  const table = new SipdTable()
  table.row(new Map(Array.from(labels.keys()).map((label, column) => [column, label])))
  for (const record of records) {
    const cells = new Map<number, CellValue>()
    labels.forEach((column, label) => {
      const value = record[label]
      if ((typeof value === 'string' && value !== '') || typeof value === 'number') cells.set(column, value)
    })
    if (!table.row(cells)) break
  }
  const reading = table.reading()
  if (reading === undefined) throw new FileRefused(wrongKindOf(Array.from(labels.keys())) ?? 'unknown')
  return reading
}

/** Rows without an answer lack its label: so many are looked at for all of them. */
const labelledRows = 200

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new FileRefused('not-json')
  }
}

/** Of all lists of records, however deep tools put them, the longest whose records are of sub kegiatan; else the longest. */
function recordsIn(value: unknown): readonly Fields[] {
  const lists: (readonly Fields[])[] = []
  const look = (inner: unknown, depth: number) => {
    if (!isFields(inner) || depth > 5) return
    const values = Object.keys(inner).map((key) => (inner as Fields)[key])
    const records = values.filter(isFields)
    // A list, or an object that keeps records by their ids.
    if (Array.isArray(inner) || (records.length > 0 && records.every(isKnown))) lists.push(records)
    if (!Array.isArray(inner)) for (const each of values) look(each, depth + 1)
  }
  look(value, 0)
  const longest = (of: readonly (readonly Fields[])[]) => of.slice().sort((a, b) => b.length - a.length)[0]
  return longest(lists.filter((list) => list.some(isKnown))) ?? longest(lists) ?? []
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}

function textOf(record: Fields, names: readonly string[]): string {
  for (const name of names) {
    const value = record[name]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
    if (typeof value === 'number') return String(value)
  }
  return ''
}

function centsIn(record: Fields, names: readonly string[]): number | undefined {
  for (const name of names) {
    const value = record[name]
    const cents = typeof value === 'number' || typeof value === 'string' ? centsOf(value) : undefined
    if (cents !== undefined) return cents
  }
  return undefined
}

function base(record: Fields): Omit<Line, 'fundCode' | 'fundName' | 'cents' | 'bare'> {
  return {
    skpdCode: textOf(record, ['kode_skpd', 'kode_unit']),
    skpdName: textOf(record, ['nama_skpd', 'nama_unit']),
    unitCode: textOf(record, ['kode_sub_skpd', 'kode_sub_unit']),
    unitName: textOf(record, ['nama_sub_skpd', 'nama_sub_unit']),
    activityCode: textOf(record, ['kode_sub_giat']),
    activityName: textOf(record, ['nama_sub_giat']),
  }
}

function spent(record: Fields): Line {
  const cents = centsIn(record, ['nilai_realisasi'])
  const net = cents === undefined ? undefined : cents - (centsIn(record, ['nilai_setoran']) ?? 0)
  return { ...base(record), fundCode: '', fundName: '', cents: net, bare: false }
}

const fundLists = ['dana', 'sumber_dana', 'sumberdana']

function linesOf(record: Fields): Line[] {
  const own = base(record)
  // A line of accounts carries its sub kegiatan's ceiling along.
  const isLine = textOf(record, ['kode_akun']) !== ''
  const ceiling = centsIn(record, isLine ? ['total_harga', 'rincian'] : ['pagu', 'rincian'])
  const funds = fundsOf(record)
  const [first] = funds
  const line = (fund: Fields, cents: number | undefined): Line => ({
    ...own,
    fundCode: textOf(fund, ['kode_dana', 'kodedana', 'kode_sumber_dana']),
    fundName: textOf(fund, ['nama_dana', 'namadana', 'nama_sumber_dana']),
    cents,
    bare: (cents ?? 0) === 0,
  })
  if (first === undefined || funds.length === 1) return [line(first ?? record, ceiling)]
  const parts = funds.map((fund) => centsIn(fund, ['pagu_dana', 'pagudana']) ?? 0)
  const sum = parts.reduce((all, part) => all + part, 0)
  if (ceiling !== undefined && Math.abs(sum - ceiling) >= 100) {
    // Whose how much of it is cannot be told: the ceiling is kept, its fund is not known.
    return [line({ nama_dana: funds.map((fund) => textOf(fund, ['nama_dana', 'namadana'])).join(' + ') }, ceiling)]
  }
  return funds.map((fund, index) => line(fund, parts[index]))
}

function fundsOf(record: Fields): Fields[] {
  for (const name of fundLists) {
    const list = record[name]
    if (Array.isArray(list)) return list.filter((each): each is Fields => typeof each === 'object' && each !== null)
  }
  return []
}
