/** What a front door's bundle may weigh: reading it is the dearest part of a cold start (`npm run bench:cold`). */
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundleDoor } from '../../stacks/bundle-door.ts'

it.each([
  ['api', 2_300],
  ['plan', 800],
  ['check', 850],
  ['dispatch', 1_200],
])('the bundle of %s has at most %i kB: a validation library in all its languages alone would add 360', (door, kB) => {
  const folder = bundleDoor(`functions/lambda/${door}.handler`)
  const { size } = statSync(join(folder, `functions/lambda/${door}.mjs`))
  rmSync(folder, { recursive: true })
  expect(size).toBeLessThanOrEqual(kB * 1_000)
})
