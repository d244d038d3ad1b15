/** Rules that look at several agencies' submissions: each fires on what it is for, and only then. */
import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../../functions/domain/checks/coverage-of.ts'
import {
  alak,
  bappeda,
  city,
  cover,
  coverage,
  dinsos,
  found,
  oebobo,
  owing,
  perikanan,
  tag,
  tagging,
  withList,
} from './sample-city.ts'

const oneRow = (more: Parameters<typeof tag>[0] = {}, owner = dinsos) => city([tagging(owner, [tag(more)])])

describe('A05, one code claimed by two agencies', () => {
  it('warns both, each of the other, whatever the source', () => {
    const both = found('A05', city([tagging(dinsos, [tag()]), tagging(perikanan, [tag({ sumberDana: 'PAD' })])]))
    expect(both.map(({ agencyId, severity }) => [agencyId, severity]).sort()).toEqual([
      ['dinsos', 'warning'],
      ['perikanan', 'warning'],
    ])
  })
  it('leaves other codes and two kecamatan alone: these have budgets of their own under one code', () => {
    const ward = { kodeSubKegiatan: '7.01.03.2.02.0001' }
    expect(found('A05', city([tagging(alak, [tag(ward)]), tagging(oebobo, [tag(ward)])]))).toEqual([])
    expect(found('A05', city([tagging(dinsos, [tag()]), tagging(perikanan, [tag(ward)])]))).toEqual([])
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
    const waiting = owing('perikanan', 'aksi3a-penandaan-anggaran')
    const started = city([tagging(dinsos, [tag()])])
    expect(found('A13', { ...started, assignments: [...started.assignments, waiting] })).toEqual([])
    expect(
      found('A13', { ...started, assignments: [...started.assignments, { ...waiting, overdue: true }] }),
    ).toHaveLength(1)
  })
})

describe('A13, what is short of its target', () => {
  it('comes first, by how much it lacks', () => {
    const figures = [
      coverage('53.71.01.1001', 'ind-14', 10, 100),
      coverage('53.71.01.1001', 'ind-15', 79, 100),
      coverage('53.71.01.1001', 'ind-16', 100, 100),
    ]
    const { indicators } = coverageOf(city([tagging(dinsos, [tag()]), cover(alak, figures)]))
    expect(indicators.slice(0, 2).map(({ id, shortBy }) => [id, shortBy])).toEqual([
      ['ind-14', 70],
      ['ind-15', 1],
    ])
    expect(indicators.at(-1)).toMatchObject({ id: 'ind-24', tagged: 200_000_000, agencyIds: ['dinsos'] })
    expect(indicators.at(-2)).toMatchObject({ id: 'ind-16', shortBy: 0 })
  })
  it('takes a reversed indicator as short when it is high', () => {
    const figures = [coverage('53.71.01.1001', 'ind-13', 20, 100)]
    const { indicators } = coverageOf(city([cover(alak, figures)]))
    expect(indicators[0]).toMatchObject({ id: 'ind-13', target: 15.5, shortBy: 4.5 })
  })
  it('says nothing of actions until a list names what serves them, then names those without budget', () => {
    const started = city([tagging(dinsos, [tag()])])
    expect(coverageOf(started).actions).toBeUndefined()
    const mapped = withList('pemetaan-stunting', [
      { value: '1.06.05.2.02.0006', label: { id: 'x', en: 'x' }, facts: { aksi: 'AU3, AU3A' } },
    ])
    const known = { ...started, ...mapped }
    expect(
      coverageOf(known)
        .actions?.filter(({ tagged }) => tagged > 0)
        .map(({ id }) => id),
    ).toEqual(['AU3', 'AU3A'])
    expect(found('A13', known).find(({ rowKey }) => rowKey === 'aksi')?.message.id).toMatch(/^5 aksi belum didukung/)
  })
})

describe("A15, the city's total", () => {
  const waiting = (more: Parameters<typeof tag>[0]) => {
    const started = oneRow(more)
    return { ...started, assignments: [...started.assignments, owing('perikanan', 'aksi3a-penandaan-anggaran')] }
  }
  const rich = { paguDitandai: 190_000_000_000, paguSubKegiatan: 190_000_000_000 }
  it('warns above the plausible range and leaves money outside the budget out', () => {
    expect(found('A15', oneRow(rich))).toHaveLength(1)
    expect(found('A15', waiting({ ...rich, sumberDana: 'NON_APBD' }))).toEqual([])
    expect(found('A15', waiting({}))).toEqual([])
  })
  it('warns below it only when everybody has sent', () => {
    expect(found('A15', oneRow())[0]?.message.id).toContain('di bawah')
    expect(found('A15', oneRow({ paguSubKegiatan: 2_000_000_000, paguDitandai: 2_000_000_000 }))).toEqual([])
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
