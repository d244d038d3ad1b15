/** What a cell shows counts: the table of docs/values.md, cell by cell, from an xlsx, an ods and the csv of the same sheet. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readTyped } from '../../functions/schema/answers/read-typed.ts'
import { kindOf } from '../../functions/schema/fields/kinds.ts'
import { cellCodec } from '../../functions/workbook/cells/cell-codec.ts'
import { readBook } from '../../functions/workbook/read/read-book.ts'
import { context, valueFields } from '../fixtures/value-fields.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/values.md'), 'utf8')
const rows = (page.split('## Cells of a spreadsheet')[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`|`$/g, '')),
  )
/** In a CSV the notices differ: what a format hides is not in the file at all. */
const ofCsv = new Set(['shown', 'cut-by-excel', 'rounded', 'leading-zero', ''])

function readCell(type: string, cell: Parameters<ReturnType<typeof cellCodec>['read']>[0], language: 'id' | 'en') {
  const field = valueFields[type]
  if (field === undefined) throw new Error(type)
  const { value, notices = [] } = cellCodec(field, context, language).read(cell)
  // A text in a number's place is kept, for the form's own judge to refuse.
  const kept = typeof value === 'string' && kindOf(field).stored === 'number'
  const refused = kept ? readTyped(field, value, language, context).flaw?.code : undefined
  return {
    becomes: refused === undefined ? JSON.stringify(value) : `refused ${refused}`,
    said: notices.map(({ code }) => code),
  }
}

describe('a cell', () => {
  it('has rows in the document', () => expect(rows.length).toBeGreaterThan(10))

  it.each(rows)(
    '%s %s %s shown %s',
    async (type = '', holds = '', format = '', shows = '', becomes = '', said = '') => {
      const file = await writeXlsx({
        sheets: [
          { name: 'A', rows: [['Isian'], [Number(holds)]], cells: new Map([['1,0', { style: { numFmt: format } }]]) },
        ],
      })
      const book = await readBook(new Uint8Array(file))
      const cell = book.sheets[0]?.rows[1]?.[0]
      expect(readCell(type, cell, 'id')).toEqual({ becomes, said: said === '' ? [] : [said] })
      const csv = await readBook(new TextEncoder().encode(`Isian,B\n"${shows}",x\n`))
      const asText = readCell(type, csv.sheets[0]?.rows[1]?.[0], 'en')
      expect(asText.becomes).toBe(becomes)
      for (const code of asText.said) expect([...ofCsv, 'percent', 'scientific']).toContain(code)
    },
  )
})
