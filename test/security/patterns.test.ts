/**
 * A pattern of a form decides what the browser's own matcher would decide, and no pattern that can be published makes one answer
 * cost more than its length. What is counted is how often a character is looked at, not the time.
 */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { createMatcher } from '../../functions/schema/patterns/match-whole.ts'
import { parsePattern } from '../../functions/schema/patterns/parse-pattern.ts'
import { wholeTextMatcher } from '../../functions/schema/patterns/pattern.ts'
import { patternFlaw } from '../../functions/schema/patterns/pattern-flaw.ts'
import { programOf } from '../../functions/schema/patterns/program.ts'
import { runsOf } from '../setup/thorough.ts'

const letters = ['a', 'b', 'B', '1', '_', ' ', '-', '\n', 'é', 'ſ', 'K', '界', '😀', '\u{1f1ee}', '\ud83d'] as const
const atoms = [
  ...['a', 'b', 'B', '1', '_', ' ', '-', 'é', '界', '😀', '.', '\\.', '\\/'],
  ...['\\d', '\\D', '\\w', '\\W', '\\s', '\\S', '\\n', '\\u0061', '\\u{1F600}', '\\ud83d\\ude00', '\\x62', '\\cJ'],
  ...[
    '[ab]',
    '[^ab]',
    '[a-z1]',
    '[^\\W_]',
    '[\\]\\-a]',
    '[]',
    '[^]',
    '[😀-😂]',
    '\\p{L}',
    '\\P{Lu}',
    '[\\p{Script=Han}b]',
  ],
]
const places = ['^', '$', '\\b', '\\B']
const quantifiers = ['*', '+', '?', '{2}', '{0}', '{0,2}', '{1,3}', '{2,}', '*?', '+?', '??', '{1,2}?'] as const

const patternWith = (...opens: string[]) =>
  fc.letrec<{ ways: string; row: string; piece: string; atom: string }>((tie) => ({
    ways: fc.array(tie('row'), { minLength: 1, maxLength: 3 }).map((rows) => rows.join('|')),
    row: fc.array(tie('piece'), { maxLength: 4 }).map((pieces) => pieces.join('')),
    piece: fc.oneof(
      { weight: 4, arbitrary: tie('atom') },
      {
        weight: 3,
        arbitrary: fc.tuple(tie('atom'), fc.constantFrom(...quantifiers)).map(([atom, times]) => atom + times),
      },
      { weight: 1, arbitrary: fc.constantFrom(...places) },
    ),
    atom: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 5, arbitrary: fc.constantFrom(...atoms) },
      {
        weight: 2,
        arbitrary: fc.tuple(fc.constantFrom(...opens), tie('ways')).map(([open, inside]) => `${open}${inside})`),
      },
    ),
  })).ways
const textOf = (known: readonly string[]) =>
  fc.array(fc.constantFrom(...known), { maxLength: 8 }).map((each) => each.join(''))

const pattern = patternWith('(', '(?:')
const text = textOf(letters)
it.each(['', 'i', 's', 'm', 'is'])(
  'with the flags “%s” a pattern decides as the browser’s own matcher does',
  (flags) => {
    let matched = 0
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 12 }), (source, texts) => {
        const own = new RegExp(`^(?:${source})$(?![^])`, `${flags}u`)
        const first = own.exec.bind(own)
        const matches = createMatcher(programOf(parsePattern(flags === '' ? source : `(?${flags})${source}`)))
        for (const each of texts) {
          // With `m` the outer `^` and `$` would hold at any line.
          const expected = first(each)?.[0] === each
          expect(matches(each), JSON.stringify({ source, each })).toBe(expected)
          if (expected) matched += 1
        }
      }),
      { numRuns: runsOf(4_000) },
    )
    expect(matched).toBeGreaterThan(50)
  },
)

it('flags of a group hold within it and end with it', () => {
  const matches = (source: string, text: string) => createMatcher(programOf(parsePattern(source)))(text)
  expect(['aB', 'AB', 'ab', 'Ab'].map((each) => matches('(?i:a)B', each))).toEqual([true, true, false, false])
  expect(['ab', 'Ab', 'aB'].map((each) => matches('(?i)a(?-i:b)', each))).toEqual([true, true, false])
  expect([matches('(?s:.).', '\n\n'), matches('(?s:.).', '\na')]).toEqual([false, true])
  expect([matches('(?m:a$)\\n^b', 'a\nb'), matches('(?m:a$\\n^b)', 'a\nb')]).toEqual([false, true])
})

it('matches every pattern that was published, as before', () => {
  const published = new Set(
    [...JSON.stringify(formDefinitions()).matchAll(/"pattern":\{"source":("(?:[^"\\]|\\.)*")/g)].map(
      (found) => found[1] ?? '',
    ),
  )
  expect(published.size).toBeGreaterThan(2)
  const piece = fc.constantFrom(
    '0',
    '2',
    '8',
    '+62',
    '-',
    ' ',
    '.',
    '1.02.02.2.02.0015',
    'a',
    'é',
    '@',
    'dinas.example',
    '/',
    '\n',
  )
  for (const written of published) {
    const source: string = JSON.parse(written)
    expect(patternFlaw(source, 254)).toBeUndefined()
    const own = new RegExp(`^(?:${source})$`, 'u')
    const near = fc.stringMatching(own).chain((sound) => fc.tuple(fc.constant(sound), piece, fc.nat(sound.length)))
    fc.assert(
      fc.property(near, ([sound, more, at]) => {
        for (const each of [sound, sound.slice(0, at) + more + sound.slice(at), sound.slice(at)])
          expect(wholeTextMatcher(source)(each), each).toBe(own.test(each))
      }),
      { numRuns: runsOf(300) },
    )
  }
})

it('reads what XLSForms often write with a needless backslash, and (?i) in front', () => {
  expect(wholeTextMatcher('[0-9]{4}\\-[0-9]{2}')('2026-02')).toBe(true)
  expect(wholeTextMatcher('[\\w\\@\\.]+\\@b')('a@b')).toBe(true)
  expect(wholeTextMatcher('(?i)kel\\. [a-z]+')('KEL. Alak')).toBe(true)
  expect(wholeTextMatcher('(?i:a)b')('AB')).toBe(false)
})

it.each([
  ['(?=a)a', 'look-around'],
  ['a(?!b).', 'look-around'],
  ['(?<=a)b', 'look-around'],
  ['.(?<!a)b', 'look-around'],
  ['(a)\\1', 'back-reference'],
  ['(?<x>a)\\k<x>', 'back-reference'],
  ...[
    '(',
    ')',
    'a)',
    '[',
    'a**',
    '*',
    'a{2,1}',
    'a{',
    '}',
    ']',
    '\\',
    '\\q',
    '\\p{Nothing}',
    '(?',
    '(?x:a)',
    '^*',
    '[b-a]',
    'a++',
  ].map((source) => [source, 'broken'] as const),
  ['a{100000000}', 'too-large'],
  ['(?:){100000000}', 'too-large'],
  ['(((a{0,99}){0,99}){0,99}){0,99}', 'too-large'],
  ['a'.repeat(201), 'too-large'],
] as const)('%s cannot be published: %s', (source, flaw) => {
  expect(patternFlaw(source, 500)).toBe(flaw)
})

it.each([
  '.{10,2000}',
  '[0-9]{1,4}/SK/[0-9]{4}',
  '(?:[A-Z]{2} )?[0-9]{1,4}( [A-Z]{1,3})?',
  '[^ ]+@[^ ]+',
  '(ya|tidak)(, (ya|tidak))*',
])('%s may be published', (source) => {
  expect(patternFlaw(source, 2_000)).toBeUndefined()
})

const hostile = [
  ...[
    '(a+)+b',
    '(a|a)+b',
    '((ab)+)+c',
    '(a?a?)*b',
    '(?:a?b?)+c',
    '(x{2,3})*y',
    'a*a*a*a*a*b',
    '(a*)*(a*)*b',
    '(.*.*.*)*;',
  ],
  ...[
    '(a|a)'.repeat(39),
    `${'a{0,19}'.repeat(10)}b`,
    `${'a?'.repeat(60)}b`,
    '(a|aa|aaa|aaaa)*b',
    '(a|b)*a(a|b){200}',
    '(\\b|a|\\w)*b',
  ],
]
it.each(hostile)('%s costs at most its places a character', (source) => {
  expect(patternFlaw(source, 500)).toBeUndefined()
  const program = programOf(parsePattern(source))
  for (const filling of ['a', 'ab', 'abxa']) {
    const [short, long] = [500, 1_000].map((length) => tests(program, filling.repeat(length).slice(0, length)))
    expect(long).toBeLessThanOrEqual(2 * (short ?? 0) + program.singles.length)
    expect(long).toBeLessThanOrEqual(1_000 * program.singles.length)
  }
})

/** How often a character was held against a way to be one, each character being its own so that nothing can be remembered. */
function tests(program: ReturnType<typeof programOf>, filling: string): number {
  let count = 0
  const singles = program.singles.map((single) => {
    const expression = typeof single === 'number' ? new RegExp(`^\\u{${single.toString(16)}}$`, 'u') : single
    return Object.assign(Object.create(expression), {
      test: (letter: string) => {
        count += 1
        return expression.test(letter)
      },
    })
  })
  createMatcher({ ...program, singles })(filling)
  return count
}
