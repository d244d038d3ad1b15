/** F1 as a planner would try it: real bad codes, amounts that nest, notes that some rows owe, places, pairs. */
import { describe, expect, test } from 'vitest'
import { prefillCells } from '../../functions/schema/answers/prefill.ts'
import type { Cells } from '../../functions/schema/answers.ts'
import { contextOf } from '../schema/sound-answers.ts'
import { form, problems } from './problems.ts'

describe('F1 penandaan anggaran', () => {
  const f1 = (cells: Cells, drop: string[] = [], fields: Cells = {}, agency = 'dinsos') =>
    problems('aksi3a-penandaan-anggaran', agency, 'penandaan', cells, fields, drop)

  test.each([
    ['1.02.02.2.02.15', []],
    ['1.02.02.02.02.0015', ['too-long kodeSubKegiatan', 'pattern kodeSubKegiatan']],
    ['7.01.06.2.01.00003', ['too-long kodeSubKegiatan', 'pattern kodeSubKegiatan']],
    ['2.09.03.1.01.0015', ['pattern kodeSubKegiatan']],
    ['0.02.02.2.02.0015', ['pattern kodeSubKegiatan']],
    ['1.02.02.2.02.0015\n1', ['too-long kodeSubKegiatan', 'pattern kodeSubKegiatan']],
    ['1,02,02,2,02,0015', ['pattern kodeSubKegiatan']],
    ['1.02.02.2.02.0015', []],
    [' 7.01.03.2.02.0001 ', []],
  ])('the code %j', (kodeSubKegiatan, expected) => {
    expect(f1({ kodeSubKegiatan })).toEqual(expected)
  })

  test('amounts nest: pagu > 0, tagged within it, direct spending within the tagged part, realisasi within pagu', () => {
    const money = { paguSubKegiatan: 100, paguDitandai: 100, belanjaLangsungSasaran: 100, realisasi: 100 }
    expect(f1(money)).toEqual([])
    expect(f1({ ...money, paguDitandai: 101 })).toEqual(['too-large paguDitandai'])
    expect(f1({ ...money, paguDitandai: 50 })).toEqual(['too-large belanjaLangsungSasaran'])
    expect(f1({ ...money, realisasi: 101 })).toEqual(['too-large realisasi'])
    expect(f1({ ...money, paguDitandai: 0, belanjaLangsungSasaran: 0 })).toContain('too-small paguDitandai')
    expect(f1({ ...money, paguSubKegiatan: { absent: 'not-yet' } })).toEqual(['absence-not-allowed paguSubKegiatan'])
  })

  test('no direct spending owes a note, unless the intervention is enabling', () => {
    const none = { belanjaLangsungSasaran: 0, sumberDana: 'DAU' }
    expect(f1({ ...none, jenisIntervensi: 'spesifik' }, ['keterangan'])).toEqual(['required keterangan'])
    expect(f1({ ...none, jenisIntervensi: 'spesifik' })).toEqual([])
    expect(f1({ ...none, jenisIntervensi: 'dukungan' }, ['keterangan'])).toEqual([])
  })

  test.each(['NON_APBD', 'LAINNYA'])('the source %s owes a note', (sumberDana) => {
    expect(f1({ sumberDana }, ['keterangan'])).toEqual(['required keterangan'])
  })

  test('village funds are no source here', () => {
    expect(f1({ sumberDana: 'DANA_DESA' })).toEqual(['not-a-choice sumberDana'])
  })

  test('indicators and number of beneficiaries are owed unless the intervention is enabling', () => {
    const drop = ['indikatorLayanan', 'jumlahSasaran']
    expect(f1({ jenisIntervensi: 'sensitif' }, drop)).toEqual(['required indikatorLayanan', 'required jumlahSasaran'])
    expect(f1({ jenisIntervensi: 'dukungan' }, drop)).toEqual([])
  })

  test('realisasi and its date come together, the date in the fiscal year and not after today', () => {
    expect(f1({}, ['realisasi'])).toEqual(['required realisasi'])
    expect(f1({}, ['tanggalRealisasi'])).toEqual(['required tanggalRealisasi'])
    expect(f1({}, ['realisasi', 'tanggalRealisasi'])).toEqual([])
    expect(f1({ tanggalRealisasi: '2025-12-31' })).toEqual(['too-early tanggalRealisasi'])
    expect(f1({ tanggalRealisasi: '2026-02-14' })).toEqual(['too-late tanggalRealisasi'])
  })

  test('a kecamatan chooses its own kelurahan only, an OPD any of them or the whole city', () => {
    expect(f1({ lokasi: ['53.71.01.1008'] }, [], {}, 'kec-alak')).toEqual([])
    expect(f1({ lokasi: ['53.71.02.1001'] }, [], {}, 'kec-alak')).toEqual(['not-a-choice lokasi'])
    expect(f1({ lokasi: ['SELURUH_KOTA'] }, [], {}, 'kec-alak')).toEqual(['not-a-choice lokasi'])
    expect(f1({ lokasi: ['SELURUH_KOTA'] })).toEqual([])
    expect(f1({ lokasi: ['53.01.01.1001'] })).toEqual(['not-a-choice lokasi'])
  })

  test('the budget document is dated from October of the year before to today', () => {
    expect(f1({}, [], { tanggalDokumen: '2025-09-30' })).toEqual(['too-early tanggalDokumen'])
    expect(f1({}, [], { tanggalDokumen: '2025-10-01' })).toEqual([])
    expect(f1({}, [], { tanggalDokumen: '2026-02-14' })).toEqual(['too-late tanggalDokumen'])
  })

  test('without the declaration nothing is sent', () => {
    expect(f1({}, [], { pernyataan: '' })).toEqual(['required pernyataan'])
    expect(f1({}, [], { pernyataan: 'tidak' })).toEqual(['not-a-choice pernyataan'])
  })

  test.each([
    ['0812-3456-7890', []],
    ['+62 812 3456 7890', []],
    ['(0380) 555', ['pattern picTelepon']],
    ['12345', ['pattern picTelepon']],
  ])('the telephone number %j', (picTelepon, expected) => {
    expect(f1({}, [], { picTelepon })).toEqual(expected)
  })

  test.each([
    ['a.b@dinas.example', []],
    ['a@b', ['pattern picEmail']],
    ['a b@dinas.example', ['pattern picEmail']],
    ['a@dinas.example, b@dinas.example', ['pattern picEmail']],
  ])('the address %j', (picEmail, expected) => {
    expect(f1({}, [], { picEmail })).toEqual(expected)
  })

  test('a known code brings its name', () => {
    const [table] = form('aksi3a-penandaan-anggaran').tables
    if (table === undefined) throw new Error('no table')
    const cells = prefillCells(table, { kodeSubKegiatan: '1.02.02.2.02.0015' }, contextOf('dinsos'))
    expect(cells.namaSubKegiatan).toBe('Pengelolaan Pelayanan Kesehatan Gizi Masyarakat')
  })
})
