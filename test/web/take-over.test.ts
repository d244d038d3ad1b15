/** Copying from what is already there adds and fills, and replaces nothing. */
import { expect, it } from 'vitest'
import { editAnswers } from '../../web/form/model/edit-answers.ts'
import { takeOver } from '../../web/form/start/take-over.ts'
import { definition } from './fixtures/opened-form.tsx'

const row = (rowKey: string, kode: string) => ({ rowKey, cells: { kode, uraian: `Uraian ${kode}` } })
const unique = { ...definition, tables: definition.tables.map((table) => ({ ...table, uniqueBy: ['kode'] })) }
const own = { fields: { nama: 'Sudah diisi' }, rows: { baris: [row('a', 'A1')] } }
const from = {
  fields: { nama: 'Lama', ada: 'tidak' },
  rows: { baris: [row('x', 'A1'), row('y', 'B2'), row('a', 'C3')] },
}

it('fills blanks, adds rows that are not here by key or by what makes them one, and keeps everything else', () => {
  const { edits, added, known } = takeOver(unique, own, from)
  expect([added, known]).toEqual([1, 2])
  expect(edits.reduce(editAnswers, own)).toEqual({
    fields: { nama: 'Sudah diisi', ada: 'tidak' },
    rows: { baris: [row('a', 'A1'), row('y', 'B2')] },
  })
})

it('done twice adds nothing the second time', () => {
  const once = takeOver(unique, own, from).edits.reduce(editAnswers, own)
  expect(takeOver(unique, once, from)).toMatchObject({ edits: [], added: 0 })
})

it('never adds more rows than the form takes', () => {
  const many = { fields: {}, rows: { baris: Array.from({ length: 30 }, (_, n) => row(`n${n}`, `K${n}`)) } }
  expect(takeOver(unique, own, many).added).toBe(9)
})
