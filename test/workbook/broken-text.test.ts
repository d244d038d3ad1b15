/** A cell with U+0000 or half a character is refused before anything is confirmed, in a form and in a list alike. */
import { expect, it } from 'vitest'
import type { Field } from '../../functions/schema/form.ts'
import { cellCodec } from '../../functions/workbook/cells/cell-codec.ts'

const field: Field = {
  id: 'catatan',
  type: 'text',
  label: { id: 'Catatan', en: 'Note' },
  required: false,
  maxLength: 50,
}
const codec = cellCodec(field, { today: '2026-02-11', fiscalYear: 2026, references: {}, agencyId: 'dinsos' }, 'id')

it.each(['a\0b', '\ud83d', 'x\udc00y'])('%j', (text) => {
  const read = codec.read(text)
  expect([read.value, read.flaw?.code]).toEqual([undefined, 'broken-text'])
})

it('whole characters outside the usual plane stay as they are', () => {
  expect(codec.read('Posyandu 🌸').value).toBe('Posyandu 🌸')
})
