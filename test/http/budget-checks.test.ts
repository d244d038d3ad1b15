/** A01 to A12, A14, A25 to A27 over HTTP: people put data in, see the finding, mend it, and it is solved. */
import { expect, it } from 'vitest'
import type { Cells } from '../../functions/schema/answers.ts'
import { review2025, tagging, workPath } from '../journeys/agency-work.ts'
import { changed, row, tagged, useKupang } from './kupang.ts'

const kupang = useKupang('budget-checks')

async function warnsUntilMended(rule: string, bad: Cells, good: Cells = {}): Promise<void> {
  const city = kupang()
  await city.sends('dinsos', tagging, tagged('dinsos', [row(bad)]))
  expect(await city.findings(rule, 'dinsos'), `${rule} of ${JSON.stringify(bad)}`).toHaveLength(1)
  await city.sends('dinsos', tagging, tagged('dinsos', [row(good)]))
  expect(await city.findings(rule, 'dinsos')).toEqual([])
}

async function refusesUntilMended(bad: Cells, where: RegExp): Promise<void> {
  expect((await kupang().refused('dinsos', tagging, tagged('dinsos', [row(bad)]))).join('\n')).toMatch(where)
  await kupang().sends('dinsos', tagging, tagged('dinsos', [row()]))
}

it('A01: a wrong code is refused; an old two-digit tail warns until it is written in full', async () => {
  await refusesUntilMended({ kodeSubKegiatan: '1.06.05.02.02.0006' }, /kodeSubKegiatan pattern/)
  await warnsUntilMended('A01', { kodeSubKegiatan: '1.06.05.2.02.06' })
})

it('A02: a name that does not fit its code', () =>
  warnsUntilMended('A02', { namaSubKegiatan: 'Nama lain sama sekali' }))

it('A03: a code that is not on the list of stunting codes, once a coordinator has loaded one', async () => {
  const city = kupang()
  const other = { kodeSubKegiatan: '1.06.02.2.01.0001', namaSubKegiatan: 'Fasilitasi Lansia' }
  await city.sends('dinsos', tagging, tagged('dinsos', [row(other)]))
  expect(await city.findings('A03')).toEqual([])
  await city.load('pemetaan-stunting', 'Kode;Nama\n1.02.02.2.02.0049;Layanan lain')
  expect(await city.findings('A03', 'dinsos')).toHaveLength(1)
  await city.load('pemetaan-stunting', 'Kode;Nama\n1.06.02.2.01.0001;Fasilitasi Lansia')
  expect(await city.findings('A03', 'dinsos')).toEqual([])
  await city.sends('dinsos', tagging, tagged('dinsos', [row()]))
})

it("A04: a code of another agency's bidang", () =>
  warnsUntilMended('A04', {
    kodeSubKegiatan: '3.27.07.2.01.0002',
    namaSubKegiatan: 'Pengembangan Kapasitas Kelembagaan Petani di Kecamatan dan Desa',
  }))

it('A05: the same code and source twice is refused; two agencies with one code are warned', async () => {
  const twice = tagged('dinsos', [row(), row()])
  expect((await kupang().refused('dinsos', tagging, twice)).join()).toContain('duplicate-row')
  await kupang().sends('dinsos', tagging, tagged('dinsos', [row()]))
  await kupang().sends('dukcapil', tagging, tagged('dukcapil', [row()]))
  expect((await kupang().findings('A05')).map(({ agencyId }) => agencyId).sort()).toEqual(['dinsos', 'dukcapil'])
  const own = { kodeSubKegiatan: '2.12.02.2.01.0001', namaSubKegiatan: 'Pendataan Penduduk' }
  await kupang().sends('dukcapil', tagging, tagged('dukcapil', [row(own)]))
  expect(await kupang().findings('A05')).toEqual([])
})

it('A06: more is tagged than there is', () =>
  refusesUntilMended({ paguDitandai: 2_000_000_001 }, /paguDitandai too-large/))

it('A07: hardly anything reaches people', () => warnsUntilMended('A07', { belanjaLangsungSasaran: 1_000_000 }))

it('A08: a tag that is only a label', () =>
  warnsUntilMended('A08', { paguDitandai: 2_000_000_000, belanjaLangsungSasaran: 0, keterangan: 'Belum dirinci.' }))

it('A09: an amount in thousands', () =>
  warnsUntilMended('A09', { paguSubKegiatan: 2_000, paguDitandai: 1_500, belanjaLangsungSasaran: 1_000 }))

it("A10: a kecamatan cannot choose another's kelurahan", async () => {
  const foreign = tagged('kec-alak', [row({ lokasi: ['53.71.04.1001'] })])
  expect((await kupang().refused('kec-alak', tagging, foreign)).join()).toContain('lokasi')
  await kupang().sends('kec-alak', tagging, tagged('kec-alak', [row({ lokasi: ['53.71.01.1001'] })]))
})

it('A11: a document of tomorrow', async () => {
  const late = tagged('dinsos', [row()], { tanggalDokumen: '2026-02-11' })
  expect((await kupang().refused('dinsos', tagging, late)).join()).toContain('tanggalDokumen too-late')
  await kupang().sends('dinsos', tagging, tagged('dinsos', [row()]))
})

it('A12: what is said to go on must be tagged this year', async () => {
  const reviewed = (code: string) =>
    changed('dinsos', review2025, 'anggaran', (cells) => ({
      ...cells,
      kodeSubKegiatan: code,
      namaSubKegiatan: row().namaSubKegiatan ?? '',
      sumberDana: 'DAU',
      pagu2025: 1_900_000_000,
      realisasi2025: 1_800_000_000,
      dilanjutkan2026: 'ya',
    }))
  const one = (code: string) => {
    const answers = reviewed(code)
    return {
      fields: { ...answers.fields, adaPenandaan2025: 'ya' },
      rows: { ...answers.rows, anggaran: (answers.rows.anggaran ?? []).slice(0, 1) },
    }
  }
  await kupang().sends('dinsos', review2025, one('1.06.02.2.01.0001'))
  expect(await kupang().findings('A12', 'dinsos')).toHaveLength(1)
  await kupang().sends('dinsos', review2025, one('1.06.05.2.02.0006'))
  expect(await kupang().findings('A12', 'dinsos')).toEqual([])
})

it('A25: said to be done without a link to the proof', async () => {
  const withLink = (link: Cells) =>
    changed('dinsos', 'data-pendukung', 'pendukung', (cells) => {
      const { tautanBukti: _, ...rest } = cells
      return { ...rest, status: 'ya', ...link }
    })
  await kupang().sends('dinsos', 'data-pendukung', withLink({}))
  expect((await kupang().findings('A25', 'dinsos')).length).toBeGreaterThan(0)
  await kupang().sends('dinsos', 'data-pendukung', withLink({ tautanBukti: 'https://kupangkota.example/bukti' }))
  expect(await kupang().findings('A25', 'dinsos')).not.toContainEqual(
    expect.objectContaining({ formId: 'data-pendukung' }),
  )
})

it("A26: the coordinator's list of documents names a DPPA that is younger than what was sent", async () => {
  const city = kupang()
  await city.sends('perikanan', tagging, tagged('perikanan', [row({ kodeSubKegiatan: '3.25.03.2.01.0004' })]))
  city.at(12)
  // That one agency chose DPPA says nothing about the budgets of the others.
  const revised = { dokumenAnggaran: 'dppa', tanggalDokumen: '2026-02-12' }
  await city.sends('naker', tagging, tagged('naker', [row({ kodeSubKegiatan: '2.07.03.2.01.0001' })], revised))
  expect(await city.findings('A26')).toEqual([])
  await city.load('dokumen-anggaran', 'Kode;Nama;date\ndppa-2026;DPPA 2026;2026-02-12')
  expect((await city.findings('A26')).map(({ agencyId }) => agencyId)).toContain('perikanan')
  const again = [row({ kodeSubKegiatan: '3.25.03.2.01.0004' })]
  await city.sends('perikanan', tagging, tagged('perikanan', again, revised))
  expect(await city.findings('A26', 'perikanan')).toEqual([])
})

it('A26: what was changed after it had been accepted, until it is looked at', async () => {
  const city = kupang()
  await city.decide('perikanan', tagging, 2, 'accept')
  await city.decide('perikanan', tagging, 2, 'reopen')
  const revised = { dokumenAnggaran: 'dppa', tanggalDokumen: '2026-02-12' }
  await city.sends('perikanan', tagging, tagged('perikanan', [row({ kodeSubKegiatan: '3.25.03.2.01.0004' })], revised))
  expect(await city.findings('A26', 'perikanan')).toHaveLength(1)
  await city.decide('perikanan', tagging, 3, 'accept')
  expect(await city.findings('A26', 'perikanan')).toEqual([])
})

it('A27: a draft that nobody touched for two working days', async () => {
  const city = kupang()
  city.at(10, '12:00')
  const save = async (version: number) =>
    (await city.person('pertanian-operator')).put(
      `${workPath('pertanian', tagging)}/draft`,
      { formVersion: 2, answers: tagged('pertanian', [row({ targetVolume: version + 1 })]) },
      { 'if-match': `"v${version}-r0"` },
    )
  expect((await save(0)).status).toBe(200)
  city.at(13)
  expect(await city.findings('A27', 'pertanian')).toHaveLength(1)
  expect((await save(1)).status).toBe(200)
  expect(await city.findings('A27', 'pertanian')).toEqual([])
})

it('A14: nothing was sent by the target', async () => {
  const city = kupang()
  city.at(14)
  expect(await city.findings('A14', 'koperasi')).toHaveLength(2)
  await city.sends('koperasi', tagging, tagged('koperasi', [row({ kodeSubKegiatan: '2.17.07.2.01.0015' })]))
  expect((await city.findings('A14', 'koperasi')).map(({ formId }) => formId)).toEqual([review2025])
})
