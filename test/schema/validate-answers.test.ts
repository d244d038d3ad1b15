/** Every kind of problem is found, pointed at and put in words. */
import { describe, expect, test } from 'vitest'
import { validateAnswers, validateForDraft } from '../../functions/schema/answers/validate-answers.ts'
import type { Answers, Row } from '../../functions/schema/answers.ts'
import { answersWith, context, fixedRows, goodRow, sample } from './sample-form.ts'

const found = (answers: Answers) =>
  validateAnswers(sample, answers, context).map(({ code, pointer }) => `${code} ${pointer}`)
const row = (rowKey: string, cells = {}): Row => ({ rowKey, cells: { ...goodRow, ...cells } })
const at = '/rows/baris/R1'

const cases: [string, Answers, string[]][] = [
  ['nothing wrong', answersWith(), []],
  ['a required answer is missing', answersWith({ fields: { nama: '   ' } }), ['required /fields/nama']],
  ['text is too short once trimmed', answersWith({ fields: { nama: ' ab ' } }), ['too-short /fields/nama']],
  ['text is too long', answersWith({ fields: { nama: 'sebelas huruf' } }), ['too-long /fields/nama']],
  ['a number stands for text', answersWith({ fields: { nama: 7 } }), ['wrong-type /fields/nama']],
  ['a shown field is required', answersWith({ fields: { ada: 'ya' } }), ['required /fields/rinci']],
  ['a hidden value is no concern', answersWith({ fields: { rinci: 'x'.repeat(99), lanjut: 5 } }), []],
  ['an unknown header field', answersWith({ fields: { lain: 1 } }), ['unknown-field /fields/lain']],
  [
    'a name of the language is unknown too',
    answersWith({ fields: { constructor: 1 } }),
    ['unknown-field /fields/constructor'],
  ],
  ['an unknown table', { ...answersWith(), rows: { ...answersWith().rows, lain: [] } }, ['unknown-table /rows/lain']],
  ['a day that is not in the calendar', answersWith({ fields: { mulai: '2026-02-30' } }), ['not-a-date /fields/mulai']],
  ['a date written otherwise', answersWith({ fields: { mulai: '13/02/2026' } }), ['not-a-date /fields/mulai']],
  ['a date before the fiscal year', answersWith({ fields: { mulai: '2025-12-31' } }), ['too-early /fields/mulai']],
  [
    'a date before another',
    answersWith({ fields: { mulai: '2026-02-02', akhir: '2026-02-01' } }),
    ['too-early /fields/akhir'],
  ],
  ['a date after today', answersWith({ fields: { akhir: '2026-02-14' } }), ['too-late /fields/akhir']],
  ['a link without https', answersWith({ fields: { tautan: 'http://x.example' } }), ['not-a-url /fields/tautan']],
  ['a link without a host', answersWith({ fields: { tautan: 'https://' } }), ['not-a-url /fields/tautan']],
  ['a script is no link', answersWith({ fields: { tautan: 'javascript:alert(1)' } }), ['not-a-url /fields/tautan']],
  ['money with cents', answersWith({ row: { pagu: 1_200_000.5 } }), [`wrong-type ${at}/pagu`]],
  [
    'money as text',
    answersWith({ row: { pagu: '1.200.000' } }),
    [`wrong-type ${at}/pagu`, `required ${at}/alasan`].slice(0, 1),
  ],
  ['money below its least', answersWith({ row: { pagu: 0, tanda: 0 } }), [`too-small ${at}/pagu`]],
  ['money is never negative', answersWith({ row: { tanda: -1, alasan: 'ada' } }), [`too-small ${at}/tanda`]],
  ['more than another cell', answersWith({ row: { tanda: 1_200_001 } }), [`too-large ${at}/tanda`]],
  ['too many decimals', answersWith({ row: { volume: 1.005 } }), [`too-many-decimals ${at}/volume`]],
  [
    'a tiny decimal',
    answersWith({ row: { volume: 1e-7 } }),
    [`too-many-decimals ${at}/volume`, `too-small ${at}/volume`],
  ],
  ['a choice that is not offered', answersWith({ row: { dana: 'DD' } }), [`not-a-choice ${at}/dana`]],
  [
    'another agency’s choice',
    answersWith({ row: { tempat: ['53.71.01.1008', '53.71.02.1001'] } }),
    [`not-a-choice ${at}/tempat`],
  ],
  [
    'all problems of one cell',
    answersWith({ row: { tempat: ['x', 'x'] } }),
    [`not-a-choice ${at}/tempat`, `duplicate-choice ${at}/tempat`, `too-few-choices ${at}/tempat`],
  ],
  ['required by a computed cell', answersWith({ row: { tanda: 599_000 } }), [`required ${at}/alasan`]],
  ['a typed computed cell is no concern', answersWith({ row: { serapan: 1 } }), []],
  [
    'an absence where none is accepted',
    answersWith({ row: { tanda: { absent: 'not-yet' } } }),
    [`absence-not-allowed ${at}/tanda`],
  ],
  [
    'the other absence',
    answersWith({ tetap: fixedRows({ semua: 1, a: { absent: 'not-applicable' } }) }),
    ['absence-not-allowed /rows/tetap/53-71-01-1008/a'],
  ],
  [
    'an accepted absence',
    answersWith({ tetap: fixedRows({ semua: { absent: 'not-yet' } }, { semua: { absent: 'not-applicable' } }) }),
    [],
  ],
  ['too few rows', answersWith({ baris: [] }), ['too-few-rows /rows/baris']],
  [
    'too many rows',
    answersWith({ baris: ['A', 'B', 'C', 'D'].map((kode) => row(kode, { kode })) }),
    ['too-many-rows /rows/baris'],
  ],
  [
    'rows that agree',
    answersWith({ baris: [row('R1'), row('R2', { kode: ' K.1 ' })] }),
    ['duplicate-row /rows/baris/R2/kode'],
  ],
  ['rows that differ in one of two', answersWith({ baris: [row('R1'), row('R2', { dana: 'PAD' })] }), []],
  [
    'a row key used twice',
    answersWith({ baris: [row('R1'), row('R1', { dana: 'PAD' })] }),
    ['duplicate-row-key /rows/baris/R1'],
  ],
  ['an unknown cell', answersWith({ row: { lain: 'x' } }), [`unknown-field ${at}/lain`]],
  [
    'a fixed row is missing',
    answersWith({ tetap: fixedRows().slice(1) }),
    ['fixed-row-missing /rows/tetap/53-71-01-1008'],
  ],
  [
    'a foreign row',
    answersWith({ tetap: [...fixedRows(), { rowKey: '53-71-02-1001', cells: { tempat: '53.71.02.1001', semua: 1 } }] }),
    ['fixed-row-foreign /rows/tetap/53-71-02-1001'],
  ],
  [
    'a fixed cell was changed',
    answersWith({ tetap: fixedRows({ semua: 1, tempat: '53.71.02.1001' }) }),
    ['fixed-cell-changed /rows/tetap/53-71-01-1008/tempat'],
  ],
  [
    'a sum over its limit',
    answersWith({ tetap: fixedRows({ semua: 10, a: 6, b: 5 }) }),
    ['sum-too-large /rows/tetap/53-71-01-1008/a'],
  ],
  ['a sum at its limit', answersWith({ tetap: fixedRows({ semua: 10, a: 6, b: 4 }) }), []],
]

describe('validateAnswers', () => {
  test.each(cases)('%s', (_name, answers, expected) => {
    expect(found(answers)).toEqual(expected)
  })

  test('lists the problems of all places at once, in the form’s order', () => {
    expect(found({ fields: { lain: 1 }, rows: { baris: [{ rowKey: 'R1', cells: {} }], lain: [] } })).toEqual([
      'required /fields/nama',
      'unknown-field /fields/lain',
      `required ${at}/kode`,
      `required ${at}/dana`,
      `required ${at}/pagu`,
      `required ${at}/tanda`,
      'fixed-row-missing /rows/tetap/53-71-01-1008',
      'fixed-row-missing /rows/tetap/53-71-01-1009',
      'unknown-table /rows/lain',
    ])
  })

  test('a message names the field, the bound and its amount in both languages', () => {
    const [error] = validateAnswers(sample, answersWith({ row: { tanda: 2_000_000 } }), context)
    expect(error?.message).toEqual({
      id: 'Pagu ditandai tidak boleh melebihi pagu sub kegiatan (Rp1.200.000).',
      en: 'Pagu ditandai (en) must not exceed pagu sub kegiatan (en) (Rp1,200,000).',
    })
    const [late] = validateAnswers(sample, answersWith({ fields: { akhir: '2026-03-01' } }), context)
    expect(late?.message.id).toBe('Tanggal akhir paling akhir 13 Februari 2026.')
  })
})

describe('validateForDraft', () => {
  test('keeps what is unfinished, out of bounds or typed in the wrong way', () => {
    const draft: Answers = {
      fields: { nama: 'a', mulai: '13/02', ada: 'mungkin' },
      rows: {
        baris: [{ rowKey: 'R1', cells: { pagu: 'satu juta', tanda: { absent: 'not-yet' }, dana: '' } }],
        tetap: [],
      },
    }
    expect(validateForDraft(sample, draft)).toEqual([])
  })

  test('refuses what the form has no place for', () => {
    const draft: Answers = {
      fields: { nama: 1, lain: 'x' },
      rows: { baris: [row('R1', { dana: ['DAU'], tempat: 5 }), row('R1')], lain: [] },
    }
    expect(validateForDraft(sample, draft).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'wrong-type /fields/nama',
      'unknown-field /fields/lain',
      `wrong-type ${at}/dana`,
      `wrong-type ${at}/tempat`,
      `duplicate-row-key ${at}`,
      'unknown-table /rows/lain',
    ])
  })
})
