/** Budget rules A01 to A15: each fires on what it is for, and only then. */
import { describe, expect, it } from 'vitest'
import { checkSettings } from '../../../functions/domain/checks/check-settings.ts'
import { paddedCode } from '../../../functions/domain/checks/code-rules.ts'
import {
  alak,
  city,
  dinsos,
  found,
  oebobo,
  perikanan,
  review,
  reviewed,
  tag,
  tagging,
  withList,
} from './sample-city.ts'

const oneRow = (more: Parameters<typeof tag>[0] = {}, owner = dinsos) => city([tagging(owner, [tag(more)])])
const verified = (code: string, name: string) =>
  withList('sub-kegiatan', [{ value: code, label: { id: name, en: name } }])

describe('a sound row', () => {
  it("gets no finding but the city's own", () => {
    const city1 = city([tagging(dinsos, [tag()]), review(dinsos, [reviewed()])])
    const own = ['A01', 'A02', 'A03', 'A04', 'A05', 'A07', 'A08', 'A09', 'A12', 'A15', 'A22'].flatMap((rule) =>
      found(rule, city1),
    )
    expect(own).toEqual([])
  })
})

describe('A01, the shape of a code', () => {
  it.each([
    ['1.02.02.02.02.0015', 'bukan "02"'],
    ['7.01.06.2.01.00003', 'empat angka'],
    ['2.09.03.1.01.0015', 'provinsi'],
    ['gizi', '17 karakter'],
  ])('blocks %s and says why', (kodeSubKegiatan, why) => {
    const [finding] = found('A01', oneRow({ kodeSubKegiatan }))
    expect(finding).toMatchObject({ severity: 'blocking', pointer: '/rows/penandaan/r1/kodeSubKegiatan' })
    expect(finding?.message.id).toContain(why)
  })
  it('warns of the old two-digit tail and offers the padded code', () => {
    const [finding] = found('A01', oneRow({ kodeSubKegiatan: '1.02.02.2.02.15' }))
    expect(finding?.severity).toBe('warning')
    expect(finding?.message.id).toContain('1.02.02.2.02.0015')
    expect(paddedCode('1.02.02.2.02.15')).toBe('1.02.02.2.02.0015')
  })
  it.each(['1.02.02.2.02.0015', ''])('has nothing to say of "%s"', (kodeSubKegiatan) => {
    expect(found('A01', oneRow({ kodeSubKegiatan }))).toEqual([])
  })
})

describe('A02, the nomenclature', () => {
  it('warns of a name that does not fit its code', () => {
    expect(found('A02', oneRow({ namaSubKegiatan: 'Rapat koordinasi' }))).toHaveLength(1)
  })
  it('takes spelling for spelling', () => {
    expect(found('A02', oneRow({ namaSubKegiatan: 'fasilitasi bantuan sosial - kesejahteraan KELUARGA' }))).toEqual([])
  })
  it('does not call a code unknown by a list that says it was never verified', () => {
    expect(found('A02', oneRow({ kodeSubKegiatan: '1.06.05.2.02.0999' }))).toEqual([])
  })
  it('warns of a code that a verified list does not have', () => {
    const city1 = city([tagging(dinsos, [tag()])], verified('1.06.05.2.02.0001', 'Lain'))
    expect(found('A02', city1)).toHaveLength(1)
  })
})

describe('A03, the mapping list', () => {
  it('acts only when the list is loaded, and then on what is not in it', () => {
    const listed = (code: string) =>
      city([tagging(dinsos, [tag()])], withList('pemetaan-stunting', [{ value: code, label: { id: code, en: code } }]))
    expect(found('A03', oneRow())).toEqual([])
    expect(found('A03', listed('1.06.05.2.02.0006'))).toEqual([])
    expect(found('A03', listed('1.02.02.2.02.0015'))).toHaveLength(1)
  })
})

describe("A04, the agency's bidang", () => {
  it('warns of a foreign bidang and names both', () => {
    const [finding] = found('A04', oneRow({}, perikanan))
    expect(finding?.message.id).toMatch(/1\.06.*Dinas Perikanan.*3\.25/)
  })
  it("is silent on the agency's own", () => {
    expect(found('A04', oneRow())).toEqual([])
  })
})

describe('A05, one budget claimed twice', () => {
  it('warns both agencies, each of the other', () => {
    const both = found('A05', city([tagging(dinsos, [tag()]), tagging(perikanan, [tag()])]))
    expect(both.map(({ agencyId }) => agencyId).sort()).toEqual(['dinsos', 'perikanan'])
  })
  it('leaves other sources and two kecamatan alone: these have budgets of their own under one code', () => {
    const ward = { kodeSubKegiatan: '7.01.03.2.02.0001' }
    expect(found('A05', city([tagging(alak, [tag(ward)]), tagging(oebobo, [tag(ward)])]))).toEqual([])
    expect(found('A05', city([tagging(dinsos, [tag()]), tagging(perikanan, [tag({ sumberDana: 'PAD' })])]))).toEqual([])
  })
})

describe('A07, direct spending', () => {
  it.each([0, 49_999_999])('warns of Rp%i of 200 million', (belanjaLangsungSasaran) => {
    expect(found('A07', oneRow({ belanjaLangsungSasaran }))).toHaveLength(1)
  })
  it('is silent from a quarter on, and on enabling work', () => {
    expect(found('A07', oneRow({ belanjaLangsungSasaran: 50_000_000 }))).toEqual([])
    expect(found('A07', oneRow({ belanjaLangsungSasaran: 0, jenisIntervensi: 'dukungan' }))).toEqual([])
  })
  it("follows the city's own threshold", () => {
    const references = {
      ambang: [{ value: 'direct-spending-percent', label: { id: 'x', en: 'x' }, facts: { value: '80' } }],
    }
    expect(found('A07', { ...oneRow(), settings: checkSettings(references) })).toHaveLength(1)
  })
})

describe('A08, a tag that is only a label', () => {
  it('warns of programme 01', () => {
    expect(found('A08', oneRow({ kodeSubKegiatan: '1.06.01.2.02.0001' }))).toHaveLength(1)
  })
  it('warns of the whole budget without direct spending, and A07 does not repeat it', () => {
    const city1 = oneRow({ paguDitandai: 500_000_000, belanjaLangsungSasaran: 0 })
    expect(found('A08', city1)).toHaveLength(1)
    expect(found('A07', city1)).toEqual([])
  })
  it('is silent on a part of the budget', () => {
    expect(found('A08', oneRow({ belanjaLangsungSasaran: 0 }))).toEqual([])
  })
})

describe('A09, the scale of amounts', () => {
  it.each([
    [{ paguDitandai: 45_000 }, 'paguDitandai', 'terlalu kecil'],
    [{ paguSubKegiatan: 10_000_000_001 }, 'paguSubKegiatan', 'terlalu besar'],
  ])('warns of %o', (more, field, words) => {
    const [finding] = found('A09', oneRow(more))
    expect(finding?.pointer).toBe(`/rows/penandaan/r1/${field}`)
    expect(finding?.message.id).toContain(words)
  })
  it('warns of a row a thousand times that of 2025, and not of one that grew', () => {
    const with2025 = (pagu2025: number) => city([tagging(dinsos, [tag()]), review(dinsos, [reviewed({ pagu2025 })])])
    expect(found('A09', with2025(500_000))).toHaveLength(1)
    expect(found('A09', with2025(100_000_000))).toEqual([])
  })
})
