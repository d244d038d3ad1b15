/** Fields say what they are, what is wrong with them and what was said about them; numbers are read and shown as people write. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FieldBlock } from '../../web/form/fields/field-block.tsx'
import { HeaderFields } from '../../web/form/header-fields.tsx'
import { createGridState } from '../../web/form/table/grid-state.ts'
import { RowEdit } from '../../web/form/table/row-edit.tsx'
import { chooseLanguage } from '../../web/wording/language.ts'
import { definition, openForm, playServer } from './fixtures/opened-form.tsx'
import { until } from './fixtures/until.ts'

const start = { fields: {}, rows: { baris: [{ rowKey: 'r1', cells: {} }] } }
const table = definition.tables[0]

async function openRow() {
  if (table === undefined) throw new Error('the fixture lost its table')
  const opened = await openForm()
  const state = createGridState(opened.model, table)
  const Row = () => {
    const [row] = state.rows.value
    return row === undefined ? null : <RowEdit state={state} row={row} />
  }
  opened.show(<Row />)
  const cells = () => opened.session.answers.value.rows.baris?.[0]?.cells ?? {}
  return { ...opened, cells }
}

beforeEach(() => vi.stubGlobal('fetch', playServer(start).fetch))
afterEach(() => {
  cleanup()
  chooseLanguage('id')
  vi.unstubAllGlobals()
})

it('a field is found by its label and described by its hint, and after a check by its error', async () => {
  const { show, model } = await openForm()
  show(<HeaderFields />)
  const input = screen.getByLabelText(/^Nama/)
  const described = () =>
    (input.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent)
  expect(described()).toEqual(['Nama lengkap'])
  expect(input.getAttribute('aria-invalid')).toBeNull()
  await model.check()
  await until(() => expect(input.getAttribute('aria-invalid')).toBe('true'))
  expect(described()[1]).toContain('Nama belum diisi')
})

it('a conditional field appears with its condition and goes with it', async () => {
  const { show } = await openForm()
  show(<HeaderFields />)
  expect(screen.queryByLabelText(/^Sebutkan/)).toBeNull()
  fireEvent.click(screen.getByLabelText('Ya'))
  expect(await screen.findByLabelText(/^Sebutkan/)).toBeTruthy()
  fireEvent.click(screen.getByLabelText('Tidak'))
  await until(() => expect(screen.queryByLabelText(/^Sebutkan/)).toBeNull())
})

it('an amount is kept as typed while typing and shown formatted when it is left', async () => {
  const { cells } = await openRow()
  const pagu = screen.getByLabelText<HTMLInputElement>(/^Pagu/)
  pagu.focus()
  fireEvent.input(pagu, { target: { value: 'rp 1500000' } })
  expect(pagu.value).toBe('rp 1500000')
  expect(cells().pagu).toBe(1_500_000)
  fireEvent.blur(pagu)
  await until(() => expect(pagu.value).toBe('Rp1.500.000'))
})

it('a word in an amount stays in sight with its error and in the draft', async () => {
  const { cells, model } = await openRow()
  const pagu = screen.getByLabelText<HTMLInputElement>(/^Pagu/)
  fireEvent.input(pagu, { target: { value: 'sejuta' } })
  fireEvent.blur(pagu)
  expect(cells().pagu).toBe('sejuta')
  expect(pagu.value).toBe('sejuta')
  await until(() => expect(pagu.getAttribute('aria-invalid')).toBe('true'))
  expect(model.errors.value).toEqual([{ pointer: '/rows/baris/r1/pagu', text: expect.stringContaining('Pagu') }])
  fireEvent.input(pagu, { target: { value: '1' } })
  expect(model.errors.value).toEqual([])
})

it('"belum ada data" takes the place of a number, and a number takes its place', async () => {
  const { cells } = await openRow()
  fireEvent.click(screen.getByLabelText('Belum ada data'))
  expect(cells().jumlah).toEqual({ absent: 'not-yet' })
  const jumlah = screen.getByLabelText<HTMLInputElement>(/^Jumlah/)
  await until(() => expect(jumlah.value).toBe('Belum ada data'))
  fireEvent.input(jumlah, { target: { value: '0' } })
  expect(cells().jumlah).toBe(0)
})

it('a known code brings its facts, another code replaces them, and what was typed by hand stays', async () => {
  const { cells } = await openRow()
  const kode = screen.getByLabelText(/^Kode/)
  fireEvent.input(kode, { target: { value: 'A1' } })
  expect(cells().uraian).toBe('Uraian A')
  fireEvent.input(kode, { target: { value: 'B2' } })
  expect(cells().uraian).toBe('Uraian B')
  fireEvent.input(screen.getByLabelText(/^Uraian/), { target: { value: 'Uraian sendiri' } })
  fireEvent.input(kode, { target: { value: 'A1' } })
  expect(cells().uraian).toBe('Uraian sendiri')
})

it('one click turns every label', async () => {
  const { show } = await openForm()
  show(<HeaderFields />)
  chooseLanguage('en')
  expect(await screen.findByLabelText(/^Nama \(en\)/)).toBeTruthy()
  expect(document.documentElement.lang).toBe('en')
})

it('a text longer than an answer may be is not cut unseen', async () => {
  const { model, show } = await openForm()
  const [field] = definition.fields
  if (field === undefined) throw new Error('no field')
  const Shown = () => (
    <FieldBlock
      field={field}
      place={{ field: 'nama' }}
      cells={model.answers.value.fields}
      settled={{ cells: {}, visible: new Set(), scope: { header: {} } }}
    />
  )
  show(<Shown />)
  const box = screen.getByLabelText(/^Nama/) as HTMLInputElement
  fireEvent.input(box, { target: { value: 'x'.repeat(6_234) } })
  expect(await screen.findByText(/1\.234 huruf terakhir tidak masuk/)).toBeTruthy()
  expect(String(model.answers.value.fields.nama)).toHaveLength(5_000)
  fireEvent.input(box, { target: { value: 'pendek' } })
  await until(() => expect(screen.queryByText(/tidak masuk/)).toBeNull())
})

it('what is rounded or read from words is said beside its field, and undone in one step', async () => {
  const { model, cells } = await openRow()
  const input = screen.getByLabelText(/^Pagu/)
  fireEvent.input(input, { target: { value: '1.234.567,50' } })
  await until(() => expect(cells().pagu).toBe(1_234_568))
  expect((await screen.findByRole('status')).textContent).toContain('"1.234.567,50" menjadi Rp1.234.568')
  fireEvent.input(input, { target: { value: '25 juta' } })
  await until(() => expect(cells().pagu).toBe(25_000_000))
  fireEvent.input(input, { target: { value: '12' } })
  await until(() => expect(screen.queryByRole('status')).toBeNull())
  model.undo()
  expect(cells().pagu).toBeUndefined()
})
