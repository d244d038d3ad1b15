/** The table of what is promised about safety names tests that are there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const rows = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-D]\d? \|/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

it('every point has a test, and every test that is named stands in its file', () => {
  const points = [...new Set(rows.map(([, point]) => point))]
  expect(points).toEqual(['A1', 'A2', 'A3', 'A4', 'B1', 'B2', 'B3', 'B4', 'C1', 'C2', 'C3', 'D'])
  const missing = rows.filter(([, , , file = '', name = '']) => {
    const text = readFileSync(join(root, file.replaceAll('`', '')), 'utf8')
    return !text.split('\n').some((line) => line.includes(name) && /\b(it|test)(\.each.*)?\(|^\s*'|\)\('|%s/.test(line))
  })
  expect(missing.map(([, point, , file, name]) => `${point} ${file}: ${name}`)).toEqual([])
})
