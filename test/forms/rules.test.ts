/** F2 to F5 as domain experts would try them: what follows from a status, zero against missing, subsets, own indicators. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { totalsOf } from '../../functions/schema/answers/totals.ts'
import { validateAnswers } from '../../functions/schema/answers/validate-answers.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import { contextOf, soundAnswers } from '../schema/sound-answers.ts'
import { form, problems } from './problems.ts'

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
    expect(totalsOf(form('data-sasaran'), answers, contextOf('kec-oebobo'))['sasaran.balita']).toBe(expected)
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
