/**
 * How long a front door's bundle takes to be loaded in a fresh Node, against the DynamoDB client alone, loaded in the same run: bundled as
 * the doors are, and as they were until November 2026, an ES module. Then a session's first requests to an API that was just loaded, and
 * the same again; the store is an emulator in a process of its own. `npm run bench:cold`. Each is started nine times, in turn; told are medians.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { buildSync } from 'esbuild'
import { bundleDoor } from '../../stacks/bundle-door.ts'
import { doorsOfTheDay } from '../stacks/doors.ts'
import { event, openSession, startTown } from './speed/town.ts'

const starts = 9
const doors = [...doorsOfTheDay, 'admin']
const asked = ['/api/me', '/api/rounds', '/api/start']
const baseline = 'test/bench/dynamodb-alone'
const long = 'x'.repeat(40)
const env = {
  TABLE_NAME: 'bench',
  STAGE: 'bench',
  SITE_URL: 'https://lengkap.example',
  MAIL_FROM: 'lengkap@bench.example',
  MAIL_CONFIGURATION_SET: 'bench',
  CODE_KEY: long,
  ADDRESS_KEY: long,
  AWS_REGION: 'ap-southeast-3',
}

type Cost = { readonly ms: number; readonly cpu: number }

/** What the steps, expressions that may wait, took in a fresh process each. */
async function measure(module: boolean, settings: Record<string, string>, ...steps: string[]): Promise<Cost[]> {
  const script = `(async () => { const costs = []
for (const step of [${steps.map((step) => `() => ${step}`)}]) {
  const [at, cpu] = [performance.now(), process.cpuUsage()]
  await step()
  const { user, system } = process.cpuUsage(cpu)
  costs.push({ ms: performance.now() - at, cpu: (user + system) / 1000 })
}
process.stdout.write('\\n' + JSON.stringify(costs), () => process.exit(0)) })()`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [`--input-type=${module ? 'module' : 'commonjs'}`, '--eval', script],
    { env: { ...env, ...settings } },
  )
  return JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1))
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const told = (costs: readonly (Cost | undefined)[]) => ({
  ms: Math.round(median(costs.map((each) => each?.ms ?? Number.NaN))),
  'CPU ms': Math.round(median(costs.map((each) => each?.cpu ?? Number.NaN))),
})

/** The client as bundles were when the bars were set. */
function bundleModule(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lengkap-bundle-'))
  buildSync({
    entryPoints: [`${baseline}.ts`],
    outfile: join(folder, 'alone.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'esnext',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    banner: { js: `import{createRequire}from'module';const require=createRequire(import.meta.url)` },
  })
  return folder
}

/** As Lambda does: a `.cjs` is required. */
const loading = (file: string) =>
  file.endsWith('.mjs') ? `import(${JSON.stringify(`file://${file}`)})` : `require(${JSON.stringify(file)})`

function bundle(name: string, module: string) {
  const folder = bundleDoor(`${module}.handler`)
  return { name, folder, file: join(folder, `${module}.cjs`), loads: [] as Cost[] }
}

const aloneFolder = bundleModule()
const aloneModule = {
  name: 'client alone, ES',
  folder: aloneFolder,
  file: join(aloneFolder, 'alone.mjs'),
  loads: [] as Cost[],
}
const alone = bundle('client alone', baseline)
const bundles = [aloneModule, alone, ...doors.map((door) => bundle(door, `functions/lambda/${door}`))]
for (let start = 0; start < starts; start++) {
  for (const { file, loads } of bundles) loads.push(...(await measure(file.endsWith('.mjs'), {}, loading(file))))
}
const cpuOf = ({ loads }: { loads: Cost[] }) => median(loads.map(({ cpu }) => cpu))
console.table(
  bundles.map((each) => ({
    door: each.name,
    ...told(each.loads),
    'to the client': (cpuOf(each) / cpuOf(alone)).toFixed(2),
    'to the client as ES module': (cpuOf(each) / cpuOf(aloneModule)).toFixed(2),
  })),
)

const api = bundles.find(({ name }) => name === 'api')?.file ?? ''
const town = await startTown(process.cwd(), { agencies: 17, forms: 5 })
const cookie = await openSession(process.cwd(), town.deps, `op-${town.agencyIds[0]}`)
const settings = {
  CODE_KEY: process.env.CODE_KEY ?? '',
  DYNAMODB_ENDPOINT: process.env.DYNAMODB_ENDPOINT ?? '',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
}
const rows = asked.map((path) => ({ path, costs: [] as Cost[][] }))
for (let start = 0; start < starts; start++) {
  for (const { path, costs } of rows) {
    const request = JSON.stringify(event(town.now, { method: 'GET', path, json: undefined, headers: {}, cookie }))
    const ask = `require(${JSON.stringify(api)}).handler(${request}).then((answer) => {
      if (answer.statusCode !== 200) throw new Error(JSON.stringify(answer)) })`
    costs.push(await measure(false, settings, loading(api), ask, ask))
  }
}
console.table(
  rows.flatMap(({ path, costs }) => [
    { request: `first: GET ${path}`, ...told(costs.map(([, first]) => first)) },
    { request: `again: GET ${path}`, ...told(costs.map(([, , again]) => again)) },
  ]),
)
await town.close()
for (const { folder } of bundles) rmSync(folder, { recursive: true })
