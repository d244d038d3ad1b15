/**
 * `npm run bench:local`: how soon `npm start` is ready, built and unbuilt, and what all its processes hold of memory (PSS) at rest and while 16
 * operators save drafts and send for half a minute. `-- --seconds=10` for another time of load.
 */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { expectStatus } from '../journeys/visitor.ts'
import { openWorks, patiently, saveDraft, send } from './operators.ts'
import { type ProcessUse, startProduct } from './product.ts'

const { values } = parseArgs({ options: { seconds: { type: 'string', default: '30' } } })
const connections = 16
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
const sum = (all: readonly ProcessUse[]) => all.reduce((total, { mib }) => total + mib, 0)

// What says that page and program are built.
rmSync(join(import.meta.dirname, '../../dist/built.json'), { force: true })
const first = await startProduct()
console.log(`ready, built on the way: ${first.seconds.toFixed(1)} s`)
await first.stop()

const product = await startProduct()
const cpu = product.processes().reduce((total, each) => total + each.cpu, 0)
console.log(`ready, built before: ${product.seconds.toFixed(1)} s (${(cpu / 1_000).toFixed(1)} s of processors)`)
await pause(10)
const rest = product.processes()

const works = await openWorks(product, connections)
let peak: ProcessUse[] = rest
const watching = setInterval(() => {
  const now = product.processes()
  if (sum(now) > sum(peak)) peak = now
}, 1_000)
const times: number[] = []
const before = product.processes()
const end = performance.now() + Number(values.seconds) * 1_000
await Promise.all(
  works.map(async (work) => {
    while (performance.now() < end) {
      await saveDraft(work)
      const from = performance.now()
      const key = randomUUID()
      expectStatus(await patiently(() => send(work, key)), 201)
      times.push(performance.now() - from)
      work.revision += 1
    }
  }),
)
clearInterval(watching)
const after = product.processes()
await product.stop()

console.table(
  rest.map(({ name, mib }, at) => ({
    name,
    'MiB at rest': Math.round(mib),
    'MiB under load': Math.round(peak[at]?.mib ?? 0),
    'CPU ms for a draft and its sending': Math.round(
      ((after[at]?.cpu ?? 0) - (before[at]?.cpu ?? 0)) / Math.max(1, times.length),
    ),
  })),
)
console.log(`PSS in MiB: ${Math.round(sum(rest))} at rest, ${Math.round(sum(peak))} at most under load`)
const sorted = times.toSorted((a, b) => a - b)
const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
console.log(`${times.length} sent in ${values.seconds} s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`)
