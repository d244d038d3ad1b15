/** `npm run soak -- [minutes] [seed]`: the week under faults, as long as one likes. Ends with 1 where a figure is not as promised. */
import { runSoak } from './run-soak.ts'
import { broken, table } from './table.ts'

const [minutes = 30, seed = Math.floor(Math.random() * 1e9)] = process.argv.slice(2).map(Number)
console.log(`soak of ${minutes} minutes, seed ${seed}`)
const { figures, complaints } = await runSoak({
  minutes,
  seed,
  towns: 4,
  agencies: 10,
  killEveryMs: 20_000,
  stepMinutes: 10,
  progress: true,
})
console.log(table(figures))
for (const complaint of complaints) console.log(complaint)
process.exit(broken(figures).length === 0 ? 0 : 1)
