/**
 * `npm run bench:scale`: one deployment for 1, 10, 100 and 514 regions of 60 agencies with 8 forms, written into DynamoDB's emulator,
 * and asked as AWS asks: what a minute costs in which nothing is due, what a deadline day costs, and a month,
 * by dated prices (ops/prices.ts). Reads and writes are units as DynamoDB tells them, times those of processors of this machine.
 * `--regions=1,10` for other numbers. Units of a submit, a page and a mail are measured with all regions in the table, in one of
 * them, and told for all; minutes, checks, walks over all notices and the plan of a morning are measured over all. A message of the queue
 * counts as if it came alone, which is dearest: an invocation, and three requests. Fails where a further region costs a tenth more, or less, than
 * another further one.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { JobName } from '../../local/handlers.ts'
import { prices, pricesWrittenDown } from '../../ops/prices.ts'
import { settleRegions } from './speed/many-regions.ts'
import { type Cost, costOf } from './speed/measure.ts'
import { answersOf, roundId, startTown, type Town } from './speed/town.ts'

type Measured = Record<string, Used>
type Used = Pick<Cost, 'cpu' | 'reads' | 'writes'> & { lambdas: number; mails: number; messages: number }

const root = join(import.meta.dirname, '..', '..')
const size = { agencies: 60, forms: 8 }
/** What one region's people do on the last day: half of all forms are sent, each looked at before; the coordinator watches. */
const day = { submits: (size.agencies * size.forms) / 2, tasks: size.agencies * 5, boards: 40, mornings: 2 }
/** Of a month with one round: days as busy as the last one, and minutes in which nothing is due. */
const month = { busyDays: 3, minutes: 30 * 24 * 60 }
const memoryGb = 1
/** What a further region may cost more than another. */
const tolerance = 0.1
/** Of SQS for a message that comes alone: sent, received, deleted. */
const requestsAMessage = 3
/** Plans of regions before anything is measured, so that the code has run before. */
const warm = 300
const nothing: Used = { cpu: 0, reads: 0, writes: 0, lambdas: 0, mails: 0, messages: 0 }

const { values } = parseArgs({ options: { regions: { type: 'string', default: '1,10,100,514' } } })
const sizes = values.regions.split(',').map(Number)
if (sizes.some((count) => !Number.isInteger(count) || count < 1))
  throw new Error('--regions=1,10: whole numbers from 1')

if (process.send === undefined) {
  await compare(sizes)
  process.exit()
}

const [only = 1] = sizes
const ses = await startSes()
process.on('exit', () => ses.process.kill())
const town = await startTown(root, size, true, ses.endpoint)
const evening = new Date('2026-02-09T20:00:00+08:00')
const opening = new Date('2026-02-10T09:00:30+08:00')
let revision = 0

await settleRegions(town, only)
let messages = 0
const { regionQueue } = await import('../../functions/lambda/region-queue-deps.ts')
const send = regionQueue.send
regionQueue.send = async (asks) => {
  messages += asks.length
  await send(asks)
}
// What follows their making is done before anything is measured.
for (let times = 0; times < 2 || times * only < warm; times += 1)
  await runAll(new Date(evening.getTime() - 7 * 86_400_000 + times * 20 * 60_000))
for (const index of [0, 3]) await runAll(new Date(evening.getTime() - (60 - index) * 60_000))
const minute = await quietMinute()
const busy = await busyDay(only)
const whole = sum(times(minute, month.minutes), times(busy, month.busyDays))
const measured: Measured = { minute, 'deadline day': busy, month: whole }
await new Promise((sent) => process.send?.(measured, sent))
await town.close()
process.exit(0)

/** The mean minute of an hour: each region is planned anew once in a quarter of it, and checked anew once. */
async function quietMinute(): Promise<Used> {
  const minutes = (count: number, apart: number) =>
    Array.from({ length: count }, (_, index) => new Date(evening.getTime() + index * apart * 60_000))
  const often = await jobs(['plan', 'dispatch'], minutes(15, 1))
  const checks = await jobs(['check'], minutes(4, 15))
  const walk = await jobs(['reconcile'], minutes(1, 15))
  return sum(times(often, 1 / 15), times(checks, 1 / 60), times(walk, 1 / 15))
}

/** All runs together. */
async function jobs(names: readonly JobName[], instants: readonly Date[]): Promise<Used> {
  const run = (at: Date) => async () => {
    town.moveTo(at)
    for (const name of names) await town.handlers.job(name, at)
  }
  return withMessages(instants.length * names.length, async () => costOf(instants.map(run), 1, town.pid))
}

/** `lambdas`: invocations but those for the queue's messages. */
async function withMessages(lambdas: number, measure: () => Promise<Cost>): Promise<Used> {
  const before = messages
  const { cpu, reads, writes, count } = await measure()
  const asked = messages - before
  const all = { cpu: cpu * count, reads: reads * count, writes: writes * count }
  return { ...nothing, ...all, lambdas: lambdas + asked, messages: asked }
}

async function busyDay(regions: number): Promise<Used> {
  const plan = async () => {
    town.moveTo(opening)
    await town.handlers.job('plan', opening, { moved: true })
  }
  const morning = await withMessages(1, async () => costOf([plan], 1, town.pid))
  const planned = await waiting()
  let sent = 0
  const send = async () => {
    sent = Number((await town.handlers.job('dispatch', opening)).sent)
  }
  const sending = await costOf([send], 1, town.pid)
  if (sent === 0) throw new Error('no mail was sent')
  const mail = times({ ...nothing, ...sending, mails: 0 }, 1 / sent)
  const asked = await requests()
  const mails = planned * day.mornings + regions * day.submits * 2
  return sum(times(morning, day.mornings), times({ ...mail, lambdas: 1, mails: 1 }, mails), times(asked, regions))
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
  for (const name of ['plan', 'dispatch', 'check', 'reconcile'] as const)
    await town.handlers.job(name, at, { moved: true })
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
    messages * requestsAMessage * prices.queueRequest +
    mails * prices.mail
  )
}

/** Each number of regions in a process and a table of its own. What a further region costs is told against the number before. */
async function compare(all: readonly number[]): Promise<void> {
  console.log(
    `Prices as of ${pricesWrittenDown}, US dollars. Regions of ${size.agencies} agencies with ${size.forms} forms.`,
  )
  console.log(
    '| regions | what | processor ms | read units | write units | invocations | messages | mails | dollars | a region | each further one |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|')
  let last: { regions: number; measured: Measured } | undefined
  const further: number[] = []
  for (const regions of all) {
    const child = fork(import.meta.filename, [`--regions=${regions}`])
    const [measured] = (await once(child, 'message')) as [Measured]
    for (const [what, used] of Object.entries(measured)) {
      const dollars = dollarsOf(used)
      const more = last && (dollars - dollarsOf(last.measured[what] ?? nothing)) / (regions - last.regions)
      if (what === 'month' && more !== undefined) further.push(more)
      const { cpu, reads, writes, lambdas, messages, mails } = used
      const figures = [cpu, reads, writes, lambdas, messages, mails].map((figure) => Math.round(figure * 10) / 10)
      const told = [dollars, dollars / regions, more].map((each) => each?.toPrecision(3) ?? '-')
      console.log(`| ${[regions, what, ...figures, ...told].join(' | ')} |`)
    }
    last = { regions, measured }
  }
  const apart = Math.max(...further) / Math.min(...further) - 1
  if (further.length < 2) return
  console.log(`A month of each further region: at most ${Math.round(apart * 1_000) / 10} % apart.`)
  if (!(apart <= tolerance)) process.exitCode = 1
}

/** SES's emulator in a process of its own, without a limit of its rate. */
async function startSes() {
  const child = fork(join(root, 'test/local/ses-process.ts'), [mkdtempSync(join(tmpdir(), 'lengkap-ses-'))])
  const [port] = await once(child, 'message')
  return { endpoint: `http://127.0.0.1:${port}`, process: child }
}
