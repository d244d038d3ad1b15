/** The pause before another try grows, differs between notices, and repeats exactly. */
import { expect, it } from 'vitest'
import { backOffMs } from '../../functions/jobs/dispatch/back-off.ts'

const nids = Array.from({ length: 400 }, (_, n) => `NOTICE${n}`)

it('pauses between one second and 2, 4, 8 ... 600 seconds', () => {
  for (const [index, ceiling] of [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600].entries()) {
    const pauses = nids.map((nid) => backOffMs(nid, index + 1) / 1_000)
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...pauses)).toBeLessThan(ceiling)
    expect(Math.max(...pauses)).toBeGreaterThan(ceiling * 0.9)
  }
})

it('spreads what was refused together, and gives the same notice the same pause again', () => {
  expect(new Set(nids.map((nid) => backOffMs(nid, 6))).size).toBeGreaterThan(390)
  expect(backOffMs('N', 3)).toBe(backOffMs('N', 3))
  expect(backOffMs('N', 3)).not.toBe(backOffMs('N', 4))
})
