/** The one table of rules, and that each of its rules is checked somewhere. */
import { describe, expect, it } from 'vitest'
import { cityChecks } from '../../../functions/domain/checks/run-checks.ts'
import { validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import { doubtRule } from '../../../functions/schema/checks/doubts.ts'
import { formChecks, rowChecks } from '../../../functions/schema/checks/form-checks.ts'
import { keptRules, ruleKept } from '../../../functions/schema/checks/kept-by-validator.ts'
import { ownRules } from '../../../functions/schema/checks/own/own-findings.ts'
import { ruleTable } from '../../../functions/schema/checks/rule-table.ts'
import { referenceLists } from '../../../local/seed/kota-kupang/kota-kupang.ts'
import { alak, city, cover, dinsos, found, groups, tag, tagging } from '../../domain/checks/sample-city.ts'

const context = { today: '2026-02-13', agencyId: 'dinsos', fiscalYear: 2026, references: referenceLists }

describe('the table of rules', () => {
  it('has A01 to A38 exactly once each, in order, with severity, scope and both languages', () => {
    const all = Array.from({ length: 38 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`)
    expect(ruleTable.map(({ id }) => id)).toEqual(all)
    for (const { severity, scope, title } of ruleTable) {
      expect(['blocking', 'warning', 'info']).toContain(severity)
      expect(['field', 'row', 'form', 'agency', 'city', 'rounds']).toContain(scope)
      expect(title.id).not.toBe(title.en)
    }
  })
  it("has domain's severities: B, W and I", () => {
    const of = (wanted: string) => ruleTable.filter(({ severity }) => severity === wanted).map(({ id }) => id)
    expect(of('blocking')).toEqual(['A01', 'A05', 'A06', 'A10', 'A11', 'A17'])
    expect(of('info')).toEqual(['A22', 'A25', 'A27'])
  })
  it('has no rule that nothing checks, and no check without a rule', () => {
    const checked = new Set([
      doubtRule,
      ...ownRules,
      ...keptRules,
      ...[...rowChecks, ...formChecks, ...cityChecks].map(({ rule }) => rule),
    ])
    expect([...checked].sort()).toEqual(ruleTable.map(({ id }) => id))
  })
})

describe('rules that the validator keeps', () => {
  it.each([
    ['A01', { kodeSubKegiatan: '1.02.02.02.02.0015' }],
    ['A01', { kodeSubKegiatan: '7.01.06.2.01.00003' }],
    ['A01', { kodeSubKegiatan: '2.09.03.1.01.0015' }],
    ['A06', { paguDitandai: 600_000_000 }],
    ['A06', { belanjaLangsungSasaran: 200_000_001 }],
    ['A06', { realisasi: 500_000_001 }],
    ['A10', { lokasi: [] }],
    ['A10', { lokasi: ['53.03.01.1001'] }],
    ['A11', { tanggalRealisasi: '2027-01-01', realisasi: 1 }],
    ['A11', { tanggalRealisasi: '2026-02-14', realisasi: 1 }],
    ['A11', { tanggalRealisasi: '2025-12-31', realisasi: 1 }],
    ['A25', { tautanBukti: 'http://kupangkota.example/dpa' }],
  ])('%s blocks %o', (rule, more) => {
    const { definition, answers } = tagging(dinsos, [tag(more)])
    expect(validateAnswers(definition, answers, context).map(ruleKept)).toContain(rule)
  })
  it('A05 blocks the same code and source twice', () => {
    const { definition, answers } = tagging(dinsos, [tag(), tag()])
    expect(validateAnswers(definition, answers, context).map(ruleKept)).toContain('A05')
  })
  it("A10 blocks another kecamatan's kelurahan", () => {
    const { definition, answers } = tagging(alak, [tag({ lokasi: ['53.71.04.1001'] })])
    const errors = validateAnswers(definition, answers, { ...context, agencyId: 'kec-alak' })
    expect(errors.map(ruleKept)).toContain('A10')
  })
  it.each([
    ['A17', { pembilang: -1, penyebut: 5 }],
    ['A17', { pembilang: 1.5, penyebut: 5 }],
    ['A16', { pembilang: 6, penyebut: 5 }],
  ])('%s blocks the figures %o', (rule, figures) => {
    const row = { kelurahan: '53.71.01.1001', indikator: 'ind-14', ...figures }
    const { definition, answers } = cover(alak, [row])
    const errors = validateAnswers(definition, answers, { ...context, agencyId: 'kec-alak' })
    expect(errors.map(ruleKept)).toContain(rule)
  })
  it('A18 blocks a part that is larger than its group, and A24 a kelurahan that is left out', () => {
    const { definition, answers } = groups(alak, [{ kelurahan: '53.71.01.1001', balita: 10, baduta: 11 }])
    const errors = validateAnswers(definition, answers, { ...context, agencyId: 'kec-alak' })
    expect(errors.map(ruleKept)).toEqual(expect.arrayContaining(['A18', 'A24']))
  })
  it('the old numbering of a code blocks nothing: A01 only warns of it', () => {
    const { definition, answers } = tagging(dinsos, [tag({ kodeSubKegiatan: '1.02.02.2.02.15' })])
    expect(validateAnswers(definition, answers, context).map(ruleKept)).not.toContain('A01')
  })
})

describe('a finding', () => {
  it('has its place in its id, one a row and rule', () => {
    const small = { paguDitandai: 45_000, belanjaLangsungSasaran: 45_000 }
    const [finding] = found('A09', city([tagging(dinsos, [tag(small)])]))
    expect(finding?.id).toBe('A09.dinsos.aksi3a-penandaan-anggaran.r1')
  })
  it('is never made of a nil submission or of an absence', () => {
    const absent = { absent: 'not-yet' } as const
    const row = { kelurahan: '53.71.01.1001', indikator: 'ind-14', pembilang: absent, penyebut: absent }
    const both = city([cover(alak, [row]), tagging(dinsos, [], { nil: true })])
    expect(['A16', 'A17', 'A20'].flatMap((rule) => found(rule, both))).toEqual([])
  })
})
