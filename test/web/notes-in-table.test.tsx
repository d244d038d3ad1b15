/** A note in a table of a form with rules of its own: no column of the table, but read with the cell after it and in the row by itself. */
import { cleanup, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { ruleEngine } from '../../functions/schema/expressions/live/rule-engine.ts'
import type { Field, FormDefinition } from '../../functions/schema/form.ts'
import { RowEdit } from '../../web/form/table/row-edit.tsx'
import { context } from '../schema/sample-form.ts'
import { definition } from './fixtures/opened-form.tsx'
import { openGrid } from './fixtures/opened-grid.tsx'

const said = (text: string) => ({ id: text, en: text })
const note = (id: string, text: string, least: number): Field => ({
  id,
  label: said(text),
  required: false,
  type: 'computed',
  formula: { expression: { text: '' }, gives: 'text' },
  decimals: 0,
  note: true,
  rules: { relevant: { call: '>', of: [{ field: 'berat' }, { number: least }] } },
})
const form: FormDefinition = {
  ...definition,
  ruled: true,
  fields: [],
  tables: [
    {
      id: 'anak',
      title: said('Anak'),
      minRows: 0,
      maxRows: 10,
      fields: [
        { id: 'nama', label: said('Nama'), required: false, type: 'text', maxLength: 50 },
        note('kurang', 'Timbang ulang.', 2),
        { id: 'berat', label: said('Berat'), required: false, type: 'decimal', decimals: 1 },
        note('akhir', 'Rujuk ke puskesmas.', 5),
      ],
    },
  ],
}
const start = { fields: {}, rows: { anak: [{ rowKey: 'r1', cells: { nama: 'Ani', berat: 3 } }] } }

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('it is read beneath the table with the cell after it, and where the row stands by itself', async () => {
  const { state, cell, click, show } = await openGrid(start, form, { ...context, rules: ruleEngine })
  expect([...document.querySelectorAll('thead th')].map((head) => head.textContent)).not.toContain('Timbang ulang.')
  await click(cell('r1', 'nama'))
  expect(screen.queryByText('Timbang ulang.')).toBeNull()
  await click(cell('r1', 'berat'))
  expect(await screen.findByText('Timbang ulang.')).toBeTruthy()
  expect(screen.queryByText('Rujuk ke puskesmas.')).toBeNull()
  state.model.set({ table: 'anak', rowKey: 'r1', field: 'berat' }, 6)
  expect(await screen.findByText('Rujuk ke puskesmas.')).toBeTruthy()
  cleanup()
  show(<RowEdit state={state} row={state.rows.value[0]!} />)
  expect(await screen.findByText('Timbang ulang.')).toBeTruthy()
})
