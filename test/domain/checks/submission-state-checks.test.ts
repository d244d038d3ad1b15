/** Rules about what was sent when, and against earlier rounds: A14, A19, A23, A26, A27. */
import { describe, expect, it } from 'vitest'
import type { CheckedSubmission } from '../../../functions/schema/checks/check-context.ts'
import {
  alak,
  city,
  cover,
  coverage,
  dinsos,
  found,
  owing,
  perikanan,
  support,
  tag,
  tagging,
  withList,
} from './sample-city.ts'

describe('A14, nothing sent', () => {
  const owed = (more: Parameters<typeof owing>[2]) =>
    city([], { assignments: [owing('dinsos', 'reviu-aksi-2025', more)] })
  it('warns after the target, not before', () => {
    expect(found('A14', owed({ overdue: true }))[0]).toMatchObject({
      id: 'A14.dinsos.reviu-aksi-2025.-',
      agencyId: 'dinsos',
    })
    expect(found('A14', owed({}))).toEqual([])
  })
  it('takes a submission without rows for nothing, but not a nil declaration', () => {
    expect(found('A14', owed({ overdue: true, revision: 1 }))).toHaveLength(1)
    expect(found('A14', owed({ overdue: true, revision: 1, nil: true }))).toEqual([])
    expect(found('A14', owed({ overdue: true, revision: 1, rowCount: 3 }))).toEqual([])
  })
  it('asks for a re-opening once the window has closed', () => {
    expect(found('A14', owed({ overdue: true, open: false }))[0]?.message.id).toContain('membuka kembali')
  })
})

describe('A19, against the semester before', () => {
  const figures = (shift = 0, period = '2025-S2'): CheckedSubmission => {
    const rows = ['ind-14', 'ind-15', 'ind-16', 'ind-17', 'ind-18'].map((indikator) =>
      coverage('53.71.01.1001', indikator, 20 + shift, 100),
    )
    const submission = cover(alak, rows)
    return { ...submission, answers: { ...submission.answers, fields: { periode: period } } }
  }
  it('warns of a jump of more than 30 points, and names both shares', () => {
    const jumped = found('A19', city([figures(31)], { otherRounds: [figures(0, '2025-S1')] }))
    expect(jumped).toHaveLength(5)
    expect(jumped[0]?.message.id).toMatch(/20% \(Semester I 2025\) menjadi 51%/)
    expect(found('A19', city([figures(30)], { otherRounds: [figures(0, '2025-S1')] }))).toEqual([])
  })
  it('calls a whole copy of the period before a copy', () => {
    const [copy, ...more] = found('A19', city([figures()], { otherRounds: [figures(0, '2025-S1')] }))
    expect(more).toEqual([])
    expect(copy?.message.id).toContain('sama persis dengan Semester I 2025')
  })
  it('does not blame the older semester for what came after it', () => {
    expect(found('A19', city([figures(0, '2025-S1')], { otherRounds: [figures()] }))).toEqual([])
  })
  it('compares neither with the same period nor with another agency', () => {
    expect(found('A19', city([figures(50)], { otherRounds: [figures()] }))).toEqual([])
    const foreign = { ...figures(0, '2025-S1'), agency: dinsos }
    expect(found('A19', city([figures(50)], { otherRounds: [foreign] }))).toEqual([])
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
  it('A26 warns of a form that the DPPA of the list has overtaken, and of none because another agency names a DPPA', () => {
    const older = tagging(dinsos, [tag()], { submittedOn: '2026-02-11' })
    const revised = tagging(perikanan, [tag()], {
      submittedOn: '2026-02-13',
      answers: { fields: { dokumenAnggaran: 'dppa', tanggalDokumen: '2026-02-12' }, rows: { penandaan: [] } },
    })
    const listed = { value: 'dppa-2026', label: { id: 'DPPA', en: 'DPPA' }, facts: { date: '2026-02-12' } }
    const lists = withList('dokumen-anggaran', [listed])
    expect(found('A26', city([older, revised]))).toEqual([])
    expect(found('A26', city([older, revised], lists))).toMatchObject([{ agencyId: 'dinsos' }])
    expect(found('A26', city([{ ...older, submittedOn: '2026-02-12' }, revised], lists))).toEqual([])
  })
  it('A27 recalls a draft after two working days', () => {
    const idle = (workingDays: number) =>
      city([], { idleDrafts: [{ agencyId: 'dinsos', formId: 'data-pendukung', workingDays }] })
    expect(found('A27', idle(2))[0]).toMatchObject({ severity: 'info' })
    expect(found('A27', idle(1))).toEqual([])
  })
})
