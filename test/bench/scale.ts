/**
 * `npm run bench:scale`: one deployment for 1, 10, 100 and 514 regions of 60 agencies with 8 forms, written through the stores into
 * DynamoDB's emulator, and asked as AWS asks: what a minute costs in which nothing is due, what a deadline day costs, and a month,
 * by dated prices (ops/prices.ts). Reads and writes are units as DynamoDB tells them, times those of processors of this machine.
 * `--regions=1,10` for other numbers. Units of a submit, a page and a mail are measured with all regions in the table, in one of
 * them, and told for all; a minute and the plan of a morning are measured over all.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { JobName } from '../../local/handlers.ts'
import { prices, pricesWrittenDown } from '../../ops/prices.ts'
import { type Cost, costOf } from './speed/measure.ts'
import { answersOf, roundId, settle, startTown, type Town } from './speed/town.ts'

type Measured = Record<string, Used>
type Used = Pick<Cost, 'cpu' | 'reads' | 'writes'> & { lambdas: number; mails: number; messages: number }

const root = join(import.meta.dirname, '..', '..')
const size = { agencies: 60, forms: 8 }
/** What one region's people do on the last day: half of all forms are sent, each looked at before; the coordinator watches. */
const day = { submits: (size.agencies * size.forms) / 2, tasks: size.agencies * 5, boards: 40, mornings: 2 }
/** Of a month with one round: days as busy as the last one, and minutes in which nothing is due. */
const month = { busyDays: 3, minutes: 30 * 24 * 60 }
const memoryGb = 1
const nothing: Used = { cpu: 0, reads: 0, writes: 0, lambdas: 0, mails: 0, messages: 0 }

const { values } = parseArgs({ options: { regions: { type: 'string', default: '1,10,100,514' } } })
const sizes = values.regions.split(',').map(Number)
if (sizes.some((count) => !Number.isInteger(count) || count < 1))
  throw new Error('--regions=1,10: whole numbers from 1')

if (process.send === undefined) {
  await compare(sizes)
  process.exit(0)
}

const [only = 1] = sizes
const ses = await startSes()
process.on('exit', () => ses.process.kill())
const town = await startTown(root, size, true, ses.endpoint)
const evening = new Date('2026-02-09T20:00:00+08:00')
const opening = new Date('2026-02-10T09:00:30+08:00')
let revision = 0

for (let index = 1; index < only; index += 1) {
  await settle(root, town.deps, { ...town, region: `kota-bangku-${index}` })
  if (index % 50 === 0) console.error(`${index} regions stand`)
}
// What follows their making is done before anything is measured.
for (const index of [0, 1]) await runAll(new Date(evening.getTime() - (60 - index) * 60_000))
const minute = await quietMinute()
const busy = await busyDay(only)
const whole = sum(times(minute, month.minutes), times(busy, month.busyDays))
const measured: Measured = { minute, 'deadline day': busy, month: whole }
await new Promise((sent) => process.send?.(measured, sent))
await town.close()
process.exit(0)

/** The schedules of a minute, the quarter hour's among them by their share. */
async function quietMinute(): Promise<Used> {
  const minutes = [1, 2, 3].map((index) => new Date(evening.getTime() + index * 60_000))
  const often = await jobs(['plan', 'dispatch'], minutes)
  const seldom = await jobs(['check', 'reconcile'], minutes.slice(0, 1))
  return sum(often, times(seldom, 1 / 15))
}

async function jobs(names: readonly JobName[], minutes: readonly Date[]): Promise<Used> {
  const run = (at: Date) => async () => {
    town.moveTo(at)
    for (const name of names) await town.handlers.job(name, at)
  }
  return { ...nothing, ...(await costOf(minutes.map(run), 1, town.pid)), lambdas: names.length }
}

async function busyDay(regions: number): Promise<Used> {
  let planned = 0
  const morning = await costOf(
    [
      async () => {
        town.moveTo(opening)
        await town.handlers.job('plan', opening)
        planned = await waiting()
      },
    ],
    1,
    town.pid,
  )
  let sent = 0
  const send = async () => {
    sent = Number((await town.handlers.job('dispatch', opening)).sent)
  }
  const sending = await costOf([send], 1, town.pid)
  if (sent === 0) throw new Error('no mail was sent')
  const mail = times({ ...nothing, ...sending, mails: 0 }, 1 / sent)
  const asked = await requests()
  const mails = planned * day.mornings + regions * day.submits * 2
  return sum(
    times({ ...nothing, ...morning, lambdas: 1 + regions, messages: regions * 3 }, day.mornings),
    times({ ...mail, lambdas: 1, mails: 1 }, mails),
    times(asked, regions),
  )
}

/** How many mails of the opening wait, in all regions. */
async function waiting(): Promise<number> {
  let count = 0
  const { ledger } = await import('../../functions/lambda/deps.ts')
  for await (const _ of ledger.due(opening)) count += 1
  return count
}

/** Of one region's day: each request measured a few times, told for as many as a day has. */
async function requests(): Promise<Used> {
  const [agency = '', form = ''] = [town.agencyIds[0], town.formIds[0]]
  const path = `/api/rounds/${roundId}`
  const get = (person: string, what: string) => async () => expectOk(await town.call(person, 'GET', what), 200)
  const submit = async () => {
    const headers = { 'if-match': `"${revision}"`, 'idempotency-key': crypto.randomUUID() }
    const work = `${path}/agencies/${agency}/forms/${form}/submissions`
    expectOk(await town.call(`op-${agency}`, 'POST', work, { answers: answersOf(revision) }, headers), 201)
    revision += 1
  }
  const tasks = get(`op-${agency}`, `${path}/assignments`)
  const board = get('koordinator', `${path}/completeness?cells=brief`)
  const costs: Used[] = []
  for (const [act, count] of [
    [submit, day.submits],
    [tasks, day.tasks],
    [board, day.boards],
  ] as const) {
    for (let warm = 0; warm < 3; warm += 1) await act()
    const cost = await costOf(
      Array.from({ length: 10 }, () => act),
      1,
      town.pid,
    )
    costs.push(times({ ...nothing, ...cost, lambdas: 1 }, count))
  }
  return sum(...costs)
}

function expectOk({ statusCode, body }: Awaited<ReturnType<Town['call']>>, status: number): void {
  if (statusCode !== status) throw new Error(`${statusCode} ${body}`)
}

async function runAll(at: Date): Promise<void> {
  town.moveTo(at)
  for (const name of ['plan', 'dispatch', 'check', 'reconcile'] as const) await town.handlers.job(name, at)
}

function times(used: Used, factor: number): Used {
  return Object.fromEntries(keys().map((key) => [key, used[key] * factor])) as Used
}

function sum(...all: readonly Used[]): Used {
  return Object.fromEntries(keys().map((key) => [key, all.reduce((total, used) => total + used[key], 0)])) as Used
}

function keys(): (keyof Used)[] {
  return Object.keys(nothing) as (keyof Used)[]
}

function dollarsOf({ cpu, reads, writes, lambdas, mails, messages }: Used): number {
  return (
    (cpu / 1_000) * memoryGb * prices.lambdaGbSecond +
    lambdas * prices.lambdaRequest +
    reads * prices.dynamodbReadUnit +
    writes * prices.dynamodbWriteUnit +
    messages * prices.queueRequest +
    mails * prices.mail
  )
}

/** Each number of regions in a process and a table of its own. What a further region costs is told against the first number. */
async function compare(all: readonly number[]): Promise<void> {
  console.log(
    `Prices as of ${pricesWrittenDown}, US dollars. Regions of ${size.agencies} agencies with ${size.forms} forms.`,
  )
  console.log(
    '| regions | what | processor ms | read units | write units | mails | dollars | a region | each further one |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|')
  let first: { regions: number; measured: Measured } | undefined
  for (const regions of all) {
    const child = fork(import.meta.filename, [`--regions=${regions}`])
    const [measured] = (await once(child, 'message')) as [Measured]
    first ??= { regions, measured }
    for (const [what, used] of Object.entries(measured)) {
      const dollars = dollarsOf(used)
      const further = (dollars - dollarsOf(first.measured[what] ?? nothing)) / (regions - first.regions)
      const figures = [used.cpu, used.reads, used.writes, used.mails].map((figure) => Math.round(figure * 10) / 10)
      const told = [dollars, dollars / regions, further].map((each) =>
        Number.isFinite(each) ? each.toPrecision(3) : '-',
      )
      console.log(`| ${[regions, what, ...figures, ...told].join(' | ')} |`)
    }
  }
}

/** SES's emulator in a process of its own, without a limit of its rate. */
async function startSes() {
  const child = fork(join(root, 'test/local/ses-process.ts'), [mkdtempSync(join(tmpdir(), 'lengkap-ses-'))])
  const [port] = await once(child, 'message')
  return { endpoint: `http://127.0.0.1:${port}`, process: child }
}
