/**
 * `npm run bench:scale`: one deployment for 1, 10, 100 and 514 regions of 60 agencies with 8 forms in DynamoDB's emulator, asked as AWS
 * asks: what a minute costs in which nothing is due, what a deadline day costs, and a month, by dated prices (ops/prices.ts).
 * `--sizes=1,10` for other numbers. Fails where the month of a further region costs a tenth more, or less, at one size than at another.
 *
 * Three regions live through the first day of a round by the stores and the jobs; the others are copies of one of them
 * (speed/many-regions.ts). Measured over all regions: an hour of the schedules, and the plan of a morning. Measured in one of them, with all
 * in the table, and told for all: a request, the work that follows a submission, a report on a mail. Of a morning's mails as many are sent
 * as one run of `dispatch` can. Reads and writes are units as the emulator tells them. Milliseconds of Lambda are processor time of
 * this machine, and for each call of the table what an answer takes. What comes alone is dearest, so all does: a message of a queue, a submission in its minute.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { JobName } from '../../local/handlers.ts'
import { prices, pricesWrittenDown } from '../../ops/prices.ts'
import { settleRegions } from './speed/many-regions.ts'
import { costOf } from './speed/measure.ts'
import { startSes } from './speed/ses.ts'
import { answersOf, region, roundId, startTown, type Town } from './speed/town.ts'

type Used = Record<keyof typeof nothing, number>
type Measured = Record<'minute' | 'deadline day' | 'month', Used> & { hours: number[] }

const root = join(import.meta.dirname, '..', '..')
const size = { agencies: 60, forms: 8 }
/** What one region's people do on the last day: half of all forms are sent, each looked at before; the coordinator watches. `quarters`: with a submission. */
const day = {
  submits: (size.agencies * size.forms) / 2,
  tasks: size.agencies * 5,
  boards: 40,
  mornings: 2,
  quarters: 40,
  receipts: 2,
}
/** Of a month with one round: days as busy as the last one, and the hours of the schedules. */
const month = { busyDays: 3, hours: 30 * 24 }
/** A GB of memory comes with a part of a processor (AWS: 1,769 MB with a whole one); an answer of the table is waited for so long. */
const lambda = { memoryGb: 1, slower: 1_769 / 1_024, waitMs: 5 }
/** What a further region may cost more than another. */
const tolerance = 0.1
/** Of SQS for a message that comes alone: sent, received, deleted. */
const requestsAMessage = 3
/** Of a mail: it was sent, it arrived. */
const reportsAMail = 2
/** How often what is measured in one region is measured, after as many times as it takes to be warm. */
const often = { warm: 3, measured: 10 }
/**
 * When a region is planned anew is by chance, which evens out among many: of few more hours are measured, all before midnight. The
 * hour before is not: all regions were planned in one minute just then, and each is planned five times in it.
 */
const hoursMeasured = (regions: number) => (regions <= 10 ? 3 : 1)
/** By which the command fails or not. */
const wholeMonth = 'with mails'
const nothing = { lambdaMs: 0, reads: 0, writes: 0, lambdas: 0, messages: 0, mails: 0, reports: 0 }

const { values } = parseArgs({ options: { sizes: { type: 'string', default: '1,10,100,514' } } })
const sizes = values.sizes.split(',').map(Number)
if (sizes.some((count) => !Number.isInteger(count) || count < 1)) throw new Error('--sizes=1,10: whole numbers from 1')

if (process.send === undefined) {
  await compare(sizes)
  process.exit()
}

const [regions = 1] = sizes
const ses = await startSes()
process.on('exit', ses.end)
const town = await startTown(root, size, true, ses.endpoint)
const [opening, evening, morning, work] = ['10T09:00:30', '10T20:00:00', '11T08:00:30', '11T10:00:00'].map(
  (at) => new Date(`2026-02-${at}+08:00`),
) as [Date, Date, Date, Date]
let revision = 0
let messages = 0
const { regionQueue } = await import('../../functions/lambda/region-queue-deps.ts')
const { ledger } = await import('../../functions/lambda/deps.ts')
const { send } = regionQueue
regionQueue.send = async (asks) => {
  messages += asks.length
  await send(asks)
}

await settleRegions(town, regions, firstDay)
const hours: Used[] = []
await hour(0)
for (let index = 1; index <= hoursMeasured(regions); index += 1) hours.push(await hour(index))
const minute = times(sum(...hours), 1 / 60 / hours.length)
const busy = await busyDay()
const whole = sum(times(minute, 60 * month.hours), times(busy, month.busyDays))
const measured: Measured = { minute, 'deadline day': busy, month: whole, hours: hours.map(({ reads }) => reads) }
await new Promise((sent) => process.send?.(measured, sent))
await town.close()
process.exit(0)

/** The round opens and all are told; then the schedules run till evening. */
async function firstDay(): Promise<void> {
  for (let at = opening.getTime(); at < evening.getTime(); at += 15 * 60_000)
    await run(['check', 'plan', 'dispatch', 'reconcile'], new Date(at))
  // With a coordinator and their heads these are fewer than the emulator keeps.
  for (const report of await ses.events(2_000)) await town.handlers.mailEvents(report)
}

async function run(names: readonly JobName[], at: Date): Promise<void> {
  town.moveTo(at)
  for (const name of names) await town.handlers.job(name, at)
}

/** An hour of the schedules, in which nothing is due: each region is planned four times or five, and checked once. */
async function hour(after: number): Promise<Used> {
  const minutes = Array.from({ length: 60 }, (_, index) => async () => {
    const at = new Date(evening.getTime() + (after * 60 + index) * 60_000)
    await run(index % 15 === 0 ? ['check', 'plan', 'dispatch', 'reconcile'] : ['plan', 'dispatch'], at)
  })
  return measure(minutes, { lambdas: 2 * 60 + 2 * 4 })
}

/** Of all together. `more`: what nobody counts but who knows it. */
async function measure(acts: readonly (() => Promise<unknown>)[], more: Partial<Used>): Promise<Used> {
  const before = messages
  const { cpu, calls, reads, writes, count } = await costOf(acts, 1, town.pid)
  const asked = messages - before
  const lambdaMs = (cpu * lambda.slower + calls * lambda.waitMs) * count
  const used = { ...nothing, lambdaMs, reads: reads * count, writes: writes * count, messages: asked }
  return sum(used, { ...nothing, lambdas: asked }, { ...nothing, ...more })
}

async function busyDay(): Promise<Used> {
  const planned = await measure([() => run(['plan'], morning)], { lambdas: 1 })
  const waiting = await countWaiting()
  let sent = 0
  const sending = await measure(
    [
      async () => {
        sent = Number((await town.handlers.job('dispatch', morning)).sent)
      },
    ],
    {},
  )
  if (sent === 0) throw new Error('no mail was sent')
  const mail = sum(times(sending, 1 / sent), { ...nothing, lambdas: 1, mails: 1 }, times(await report(), reportsAMail))
  const mails = waiting * day.mornings + regions * day.submits * day.receipts
  return sum(times(planned, day.mornings), times(mail, mails), times(await requests(), regions))
}

/** How many mails of the morning wait, in all regions. */
async function countWaiting(): Promise<number> {
  let count = 0
  for await (const _ of ledger.due(morning)) count += 1
  return count
}

async function report(): Promise<Used> {
  const reports = await ses.events(often.warm + often.measured * 2)
  const acts = reports.map((each) => () => town.handlers.mailEvents(each))
  for (const act of acts.slice(0, often.warm)) await act()
  const all = await measure(acts.slice(often.warm), {})
  return sum(times(all, 1 / (acts.length - often.warm)), { ...nothing, lambdas: 1, reports: 1 })
}

/** Of one region's day: each request and what follows a submission, told for as many as a day has. */
async function requests(): Promise<Used> {
  const [agency = '', form = ''] = [town.agencyIds[0], town.formIds[0]]
  const path = `/api/rounds/${roundId}`
  const get = (person: string, what: string) => async () => expectOk(await town.call(person, 'GET', what), 200)
  const submit = async () => {
    const headers = { 'if-match': `"${revision}"`, 'idempotency-key': crypto.randomUUID() }
    const place = `${path}/agencies/${agency}/forms/${form}/submissions`
    expectOk(await town.call(`op-${agency}`, 'POST', place, { answers: answersOf(revision) }, headers), 201)
    revision += 1
  }
  let minutes = 0
  const moved = async () => {
    minutes += 2
    town.moveTo(new Date(work.getTime() + minutes * 60_000))
    await submit()
  }
  const ask = (job: 'plan' | 'check') => () =>
    regionQueue.send([{ job, region, time: new Date(work.getTime() + (minutes + 1) * 60_000).toISOString() }])
  const single = { lambdas: 1 }
  town.moveTo(work)
  return sum(
    times(await mean(submit, single), day.submits),
    times(await mean(get(`op-${agency}`, `${path}/assignments`), single), day.tasks),
    times(await mean(get('koordinator', `${path}/completeness?cells=brief`), single), day.boards),
    times(await mean(ask('plan'), {}, moved), day.submits),
    times(await mean(ask('check'), {}, moved), day.quarters),
  )
}

async function mean(
  act: () => Promise<unknown>,
  more: Partial<Used>,
  before: () => Promise<unknown> = async () => undefined,
): Promise<Used> {
  const all: Used[] = []
  for (let index = 0; index < often.warm + often.measured; index += 1) {
    await before()
    all.push(await measure([act], more))
  }
  return times(sum(...all.slice(often.warm)), 1 / often.measured)
}

function expectOk({ statusCode, body }: Awaited<ReturnType<Town['call']>>, status: number): void {
  if (statusCode !== status) throw new Error(`${statusCode} ${body}`)
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

/** Besides what SES asks. */
function dollarsOfAws({ lambdaMs, reads, writes, lambdas, messages, reports }: Used): number {
  return (
    (lambdaMs / 1_000) * lambda.memoryGb * prices.lambdaGbSecond +
    lambdas * prices.lambdaRequest +
    reads * prices.dynamodbReadUnit +
    writes * prices.dynamodbWriteUnit +
    messages * requestsAMessage * prices.queueRequest +
    reports * prices.topicRequest
  )
}

function dollarsOf(used: Used): number {
  return dollarsOfAws(used) + used.mails * prices.mail
}

/** Each number of regions in a process and a table of its own. What a further region costs is told against the number before. */
async function compare(all: readonly number[]): Promise<void> {
  console.log(
    `Prices as of ${pricesWrittenDown}, US dollars. Regions of ${size.agencies} agencies with ${size.forms} forms.`,
  )
  console.log(
    '| regions | what | Lambda ms | read units | write units | invocations | messages | mails | reports | dollars | a region | each further one |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|---|')
  let last: { regions: number; measured: Measured } | undefined
  const further = { [wholeMonth]: [] as number[], 'without what SES asks': [] as number[] }
  for (const regions of all) {
    const child = fork(import.meta.filename, [`--sizes=${regions}`])
    const started = performance.now()
    const [measured] = (await once(child, 'message')) as [Measured]
    const more = (of: (used: Used) => number, what: 'minute' | 'deadline day' | 'month') =>
      last && (of(measured[what]) - of(last.measured[what])) / (regions - last.regions)
    for (const what of ['minute', 'deadline day', 'month'] as const) {
      const used = measured[what]
      const figures = keys().map((key) => Math.round(used[key] * 10) / 10)
      const told = [dollarsOf(used), dollarsOf(used) / regions, more(dollarsOf, what)]
      console.log(`| ${[regions, what, ...figures, ...told.map((each) => each?.toPrecision(3) ?? '-')].join(' | ')} |`)
    }
    further[wholeMonth].push(...[more(dollarsOf, 'month') ?? []].flat())
    further['without what SES asks'].push(...[more(dollarsOfAws, 'month') ?? []].flat())
    const hours = measured.hours.map((reads) => Math.round(reads)).join(', ')
    console.log(
      `${regions}: ${Math.round((performance.now() - started) / 1_000)} s; ${month.hours} hours of the month told from ${measured.hours.length}, of ${hours} read units`,
    )
    last = { regions, measured }
  }
  for (const [what, months] of Object.entries(further)) {
    if (months.length < 2) continue
    const apart = Math.max(...months) / Math.min(...months) - 1
    const isConstant = apart <= tolerance
    console.log(
      `A month of each further region, ${what}: ${months.map((each) => each.toPrecision(3)).join(', ')} dollars, at most ${Math.round(apart * 1_000) / 10} % apart: ${isConstant ? 'constant' : 'not constant'}`,
    )
    if (what === wholeMonth && !isConstant) process.exitCode = 1
  }
}
