/** A kecamatan's paper argues with figures that can be traced: a missing one is never zero, and a change needs both rounds. */
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../../functions/domain/checks/coverage-of.ts'
import { districtCoverage, targetGroups } from '../../../functions/domain/results/district-coverage.ts'
import type { ResultSubmission } from '../../../functions/domain/results/result-submissions.ts'
import { dataSasaranV1 } from '../../../functions/forms/data-sasaran.v1.ts'
import { monevCakupanLayananV1 } from '../../../functions/forms/monev-cakupan-layanan.v1.ts'
import type { Cells } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import { referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import { agency } from '../../fixtures/region.ts'
import { at, submission } from '../../fixtures/round.ts'

const kelurahan = (referenceLists.kelurahan ?? []).slice(0, 3)
const [first] = referenceLists['indikator-layanan'] ?? []
const notYet = { absent: 'not-yet' } as const

function sent(definition: FormDefinition, table: string, rows: readonly Cells[]): ResultSubmission {
  const answers = {
    fields: { periode: '2025-S2' },
    rows: { [table]: rows.map((cells, index) => ({ rowKey: `R${index}`, cells })) },
  }
  return {
    agency: agency('kec-alak'),
    definition,
    submission: submission('kec-alak', at(12, '10:00')),
    status: 'submitted',
    answers,
  }
}

/** Numerators out of 100, by kelurahan. */
const coverage = (...parts: (number | undefined)[]) =>
  sent(
    monevCakupanLayananV1,
    'cakupan',
    parts.map((part, index) => ({
      kelurahan: kelurahan[index]?.value ?? '',
      indikator: first?.value ?? '',
      pembilang: part ?? notYet,
      penyebut: part === undefined ? notYet : 100,
    })),
  )
const shown = (own: ResultSubmission[], before: ResultSubmission[] = []) =>
  districtCoverage({ own, before, kelurahan, references: referenceLists, support: undefined })

describe('coverage on a kecamatan’s paper', () => {
  it('shows each kelurahan, no data as none, the target, and the change only where both rounds have a figure', () => {
    const [line] = shown([coverage(90, undefined, 30)], [coverage(20, 20)])
    expect(line).toMatchObject({ percent: 60, before: 20, target: 58, reversed: false, withoutData: 1, budget: null })
    expect(line?.periodName).toEqual({ id: 'Semester II 2025', en: 'Second semester of 2025' })
    expect(line?.byKelurahan.map(({ percent }) => percent)).toEqual([90, null, 30])
    expect(shown([coverage(90)])[0]?.before).toBeNull()
    expect(shown([coverage(90)], [coverage(undefined)])[0]?.before).toBeNull()
  })

  it('says of each indicator that nobody budgets for it once taggings have come', () => {
    const own = [coverage(90)]
    const support = coverageOf({ submissions: own, references: referenceLists })
    const [line] = districtCoverage({ own, before: [], kelurahan, references: referenceLists, support })
    expect(line?.budget).toBe(0)
  })
})

describe('target groups on a kecamatan’s paper', () => {
  const row = (cells: Cells) => ({ sumber: 'eppgbm', tanggalData: '2026-01-15', ...cells })

  it('take the prevalence from the kelurahan that gave all three figures, with source and days', () => {
    const groups = targetGroups(
      [
        sent(dataSasaranV1, 'sasaran', [
          row({ balita: 300, balitaDiukur: 200, balitaPendek: 30, balitaSangatPendek: 10 }),
          row({ balitaDiukur: 100, balitaPendek: 10, balitaSangatPendek: 10, tanggalData: '2026-01-02' }),
          row({ balitaDiukur: 500, balitaPendek: notYet, balitaSangatPendek: 0 }),
        ]),
      ],
      referenceLists,
    )
    expect(groups.prevalence).toMatchObject({ percent: 20, stunted: 60, measured: 300 })
    expect(groups.prevalence).toMatchObject({ from: '2026-01-02', to: '2026-01-15' })
    expect(groups.prevalence?.sources.map(({ id }) => id)).toEqual(['e-PPGBM/Sigizi Kesga'])
    expect(groups.periodName?.id).toBe('Semester II 2025')
    expect(groups.counts.find(({ field }) => field === 'balita')?.count).toBe(300)
  })

  it('say no prevalence where nobody measured', () => {
    expect(targetGroups([sent(dataSasaranV1, 'sasaran', [row({ balita: 300 })])], referenceLists).prevalence).toBeNull()
    expect(targetGroups([], referenceLists)).toEqual({ periodName: null, prevalence: null, counts: [] })
  })
})
