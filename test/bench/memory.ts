/**
 * What each job holds of memory at most, in a process of its own as Lambda loads it and with the NODE_OPTIONS of its template, over one region
 * of 1,000 agencies with 10 forms and 5,000 revisions whose receipts nobody planned: `npm run bench:memory`, or `-- plan check` for some.
 * `--size=200x8` for another region, `--options='...'` for other NODE_OPTIONS. Told are the peaks of resident memory (VmHWM) once loaded and
 * after the runs, and the processor time of the runs. One job finds what the one before it left: `dispatch` the mails of `plan`.
 */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { addAllStacks } from '../../stacks/all-stacks.ts'
import { LengkapApp } from '../../stacks/constructs.ts'
import { Assembly } from '../deploy/assembly.ts'
import { prefill } from './speed/prefill.ts'
import { startSes } from './speed/ses.ts'
import { region, startTown } from './speed/town.ts'

const root = join(import.meta.dirname, '..', '..')
const bar = 300
const minute = 60_000
/** `runs`: one after another, a minute apart. `seconds`: what a run is told that it has. */
const jobs = {
  plan: { door: 'plan-region', runs: 3, seconds: 900 },
  check: { door: 'check-region', runs: 3, seconds: 900 },
  dispatch: { door: 'dispatch', runs: 2, seconds: 60 },
  reconcile: { door: 'reconcile', runs: 3, seconds: 900 },
} as const
type Job = keyof typeof jobs

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { size: { type: 'string', default: '1000x10' }, options: { type: 'string' } },
})
const [agencies = 0, forms = 0] = values.size.split('x').map(Number)
const wanted = positionals.length > 0 ? (positionals as Job[]) : (Object.keys(jobs) as Job[])
const doors = synthesized().doors()
const ses = await startSes()
const town = await startTown(root, { agencies, forms }, true, ses.endpoint)
await prefill(town, (agencies * forms) / 2, (index) => index)
console.log(
  '| job | loaded, MiB | at most, MiB | bar, MiB | processor ms of each run | NODE_OPTIONS | answer of the last run |',
)
console.log('|---|---|---|---|---|---|---|')
for (const job of wanted) {
  const { loaded, most, cpu, options, answer } = await measured(job)
  const figures = [Math.round(loaded), Math.round(most), bar, cpu.map(Math.round).join(', '), options]
  console.log(`| ${[job, ...figures, JSON.stringify(answer)].join(' | ')} |`)
  if (most > bar) process.exitCode = 1
}
ses.end()
await town.close()
process.exit()

type Measured = { loaded: number; most: number; cpu: number[]; options: string; answer: unknown }

async function measured(job: Job): Promise<Measured> {
  const { door, runs, seconds } = jobs[job]
  const { file = '', environment } = doors.find(({ name }) => name === door) ?? {}
  const events = Array.from({ length: runs }, (_, index) => {
    const time = new Date(town.now.getTime() + index * minute).toISOString()
    const asked = { messageId: `m${index}`, body: JSON.stringify({ job, region, time }) }
    return { time, event: door === job ? { time } : { Records: [asked] } }
  })
  const options = values.options ?? environment?.NODE_OPTIONS ?? ''
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', script(file, events, seconds)], {
    maxBuffer: 100_000_000,
    env: { ...process.env, NODE_OPTIONS: options },
  })
  return { options, ...JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') }
}

/** As a deployment makes it. */
function synthesized(): Assembly {
  const folder = mkdtempSync(join(tmpdir(), 'lengkap-assembly-'))
  mkdirSync(join(folder, 'page', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'page', 'assets', 'main-0000.js'), '')
  Object.assign(process.env, {
    MAIL_DOMAIN: 'bench.example',
    MAIL_ALLOWED_RECIPIENTS: '*@bench.example',
    WEB_DIR: join(folder, 'page'),
  })
  const app = new LengkapApp({ stage: 'bench', region: 'ap-southeast-3', outdir: join(folder, 'out') })
  addAllStacks(app)
  app.synth()
  return new Assembly(join(folder, 'out'), 'http://127.0.0.1:9')
}

/** The town lives in February 2026; a deployed function asks the machine for the time. */
function script(file: string, events: readonly { time: string; event: object }[], seconds: number): string {
  return `
    const peak = () => Number(/VmHWM:\\s+(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'))[1]) / 1024
    const Machine = Date
    let ahead = 0
    globalThis.Date = class extends Machine {
      constructor(...given) { given.length > 0 ? super(...given) : super(Machine.now() + ahead) }
      static now() { return Machine.now() + ahead }
    }
    const { handler } = require(${JSON.stringify(file)})
    const loaded = peak()
    ;(async () => {
      let answer
      const cpu = []
      for (const { time, event } of ${JSON.stringify(events)}) {
        ahead = Machine.parse(time) - Machine.now()
        const ends = performance.now() + ${seconds * 1_000}
        const context = { functionName: 'bench', awsRequestId: time, getRemainingTimeInMillis: () => Math.max(0, ends - performance.now()) }
        const before = process.cpuUsage()
        answer = await handler(event, context)
        const { user, system } = process.cpuUsage(before)
        cpu.push((user + system) / 1000)
      }
      process.stdout.write('\\n' + JSON.stringify({ loaded, most: peak(), cpu, answer }))
      process.exit(0)
    })()`
}
