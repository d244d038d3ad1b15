// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** Random expressions of a known type over a small form, as people write them. */
import fc from 'fast-check'
import type { Given } from './engines.ts'

const rare = (values: readonly string[]) => fc.constantFrom(...values)

export const anyGiven: fc.Arbitrary<Given> = fc.record({
  header: fc.record({
    a: fc.integer({ min: -20, max: 200 }).map((n) => ({ type: 'int', value: String(n) })),
    z: fc.constant({ type: 'int', value: '0' }),
    n: fc.constant({ type: 'int', value: '' }),
    d: fc
      .integer({ min: 19_000, max: 21_000 })
      .map((n) => ({ type: 'date', value: new Date(n * 86_400_000).toISOString().slice(0, 10) })),
    t: rare(['abc', 'Abc', '05', '5', 'ya', '']).map((value) => ({ type: 'string', value })),
    s: rare(['x y', 'x', 'y z x', '']).map((value) => ({ type: 'string', value })),
  }),
  rows: fc.array(fc.record({ x: rare(['1', '2', '30', '7', '-4', '']), y: rare(['p', 'q', '']) }), {
    minLength: 1,
    maxLength: 4,
  }),
})

const numberLiteral = rare(['0', '1', '2', '3', '10', '100', '0.5', '2.5', '7'])
const textLiteral = rare(["''", "'abc'", "'x'", "'5'", "'ya'", '"q"', "'a b'"])

type Kinds = { number: string; text: string; truth: string }
const tree = fc.letrec<Kinds>((tie) => ({
  number: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    numberLiteral,
    rare(['${a}', '${z}', '${n}', 'count(${x})', 'sum(${x})', 'max(${x})', 'min(${x})', '${a}']),
    fc
      .tuple(tie('number'), rare(['+', '-', '*', 'div', 'mod']), tie('number'))
      .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    fc.tuple(tie('number'), rare(['round', 'int', 'abs', 'number'])).map(([a, name]) => `${name}(${a})`),
    tie('number').map((a) => `round(${a}, 1)`),
    fc.tuple(tie('truth'), tie('number'), tie('number')).map(([test, a, b]) => `if(${test}, ${a}, ${b})`),
    tie('number').map((a) => `coalesce(${a}, 0)`),
    tie('text').map((text) => `string-length(${text})`),
    rare(['count-selected(${s})', 'number(${t})', 'int(${d})', 'pow(${a}, 2)']),
  ),
  text: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    textLiteral,
    rare(['${t}', '${s}', "join('-', ${y})", "format-date(${d}, '%Y/%m/%d')", 'string(${d})']),
    fc.tuple(tie('text'), tie('text')).map(([a, b]) => `concat(${a}, ${b})`),
    fc.tuple(tie('text'), rare(['0', '1', '-2'])).map(([a, from]) => `substr(${a}, ${from})`),
    fc.tuple(tie('truth'), tie('text'), tie('text')).map(([test, a, b]) => `if(${test}, ${a}, ${b})`),
    tie('number').map((a) => `string(${a})`),
    tie('text').map((a) => `coalesce(${a}, 'none')`),
    rare(['selected-at(${s}, 0)', 'selected-at(${s}, 1)', 'selected-at(${s}, 5)']),
  ),
  truth: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    rare(['true()', 'false()', '${n} != 5', "${n} = ''"]),
    fc
      .tuple(tie('number'), rare(['=', '!=', '<', '<=', '>', '>=']), tie('number'))
      .map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    fc.tuple(tie('text'), rare(['=', '!=']), tie('text')).map(([a, operator, b]) => `${a} ${operator} ${b}`),
    fc.tuple(tie('truth'), rare(['and', 'or']), tie('truth')).map(([a, operator, b]) => `(${a}) ${operator} (${b})`),
    tie('truth').map((a) => `not(${a})`),
    rare(["selected(${s}, 'x')", "selected(${s}, 'z')", "contains(${t}, 'b')", "starts-with(${t}, 'a')"]),
    rare(["${d} > '2025-01-01'", "${d} = '2026-02-13'", "regex(${t}, '^[a-z]+$')", '${a} > ${n}', '${t} = 5']),
    tie('text').map((text) => `boolean-from-string(${text})`),
  ),
}))

export const anyExpression = fc.oneof(tree.number, tree.text, tree.truth)
