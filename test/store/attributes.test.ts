/** Items are written and read as AWS's own package writes and reads them. */
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Attribute, fromAttributes, toAttributes } from '../../functions/store/wire/attributes.ts'

const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'binary' }),
    fc.double({ noNaN: true, min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constantFrom(null, undefined, '', 0, -0, 1e-130),
    fc.uint8Array(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).value
const items = fc
  .dictionary(fc.string(), value, { noNullPrototype: true })
  .filter((item) => !JSON.stringify(item).includes('"__proto__"'))

/** As AWS's client puts bytes into JSON and takes them out of it. */
const toWire = (marshalled: object): object =>
  JSON.parse(
    JSON.stringify(marshalled, (name, each) => {
      if (name !== 'B') return each
      return Buffer.from(Object.values(each as Record<string, number>)).toString('base64')
    }),
  )
const fromWire = (attributes: object) =>
  JSON.parse(JSON.stringify(attributes), (name, each) =>
    name === 'B' && typeof each === 'string' ? new Uint8Array(Buffer.from(each, 'base64')) : each,
  )

/** No name is `B`, which would be taken for bytes above. */
const named = (item: object) => !JSON.stringify(item).includes('"B"')

it('writes the same JSON as AWS’s package, and reads the same values', () => {
  fc.assert(
    fc.property(items.filter(named), (item) => {
      const attributes = toAttributes(item)
      const wire = JSON.parse(JSON.stringify(attributes))
      expect(wire).toEqual(toWire(marshall(item, { removeUndefinedValues: true })))
      expect(fromAttributes(wire)).toEqual(unmarshall(fromWire(attributes)))
    }),
    { numRuns: 300 },
  )
})

it('reads numbers that are too large to be one as whole numbers', () => {
  const large = { n: { N: '123456789012345678901' }, small: { N: '1e-130' }, half: { N: '-0.5' } }
  expect(fromAttributes(large)).toEqual(unmarshall(large))
})

it.each([Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 60), new Date(0), Symbol('s'), 10n, new Map(), /a/])(
  'refuses %s, which an item would not hold as it is',
  (wrong) => {
    expect(() => toAttributes({ deep: [{ wrong }] })).toThrow('An item cannot hold')
  },
)

it('refuses what is no value', () => {
  expect(() => fromAttributes({ a: {} })).toThrow('Not a value')
  expect(() => fromAttributes({ a: { SS: ['a'] } as Attribute })).toThrow('Not a value of an item: SS')
})
