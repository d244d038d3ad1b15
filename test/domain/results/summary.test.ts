/** What all answers to a question come to: counted, summed, by agency and by kelurahan; a blank is no zero. */
import { expect, it } from 'vitest'
import { chartSheets } from '../../../functions/domain/results/chart-sheet.ts'
import type { ResultSheet } from '../../../functions/domain/results/result-sheet.ts'
import { summaryOf } from '../../../functions/domain/results/summary.ts'
import { summarySheet } from '../../../functions/domain/results/summary-sheet.ts'
import { type FormDefinition, formDefinitionSchema } from '../../../functions/schema/form.ts'

const words = (text: string) => ({ id: text, en: text })
const field = (id: string, more: object) => ({ id, label: words(id), required: false, ...more })
const form: FormDefinition = formDefinitionSchema.parse({
  id: 'uji',
  version: 1,
  title: words('Uji'),
  shortTitle: words('Uji'),
  description: words('Uji'),
  nilAllowed: false,
  fields: [
    field('ada', {
      type: 'choice',
      choices: [
        { value: 'ya', label: words('Ya') },
        { value: 'tidak', label: words('Tidak') },
      ],
    }),
  ],
  tables: [
    {
      id: 'pos',
      title: words('Pos'),
      minRows: 0,
      maxRows: 100,
      fields: [
        field('kel', { type: 'choice', choices: { reference: 'kelurahan' } }),
        field('nama', { type: 'text', maxLength: 50 }),
        field('balita', { type: 'integer' }),
        field('bagian', { type: 'percent', decimals: 1 }),
        field('jenis', {
          type: 'choices',
          choices: [
            { value: 'a', label: words('A') },
            { value: 'b', label: words('B') },
          ],
        }),
      ],
    },
  ],
})
const references = {
  kelurahan: [
    { value: 'alak', label: words('Alak') },
    { value: 'oepura', label: words('Oepura') },
  ],
}
const context = { today: '2026-02-11', agencyId: '', fiscalYear: 2026, references }
const sheet = (id: string, rows: ResultSheet['rows']): ResultSheet => ({ id, title: words(id), columns: [], rows })
const who = (agency: string) => [agency.toLowerCase(), agency, 1, 'X', 1]
const sheets = [
  sheet('uji', [
    [...who('Dinsos'), null, 'ya'],
    [...who('Dinkes'), null, 'tidak'],
    [...who('DP3A'), null, null],
  ]),
  sheet('uji.pos', [
    [...who('Dinsos'), 'R1', 'alak', 'Melati', 10, 50, 'a; b'],
    [...who('Dinsos'), 'R2', 'oepura', 'Mawar', null, null, 'a'],
    [...who('Dinkes'), 'R1', 'alak', 'Kenanga', 30, 70, 'not-yet'],
    [...who('Dinkes'), 'R2', 'alak', 'Anggrek', 'not-yet', null, null],
  ]),
]
const found = summaryOf(form, sheets, context)
const of = (id: string) => found.find((each) => each.id === id)

it('counts choices, also several in one answer; what is no choice is blank', () => {
  expect(of('ada')?.all).toEqual({ answered: 2, blank: 1, counts: [1, 1] })
  expect(of('pos.jenis')?.all).toEqual({ answered: 2, blank: 2, counts: [2, 1] })
  expect(of('pos.jenis')?.byAgency).toEqual([
    { name: words('Dinsos'), figures: { answered: 2, blank: 0, counts: [2, 1] } },
    { name: words('Dinkes'), figures: { answered: 0, blank: 2, counts: [0, 0] } },
  ])
})

it('sums numbers over those that are given, and percentages not at all', () => {
  expect(of('pos.balita')?.all).toEqual({ answered: 2, blank: 2, sum: 40, mean: 20, least: 10, most: 30 })
  expect(of('pos.bagian')?.all).toEqual({ answered: 2, blank: 2, mean: 60, least: 50, most: 70 })
  expect(of('pos.balita')?.byArea).toEqual([
    { name: words('Alak'), figures: { answered: 2, blank: 1, sum: 40, mean: 20, least: 10, most: 30 } },
    { name: words('Oepura'), figures: { answered: 0, blank: 1 } },
  ])
})

it('says nothing of texts, nor of the kelurahan itself', () => {
  expect(found.map(({ id }) => id)).toEqual(['ada', 'pos.balita', 'pos.bagian', 'pos.jenis'])
})

it('stands in the workbook as one figure a row', () => {
  const { rows } = summarySheet(form, found, 'id')
  expect(rows).toContainEqual(['Pos', 'balita', 'Semua', null, 'Jumlah', 40])
  expect(rows).toContainEqual(['Pos', 'jenis', 'Perangkat daerah', 'Dinsos', 'A', 2])
  expect(rows).toContainEqual(['Pos', 'balita', 'Kelurahan', 'Oepura', 'Kosong', 1])
})

it('is drawn: choices by how often they were taken, numbers by agency with the largest first, and nothing that is one bar', () => {
  const [sheet] = chartSheets(form, found, 'id')
  expect(sheet?.charts?.map(({ title, from, rows }) => [title, from, rows])).toEqual([
    ['ada', 0, 2],
    ['Pos › balita (jumlah)', 2, 2],
    ['Pos › bagian (rata-rata)', 4, 2],
    ['Pos › jenis', 6, 2],
  ])
  expect(sheet?.rows.slice(2, 4).map(([, name, value]) => [name, value])).toEqual([
    ['Dinkes', 30],
    ['Dinsos', 10],
  ])
  const nobody = summaryOf(
    form,
    [
      { ...sheets[0]!, rows: [] },
      { ...sheets[1]!, rows: [] },
    ],
    context,
  )
  expect(chartSheets(form, nobody, 'id')).toEqual([])
})
