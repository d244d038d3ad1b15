/** The line of sums and the rows beneath a header: as if all had been worked out anew, whatever was typed, added, taken away or taken back. */
import { cleanup } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { totalsOf } from '../../functions/schema/answers/totals.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { definition } from './fixtures/opened-form.tsx'
import { openGrid, settle } from './fixtures/opened-grid.tsx'

const start = (count: number): Answers => ({
  fields: {},
  rows: { baris: Array.from({ length: count }, (_, index) => ({ rowKey: `r${index + 1}`, cells: { pagu: index } })) },
})
/** Amounts are asked while the header says so, and while its one amount is above its other. */
const asking: FormDefinition = {
  ...definition,
  fields: (['perlu', 'satu', 'dua'] as const).map((id) => ({
    id,
    type: id === 'perlu' ? 'text' : 'integer',
    label: { id, en: id },
    required: false,
  })) as unknown as FormDefinition['fields'],
  tables: definition.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) =>
      field.id !== 'pagu'
        ? field
        : {
            ...field,
            visibleWhen: {
              all: [{ field: 'perlu', is: ['ya'] }, { not: { field: 'satu', below: { field: 'dua' } } }],
            },
          },
    ),
  })),
}
const shownSum = () => Number(document.querySelector('tfoot td.c-rupiah')?.textContent?.replace(/\D/g, ''))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('the sum is that of all rows after each change, and after it is taken back', async () => {
  const { model } = await openGrid(start(6))
  const steps: (() => unknown)[] = [
    () => model.set({ table: 'baris', rowKey: 'r3', field: 'pagu' }, 700),
    () => model.set({ table: 'baris', rowKey: 'r3', field: 'kode' }, 'B'),
    () =>
      model.setMany(['r1', 'r6'].map((rowKey) => ({ place: { table: 'baris', rowKey, field: 'pagu' }, value: 50 }))),
    () => model.edit({ do: 'remove-rows', table: 'baris', rowKeys: ['r3', 'r4'] }),
    () => model.edit({ do: 'insert-rows', table: 'baris', index: 1, rows: [{ rowKey: 'n', cells: { pagu: 9_000 } }] }),
    () => model.set({ table: 'baris', rowKey: 'n', field: 'pagu' }, undefined),
    () => model.undo(),
    () => model.undo(),
    () => model.undo(),
    () => model.redo(),
  ]
  const sums: number[] = []
  for (const step of steps) {
    step()
    await settle()
    sums.push(shownSum())
    expect(sums.at(-1)).toBe(totalsOf(model.definition, model.answers.peek(), model.context.peek())['baris.pagu'])
  }
  expect(new Set(sums).size).toBeGreaterThan(3)
})

it('rows follow each answer of the header that they depend on', async () => {
  const { model, cell, state } = await openGrid(start(3), asking)
  const before = state.header.value
  expect([cell('r3', 'pagu').textContent, shownSum()]).toEqual(['–', 0])
  model.set({ field: 'satu' }, 5)
  model.set({ field: 'perlu' }, 'ya')
  await settle()
  expect(state.header.value).not.toBe(before)
  expect([cell('r3', 'pagu').textContent, shownSum()]).toEqual(['Rp2', 3])
  model.set({ field: 'dua' }, 6)
  await settle()
  expect([cell('r3', 'pagu').textContent, shownSum()]).toEqual(['–', 0])
})

it('a letter in a part of the header that no row looks at leaves the header of the rows as it is', async () => {
  const { model, state } = await openGrid(start(3), {
    ...asking,
    tables: definition.tables,
  })
  const before = state.header.value
  model.set({ field: 'perlu' }, 'ya')
  await settle()
  expect(model.header.value.perlu).toBe('ya')
  expect(state.header.value).toBe(before)
})

it('a text that may be wider than its column is cut off; one that surely fits is not', async () => {
  const texts = ['123', 'W'.repeat(30), 'kode é']
  const { cell } = await openGrid({
    fields: {},
    rows: { baris: texts.map((kode, at) => ({ rowKey: `r${at}`, cells: { kode } })) },
  })
  expect(texts.map((_, at) => cell(`r${at}`, 'kode').classList.contains('fits'))).toEqual([true, false, false])
})
