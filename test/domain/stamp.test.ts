/** A history never runs backwards, whatever the clocks do. */
import { expect, it } from 'vitest'
import { stampAfter } from '../../functions/domain/stamp.ts'

const now = new Date('2026-02-10T01:00:00.000Z')

it.each([
  [undefined, '2026-02-10T01:00:00.000Z'],
  ['2026-02-10T00:59:59.999Z', '2026-02-10T01:00:00.000Z'],
  ['2026-02-10T01:00:00.001Z', '2026-02-10T01:00:00.001Z'],
  ['2026-02-11T01:00:00.000Z', '2026-02-11T01:00:00.000Z'],
])('after %s it is stamped %s', (at, stamp) => {
  expect(stampAfter(now, at === undefined ? undefined : { at })).toBe(stamp)
})
