/** Rules that look at several papers, A12 to A25: each fires on what it is for, and only then. */
import { describe, expect, it } from 'vitest'
import {
  actions,
  alak,
  bappeda,
  city,
  cover,
  coverage,
  dinsos,
  found,
  groups,
  review,
  reviewed,
  tag,
  tagging,
  withList,
} from './sample-city.ts'

const oneRow = (more: Parameters<typeof tag>[0] = {}, owner = dinsos) => city([tagging(owner, [tag(more)])])

describe('A12, what continues from 2025', () => {
  const pair = (row: Parameters<typeof reviewed>[0], tagged = tag()) =>
    city([tagging(dinsos, [tagged]), review(dinsos, [reviewed(row)])])
  it('warns where it is not in 3A, or its budget changed by more than half', () => {
    expect(found('A12', pair({ sumberDana: 'PAD' }))[0]?.message.id).toContain('tidak ada pada formulir 3A')
    expect(found('A12', pair({ pagu2025: 200_000_000 }))[0]?.message.id).toContain('50 %')
  })
  it('is silent where it is not continued, fits, or 3A is not sent yet', () => {
    expect(found('A12', pair({ sumberDana: 'PAD', dilanjutkan2026: 'tidak' }))).toEqual([])
    expect(found('A12', pair({}))).toEqual([])
    expect(found('A12', city([review(dinsos, [reviewed({ sumberDana: 'PAD' })])]))).toEqual([])
  })
})

describe('A13, indicators without budget', () => {
  it('tells the coordinator once, the lowest coverage first', () => {
    const low = cover(alak, [coverage('53.71.01.1001', 'ind-19', 5, 100), coverage('53.71.01.1001', 'ind-14', 90, 100)])
    const [finding, ...more] = found('A13', city([tagging(dinsos, [tag()]), low]))
    expect(more).toEqual([])
    expect(finding).toMatchObject({ agencyId: bappeda.id, rowKey: '-' })
    expect(finding?.message.id).toMatch(/^28 indikator.*antara lain "[^"]*imunisasi/i)
  })
  it('waits until every 3A is sent or overdue', () => {
    const waiting = { agencyId: 'perikanan', formId: 'aksi3a-penandaan-anggaran', overdue: false, revision: 0 }
    const started = city([tagging(dinsos, [tag()])])
    expect(found('A13', { ...started, assignments: [...started.assignments, waiting] })).toEqual([])
    expect(
      found('A13', { ...started, assignments: [...started.assignments, { ...waiting, overdue: true }] }),
    ).toHaveLength(1)
  })
})

describe("A15, the city's total", () => {
  const rich = { paguDitandai: 190_000_000_000, paguSubKegiatan: 190_000_000_000 }
  it('warns above the plausible range and leaves money outside the budget out', () => {
    expect(found('A15', oneRow(rich))).toHaveLength(1)
    expect(found('A15', oneRow({ ...rich, sumberDana: 'NON_APBD' }))).toEqual([])
    expect(found('A15', oneRow())).toEqual([])
  })
})

describe('A22, more beneficiaries than there are', () => {
  const living = (krs: number) => city([tagging(dinsos, [tag()]), groups(alak, [{ kelurahan: '53.71.01.1001', krs }])])
  it('remarks on it, only where the group is counted', () => {
    expect(found('A22', living(99))[0]).toMatchObject({ severity: 'info' })
    expect(found('A22', living(100))).toEqual([])
    expect(found('A22', oneRow())).toEqual([])
  })
})

describe('A24, priority sites', () => {
  const lokus = (value: string) =>
    withList('kelurahan', [{ value, label: { id: 'Naioni', en: 'Naioni' }, facts: { lokus: 'yes' } }])
  it('names a site that no budget reaches', () => {
    expect(found('A24', city([tagging(dinsos, [tag()])], lokus('53.71.01.1011')))[0]).toMatchObject({
      agencyId: 'bappeda',
      rowKey: '53-71-01-1011',
    })
  })
  it('is silent where one does, or the whole city is meant', () => {
    expect(found('A24', city([tagging(dinsos, [tag()])], lokus('53.71.01.1001')))).toEqual([])
    expect(found('A24', city([tagging(dinsos, [tag({ lokasi: ['SELURUH_KOTA'] })])], lokus('53.71.01.1011')))).toEqual(
      [],
    )
  })
})

describe('A25, proof', () => {
  it('asks for a link only of what claims to be done', () => {
    const row = (status: string, tautanBukti = '') =>
      city([actions(dinsos, [{ kodeAksi: 'AU1', status, tautanBukti }])])
    expect(found('A25', row('selesai'))[0]).toMatchObject({ severity: 'info', pointer: '/rows/aksi/r1/tautanBukti' })
    expect(found('A25', row('selesai', 'https://kupangkota.example/laporan'))).toEqual([])
    expect(found('A25', row('belum'))).toEqual([])
  })
})
