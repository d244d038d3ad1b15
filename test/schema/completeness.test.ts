/** What counts as answered, what is expected, and what gaps are called. */
import { describe, expect, test } from 'vitest'
import { measureCompleteness } from '../../functions/schema/answers/completeness.ts'
import type { Answers, Row } from '../../functions/schema/answers.ts'
import { answersWith, context, fixedRows, sample } from './sample-form.ts'

const measure = (answers: Answers) => {
  const { completeness, missing } = measureCompleteness(sample, answers, context)
  return { ...completeness, gaps: missing.map(({ pointer, label }) => `${pointer} ${label.id}`) }
}

// nama + 4 required cells of one row + 2 fixed rows
const full = { expected: 7, answered: 7, gaps: [] }

describe('measureCompleteness', () => {
  test('all required answers given is complete, whatever else is left open', () => {
    expect(measure(answersWith())).toEqual(full)
  })

  test('an empty form expects its header, one row of a table that must have rows, and all fixed rows', () => {
    expect(measure({ fields: {}, rows: {} })).toEqual({
      expected: 7,
      answered: 0,
      gaps: [
        '/fields/nama Nama',
        '/rows/baris Baris: belum ada baris',
        '/rows/tetap Tetap: belum ada yang diisi (2 baris)',
      ],
    })
  })

  test('"belum ada data" is expected, not given, and named as such', () => {
    expect(measure(answersWith({ tetap: fixedRows({ semua: { absent: 'not-yet' } }) }))).toEqual({
      expected: 7,
      answered: 6,
      gaps: ['/rows/tetap/53-71-01-1008/semua Baris 1 · Alak: Semua (belum ada data)'],
    })
  })

  test('"tidak berlaku" is given', () => {
    expect(measure(answersWith({ tetap: fixedRows({ semua: { absent: 'not-applicable' } }) }))).toEqual(full)
  })

  test('an answer that could not be sent is not given, and zero is', () => {
    expect(measure(answersWith({ row: { tanda: 1_300_000 } })).answered).toBe(6)
    expect(measure(answersWith({ tetap: fixedRows({ semua: 0 }) }))).toEqual(full)
  })

  test('a shown field is expected, a hidden one is not, and what it hid with it neither', () => {
    expect(measure(answersWith({ fields: { ada: 'ya' } })).gaps).toEqual(['/fields/rinci Rincian'])
    expect(measure(answersWith({ fields: { ada: 'ya', rinci: 'x' } })).gaps).toEqual(['/fields/lanjut Lanjutan'])
    expect(measure(answersWith({ fields: { rinci: 'x', lanjut: 'y' } }))).toEqual(full)
  })

  test('a gap names the row by number and subject; a row that nobody began is one gap', () => {
    const baris: Row[] = [
      { rowKey: 'R1', cells: { kode: 'K.1' } },
      { rowKey: 'R2', cells: {} },
    ]
    expect(measure(answersWith({ baris })).gaps).toEqual([
      '/rows/baris/R1/dana Baris 1 · K.1: Sumber dana',
      '/rows/baris/R1/pagu Baris 1 · K.1: Pagu sub kegiatan',
      '/rows/baris/R1/tanda Baris 1 · K.1: Pagu ditandai',
      '/rows/baris/R2 Baris 2: belum diisi',
    ])
    expect(measure(answersWith({ tetap: fixedRows().slice(0, 1) })).gaps).toEqual([
      '/rows/tetap/53-71-01-1009 Baris 2 · Batu Plat: belum diisi',
    ])
  })

  test('rows of another agency neither count nor help', () => {
    const foreign = { rowKey: '53-71-02-1001', cells: { tempat: '53.71.02.1001', semua: 5 } }
    expect(measure(answersWith({ tetap: [...fixedRows(), foreign] }))).toEqual(full)
    expect(measure(answersWith({ tetap: [foreign] })).answered).toBe(5)
  })
})
