/** Some of the soak: the same week, faults and judge as `npm run soak`, in one region and coarser steps; more of it by `npm run test:full`. */
import { expect, it } from 'vitest'
import { isThorough } from '../setup/thorough.ts'
import { runSoak } from './run-soak.ts'
import { broken, table } from './table.ts'

const seed = Number(process.env.SOAK_SEED ?? 20260210)

it('the week under faults loses, doubles and delays nothing, and says nothing untrue', {
  timeout: 900_000,
}, async () => {
  // A process that is killed costs more than the step in which it happens: the next one starts cold.
  const pace = isThorough
    ? { minutes: 0.75, killEveryMs: 5_000, stepMinutes: 150, atOnce: 4 }
    : { minutes: 0.4, killEveryMs: 8_000, stepMinutes: 180, atOnce: 2 }
  const soak = { seed, towns: 1, agencies: 6, ...pace }
  const { figures, complaints } = await runSoak(soak)
  console.log(`seed ${seed}\n${table(figures)}`)
  expect(complaints).toEqual([])
  expect(broken(figures)).toEqual([])
  expect(figures.submits).toBeGreaterThan(65 * pace.minutes)
  expect(figures.kills).toBeGreaterThan(isThorough ? 3 : 1)
  expect(figures.faults).toBeGreaterThan(130 * pace.minutes)
})
