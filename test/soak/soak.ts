/** `npm run soak -- [minutes] [seed]`: the week under faults, as long as one likes. Ends with 1 where a figure is not as promised. */
import { runSoak } from './run-soak.ts'
import { broken, table } from './table.ts'

/** What half an hour of the soak has to reach; shorter ones a part of it. */
const halfHour = { submits: 3_000, notices: 2_000 }

const [minutes = 30, seed = Math.floor(Math.random() * 1e9)] = process.argv.slice(2).map(Number)
if (!(minutes > 0 && minutes <= 24 * 60) || !Number.isSafeInteger(seed)) {
  console.error('npm run soak -- [minutes] [seed]: both are numbers, e.g. npm run soak -- 30 20260210')
  process.exit(2)
}
// The week ends by its own clock; calm, judgement and a very slow machine take some minutes more. Never for ever.
const patience = (minutes * 2 + 30) * 60_000
setTimeout(() => {
  console.error(`soak of seed ${seed}: not done after ${patience / 60_000} minutes, given up without a judgement`)
  process.exit(2)
}, patience).unref()

console.log(`soak of ${minutes} minutes, seed ${seed}`)
const { figures, complaints } = await runSoak({
  minutes,
  seed,
  towns: 4,
  agencies: 10,
  killEveryMs: 20_000,
  stepMinutes: 30,
  atOnce: 10,
  progress: true,
})
console.log(`seed ${seed}, ${minutes} minutes\n${table(figures)}`)
for (const complaint of complaints) console.log(complaint)
const wrong = broken(figures)
for (const [name, least] of Object.entries(halfHour)) {
  const wanted = Math.floor((least * Math.min(minutes, 30)) / 30)
  const reached = figures[name as keyof typeof halfHour]
  if (reached < wanted) console.log(`this machine reached ${reached} ${name}, the bar is ${wanted}`)
}
console.log(wrong.length === 0 ? 'as promised' : `not as promised: ${wrong.join(', ')}`)
process.exit(wrong.length === 0 ? 0 : 1)
