/** A block from a spreadsheet lands in the cells it was laid over. */
import { expect, it } from 'vitest'
import type { Field } from '../../functions/schema/form.ts'
import { isBlock, spreadBlock } from '../../web/form/model/paste-block.ts'
import { definition } from './fixtures/opened-form.tsx'

const fields = definition.tables[0]?.fields as Field[]
const rows = ['r1', 'r2'].map((rowKey) => ({ rowKey, cells: {} }))
const spread = (text: string, field = 'uraian', rowKey = 'r1') =>
  spreadBlock(text, fields, rows, { field, rowKey }).map((cell) => [
    cell.rowKey ?? `+${cell.offset}`,
    cell.field.id,
    cell.text,
  ])

it('fills to the right and downwards, and asks for rows beyond the last', () => {
  expect(spread('a\t1\nb\t2\r\nc\t3\n')).toEqual([
    ['r1', 'uraian', 'a'],
    ['r1', 'pagu', '1'],
    ['r2', 'uraian', 'b'],
    ['r2', 'pagu', '2'],
    ['+0', 'uraian', 'c'],
    ['+0', 'pagu', '3'],
  ])
})

it('leaves out what would stand right of the last column', () => {
  expect(spread('1\t2\t3', 'pagu')).toEqual([
    ['r1', 'pagu', '1'],
    ['r1', 'jumlah', '2'],
  ])
})

it('keeps line breaks and quotes inside a quoted cell', () => {
  expect(spread('"dua\nbaris, ""kutip"""\t5')).toEqual([
    ['r1', 'uraian', 'dua\nbaris, "kutip"'],
    ['r1', 'pagu', '5'],
  ])
})

it('a single value, also with a final line break, is an ordinary paste', () => {
  expect(isBlock('125000')).toBe(false)
  expect(isBlock('125000\r\n')).toBe(false)
  expect(isBlock('1\t2')).toBe(true)
  expect(isBlock('1\n2')).toBe(true)
})
