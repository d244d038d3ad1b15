/**
 * How long a front door's bundle takes to be loaded in a fresh Node, against the DynamoDB client alone, bundled in the same way and loaded
 * in the same run: `npm run bench:cold`. Each is started nine times, in turn; told are medians of time and of processor time.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleDoor } from '../../stacks/bundle-door.ts'

const starts = 9
const doors = ['api', 'plan', 'dispatch', 'dispatch-new', 'check', 'reconcile', 'mail-events', 'admin']
const baseline = 'test/bench/dynamodb-alone'
const long = 'x'.repeat(40)
const env = {
  TABLE_NAME: 'table',
  STAGE: 'bench',
  SITE_URL: 'https://bench.example',
  MAIL_FROM: 'lengkap@bench.example',
  MAIL_CONFIGURATION_SET: 'bench',
  CODE_KEY: long,
  ADDRESS_KEY: long,
  ORIGIN_SECRET: long,
  AWS_REGION: 'ap-southeast-3',
}

type Load = { readonly ms: number; readonly cpu: number }

/** One start: what importing the file took. */
function load(file: string): Load {
  const script = `const [at, cpu] = [performance.now(), process.cpuUsage()]
await import(${JSON.stringify(pathToFileURL(file).href)})
const { user, system } = process.cpuUsage(cpu)
process.stdout.write('\\n' + JSON.stringify({ ms: performance.now() - at, cpu: (user + system) / 1000 }))
process.exit(0)`
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', script], { env, encoding: 'utf8' })
  return JSON.parse(said.slice(said.lastIndexOf('\n') + 1))
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const bundles = [baseline, ...doors.map((door) => `functions/lambda/${door}`)].map((module) => {
  const folder = bundleDoor(`${module}.handler`)
  return { module, folder, file: join(folder, `${module}.cjs`), loads: [] as Load[] }
})
for (let start = 0; start < starts; start++) for (const { file, loads } of bundles) loads.push(load(file))

const [alone] = bundles
const alonesCpu = median(alone?.loads.map(({ cpu }) => cpu) ?? [])
console.table(
  bundles.map(({ module, loads }) => {
    const cpu = median(loads.map((each) => each.cpu))
    return {
      door: module.slice(module.lastIndexOf('/') + 1),
      ms: Math.round(median(loads.map(({ ms }) => ms))),
      'CPU ms': Math.round(cpu),
      'to the client alone': (cpu / alonesCpu).toFixed(2),
    }
  }),
)
for (const { folder } of bundles) rmSync(folder, { recursive: true })
