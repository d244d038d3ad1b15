/** The tables of docs/values.md are true: each row of the page is read by the grammar, and each says what the page says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readTyped } from '../../functions/schema/answers/read-typed.ts'
import { context, valueFields } from '../fixtures/value-fields.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/values.md'), 'utf8')
const sections = page
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ title: section.split('\n', 1)[0] ?? '', rows: rowsOf(section) }))

function rowsOf(section: string): string[][] {
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const plain = (cell: string) => cell.replace(/^`|`$/g, '').replaceAll('⏎', '\n').replaceAll('⍽', '\u00a0')

describe.each(sections.filter(({ title }) => title !== 'Cells of a spreadsheet'))('$title', ({ title, rows }) => {
  const language = title.endsWith('in English') ? 'en' : 'id'
  const field = valueFields[title.replace(' in English', '')]
  it('has rows and a field', () => {
    expect(rows.length).toBeGreaterThan(0)
    expect(field).toBeDefined()
  })
  it.each(rows)('%s', (written = '', becomes = '', said = '') => {
    if (field === undefined) throw new Error(title)
    const { value, flaw, notices = [] } = readTyped(field, plain(written), language, context)
    const read =
      flaw === undefined ? (value === undefined ? '–' : `\`${JSON.stringify(value)}\``) : `refused ${flaw.code}`
    expect(read).toBe(becomes)
    if (flaw !== undefined) expect(value).toBe(plain(written))
    expect(notices.map(({ code }) => code).join(', ')).toBe(said)
  })
})
