/** Whatever was done can be taken back and done again, and a colleague's work in between is not lost by it. */
import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import type { Edit } from '../../web/form/model/edit-answers.ts'
import { openForm, playServer } from './fixtures/opened-form.tsx'

const start: Answers = {
  fields: { nama: 'Yohana' },
  rows: {
    baris: [
      { rowKey: 'r1', cells: { pagu: 1_000 } },
      { rowKey: 'r2', cells: {} },
    ],
  },
}
beforeEach(() => {
  vi.stubGlobal('fetch', playServer(start).fetch)
  return () => vi.unstubAllGlobals()
})

const rowKey = fc.constantFrom('r1', 'r2', 'r3', 'r4', 'gone')
const change = fc
  .tuple(rowKey, fc.constantFrom('kode', 'uraian', 'pagu'), fc.constantFrom('A1', 'B2', 'lain', '', 5, undefined))
  .map(([row, field, value]) => ({ place: { table: 'baris', rowKey: row, field }, value }))
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.array(change, { maxLength: 4 }).map((changes): Edit => ({ do: 'set', changes })),
  fc
    .tuple(fc.constantFrom('r3', 'r4'), fc.nat(3))
    .map(([key, index]): Edit => ({ do: 'insert-rows', table: 'baris', rows: [{ rowKey: key, cells: {} }], index })),
  rowKey.map((key): Edit => ({ do: 'remove-rows', table: 'baris', rowKeys: [key] })),
)

it('any sequence of edits, undone, gives the start, and done again gives the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 12 }), async (edits) => {
      const { model } = await openForm()
      for (const each of edits) model.edit(each)
      const end = model.answers.value
      while (model.undo() !== undefined);
      expect(model.answers.value).toEqual(start)
      while (model.redo() !== undefined);
      expect(model.answers.value).toEqual(end)
    }),
    { numRuns: 60 },
  )
})

it('the letters typed into one cell are one step, another cell begins another', async () => {
  const { model } = await openForm()
  const pagu = { table: 'baris', rowKey: 'r1', field: 'pagu' }
  for (const value of [1, 12, 123]) model.set(pagu, value)
  model.set({ field: 'nama' }, 'Yo')
  expect(model.undo()).toBe('/fields/nama')
  expect(model.undo()).toBe('/rows/baris/r1/pagu')
  expect(model.answers.value).toEqual(start)
  expect(model.history.canUndo.value).toBe(false)
})

it("taking a step back keeps what a colleague has changed since, and a colleague's newer value of the same cell", async () => {
  const { model, session } = await openForm()
  model.setMany([
    { place: { table: 'baris', rowKey: 'r1', field: 'pagu' }, value: 2_000 },
    { place: { table: 'baris', rowKey: 'r2', field: 'pagu' }, value: 3_000 },
  ])
  const merged: Answers = {
    fields: { nama: 'Rekan' },
    rows: {
      baris: [
        { rowKey: 'r1', cells: { pagu: 9_999 } },
        { rowKey: 'r2', cells: { pagu: 3_000 } },
      ],
    },
  }
  session.change(merged)
  model.undo()
  expect(model.answers.value.fields.nama).toBe('Rekan')
  expect(model.answers.value.rows.baris?.map(({ cells }) => cells.pagu)).toEqual([9_999, undefined])
})
