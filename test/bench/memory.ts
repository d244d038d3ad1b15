/**
 * What each job holds of memory at most, in a process of its own as Lambda loads it, over one region of 1,000 agencies with 10 forms and 5,000
 * revisions whose receipts nobody planned: `npm run bench:memory`, or `-- plan check` for some. Told are the peaks of resident memory
 * (VmHWM) once loaded and after the runs. One job finds what the one before it left: `dispatch` the mails of `plan`.
 */
import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { bundleDoor } from '../../stacks/bundle-door.ts'
import { prefill } from './speed/scenarios.ts'
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

const named = process.argv.slice(2) as Job[]
const wanted = named.length > 0 ? named : (Object.keys(jobs) as Job[])
const ses = fork(join(root, 'test/local/ses-process.ts'), [mkdtempSync(join(tmpdir(), 'lengkap-ses-'))])
const [port] = await once(ses, 'message')
const town = await startTown(root, { agencies: 1_000, forms: 10 }, true, `http://127.0.0.1:${port}`)
await prefill(town, 5_000, (index) => index)
console.log('| job | loaded, MiB | at most, MiB | bar, MiB | answer of the last run |')
console.log('|---|---|---|---|---|')
for (const job of wanted) {
  const { loaded, most, answer } = await measured(job)
  console.log(`| ${job} | ${Math.round(loaded)} | ${Math.round(most)} | ${bar} | ${JSON.stringify(answer)} |`)
  if (most > bar) process.exitCode = 1
}
ses.kill()
await town.close()
process.exit()

type Measured = { loaded: number; most: number; answer: unknown }

async function measured(job: Job): Promise<Measured> {
  const { door, runs, seconds } = jobs[job]
  const folder = bundleDoor(`functions/lambda/${door}.handler`)
  const events = Array.from({ length: runs }, (_, index) => {
    const time = new Date(town.now.getTime() + index * minute).toISOString()
    const asked = { messageId: `m${index}`, body: JSON.stringify({ job, region, time }) }
    return { time, event: door === job ? { time } : { Records: [asked] } }
  })
  const file = join(folder, `functions/lambda/${door}.cjs`)
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', script(file, events, seconds)], {
    maxBuffer: 100_000_000,
  })
  rmSync(folder, { recursive: true })
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')
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
      for (const { time, event } of ${JSON.stringify(events)}) {
        ahead = Machine.parse(time) - Machine.now()
        const ends = performance.now() + ${seconds * 1_000}
        const context = { functionName: 'bench', awsRequestId: time, getRemainingTimeInMillis: () => Math.max(0, ends - performance.now()) }
        answer = await handler(event, context)
      }
      process.stdout.write('\\n' + JSON.stringify({ loaded, most: peak(), answer }))
      process.exit(0)
    })()`
}
