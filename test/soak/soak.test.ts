/** Some of the soak: the same week, faults and judge as `npm run soak`, in one region and coarser steps; more of it by `npm run test:full`. */
import { expect, it } from 'vitest'
import { isThorough } from '../setup/thorough.ts'
import { runSoak } from './run-soak.ts'
import { broken, table } from './table.ts'

const seed = Number(process.env.SOAK_SEED ?? 20260210)

it('the week under faults loses, doubles and delays nothing, and says nothing untrue', {
  timeout: 900_000,
}, async () => {
  const minutes = isThorough ? 0.75 : 0.4
  const soak = { minutes, seed, towns: 1, agencies: 6, killEveryMs: 5_000, stepMinutes: 150, atOnce: 4 }
  const { figures, complaints } = await runSoak(soak)
  console.log(`seed ${seed}\n${table(figures)}`)
  expect(complaints).toEqual([])
  expect(broken(figures)).toEqual([])
  expect(figures.submits).toBeGreaterThan(65 * minutes)
  expect(figures.kills).toBeGreaterThan(3)
  expect(figures.faults).toBeGreaterThan(130 * minutes)
})
