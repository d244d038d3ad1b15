/** Rules over one form's figures, A16 to A25: each fires on what it is for, and only then. */
import { describe, expect, it } from 'vitest'
import {
  actions,
  alak,
  city,
  cover,
  coverage,
  dinsos,
  found,
  groups,
  tag,
  tagging,
} from '../../domain/checks/sample-city.ts'

const [namosain, nunbaun, delha] = ['53.71.01.1001', '53.71.01.1002', '53.71.01.1003'] as const
const one = (part: number, whole: number, indikator = 'ind-14', more = {}) =>
  city([cover(alak, [coverage(namosain, indikator, part, whole, more)])])

describe('A16, coverage above 100%', () => {
  it('warns with a note, blocks without one, and is silent at 100%', () => {
    expect(found('A16', one(101, 100))[0]?.severity).toBe('warning')
    expect(found('A16', one(101, 100, 'ind-14', { catatan: '' }))[0]?.severity).toBe('blocking')
    expect(found('A16', one(100, 100))).toEqual([])
  })
  it('names the kelurahan and the indicator', () => {
    expect(found('A16', one(101, 100))[0]?.message.id).toMatch(/^Baris 1 · Namosain · .*101%/)
  })
})

describe('A17, somebody served of nobody', () => {
  it('blocks it even with a note', () => {
    expect(found('A17', one(5, 0))).toMatchObject([{ severity: 'blocking', pointer: '/rows/cakupan/r1/penyebut' }])
  })
  it('is silent on nobody of nobody, and on a real group', () => {
    expect(found('A17', one(0, 0))).toEqual([])
    expect(found('A17', one(5, 10))).toEqual([])
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
  it('warns of exactly 100% or 0% in all kelurahan', () => {
    expect(found('A20', even(100))[0]?.message.id).toContain('tepat 100%')
    expect(found('A20', even(0))[0]?.message.id).toContain('tepat 0%')
    expect(found('A20', even(7))).toEqual([])
  })
  it('takes 0% of a reversed indicator for what it is: good', () => {
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

describe('A22, more beneficiaries than there are', () => {
  const living = (krs: number) => city([tagging(dinsos, [tag()]), groups(alak, [{ kelurahan: '53.71.01.1001', krs }])])
  it('remarks on it, only where the group is counted', () => {
    expect(found('A22', living(99))[0]).toMatchObject({ severity: 'info' })
    expect(found('A22', living(100))).toEqual([])
    expect(found('A22', city([tagging(dinsos, [tag()])]))).toEqual([])
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
