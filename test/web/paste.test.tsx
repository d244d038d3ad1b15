/** What comes from a spreadsheet lands where it belongs; what cannot be understood keeps its text and is marked; nothing is lost. */
import { cleanup } from '@testing-library/preact'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aksi3aPenandaanAnggaranV1 as tagging } from '../../functions/forms/aksi3a-penandaan-anggaran.v1.ts'
import { monevCakupanLayananV1 as monev } from '../../functions/forms/monev-cakupan-layanan.v1.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { readTyped } from '../../functions/schema/answers/read-typed.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { Field } from '../../functions/schema/form.ts'
import { copyText } from '../../web/form/table/grid-commands.ts'
import { createGridState } from '../../web/form/table/grid-state.ts'
import { pasteText } from '../../web/form/table/paste-text.ts'
import { contextOf } from '../schema/sound-answers.ts'
import { openForm, playServer } from './fixtures/opened-form.tsx'
import { openGrid } from './fixtures/opened-grid.tsx'
import { until } from './fixtures/until.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const two: Answers = {
  fields: {},
  rows: {
    baris: [
      { rowKey: 'r1', cells: { pagu: 1 } },
      { rowKey: 'r2', cells: {} },
    ],
  },
}

describe('into a table that grows', () => {
  it('a block fills to the right and downwards, reads amounts and absences, and adds rows, as one step', async () => {
    const { cell, click, paste, press, rows } = await openGrid(two)
    await click(cell('r2', 'pagu'))
    await paste('Rp 2.500\t-\n(3.000)\t7\nRp 1.234.567,50\tx\n')
    expect(rows().map(({ cells }) => [cells.pagu, cells.jumlah])).toEqual([
      [1, undefined],
      [2_500, { absent: 'not-yet' }],
      [-3_000, 7],
      [1_234_568, 'x'],
    ])
    await press('z', { ctrlKey: true })
    expect(rows()).toEqual(two.rows.baris)
  })

  it('one value fills the whole selection', async () => {
    const { cell, click, paste, rows } = await openGrid(two)
    await click(cell('r1', 'pagu'))
    await click(cell('r2', 'jumlah'), { shiftKey: true })
    await paste('5')
    expect(rows().map(({ cells }) => [cells.pagu, cells.jumlah])).toEqual([
      [5, 5],
      [5, 5],
    ])
  })

  it('column names in the first line say where the columns go; strange ones are named and left out', async () => {
    const { state, rows } = await openGrid(two)
    const report = pasteText(state, 'No\tJumlah\tAsing\tPagu *\n1\t4\tzzz\t9\n', { append: true })
    expect(rows()[2]?.cells).toEqual({ jumlah: 4, pagu: 9 })
    expect(report).toMatchObject({ cells: 2, newRows: 1, strangers: ['Asing'] })
  })

  it('lines beyond the last row that the form allows are given back', async () => {
    const { state, rows } = await openGrid(two)
    const report = pasteText(state, Array.from({ length: 12 }, (_, at) => `A${at}\tnama`).join('\n'), { append: true })
    expect(rows()).toHaveLength(10)
    expect(report.left).toBe('A8\tnama\r\nA9\tnama\r\nA10\tnama\r\nA11\tnama\r\n')
  })

  it('any text pasted into any column is an answer or stays as it is, and is then marked', async () => {
    const { state, rows, model } = await openGrid(two)
    const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((each) => each.replace(/[\t\r\n"]/g, ''))
    fc.assert(
      fc.property(text, (pasted) => {
        state.select({ top: 0, bottom: 0, left: 2, right: 3 })
        pasteText(state, pasted)
        for (const value of [rows()[0]?.cells.pagu, rows()[0]?.cells.jumlah]) {
          if (typeof value === 'string') expect(value).toBe(pasted)
        }
        const marked = ['pagu', 'jumlah'].filter((id) => typeof rows()[0]?.cells[id] === 'string')
        expect(model.errors.value.filter(({ pointer }) => pointer.startsWith('/rows/baris/r1'))).toHaveLength(
          marked.length,
        )
      }),
    )
  })
})

describe("the real bad codes of the city's papers", () => {
  it('an old code, which is only warned of, keeps its text', async () => {
    const { state, rows } = await openGrid({ fields: {}, rows: { penandaan: [] } }, tagging)
    pasteText(state, '1.02.02.2.02.15\tNama kegiatan\n', { append: true })
    expect(rows()[0]?.cells.kodeSubKegiatan).toBe('1.02.02.2.02.15')
  })

  it.each(['1.02.02.02.02.0015', '7.01.06.2.01.00003', '2.09.03.1.01.0015'])(
    '%s keeps its text and is marked',
    async (code) => {
      const start = { fields: {}, rows: { penandaan: [{ rowKey: 'r1', cells: {} }] } }
      const { cell, click, paste, rows, model } = await openGrid(start, tagging)
      await click(cell('r1', 'kodeSubKegiatan'))
      await paste(`${code}\tNama kegiatan\n`)
      expect(rows()[0]?.cells.kodeSubKegiatan).toBe(code)
      await until(() => expect(model.errorsAt.value.has('/rows/penandaan/r1/kodeSubKegiatan')).toBe(true))
      await until(() => expect(cell('r1', 'kodeSubKegiatan').getAttribute('aria-invalid')).toBe('true'))
      expect(cell('r1', 'kodeSubKegiatan').textContent).toBe(code)
    },
  )
})

describe('into rows that the form demands', () => {
  async function openMonev(tableId = 'cakupan') {
    const context = contextOf('kec-alak')
    const start = blankAnswers(monev, context)
    vi.stubGlobal('fetch', playServer(start).fetch)
    const { model, session } = await openForm(undefined, monev, context)
    const table = monev.tables.find(({ id }) => id === tableId)
    if (table === undefined) throw new Error('F3 lost its table')
    const state = createGridState(model, table)
    const cells = (rowKey: string) => session.answers.value.rows[tableId]?.find((row) => row.rowKey === rowKey)?.cells
    return { state, cells }
  }

  it('rows are found by their keys, however these are spelled, ordered or merged', async () => {
    const { state, cells } = await openMonev()
    const report = pasteText(
      state,
      'batu plat\tind-02\t5\t10\n\tind-01\t3\t4\nNUNBAUN SABU\tind-29\t1\t2\nKelurahan Asing\tind-01\t8\t9\n',
    )
    expect(cells('53-71-01-1009-ind-02')).toMatchObject({ pembilang: 5, penyebut: 10 })
    expect(cells('53-71-01-1009-ind-01')).toMatchObject({ pembilang: 3, penyebut: 4 })
    expect(cells('53-71-01-1002-ind-29')).toMatchObject({ pembilang: 1, penyebut: 2 })
    expect(report.left).toBe('Kelurahan Asing\tind-01\t8\t9\r\n')
    expect(report.newRows).toBe(0)
  })

  it('a column of health centres lies where it is put, though some are called like a kelurahan', async () => {
    const { state, cells } = await openMonev('wilayah')
    state.select({ top: 0, bottom: 0, left: 0, right: 0 })
    const report = pasteText(state, 'Alak\nmanutapen\nALAK\n')
    expect(report.left).toBe('')
    expect(['1001', '1002', '1003'].map((code) => cells(`53-71-01-${code}`)?.puskesmas)).toEqual([
      'alak',
      'manutapen',
      'alak',
    ])
  })

  it('with column names in any order', async () => {
    const { state, cells } = await openMonev()
    pasteText(state, 'Penyebut\tIndikator\tPembilang\tKelurahan\n10\tind-05\t5\tBatuplat\n')
    expect(cells('53-71-01-1009-ind-05')).toMatchObject({ pembilang: 5, penyebut: 10 })
  })
})

it('any value copied is read back as the same value', () => {
  const context = contextOf('dinsos')
  const [table] = tagging.tables
  const values = (field: Field) => {
    if (field.type === 'rupiah' || field.type === 'integer') return fc.integer({ min: -1_000, max: 9_000_000_000 })
    if (field.type === 'decimal') return fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 100)
    if (field.type === 'date') return fc.constant('2026-02-13')
    if (field.type === 'choice' && 'reference' in field.choices) return fc.constantFrom('DAU', 'DAK_NONFISIK', 'asing')
    if (field.type === 'choices' && 'reference' in field.choices) {
      const entries = context.references[field.choices.reference] ?? []
      return fc.subarray(
        entries.map(({ value }) => value),
        { minLength: 1 },
      )
    }
    return undefined
  }
  for (const field of table?.fields ?? []) {
    const some = values(field as Field)
    if (some === undefined) continue
    fc.assert(
      fc.property(some, fc.constantFrom('id', 'en'), (value, language) => {
        const text = copyText(field as Field, value, language, context)
        expect(readTyped(field as Field, text, language, context).value).toEqual(value)
      }),
      { numRuns: 30 },
    )
  }
})
