/** The rules of the forms as domain experts would test them: real bad codes, notes that some answers owe, sums, pairs. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { prefillCells } from '../../functions/schema/answers/prefill.ts'
import { totalsOf } from '../../functions/schema/answers/totals.ts'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Answers, Cells, Value } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { contextOf, soundAnswers } from '../schema/sound-answers.ts'

function form(id: string): FormDefinition {
  const definition = formDefinition(id, 1)
  if (definition === undefined) throw new Error(`no form ${id}`)
  return definition
}

/** What is wrong after these changes to the first row of a table (and to the header), by code and field. */
function problems(
  formId: string,
  agencyId: string,
  table: string,
  cells: Cells,
  fields: Cells = {},
  drop: string[] = [],
): string[] {
  const context = contextOf(agencyId)
  const definition = form(formId)
  const [answers] = fc.sample(soundAnswers(definition, context), { numRuns: 1, seed: 7 }) as [Answers]
  const [first, ...others] = answers.rows[table] ?? []
  const merged: Record<string, Value> = { ...first?.cells, ...cells }
  for (const id of drop) delete merged[id]
  const changed: Answers = {
    fields: { ...answers.fields, ...fields },
    rows: { ...answers.rows, [table]: [{ rowKey: first?.rowKey ?? 'R1', cells: merged }, ...others] },
  }
  return validateAnswers(definition, changed, context).map(
    ({ code, pointer }) => `${code} ${pointer.split('/').at(-1)}`,
  )
}

describe('F1 penandaan anggaran', () => {
  const f1 = (cells: Cells, drop: string[] = [], fields: Cells = {}, agency = 'dinsos') =>
    problems('aksi3a-penandaan-anggaran', agency, 'penandaan', cells, fields, drop)

  test.each([
    ['1.02.02.2.02.15', ['pattern kodeSubKegiatan']],
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

describe('F2 reviu 2025', () => {
  const action = (cells: Cells, drop: string[] = []) => problems('reviu-aksi-2025', 'dinsos', 'aksi', cells, {}, drop)
  const budget = (cells: Cells, drop: string[] = []) =>
    problems('reviu-aksi-2025', 'dinsos', 'anggaran', cells, { adaPenandaan2025: 'ya' }, drop)

  test.each([
    ['selesai', ['required tanggalSelesai', 'required keluaran']],
    ['sebagian', ['required keluaran', 'required kendala', 'required tindakLanjut', 'required targetTindakLanjut']],
    ['belum', ['required kendala', 'required tindakLanjut', 'required targetTindakLanjut']],
  ])('an action that is "%s" owes what follows from it', (status, expected) => {
    const drop = ['tanggalSelesai', 'keluaran', 'kendala', 'tindakLanjut', 'targetTindakLanjut', 'tautanBukti']
    expect(action({ status }, drop)).toEqual(expected)
    expect(action({ status: { absent: 'not-applicable' } }, drop)).toEqual([])
  })

  test.each([
    ['2024-12-31', ['too-early tanggalSelesai']],
    ['2025-01-01', []],
    ['2026-02-13', []],
    ['2026-02-14', ['too-late tanggalSelesai']],
  ])('an action finished on %s', (tanggalSelesai, expected) => {
    expect(action({ status: 'selesai', tanggalSelesai })).toEqual(expected)
  })

  test('absorption below half, or an end of the work, owes a reason', () => {
    const half = { pagu2025: 1_000, realisasi2025: 500, dilanjutkan2026: 'ya' }
    expect(budget(half, ['alasan'])).toEqual([])
    expect(budget({ ...half, realisasi2025: 490 }, ['alasan'])).toEqual(['required alasan'])
    expect(budget({ ...half, dilanjutkan2026: 'tidak' }, ['alasan'])).toEqual(['required alasan'])
    expect(budget({ ...half, realisasi2025: 1_001 })).toEqual(['too-large realisasi2025'])
    expect(budget({ capaianFisik: 100.5 })).toEqual(['too-large capaianFisik'])
  })

  test('an agency with tagged budget owes rows, one without owes none', () => {
    const definition = form('reviu-aksi-2025')
    const context = contextOf('dinsos')
    const [answers] = fc.sample(soundAnswers(definition, context), { numRuns: 1, seed: 3 }) as [Answers]
    const codes = (adaPenandaan2025: string) =>
      validateAnswers(
        definition,
        { fields: { ...answers.fields, adaPenandaan2025 }, rows: { ...answers.rows, anggaran: [] } },
        context,
      ).map(({ code }) => code)
    expect(codes('ya')).toEqual(['too-few-rows'])
    expect(codes('tidak')).toEqual([])
  })
})

describe('F3 cakupan layanan', () => {
  const f3 = (cells: Cells, drop: string[] = []) =>
    problems('monev-cakupan-layanan', 'kec-kelapa-lima', 'cakupan', cells, {}, drop)
  const note = ['catatan']

  test.each<[Cells, string[], string[]]>([
    [{ pembilang: 8, penyebut: 10 }, note, []],
    [{ pembilang: 0, penyebut: 10 }, note, []],
    [{ pembilang: 11, penyebut: 10 }, note, ['required catatan']],
    [{ pembilang: 11, penyebut: 10 }, [], []],
    [{ pembilang: 0, penyebut: 0 }, note, ['required catatan']],
    [{ pembilang: { absent: 'not-yet' }, penyebut: 10 }, note, ['required catatan']],
    [{ pembilang: { absent: 'not-yet' }, penyebut: { absent: 'not-yet' } }, ['sumberPembilang', 'sumberPenyebut'], []],
    [{ pembilang: { absent: 'not-applicable' } }, ['penyebut', 'sumberPembilang', 'sumberPenyebut', 'catatan'], []],
    [{ pembilang: 8, penyebut: { absent: 'not-applicable' } }, [], ['absence-not-allowed penyebut']],
    [
      { pembilang: 8, penyebut: 10 },
      ['sumberPembilang', 'sumberPenyebut'],
      ['required sumberPembilang', 'required sumberPenyebut'],
    ],
    [{ pembilang: -1, penyebut: 10 }, [], ['too-small pembilang']],
    [{ pembilang: 1.5, penyebut: 10 }, [], ['wrong-type pembilang']],
  ])('%j without %j', (cells, drop, expected) => {
    expect(f3(cells, drop)).toEqual(expected)
  })

  test.each([
    ['kec-alak', 12],
    ['kec-maulafa', 9],
    ['kec-kelapa-lima', 5],
    ['kec-oebobo', 7],
    ['kec-kota-raja', 8],
    ['kec-kota-lama', 10],
  ])('%s answers 29 indicators for each of its %i kelurahan', (agencyId, kelurahan) => {
    const { rows } = blankAnswers(form('monev-cakupan-layanan'), contextOf(agencyId))
    expect(rows.wilayah?.length).toBe(kelurahan)
    expect(rows.cakupan?.length).toBe(kelurahan * 29)
    expect(new Set(rows.cakupan?.map(({ rowKey }) => rowKey)).size).toBe(kelurahan * 29)
  })
})

describe('F4 data sasaran', () => {
  const few = { balitaPendek: 1, balitaSangatPendek: 1 }
  const f4 = (cells: Cells) => problems('data-sasaran', 'kec-oebobo', 'sasaran', { ...few, ...cells })
  test.each<[Cells, string[]]>([
    [{ jumlahKeluarga: 100, krs: 101 }, ['too-large krs']],
    [{ balita: 100, baduta: 101, balitaDiukur: 90 }, ['too-large baduta']],
    [{ balita: 100, baduta: 40, balitaDiukur: 101 }, ['too-large balitaDiukur']],
    [{ balitaDiukur: 10, balitaPendek: 6, balitaSangatPendek: 5 }, ['sum-too-large balitaPendek']],
    [{ balitaDiukur: 10, balitaPendek: 6, balitaSangatPendek: 4 }, []],
    [{ ibuHamil: { absent: 'not-yet' } }, []],
    [{ ibuHamil: { absent: 'not-applicable' } }, ['absence-not-allowed ibuHamil']],
    [{ tanggalData: '2026-02-14' }, ['too-late tanggalData']],
  ])('%j', (cells, expected) => {
    expect(f4(cells)).toEqual(expected)
  })

  test('counts are summed over the kelurahan', () => {
    const [answers] = fc.sample(soundAnswers(form('data-sasaran'), contextOf('kec-oebobo')), 1) as [Answers]
    const expected = (answers.rows.sasaran ?? []).reduce((sum, { cells }) => sum + Number(cells.balita), 0)
    expect(totalsOf(form('data-sasaran'), answers)['sasaran.balita']).toBe(expected)
  })
})

describe('F5 data pendukung', () => {
  const f5 = (cells: Cells, drop: string[] = []) => problems('data-pendukung', 'dukcapil', 'pendukung', cells, {}, drop)
  test('what was not achieved, or has no data yet, owes a note', () => {
    expect(f5({ status: 'ya' }, ['keterangan'])).toEqual([])
    expect(f5({ status: 'sebagian' }, ['keterangan'])).toEqual(['required keterangan'])
    expect(f5({ status: { absent: 'not-yet' } }, ['keterangan'])).toEqual(['required keterangan'])
  })

  test('an agency answers its own indicators only', () => {
    const names = (agencyId: string) =>
      (blankAnswers(form('data-pendukung'), contextOf(agencyId)).rows.pendukung ?? []).map(
        ({ cells }) => cells.indikator,
      )
    expect(names('dukcapil')).toEqual(['dukcapil-akta-kelahiran', 'dukcapil-kia', 'dukcapil-data-penyebut'])
    for (const agencyId of ['dinsos', 'dukcapil', 'dikbud', 'dp3a', 'dlhk'])
      expect(names(agencyId).length).toBeGreaterThan(1)
  })
})
