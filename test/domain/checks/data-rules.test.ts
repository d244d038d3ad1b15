/** Coverage and upkeep rules A14, A16 to A27: each fires on what it is for, and only then. */
import { describe, expect, it } from 'vitest'
import { ruleOf } from '../../../functions/domain/checks/blocked-by-validation.ts'
import { rules } from '../../../functions/domain/checks/rules.ts'
import { checkRows } from '../../../functions/domain/checks/run-checks.ts'
import { validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import { referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import {
  alak,
  city,
  cover,
  coverage,
  dinsos,
  found,
  groups,
  perikanan,
  support,
  tag,
  tagging,
  withList,
} from './sample-city.ts'

const [namosain, nunbaun, delha] = ['53.71.01.1001', '53.71.01.1002', '53.71.01.1003'] as const
const one = (part: number, whole: number, indikator = 'ind-14', more = {}) =>
  city([cover(alak, [coverage(namosain, indikator, part, whole, more)])])

describe('A14, nothing sent', () => {
  const owed = (overdue: boolean, revision = 0) =>
    city([], { assignments: [{ agencyId: 'dinsos', formId: 'reviu-aksi-2025', overdue, revision }] })
  it('warns after the target, not before, and not of what was sent', () => {
    expect(found('A14', owed(true))[0]).toMatchObject({ id: 'A14.dinsos.reviu-aksi-2025.-', agencyId: 'dinsos' })
    expect(found('A14', owed(false))).toEqual([])
    expect(found('A14', owed(true, 1))).toEqual([])
  })
})

describe('A16, coverage above 100 %', () => {
  it('warns with a note, blocks without one, and is silent at 100 %', () => {
    expect(found('A16', one(101, 100))[0]?.severity).toBe('warning')
    expect(found('A16', one(101, 100, 'ind-14', { catatan: '' }))[0]?.severity).toBe('blocking')
    expect(found('A16', one(100, 100))).toEqual([])
  })
  it('names the kelurahan and the indicator', () => {
    expect(found('A16', one(101, 100))[0]?.message.id).toMatch(/^Baris 1 · Namosain · .*101 %/)
  })
})

describe('A18, the denominator', () => {
  const pair = (balita: number, indikator = 'ind-17') =>
    city([cover(alak, [coverage(namosain, indikator, 80, 100)]), groups(alak, [{ kelurahan: namosain, balita }])])
  it('warns where it is not the group of F4', () => {
    expect(found('A18', pair(120))[0]?.pointer).toBe('/rows/cakupan/r1/penyebut')
    expect(found('A18', pair(100))).toEqual([])
    expect(found('A18', pair(120, 'ind-16'))).toEqual([])
  })
})

describe('A19, copied figures', () => {
  const rows = (kelurahan: string, shift = 0) =>
    ['ind-14', 'ind-15', 'ind-16', 'ind-17', 'ind-18'].map((indikator, index) =>
      coverage(kelurahan, indikator, 10 + index + shift, 50 + index),
    )
  it('warns of two kelurahan that agree in everything', () => {
    const [finding, ...more] = found('A19', city([cover(alak, [...rows(namosain), ...rows(nunbaun)])]))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ rowKey: '53-71-01-1002' })
    expect(finding?.message.id).toMatch(/Nunbaun Sabu.*Namosain/)
  })
  it('is silent where one figure differs, or too few are given', () => {
    expect(found('A19', city([cover(alak, [...rows(namosain), ...rows(nunbaun, 1)])]))).toEqual([])
    expect(found('A19', city([cover(alak, [rows(namosain)[0]!, rows(nunbaun)[0]!])]))).toEqual([])
  })
})

describe('A20, figures that are too even', () => {
  const even = (part: number, indikator = 'ind-14') =>
    city([
      cover(
        alak,
        [namosain, nunbaun, delha].map((kelurahan, index) =>
          coverage(kelurahan, indikator, part === 100 ? 20 + index : part, 20 + index),
        ),
      ),
    ])
  it('warns of exactly 100 % or 0 % in all kelurahan', () => {
    expect(found('A20', even(100))[0]?.message.id).toContain('tepat 100 %')
    expect(found('A20', even(0))[0]?.message.id).toContain('tepat 0 %')
    expect(found('A20', even(7))).toEqual([])
  })
  it('takes 0 % of a reversed indicator for what it is: good', () => {
    expect(found('A20', even(0, 'ind-12'))).toEqual([])
  })
  it('warns of many zeros', () => {
    const zeros = Array.from({ length: 12 }, (_, index) =>
      coverage(`53.71.01.10${10 + index}`, `ind-${14 + (index % 6)}`, index < 7 ? 0 : 3, 9),
    )
    expect(found('A20', city([cover(alak, zeros)])).map(({ rowKey }) => rowKey)).toContain('-')
  })
})

describe('A21, reversed indicators', () => {
  it('warns when unmet need is high, not when it is low or another indicator', () => {
    expect(found('A21', one(80, 100, 'ind-12'))).toHaveLength(1)
    expect(found('A21', one(8, 100, 'ind-12'))).toEqual([])
    expect(found('A21', one(80, 100))).toEqual([])
  })
})

describe('A23, two units and one item', () => {
  const item = (value: string, agencyId: string) => ({ value, label: { id: value, en: value }, scope: [agencyId] })
  const lists = withList('data-pendukung', [item('dinsos-pbi', 'dinsos'), item('perikanan-pbi', 'perikanan')])
  const both = (other: number) =>
    city(
      [
        support(dinsos, [{ indikator: 'dinsos-pbi', tahun: '2025', nilai: 900 }]),
        support(perikanan, [{ indikator: 'perikanan-pbi', tahun: '2025', nilai: other }]),
      ],
      lists,
    )
  it("warns both, each of the other's value", () => {
    expect(
      found('A23', both(880))
        .map(({ agencyId }) => agencyId)
        .sort(),
    ).toEqual(['dinsos', 'perikanan'])
    expect(found('A23', both(880))[0]?.message.id).toContain('880')
    expect(found('A23', both(900))).toEqual([])
  })
})

describe('A26 and A27, what changed late or not at all', () => {
  it('A26 warns of a revision after approval', () => {
    expect(
      found('A26', city([tagging(dinsos, [tag()], { afterApproval: true, revision: 3 })]))[0]?.message.id,
    ).toContain('Revisi ke-3')
    expect(found('A26', city([tagging(dinsos, [tag()])]))).toEqual([])
  })
  it('A27 recalls a draft after two working days', () => {
    const idle = (workingDays: number) =>
      city([], { idleDrafts: [{ agencyId: 'dinsos', formId: 'data-pendukung', workingDays }] })
    expect(found('A27', idle(2))[0]).toMatchObject({ severity: 'info' })
    expect(found('A27', idle(1))).toEqual([])
  })
})

describe('the table of rules', () => {
  it('has A01 to A27 but for those that the validator keeps', () => {
    const kept = ['A06', 'A10', 'A11', 'A17']
    const all = Array.from({ length: 27 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`)
    expect([...rules.map(({ id }) => id), ...kept].sort()).toEqual(all)
  })
  it("has a finding's place in its id, one a row and rule", () => {
    expect(found('A16', one(101, 100))[0]?.id).toBe('A16.kec-alak.monev-cakupan-layanan.r1')
  })
  it('ignores nil papers and absences', () => {
    const absent = cover(alak, [
      { kelurahan: namosain, indikator: 'ind-14', pembilang: { absent: 'not-yet' }, penyebut: { absent: 'not-yet' } },
    ])
    expect(found('A16', city([absent, tagging(dinsos, [], { nil: true })]))).toEqual([])
  })
  it('gives the page the findings of its own rows', () => {
    const own = tagging(dinsos, [tag({ paguDitandai: 45_000, belanjaLangsungSasaran: 45_000 })])
    expect(checkRows(own, city([own])).map(({ rule }) => rule)).toEqual(['A09'])
  })
})

describe('rules that the validator keeps', () => {
  it.each([
    ['A01', { kodeSubKegiatan: '1.02.02.2.02.15' }],
    ['A06', { paguDitandai: 600_000_000 }],
    ['A10', { lokasi: [] }],
    ['A10', { lokasi: ['53.03.01.1001'] }],
    ['A11', { tanggalRealisasi: '2027-01-01', realisasi: 1 }],
  ])('%s blocks %o', (rule, more) => {
    const { definition, answers } = tagging(dinsos, [tag(more)])
    const context = { today: '2026-02-13', agencyId: 'dinsos', fiscalYear: 2026, references: referenceLists }
    expect(validateAnswers(definition, answers, context).map(ruleOf)).toContain(rule)
  })
  it('A05 blocks the same code and source twice', () => {
    const { definition, answers } = tagging(dinsos, [tag(), tag()])
    const context = { today: '2026-02-13', agencyId: 'dinsos', fiscalYear: 2026, references: referenceLists }
    expect(validateAnswers(definition, answers, context).map(ruleOf)).toContain('A05')
  })
})
