/** Figures of results add up to the submissions they name, whatever was submitted. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sumOf, taggedRows, whereSpent } from '../../../functions/domain/results/budget-recap.ts'
import { budgetSheet } from '../../../functions/domain/results/budget-sheets.ts'
import type { ResultSubmission } from '../../../functions/domain/results/result-submissions.ts'
import { coverageOfIndicators } from '../../../functions/domain/results/service-coverage.ts'
import { supportSheet } from '../../../functions/domain/results/support-sheet.ts'
import { aksi3aPenandaanAnggaranV1 } from '../../../functions/forms/aksi3a-penandaan-anggaran.v1.ts'
import { monevCakupanLayananV1 } from '../../../functions/forms/monev-cakupan-layanan.v1.ts'
import { totalsOf } from '../../../functions/schema/answers/totals.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import { forms } from '../../../functions/schema/checks/check-context.ts'
import type { FormDefinition, ReferenceLists } from '../../../functions/schema/form.ts'
import { referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import { agency } from '../../fixtures/region.ts'
import { at, submission } from '../../fixtures/round.ts'
import { contextOf, soundAnswers } from '../../schema/sound-answers.ts'

const sent = (id: string, definition: FormDefinition, answers: Answers): ResultSubmission => ({
  agency: agency(id),
  definition,
  submission: submission(id, at(12, '10:00')),
  status: 'submitted',
  answers,
})
const agencies = ['dinsos', 'perikanan', 'kec-alak'].map((id) => agency(id))
const tagged = fc
  .tuple(...agencies.map(({ id }) => soundAnswers(aksi3aPenandaanAnggaranV1, contextOf(id))))
  .map((answers) => answers.map((each, index) => sent(agencies[index]?.id ?? '', aksi3aPenandaanAnggaranV1, each)))
const parts = (submissions: readonly ResultSubmission[]) => ({
  rows: taggedRows(submissions),
  references: referenceLists,
  agencies,
  language: 'id' as const,
})

describe('the budget of a round', () => {
  it('in and outside the budget together is what the receipts state', () => {
    fc.assert(
      fc.property(tagged, (submissions) => {
        const sheet = budgetSheet(parts(submissions))
        const stated = submissions.map(({ definition, answers }) => totalsOf(definition, answers, contextOf('dinsos')))
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
      fc.property(tagged, (submissions) => {
        const { rows } = budgetSheet(parts(submissions))
        for (const by of ['Intervensi', 'Sumber dana', 'Perangkat daerah'])
          for (const column of [2, 3, 4, 5, 6]) {
            const sum = rows.filter(([kind]) => kind === by).reduce((total, row) => total + Number(row[column]), 0)
            expect(sum, `${by} ${column}`).toBe(rows[0]?.[column])
          }
      }),
      { numRuns: 40 },
    )
  })

  it('a row that says the whole city belongs to no kecamatan', () => {
    const row = { rowKey: 'R', cells: { lokasi: ['SELURUH_KOTA'] } }
    const one = { sent: sent('dinsos', aksi3aPenandaanAnggaranV1, { fields: {}, rows: {} }), row }
    expect(whereSpent(one, new Set(['53.71.01.1001']))).toBe('city')
    expect(
      whereSpent({ ...one, row: { ...row, cells: { lokasi: ['53.71.01.1001'] } } }, new Set(['53.71.01.1001'])),
    ).toBe('here')
    expect(
      whereSpent({ ...one, row: { ...row, cells: { lokasi: ['53.71.02.1001'] } } }, new Set(['53.71.01.1001'])),
    ).toBe('elsewhere')
    expect(sumOf([])).toEqual({ rows: 0, budget: 0, tagged: 0, direct: 0, spent: 0 })
  })
})

describe('the budget behind actions and indicators', () => {
  const sheetOf = (
    submissions: readonly ResultSubmission[],
    lists: ReferenceLists = referenceLists,
    due = agencies,
  ) => {
    const sent = new Set(submissions.map((each) => each.agency.id))
    const assignments = due.map(({ id }) => ({ formId: forms.tagging, revision: sent.has(id) ? 1 : 0 }))
    return supportSheet({ submissions, assignments, references: lists, agencies, language: 'id' })
  }
  const lines = (kind: string, sheet: ReturnType<typeof sheetOf>) => sheet.rows.filter(([name]) => name === kind)
  const indicators = referenceLists['indikator-layanan'] ?? []
  const [first, second] = indicators.map(({ value }) => value)
  const oneRow = (cells: Answers['fields']) => {
    const rows = { penandaan: [{ rowKey: 'R', cells: { paguDitandai: 5_000, sumberDana: 'PAD', ...cells } }] }
    return sent('dinsos', aksi3aPenandaanAnggaranV1, { fields: {}, rows })
  }

  it('names every service indicator, those without a tagged budget first', () => {
    const none = lines('Indikator layanan', sheetOf([]))
    expect(none).toHaveLength(29)
    expect(none.every(([, , , standing]) => standing === 'belum ada anggaran')).toBe(true)
    const some = lines('Indikator layanan', sheetOf([oneRow({ indikatorLayanan: [first ?? ''] })]))
    expect(some.map(([, id]) => id).toSorted()).toEqual(indicators.map(({ value }) => value).toSorted())
    expect(some.findIndex(([, id]) => id === first)).toBe(28)
    expect(some[28]).toEqual([
      'Indikator layanan',
      first,
      indicators[0]?.label.id,
      'ada anggaran',
      agency('dinsos').shortName,
      1,
      5_000,
      0,
      null,
      expect.anything(),
    ])
  })

  it('states for each indicator the sum of exactly the rows that name it, its own budget apart from other money', () => {
    fc.assert(
      fc.property(tagged, (submissions) => {
        const rows = taggedRows(submissions)
        for (const [, id, , standing, , count, own, outside] of lines('Indikator layanan', sheetOf(submissions))) {
          const named = rows.filter(({ row }) => [row.cells.indikatorLayanan].flat().includes(String(id)))
          const amounts = (of: boolean) =>
            named
              .filter(({ row }) => ['NON_APBD', 'APBN'].includes(String(row.cells.sumberDana)) === of)
              .reduce((sum, { row }) => sum + Number(row.cells.paguDitandai), 0)
          expect([count, own, outside]).toEqual([named.length, amounts(false), amounts(true)])
          expect(standing === 'belum ada anggaran').toBe(named.length === 0)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('takes no money outside the budget for a budget, whichever source the list says is outside', () => {
    const gift = oneRow({ indikatorLayanan: [second ?? ''], sumberDana: 'HIBAH' })
    const outside = { value: 'HIBAH', label: { id: 'Hibah', en: 'Gift' }, facts: { budget: 'no' } }
    const lists = { ...referenceLists, 'sumber-dana': [...(referenceLists['sumber-dana'] ?? []), outside] }
    const line = lines('Indikator layanan', sheetOf([gift], lists)).find(([, id]) => id === second)
    expect([line?.[3], line?.[6], line?.[7]]).toEqual(['hanya Non-APBD', 0, 5_000])
    const { rows } = budgetSheet({ ...parts([gift]), references: lists })
    expect([rows[0]?.[4], rows[1]?.[4]]).toEqual([0, 5_000])
  })

  it('says that actions cannot be told until a list names what serves them, then which have none', () => {
    const unmapped = sheetOf([oneRow({ kodeSubKegiatan: '1.06.05.2.02.0006' })])
    expect(lines('Aksi', unmapped).map((line) => line[3])).toEqual(Array(7).fill('belum dapat dinilai'))
    expect(unmapped.note?.id).toContain('Aksi belum dapat dinilai')
    const label = { id: 'x', en: 'x' }
    const mapping = [{ value: '1.06.05.2.02.0006', label, facts: { aksi: 'AU3, AU3A' } }]
    const lists = { ...referenceLists, 'pemetaan-stunting': mapping }
    const mapped = sheetOf([oneRow({ kodeSubKegiatan: '1.06.05.2.02.0006' })], lists)
    const bare = lines('Aksi', mapped).filter((line) => line[3] === 'belum ada anggaran')
    expect(bare.map(([, id]) => id)).toEqual(['AU1', 'AU2', 'AU4', 'AP1', 'AP2'])
    expect(mapped.note?.id).not.toContain('Aksi belum dapat dinilai')
  })

  it('says how many have not sent yet, for what has none may still get some', () => {
    expect(sheetOf([oneRow({})]).note?.id).toContain('Baru 1 dari 3 perangkat daerah')
    expect(sheetOf([oneRow({})], referenceLists, [agency('dinsos')]).note?.id).not.toContain('Baru')
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
    expect(coverageOfIndicators([sent('kec-alak', monevCakupanLayananV1, answers)], referenceLists)).toEqual([
      expect.objectContaining({ period: '2025-S2', part: 90, whole: 1_000, percent: 9, reported: 2, withoutData: 1 }),
    ])
  })

  it('counts a figure with both its numbers or not at all, and what does not apply as no missing data', () => {
    const rows = [
      row('a', { indikator: indicator, pembilang: 90, penyebut: 100 }),
      row('b', { indikator: indicator, pembilang: { absent: 'not-yet' }, penyebut: 900 }),
      row('c', { indikator: indicator, pembilang: { absent: 'not-applicable' } }),
    ]
    const answers: Answers = { fields: { periode: '2025-S2' }, rows: { cakupan: rows } }
    expect(coverageOfIndicators([sent('kec-alak', monevCakupanLayananV1, answers)], referenceLists)).toEqual([
      expect.objectContaining({ part: 90, whole: 100, percent: 90, reported: 1, withoutData: 1 }),
    ])
  })
})
