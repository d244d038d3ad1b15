/** Budget rules A01 to A15 over one agency's forms: each fires on what it is for, and only then. */
import { describe, expect, it } from 'vitest'
import { checkSettings } from '../../../functions/schema/checks/check-settings.ts'
import { paddedCode } from '../../../functions/schema/checks/sub-activity-code.ts'
import {
  city,
  dinsos,
  found,
  perikanan,
  review,
  reviewed,
  tag,
  tagging,
  withList,
} from '../../domain/checks/sample-city.ts'

/** The city's total is not what these cases are about. */
const ofAgency = (all: ReturnType<typeof found>) => all.filter(({ agencyId }) => agencyId !== 'bappeda')
const oneRow = (more: Parameters<typeof tag>[0] = {}, owner = dinsos) => city([tagging(owner, [tag(more)])])
const verified = (code: string, name: string) =>
  withList('sub-kegiatan', [{ value: code, label: { id: name, en: name } }])

describe('a sound row', () => {
  it("gets no finding but the city's own", () => {
    const city1 = city([tagging(dinsos, [tag()]), review(dinsos, [reviewed()])])
    const own = ['A01', 'A02', 'A03', 'A04', 'A05', 'A07', 'A08', 'A09', 'A12', 'A15', 'A22'].flatMap((rule) =>
      found(rule, city1),
    )
    expect(ofAgency(own)).toEqual([])
  })
})

describe('A01, the shape of a code', () => {
  it.each([
    ['1.02.02.02.02.0015', 'ditulis 2, bukan 02'],
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
    expect(found('A01', oneRow({ kodeSubKegiatan: '1.02.02.2.02.15' }))[0]?.fix?.value).toBe('1.02.02.2.02.0015')
    expect(paddedCode('1.02.02.2.02.0015')).toBeUndefined()
  })
  it.each(['1.02.02.2.02.0015', ''])('has nothing to say of "%s"', (kodeSubKegiatan) => {
    expect(found('A01', oneRow({ kodeSubKegiatan }))).toEqual([])
  })
})

describe('A02, the nomenclature', () => {
  it('warns of a name that does not fit its code', () => {
    expect(found('A02', oneRow({ namaSubKegiatan: 'Rapat koordinasi' }))).toHaveLength(1)
  })
  it('checks the name again under the padded code', () => {
    const old = { kodeSubKegiatan: '1.06.05.2.02.06' }
    expect(found('A02', oneRow({ ...old, namaSubKegiatan: 'Rapat koordinasi' }))).toHaveLength(1)
    expect(found('A02', oneRow(old))).toEqual([])
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

describe('A05, one budget twice in a form', () => {
  it('blocks the old and the new number of one code with the same source', () => {
    const twice = city([tagging(dinsos, [tag(), tag({ kodeSubKegiatan: '1.06.05.2.02.06' })])])
    expect(found('A05', twice)).toMatchObject([{ severity: 'blocking', rowKey: 'r2' }])
  })
  it('leaves another source alone', () => {
    const other = tag({ kodeSubKegiatan: '1.06.05.2.02.06', sumberDana: 'PAD' })
    expect(found('A05', city([tagging(dinsos, [tag(), other])]))).toEqual([])
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
  it("looks at the year before's budgets too", () => {
    const [finding] = found('A09', city([review(dinsos, [reviewed({ pagu2025: 480_00 })])]))
    expect(finding?.pointer).toBe('/rows/anggaran/r1/pagu2025')
  })
  it('warns of a row a thousand times that of 2025, and not of one that grew', () => {
    const with2025 = (pagu2025: number) => city([tagging(dinsos, [tag()]), review(dinsos, [reviewed({ pagu2025 })])])
    expect(found('A09', with2025(500_000))).toHaveLength(1)
    expect(found('A09', with2025(100_000_000))).toEqual([])
  })
})

describe('A12, what continues from 2025', () => {
  const pair = (row: Parameters<typeof reviewed>[0], tagged = tag()) =>
    city([tagging(dinsos, [tagged]), review(dinsos, [reviewed(row)])])
  it('warns where it is not in 3A, or its budget changed by more than half', () => {
    expect(found('A12', pair({ sumberDana: 'PAD' }))[0]?.message.id).toContain('tidak ada pada formulir 3A')
    expect(found('A12', pair({ pagu2025: 200_000_000 }))[0]?.message.id).toContain('50%')
  })
  it('is silent where it is not continued, fits, or 3A is not sent yet', () => {
    expect(found('A12', pair({ sumberDana: 'PAD', dilanjutkan2026: 'tidak' }))).toEqual([])
    expect(found('A12', pair({}))).toEqual([])
    expect(found('A12', city([review(dinsos, [reviewed({ sumberDana: 'PAD' })])]))).toEqual([])
  })
})

describe("A15, the agency's declared total", () => {
  const declared = (total: string, rows = [tag()]) =>
    city(
      [tagging(dinsos, rows)],
      withList('total-penandaan', [{ value: 'dinsos', label: { id: 'x', en: 'x' }, facts: { total } }]),
    )
  it('warns where the rows do not add up to it, and only where it is loaded', () => {
    expect(ofAgency(found('A15', declared('200000001')))).toHaveLength(1)
    expect(ofAgency(found('A15', declared('200000000')))).toEqual([])
    expect(ofAgency(found('A15', oneRow()))).toEqual([])
  })
  it('leaves money from outside the budget out of the sum', () => {
    const gift = tag({ sumberDana: 'NON_APBD', paguDitandai: 7_000_000 })
    expect(ofAgency(found('A15', declared('200000000', [tag(), gift])))).toEqual([])
  })
})
