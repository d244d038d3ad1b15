/** A code's cell has a combo box over code and name, money first; what is typed stays the answer, and a phone has the same beneath its field. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { settleRow } from '../../functions/schema/answers/settle-cells.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { AgencyBudget } from '../../functions/schema/sipd/agency-budget.ts'
import { references } from '../../local/seed/kota-kupang/references.ts'
import { FieldBlock } from '../../web/form/fields/field-block.tsx'
import { withBudget } from '../../web/form/sipd/own-budgets.ts'
import { openForm, playServer } from './fixtures/opened-form.tsx'
import { openGrid, settle } from './fixtures/opened-grid.tsx'

const lists = Object.fromEntries(references.map(({ id, entries }) => [id, entries]))
const codeOf = (at: number) => `1.02.02.2.02.${String(at + 100).padStart(4, '0')}`
/** As large as a real nomenclature. */
const many = Array.from({ length: 2_000 }, (_, at) => {
  const name = `Kegiatan nomor ${at} Gizi`
  return { value: codeOf(at), label: { id: name, en: name }, facts: { namaSubKegiatan: name, verified: 'yes' } }
})
const row = (code: string, name: string, of: { source?: string | null; ceiling: number }) => ({
  code,
  name,
  source: of.source === undefined ? 'DAU' : of.source,
  funds: [],
  units: [],
  ceiling: of.ceiling,
})
const budget: AgencyBudget = {
  stage: 'murni',
  number: 1,
  loadedOn: '2026-02-10',
  rows: [
    row('1.06.05.2.02.0006', 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga', { ceiling: 1_250_000_000 }),
    row('1.06.04.2.01.0001', 'Penyediaan Gizi bagi Lanjut Usia', { ceiling: 10 }),
    row('1.06.04.2.01.0001', 'Penyediaan Gizi bagi Lanjut Usia', { source: 'PAD', ceiling: 5 }),
  ],
  bare: [{ code: '1.06.04.2.01.0002', name: 'Gizi tanpa uang' }],
}
const known = { budgets: [budget], spent: null, agency: 'dinsos', year: 2026 }
const context = (ceiling = 'paguSubKegiatan') => ({
  today: '2026-02-10',
  agencyId: 'dinsos',
  fiscalYear: 2026,
  references: withBudget({ ...lists, 'sub-kegiatan': many }, known, ceiling),
})
const formOf = (wanted: string) => {
  const found = formDefinitions().filter(({ id }) => id === wanted)
  const form = found[found.length - 1] as FormDefinition
  const tables = form.tables.filter(({ fields }) => fields.some(({ id }) => id === 'kodeSubKegiatan'))
  return { ...form, tables: tables.map(({ visibleWhen: _, ...table }) => table) } as FormDefinition
}
const started = (form: FormDefinition, rowKeys: readonly string[]) => {
  const start = blankAnswers(form, context())
  for (const { id } of form.tables) start.rows[id] = rowKeys.map((rowKey) => ({ rowKey, cells: {} }))
  return start
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe.each([
  ['aksi3a-penandaan-anggaran', 'paguSubKegiatan'],
  ['reviu-aksi-2025', 'pagu2025'],
])('the code’s cell of %s', (formId, ceiling) => {
  const open = async (rowKeys = ['r1']) => {
    const form = formOf(formId)
    const opened = await openGrid(started(form, rowKeys), form, context(ceiling))
    const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent ?? '')
    const typed = async (text: string, rowKey = 'r1') => {
      await opened.typeInto(rowKey, 'kodeSubKegiatan', text, false)
      await settle()
    }
    return { ...opened, options, typed, cells: () => opened.rows()[0]?.cells ?? {} }
  }

  it('offers what has money first, then the rest, by words of the name in any order', async () => {
    const { options, typed } = await open()
    await typed('gizi')
    expect(options()[0]).toContain('Penyediaan Gizi bagi Lanjut Usia 1.06.04.2.01.0001 · Rp15')
    expect(options()[1]).toContain('Gizi tanpa uang 1.06.04.2.01.0002 · tanpa pagu di SIPD')
    expect(options().length).toBe(100)
    await settle()
    await typed('usia gizi')
    expect(options()).toHaveLength(1)
  })

  it('an option that is picked brings code, name, source and ceiling; of two sources nobody guesses', async () => {
    const { typed, press, cells, state } = await open()
    await typed('bantuan sosial')
    await press('ArrowDown')
    await press('Enter')
    expect(cells()).toMatchObject({
      kodeSubKegiatan: '1.06.05.2.02.0006',
      namaSubKegiatan: 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga',
      sumberDana: 'DAU',
      [ceiling]: 1_250_000_000,
    })
    expect(state.editing.peek()).toBeUndefined()
    await typed('lanjut usia')
    fireEvent.click(screen.getAllByRole('option')[0] as Element)
    await settle()
    expect(cells().kodeSubKegiatan).toBe('1.06.04.2.01.0001')
    expect(cells()).not.toHaveProperty('sumberDana')
    expect(cells()).not.toHaveProperty(ceiling)
    expect(state.editing.peek()).toBeUndefined()
  })

  it('the only one that fits a name is taken by Enter; a code that is typed whole stays as typed, also where it is in no list', async () => {
    const { typed, press, cells } = await open()
    await typed('kesejahteraan keluarga')
    await press('Enter')
    expect(cells().kodeSubKegiatan).toBe('1.06.05.2.02.0006')
    await typed('9.99.99.2.99.9999')
    await press('Enter')
    expect(cells().kodeSubKegiatan).toBe('9.99.99.2.99.9999')
    await typed('1.06.04.2.01.000')
    await press('Enter')
    // Two begin so: what was typed stays in sight, and the form says that it is no code.
    expect(cells().kodeSubKegiatan).toBe('1.06.04.2.01.000')
    await typed('tidak ada begini')
    await press('Escape')
    expect(cells().kodeSubKegiatan).toBe('1.06.04.2.01.000')
  })

  it('is as quick in the thousandth row', async () => {
    const { typed, press, rows } = await open(Array.from({ length: 1_000 }, (_, at) => `r${at + 1}`))
    await typed('bantuan sosial', 'r1000')
    await press('ArrowDown')
    await press('Tab')
    expect(rows()[999]?.cells.kodeSubKegiatan).toBe('1.06.05.2.02.0006')
  }, 30_000)
})

it('a name that was only passed on the way to a longer one leaves nothing behind', async () => {
  const form = formOf('aksi3a-penandaan-anggaran')
  const { typeInto, type, rows } = await openGrid(started(form, ['r1']), form, context())
  await typeInto('r1', 'kodeSubKegiatan', '1.06.05.2.02.0006', false)
  expect(rows()[0]?.cells.paguSubKegiatan).toBe(1_250_000_000)
  await type('1.06.05.2.02.00')
  expect(rows()[0]?.cells).toEqual({ kodeSubKegiatan: '1.06.05.2.02.00' })
})

it('a unit of measure stays what was typed, though the list has others', async () => {
  const form = formOf('aksi3a-penandaan-anggaran')
  const { typeInto, press, rows } = await openGrid(started(form, ['r1']), form, context())
  await typeInto('r1', 'satuan', 'Keluar', false)
  await settle()
  await press('Enter')
  expect(rows()[0]?.cells.satuan).toBe('Keluar')
})

it('on a phone the list stands beneath the field: typed, picked, and closed when the field is left', async () => {
  const form = formOf('aksi3a-penandaan-anggaran')
  const table = form.tables[0] as FormDefinition['tables'][number]
  const start = started(form, ['r1'])
  vi.stubGlobal('fetch', playServer(start).fetch)
  const { model, show, session } = await openForm(undefined, form, context())
  const field = table.fields.filter(({ id }) => id === 'kodeSubKegiatan')[0] as (typeof table.fields)[number]
  const place = { table: table.id, rowKey: 'r1', field: field.id }
  function Block() {
    const cells = model.answers.value.rows[table.id]?.[0]?.cells ?? {}
    const settled = settleRow(table, { rowKey: 'r1', cells }, model.header.value)
    return <FieldBlock field={field} place={place} cells={cells} settled={settled} />
  }
  show(<Block />)
  await settle()
  const input = screen.getByLabelText(/Kode sub kegiatan/) as HTMLInputElement
  expect(screen.queryByRole('listbox')).toBeNull()
  input.focus()
  await screen.findByRole('listbox')
  expect(screen.getAllByRole('option')[0]?.textContent).toContain('Fasilitasi Bantuan Sosial')
  fireEvent.input(input, { target: { value: 'lanjut usia' } })
  await settle()
  fireEvent.click(screen.getAllByRole('option')[0] as Element)
  await settle()
  const cells = () => session.answers.value.rows[table.id]?.[0]?.cells
  expect(cells()?.kodeSubKegiatan).toBe('1.06.04.2.01.0001')
  expect(input.value).toBe('1.06.04.2.01.0001')
  expect(screen.queryByRole('listbox')).toBeNull()
  fireEvent.input(input, { target: { value: 'bantuan sosial' } })
  await screen.findByRole('listbox')
  fireEvent.keyDown(input, { key: 'ArrowDown' })
  fireEvent.keyDown(input, { key: 'Enter' })
  await settle()
  expect(cells()?.kodeSubKegiatan).toBe('1.06.05.2.02.0006')
  input.blur()
  await settle()
  expect(screen.queryByRole('listbox')).toBeNull()
})
