/** Blocks of cells survive the clipboard, whatever stands in them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatBlock, parseBlock } from '../../web/form/model/text-block.ts'

const nasty = fc.constantFrom('"', '""', '\t', '\n', 'a', ',', ';', ' ', '=1+1', '5" pipa', '\u00a0', 'é')
const cell = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(nasty, { maxLength: 6 }).map((parts) => parts.join('')),
)
const block = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })

it('any cells out and in are identical, save that line ends become one kind', () => {
  fc.assert(
    fc.property(block, (cells) => {
      const expected = cells.map((line) => line.map((text) => text.replace(/\r\n?/g, '\n')))
      expect(parseBlock(formatBlock(cells))).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

it.each([
  [
    '1\t2\r\n3\t4\r\n',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['"dua\nbaris, ""kutip"""\t5', [['dua\nbaris, "kutip"', '5']]],
  ['pipa 5"\t6" x 2"', [['pipa 5"', '6" x 2"']]],
  ['"tidak ditutup\t2', [['"tidak ditutup', '2']]],
  ['"satu" dua\t3', [['"satu" dua', '3']]],
  ['a\n\nb', [['a'], [''], ['b']]],
  ['\t\n', [['', '']]],
])('%j is read as spreadsheets mean it', (text, cells) => expect(parseBlock(text)).toEqual(cells))

it('ten thousand lines are read at once', () => {
  const text = Array.from({ length: 10_000 }, (_, row) => `${row}\t"a ""b"""\tRp 1.000`).join('\n')
  // Of the processor: the machine may have other work as well.
  const from = process.cpuUsage()
  expect(parseBlock(text)).toHaveLength(10_000)
  expect(process.cpuUsage(from).user / 1_000).toBeLessThan(500)
})
