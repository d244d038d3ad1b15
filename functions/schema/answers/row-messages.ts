/**
 * What is said about wrong rows: counts, keys, repetitions and fixed rows. As in `messages.ts`, codes are stable.
 */

import type { Flaw } from '../fields/unread.ts'
import type { Field, Table } from '../form.ts'
import { formatNumber } from '../formats.ts'
import type { Wording } from '../wording.ts'

const flaw = (code: string, id: string, en: string): Flaw => ({ code, message: { id, en } })

export function unknownTable(id: string): Flaw {
  return flaw(
    'unknown-table',
    `Tabel "${id}" tidak ada pada formulir ini. Hapus tabel tersebut.`,
    `This form has no table "${id}". Remove it.`,
  )
}

export function duplicateRowKey(table: Table, rowKey: string): Flaw {
  return flaw(
    'duplicate-row-key',
    `${table.title.id}: kunci baris "${rowKey}" dipakai lebih dari sekali. Hapus salah satu baris tersebut.`,
    `${table.title.en}: the row key "${rowKey}" is used more than once. Remove one of these rows.`,
  )
}

export function tooFewRows(table: Table, actual: number): Flaw {
  const { minRows, title } = table
  return flaw(
    'too-few-rows',
    `${title.id}: isi paling sedikit ${minRows} baris; sekarang baru ada ${actual}.`,
    `${title.en}: enter at least ${minRows} ${minRows === 1 ? 'row' : 'rows'}; there ${actual === 1 ? 'is' : 'are'} only ${actual} now.`,
  )
}

export function tooManyRows(table: Table, actual: number): Flaw {
  const [id, en] = [formatNumber(table.maxRows, 'id'), formatNumber(table.maxRows, 'en')]
  return flaw(
    'too-many-rows',
    `${table.title.id}: paling banyak ${id} baris. Hapus ${formatNumber(actual - table.maxRows, 'id')} baris.`,
    `${table.title.en}: at most ${en} rows. Remove ${formatNumber(actual - table.maxRows, 'en')}.`,
  )
}

/** `earlier` is the row, counted from 0, with which this one agrees. */
export function duplicateRow(fields: readonly Field[], earlier: number): Flaw {
  const names = {
    id: fields.map(({ label }) => label.id).join(' + '),
    en: fields.map(({ label }) => label.en).join(' + '),
  }
  return flaw(
    'duplicate-row',
    `${names.id} sama dengan baris ${earlier + 1}. Gabungkan kedua baris atau hapus salah satunya.`,
    `${names.en} is the same as in row ${earlier + 1}. Merge the two rows or remove one.`,
  )
}

export function fixedRowMissing(table: Table, name: Wording): Flaw {
  return flaw(
    'fixed-row-missing',
    `${table.title.id}: ${name.id} belum ada. Tambahkan kembali baris ini dan isi datanya.`,
    `${table.title.en}: ${name.en} is missing. Put this row back and fill it in.`,
  )
}

export function fixedRowForeign(table: Table): Flaw {
  return flaw(
    'fixed-row-foreign',
    `${table.title.id}: baris ini tidak termasuk daftar baris unit Anda. Hapus baris ini.`,
    `${table.title.en}: this row is not among your agency's rows. Remove it.`,
  )
}

export function fixedCellChanged(field: Field, expected: string): Flaw {
  return flaw(
    'fixed-cell-changed',
    `${field.label.id} pada baris ini sudah ditentukan (${expected}) dan tidak dapat diubah.`,
    `${field.label.en} is fixed in this row (${expected}) and cannot be changed.`,
  )
}
