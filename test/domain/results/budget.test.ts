/** Figures of results add up to the submissions they name, whatever was submitted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeOf, sumOf, taggedRows } from '../../../functions/domain/results/budget-recap.ts'
import { budgetSheet, supportSheet } from '../../../functions/domain/results/budget-sheets.ts'
import type { ResultPaper } from '../../../functions/domain/results/result-papers.ts'
import { coverageOfIndicators } from '../../../functions/domain/results/service-coverage.ts'
import { aksi3aPenandaanAnggaranV1 } from '../../../functions/forms/aksi3a-penandaan-anggaran.v1.ts'
import { monevCakupanLayananV1 } from '../../../functions/forms/monev-cakupan-layanan.v1.ts'
import { totalsOf } from '../../../functions/schema/answers/totals.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import { referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import { agency } from '../../fixtures/region.ts'
import { at, submission } from '../../fixtures/round.ts'
import { contextOf, soundAnswers } from '../../schema/sound-answers.ts'

const paper = (id: string, definition: FormDefinition, answers: Answers): ResultPaper => ({
  agency: agency(id),
  definition,
  submission: submission(id, at(12, '10:00')),
  status: 'submitted',
  answers,
})
const agencies = ['dinsos', 'perikanan', 'kec-alak'].map((id) => agency(id))
const tagged = fc
  .tuple(...agencies.map(({ id }) => soundAnswers(aksi3aPenandaanAnggaranV1, contextOf(id))))
  .map((answers) => answers.map((each, index) => paper(agencies[index]?.id ?? '', aksi3aPenandaanAnggaranV1, each)))
const parts = (papers: readonly ResultPaper[]) => ({
  rows: taggedRows(papers),
  references: referenceLists,
  agencies,
  language: 'id' as const,
})

describe('the budget of a round', () => {
  it('in and outside the budget together is what the receipts state', () => {
    fc.assert(
      fc.property(tagged, (papers) => {
        const sheet = budgetSheet(parts(papers))
        const stated = papers.map(({ definition, answers }) => totalsOf(definition, answers))
        const sum = (column: number) => Number(sheet.rows[0]?.[column]) + Number(sheet.rows[1]?.[column])
        const wanted = (id: string) => stated.reduce((total, totals) => total + (totals[id] ?? 0), 0)
        expect(sum(3)).toBe(wanted('penandaan.paguSubKegiatan'))
        expect(sum(4)).toBe(wanted('penandaan.paguDitandai'))
        expect(sum(5)).toBe(wanted('penandaan.belanjaLangsungSasaran'))
      }),
      { numRuns: 40 },
    )
  })

  it('by intervention, by source and by agency each add up to the same total', () => {
    fc.assert(
      fc.property(tagged, (papers) => {
        const { rows } = budgetSheet(parts(papers))
        for (const by of ['Intervensi', 'Sumber dana', 'Perangkat daerah'])
          for (const column of [2, 3, 4, 5, 6]) {
            const sum = rows.filter(([kind]) => kind === by).reduce((total, row) => total + Number(row[column]), 0)
            expect(sum, `${by} ${column}`).toBe(rows[0]?.[column])
          }
      }),
      { numRuns: 40 },
    )
  })

  it('names every service indicator, those without a tagged budget first', () => {
    const { rows } = supportSheet(parts([]))
    expect(rows).toHaveLength(29)
    expect(rows.every(([, , names]) => names === 'belum ada anggaran')).toBe(true)
    const some = fc.sample(tagged, { numRuns: 1, seed: 3 })[0] ?? []
    const counts = supportSheet(parts(some)).rows.map((row) => Number(row[3]))
    const firstSupported = counts.findIndex((count) => count > 0)
    expect(counts.slice(firstSupported).every((count) => count > 0)).toBe(true)
  })

  it('a row that says the whole city belongs to no kecamatan', () => {
    const row = { rowKey: 'R', cells: { lokasi: ['SELURUH_KOTA'] } }
    const one = { paper: paper('dinsos', aksi3aPenandaanAnggaranV1, { fields: {}, rows: {} }), row }
    expect(placeOf(one, new Set(['53.71.01.1001']))).toBe('city')
    expect(placeOf({ ...one, row: { ...row, cells: { lokasi: ['53.71.01.1001'] } } }, new Set(['53.71.01.1001']))).toBe(
      'here',
    )
    expect(placeOf({ ...one, row: { ...row, cells: { lokasi: ['53.71.02.1001'] } } }, new Set(['53.71.01.1001']))).toBe(
      'elsewhere',
    )
    expect(sumOf([])).toEqual({ rows: 0, budget: 0, tagged: 0, direct: 0, spent: 0 })
  })
})

describe('coverage of services', () => {
  const row = (key: string, cells: object) => ({
    rowKey: key,
    cells: { indikator: '01', ...cells } as Answers['fields'],
  })
  const indicator = referenceLists['indikator-layanan']?.[0]?.value ?? ''

  it('sums numerators and denominators before dividing, and counts "no data yet" apart from zero', () => {
    const rows = [
      row('a', { indikator: indicator, pembilang: 90, penyebut: 100 }),
      row('b', { indikator: indicator, pembilang: 0, penyebut: 900 }),
      row('c', { indikator: indicator, pembilang: { absent: 'not-yet' }, penyebut: { absent: 'not-yet' } }),
    ]
    const answers: Answers = { fields: { periode: '2025-S2' }, rows: { cakupan: rows } }
    expect(coverageOfIndicators([paper('kec-alak', monevCakupanLayananV1, answers)], referenceLists)).toEqual([
      expect.objectContaining({ period: '2025-S2', part: 90, whole: 1_000, percent: 9, reported: 2, withoutData: 1 }),
    ])
  })
})
