/** The smaller parts of the engine: conditions, choices, computed cells, prefill, normal form, totals, formats. */
import { describe, expect, test } from 'vitest'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { choicesOf } from '../../functions/schema/answers/choices.ts'
import { computeCell } from '../../functions/schema/answers/compute.ts'
import { holds } from '../../functions/schema/answers/condition.ts'
import { formatValue } from '../../functions/schema/answers/format-value.ts'
import { normaliseAnswers } from '../../functions/schema/answers/normalise-answers.ts'
import { prefillCells } from '../../functions/schema/answers/prefill.ts'
import { rowCount, totalsOf } from '../../functions/schema/answers/totals.ts'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Cells, Value } from '../../functions/schema/answers.ts'
import { matchName as matchChoice } from '../../functions/schema/fields/grammar/choice.ts'
import type { Condition, Field, FormDefinition } from '../../functions/schema/form.ts'
import { answersWith, context, goodRow, sample, tableOf } from './sample-form.ts'

const baris = tableOf('baris')
const fieldOf = (id: string) => baris.fields.find((field) => field.id === id) as Field

describe('holds', () => {
  const row: Cells = { n: 5, m: 5, s: 'ya', many: ['a', 'b'], gone: { absent: 'not-yet' }, blank: ' ' }
  const scope = { row, header: { n: 9, limit: 3, only: 'x' } }
  const cases: [Condition, boolean][] = [
    [{ field: 's', is: ['ya', 'tidak'] }, true],
    [{ field: 's', is: ['tidak'] }, false],
    [{ field: 'n', is: [5] }, true],
    [{ field: 'many', includes: ['b', 'z'] }, true],
    [{ field: 's', includes: ['ya'] }, false],
    [{ field: 'n', below: 6 }, true],
    [{ field: 'n', above: { field: 'limit' } }, true],
    [{ field: 'n', equals: { field: 'm' } }, true],
    [{ field: 'n', above: { field: 'unknown' } }, false],
    [{ field: 'gone', below: 100 }, false],
    [{ field: 'gone', given: true }, false],
    [{ field: 'blank', given: false }, true],
    [{ field: 'gone', absent: ['not-yet'] }, true],
    [{ field: 'gone', absent: ['not-applicable'] }, false],
    [{ field: 'n', absent: ['not-yet'] }, false],
    [{ field: 'only', given: true }, true],
    [{ all: [] }, true],
    [{ any: [] }, false],
    [
      {
        not: {
          any: [
            { field: 'n', below: 1 },
            { field: 's', is: ['ya'] },
          ],
        },
      },
      false,
    ],
  ]
  test.each(cases)('%j is %s', (condition, expected) => {
    expect(holds(condition, scope)).toBe(expected)
  })

  test('the row is asked before the header', () => {
    expect(holds({ field: 'n', equals: 5 }, scope)).toBe(true)
    expect(holds({ field: 'n', equals: 9 }, { header: scope.header })).toBe(true)
  })
})

describe('choices', () => {
  test('a scoped entry is offered only to the agencies it names', () => {
    const names = (agencyId: string) =>
      choicesOf(fieldOf('tempat'), { ...context, agencyId }).map(({ label }) => label.id)
    expect(names('kec-alak')).toEqual(['Alak', 'Batu Plat'])
    expect(names('kec-maulafa')).toEqual(['Oepura'])
    expect(names('dinsos')).toEqual([])
  })

  test.each([
    ['PAD', 'PAD'],
    ['pad', 'PAD'],
    ['asli daerah', 'PAD'],
    ['', undefined],
    ['dana desa', undefined],
  ])('what was typed, %j, means %j', (typed, value) => {
    expect(matchChoice(fieldOf('dana'), typed, context)).toBe(value)
  })

  test('spaces and case do not hide a kelurahan, another agency does', () => {
    expect(matchChoice(fieldOf('tempat'), 'BATUPLAT', context)).toBe('53.71.01.1009')
    expect(matchChoice(fieldOf('tempat'), 'Oepura', context)).toBeUndefined()
  })
})

test.each<[Cells, number | undefined]>([
  [{ tanda: 1, pagu: 3 }, 33.3],
  [{ tanda: 0, pagu: 3 }, 0],
  [{ tanda: 4, pagu: 3 }, 133.3],
  [{ tanda: 1, pagu: 0 }, undefined],
  [{ tanda: 1 }, undefined],
  [{ tanda: { absent: 'not-yet' }, pagu: 3 }, undefined],
])('the percentage of %j is %s', (cells, expected) => {
  expect(computeCell(fieldOf('serapan') as Extract<Field, { type: 'computed' }>, cells)).toBe(expected)
})

test('facts of a chosen entry fill empty cells and never replace typed ones', () => {
  expect(prefillCells(baris, { kode: 'K.1' }, context)).toEqual({ kode: 'K.1', judul: 'Judul satu' })
  expect(prefillCells(baris, { kode: 'K.1', judul: 'Milik saya' }, context)).toEqual({
    kode: 'K.1',
    judul: 'Milik saya',
  })
  expect(prefillCells(baris, { kode: 'K.9' }, context)).toEqual({ kode: 'K.9' })
})

test('blank answers hold the agency’s fixed rows with composed keys', () => {
  expect(blankAnswers(sample, context)).toEqual({
    fields: {},
    rows: {
      baris: [],
      tetap: [
        { rowKey: '53-71-01-1008', cells: { tempat: '53.71.01.1008' } },
        { rowKey: '53-71-01-1009', cells: { tempat: '53.71.01.1009' } },
      ],
    },
  })
})

describe('normaliseAnswers', () => {
  test('trims, drops blanks, hidden and computed values, keeps order and unknown names', () => {
    const answers = answersWith({
      fields: { tautan: '', nama: '  Dinas\r\nX ', rinci: 'tersembunyi', lanjut: 'juga', lain: 1 },
      row: { serapan: 99, tempat: ['53.71.01.1009', '53.71.01.1008'], volume: -0 },
    })
    const normal = normaliseAnswers(sample, answers, context)
    expect(normal.fields).toEqual({ nama: 'Dinas\nX', lain: 1 })
    expect(normal.rows.baris).toEqual([
      { rowKey: 'R1', cells: { ...goodRow, tempat: ['53.71.01.1009', '53.71.01.1008'], volume: 0 } },
    ])
    expect(normal.rows.tetap).toEqual(answers.rows.tetap)
  })

  test('the order in which cells were typed does not matter', () => {
    const turned = Object.fromEntries(Object.entries(goodRow).reverse())
    expect(
      JSON.stringify(normaliseAnswers(sample, answersWith({ baris: [{ rowKey: 'R1', cells: turned }] }), context)),
    ).toBe(JSON.stringify(normaliseAnswers(sample, answersWith(), context)))
  })

  test('a hidden table neither counts, nor is judged, nor is kept', () => {
    const hidden: FormDefinition = {
      ...sample,
      tables: [{ ...baris, visibleWhen: { field: 'ada', is: ['ya'] } }, tableOf('tetap')],
    }
    const answers = answersWith({ row: { pagu: 'bukan angka' } })
    expect(validateAnswers(hidden, answers, context)).toEqual([])
    expect(normaliseAnswers(hidden, answers, context).rows.baris).toEqual([])
    expect(rowCount(hidden, answers, context)).toBe(2)
    expect(totalsOf(hidden, answers, context)['baris.pagu']).toBe(0)
  })
})

test('totals are sums by table and field; absences and text add nothing', () => {
  const rows = [
    { rowKey: 'R1', cells: goodRow },
    { rowKey: 'R2', cells: { pagu: 800_000, tanda: { absent: 'not-yet' as const } } },
    { rowKey: 'R3', cells: { pagu: 'seribu' } },
  ]
  const answers = answersWith({ baris: rows })
  expect(totalsOf(sample, answers, context)).toEqual({ 'baris.pagu': 2_000_000, 'baris.tanda': 600_000 })
  expect(rowCount(sample, answers, context)).toBe(5)
})

describe('formatValue', () => {
  const decimal: Field = {
    id: 'd',
    type: 'decimal',
    label: { id: 'D', en: 'D' },
    required: false,
    decimals: 2,
    unit: { id: 'Orang', en: 'people' },
  }
  const date: Field = { id: 't', type: 'date', label: { id: 'T', en: 'T' }, required: false }
  const cases: [Field, Value | undefined, string, string][] = [
    [fieldOf('pagu'), 1_234_567, 'Rp1.234.567', 'Rp1,234,567'],
    [fieldOf('pagu'), -500, '-Rp500', '-Rp500'],
    [fieldOf('pagu'), 0, 'Rp0', 'Rp0'],
    [decimal, 1234.5, '1.234,5 Orang', '1,234.5 people'],
    [fieldOf('serapan'), 64.3, '64,3%', '64.3%'],
    [date, '2026-02-13', '13 Februari 2026', '13 February 2026'],
    [date, '13/02', '13/02', '13/02'],
    [fieldOf('dana'), 'PAD', 'PAD', 'PAD (en)'],
    [fieldOf('tempat'), ['53.71.01.1008', 'x'], 'Alak, x', 'Alak, x'],
    [fieldOf('pagu'), { absent: 'not-yet' }, 'Belum ada data', 'No data yet'],
    [fieldOf('pagu'), { absent: 'not-applicable' }, 'Tidak berlaku', 'Not applicable'],
    [fieldOf('pagu'), undefined, '', ''],
    [fieldOf('pagu'), 'satu juta', 'satu juta', 'satu juta'],
  ]
  test.each(cases)('%#: %o, %j', (field, value, id, en) => {
    expect([formatValue(field, value, 'id', context), formatValue(field, value, 'en', context)]).toEqual([id, en])
  })
})
