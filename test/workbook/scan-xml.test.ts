/** Readers go over a file once: twice the input is twice the work, whatever is left open in it. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Refused } from '../../functions/domain/refusal.ts'
import { scanXml } from '../../functions/workbook/package/scan-xml.ts'

const unfinished = [
  '<a ',
  '<a b="',
  "<a b='1' ",
  '<a b',
  '<',
  '</',
  '</a>',
  '<a>',
  '<a/>',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x [',
  '<!ENTITY y "',
  '<?xml ',
  '?>',
  '&',
  '&amp',
  '&#x',
  '"',
  "'",
  '=',
  'worksheets/',
  'word',
  ' ',
  '>',
  '\u0000',
]

/** Characters looked at, also where the text is refused half-way. */
function visitedIn(text: string): number {
  let visited = 0
  const counting = new Proxy(Object(text), {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) visited += 1
      if (key === 'charCodeAt')
        return (at: number) => {
          visited += 1
          return text.charCodeAt(at)
        }
      if (key === 'indexOf')
        return (what: string, from = 0) => {
          const at = text.indexOf(what, from)
          visited += Math.max(0, (at < 0 ? text.length : at) - from)
          return at
        }
      if (key === 'slice')
        return (from: number, to = text.length) => {
          visited += Math.max(0, to - from)
          return text.slice(from, to)
        }
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(text) : value
    },
  })
  try {
    scanXml(counting as unknown as string, { open: () => {}, close: () => {}, text: () => {} })
  } catch (error) {
    if (!(error instanceof Refused)) throw error
  }
  return visited
}

const part = fc.array(fc.constantFrom(...unfinished), { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''))

it('twice the input visits about twice the characters', () => {
  fc.assert(
    fc.property(part, part, part, (before, repeated, after) => {
      const text = (times: number) => `<r>${before}${repeated.repeat(times)}${after}`
      const [once, twice] = [visitedIn(text(1_000)), visitedIn(text(2_000))]
      expect(once).toBeLessThan(8 * text(1_000).length + 100)
      expect(twice).toBeLessThan(2.5 * once + 1_000)
    }),
    { numRuns: 300 },
  )
})

it('reads what is well-formed whatever its marks', () => {
  const seen: unknown[] = []
  const xml = `<?xml version="1.0"?><!-- <x> --><x:a b = '1 > 0' c="&lt;&#65;&unknown;"><![CDATA[<raw>]]> t <d/></x:a>`
  scanXml(xml, {
    open: ({ name, attributes, empty }) => seen.push([name, attributes, empty]),
    close: (name) => seen.push(name),
    text: (text) => seen.push({ text }),
  })
  expect(seen).toEqual([
    ['x:a', { b: '1 > 0', c: '<A&unknown;' }, false],
    { text: '<raw>' },
    { text: ' t ' },
    ['d', {}, true],
    'd',
    'x:a',
  ])
})

it.each([
  ['a tag that never closes', '<a><b'],
  ['a quote that never closes', '<a b="></a>'],
  ['an element that never closes', '<a><b></b>'],
  ['closing tags crossed', '<a><b></a></b>'],
  ['a comment that never closes', '<a><!-- </a>'],
  ['a tag longer than any program writes', `<a b="${'x'.repeat(300_000)}"/>`],
  ['one word as all attributes', `<a ${'b'.repeat(300_000)}/>`],
])('%s is broken', (_, xml) => {
  expect(() => scanXml(xml, { open: () => {}, close: () => {} })).toThrow(
    expect.objectContaining({ refusal: expect.objectContaining({ reason: 'broken' }) }),
  )
})
