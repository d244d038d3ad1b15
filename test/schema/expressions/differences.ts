// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/**
 * Where the engines differ, and what Lengkap does: each is a row of the table in docs/xlsform.md under the same words. Examples
 * hold what Enketo (E), ODK Web Forms (W) and Lengkap (L) give; `undefined` is an error.
 */
import type { Given, Outcome } from './engines.ts'

export type Answers3 = { readonly e: Outcome; readonly w: Outcome; readonly l: Outcome }
export type Difference = {
  /** The first column of the row in the docs. */
  readonly row: string
  readonly examples: readonly (readonly [expression: string, e: Outcome, w: Outcome, l: Outcome])[]
  /** Is a disagreement about a random expression this one? */
  readonly covers?: (expression: string, outcome: Answers3) => boolean
}

export const given: Given = {
  header: {
    a: { type: 'int', value: '4' },
    z: { type: 'int', value: '0' },
    n: { type: 'int', value: '' },
    d: { type: 'date', value: '2026-02-13' },
    t: { type: 'string', value: '1234-56-78' },
    s: { type: 'string', value: 'a  b' },
    k: { type: 'string', value: '12345' },
  },
  rows: [
    { x: '7', y: 'p' },
    { x: '', y: '' },
  ],
}

export const differences: readonly Difference[] = [
  {
    row: '`round(-1.5)`, `round(-2.5)`',
    examples: [
      ['round(-1.5)', '-2', '-2', '-1'],
      ['round(-2.5)', '-3', '-3', '-2'],
    ],
    covers: (expression) => /round\(/.test(expression),
  },
  {
    row: 'what is not a number, as text',
    examples: [
      ["concat('a', 0 div 0)", 'aNaN', 'a', 'a'],
      ['coalesce(${n} + 1, 0)', '', '0', '0'],
    ],
    covers: (expression, { w, l }) => w === l && /string|concat|coalesce|substr|join|selected/.test(expression),
  },
  {
    row: 'two texts that begin like a day',
    examples: [["'5371-01-02-0007' = '5371-01-02-0008'", 'true', 'false', 'false']],
  },
  {
    row: 'a text such as `1234-56-78`',
    examples: [["concat(${t}, '')", '1234-56-78', undefined, '1234-56-78']],
  },
  {
    row: "`date('2026-02-30')`",
    examples: [
      ["string(date('2026-02-30'))", '2026-03-02', undefined, ''],
      ["string(date('2026-13-01'))", 'Invalid Date', undefined, ''],
    ],
  },
  {
    row: '`format-date(${d} + 7, …)`',
    examples: [["format-date(${d} + 7, '%Y-%m-%d')", '2026-02-20', '', '2026-02-20']],
  },
  { row: '`2 and 3`', examples: [['2 and 3', 'true', '3', 'true']] },
  {
    row: '`-${a}`',
    examples: [
      ['-${a}', undefined, '-4', '-4'],
      ['5 * -${a}', undefined, '-20', '-20'],
    ],
  },
  { row: '`sum(${x} \\| ${a})`', examples: [['sum(${a} | ${z})', undefined, undefined, '4']] },
  {
    row: 'more or fewer arguments than a function has',
    examples: [["coalesce('', '', 'c')", '', undefined, 'c']],
  },
  { row: '`1e3`', examples: [['1e3', '1000', undefined, undefined]] },
  {
    row: "`selected('a  b', '')`",
    examples: [["selected(${s}, '')", 'true', 'false', 'false']],
  },
  { row: "`selected-at('a  b', 1)`", examples: [['selected-at(${s}, 1)', '', 'b', 'b']] },
  {
    row: "`boolean-from-string(2)`, `boolean-from-string('TRUE')`",
    examples: [
      ['boolean-from-string(2)', 'true', 'false', 'false'],
      ["boolean-from-string('TRUE')", 'false', 'false', 'true'],
    ],
  },
  {
    row: '`regex(., …)` on part of a text',
    examples: [["regex(${k}, '[0-9]{4}')", 'true', 'true', 'false']],
  },
]
