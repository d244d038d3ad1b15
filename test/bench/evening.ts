/**
 * `npm run bench:evening`: a last day of `npm start` with its schedules: 500 sendings of 39 works within two minutes, while the day's mails to
 * all operators and heads go out; then far more than the machine can answer, for a quarter of a minute. Each refused sending is repeated when
 * its answer says so, with its key. Fails where an answer was lost, something hung, or 429 did not say when to come back.
 * `-- --count=500 --seconds=120 --crowd=200` for other measures.
 */
import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Receipt } from '../../functions/schema/round.ts'
import { roundId } from '../journeys/agency-work.ts'
import { expectStatus, readInbox } from '../journeys/visitor.ts'
import { openWorks, send, type Work } from './operators.ts'
import { startProduct } from './product.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '120' },
    crowd: { type: 'string', default: '200' },
  },
})
const works = 39
const finalDay = '2026-02-17T07:59:45+08:00'
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1_000))

type Sent = { status: number; ms: number; receipt?: Receipt }
const answers: Sent[] = []
const wrong: string[] = []

const product = await startProduct()
try {
  const clock = await fetch(`${product.siteUrl}/local/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', origin: product.siteUrl },
    body: JSON.stringify({ now: finalDay }),
  })
  if (!clock.ok) throw new Error(`clock: ${clock.status} ${await clock.text()}`)
  const open = await openWorks(product, works)
  const mailsBefore = (await readInbox(product)).length

  const cpuBefore = cpu()
  await evening(open, Number(values.count), Number(values.seconds))
  tell('the evening', answers)
  const each = cpu().map((after, at) => Math.round((after - (cpuBefore[at] ?? 0)) / Number(values.count)))
  console.log(`  CPU ms a sending, mails and schedules with it: program ${each[0]}, emulator ${each[1]}`)
  // The last receipts are under way.
  await pause(30)
  await tellMails(mailsBefore)

  const from = answers.length
  await crowd(open, Number(values.crowd), 15)
  tell('beyond capacity', answers.slice(from))
  await compareWithServer(open)
} finally {
  await product.stop()
}
if (wrong.length > 0) {
  console.error(wrong.slice(0, 10).join('\n'))
  process.exit(1)
}

function cpu(): number[] {
  const all = product.processes()
  return ['start.mjs', 'dynalite-process.mjs'].map((wanted) => {
    const milliseconds = all.filter(({ name }) => name === wanted).map((one) => one.cpu)
    return Math.max(0, ...milliseconds)
  })
}

/** Sends until it is taken, as the page does. */
async function sendThrough(work: Work): Promise<void> {
  const key = randomUUID()
  for (;;) {
    const from = performance.now()
    const { status, headers, body } = await send(work, key)
    const ms = performance.now() - from
    answers.push({ status, ms, ...(status < 300 && { receipt: body as Receipt }) })
    if (ms > 30_000) wrong.push(`an answer took ${Math.round(ms)} ms`)
    if (status < 300) {
      work.revision += 1
      return
    }
    const seconds = Number(headers.get('retry-after'))
    if (status !== 429 || !(seconds > 0)) {
      wrong.push(`${status}, Retry-After ${headers.get('retry-after')}: ${JSON.stringify(body).slice(0, 300)}`)
      return
    }
    await pause(seconds)
  }
}

/** Each work's sendings at moments drawn over the whole time; one waits for the one before. */
async function evening(open: readonly Work[], count: number, seconds: number): Promise<void> {
  await Promise.all(
    open.map(async (work, index) => {
      const own = Math.floor(count / open.length) + (index < count % open.length ? 1 : 0)
      const moments = Array.from({ length: own }, () => performance.now() + Math.random() * seconds * 1_000)
      for (const moment of moments.toSorted((a, b) => a - b)) {
        await pause(Math.max(0, moment - performance.now()) / 1_000)
        await sendThrough(work)
      }
    }),
  )
}

/** All works send without a pause, and as many others as are wanted read their tasks. */
async function crowd(open: readonly Work[], connections: number, seconds: number): Promise<void> {
  const end = performance.now() + seconds * 1_000
  const read = async (work: Work) => {
    while (performance.now() < end) {
      const from = performance.now()
      const { status, headers } = await work.operator.request('GET', `/api/rounds/${roundId}/assignments`)
      answers.push({ status, ms: performance.now() - from })
      const after = Number(headers.get('retry-after'))
      if (status === 429 && after > 0) await pause(after)
      else if (status !== 200) wrong.push(`tasks: ${status}, Retry-After ${headers.get('retry-after')}`)
    }
  }
  const write = async (work: Work) => {
    while (performance.now() < end) await sendThrough(work)
  }
  await Promise.all([
    ...open.map(write),
    ...Array.from({ length: Math.max(0, connections - open.length) }, (_, at) => read(open[at % open.length] as Work)),
  ])
}

/** What was confirmed is there, once. */
async function compareWithServer(open: readonly Work[]): Promise<void> {
  for (const { agencyId, formId, operator, revision } of open) {
    const path = `/api/rounds/${roundId}/agencies/${agencyId}/forms/${formId}/submissions`
    const { body } = expectStatus(await operator.request('GET', path), 200)
    const kept = (body as { submissions: unknown[] }).submissions.length
    if (kept !== revision) wrong.push(`${agencyId} ${formId}: ${revision} confirmed, ${kept} kept`)
  }
}

function tell(what: string, all: readonly Sent[]): void {
  const statuses = Object.entries(Object.groupBy(all, ({ status }) => status))
  const taken = all.filter(({ status }) => status < 300).map(({ ms }) => ms)
  const refused = all.filter(({ status }) => status === 429).map(({ ms }) => ms)
  console.log(`${what}: ${statuses.map(([status, some]) => `${some?.length} x ${status}`).join(', ')}`)
  console.log(`  answered: p50 ${at(taken, 0.5)} ms, p95 ${at(taken, 0.95)} ms, longest ${at(taken, 1)} ms`)
  if (refused.length > 0) console.log(`  429: p50 ${at(refused, 0.5)} ms, p95 ${at(refused, 0.95)} ms`)
}

/** Receipts by the mails that arrived, and how long each took after its submission. */
async function tellMails(before: number): Promise<void> {
  const mails = (await readInbox(product)).slice(before)
  const seconds = answers.flatMap(({ receipt }) => {
    if (receipt === undefined) return []
    const mail = mails.find(({ subject }) => subject.includes(receipt.number))
    if (mail === undefined) wrong.push(`no mail for receipt ${receipt.number}`)
    return mail === undefined ? [] : [(Date.parse(mail.at) - Date.parse(receipt.at)) / 1_000]
  })
  const others = mails.filter(({ subject }) => !/^Tanda terima/.test(subject)).length
  console.log(
    `receipts: ${seconds.length} mails, 95 % within ${at(seconds, 0.95)} s, 99 % within ${at(seconds, 0.99)} s; ${others} other mails`,
  )
}

function at(figures: readonly number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return Math.round((sorted[Math.floor(share * (sorted.length - 1))] ?? 0) * 10) / 10
}
