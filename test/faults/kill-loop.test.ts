/**
 * T-OUT: three dispatchers in processes of their own are killed every 0.5 to 1.2 s while table and SES are in trouble and events
 * come late, twice and shuffled. When the trouble is over, every notice has an end (I4), every mail went out once (I3), the
 * index kept its form (I12), and SES's events lie beside their notices. The seed is printed.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import type { Notice } from '../../functions/schema/notice.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { seededRandom } from '../../local/ses/seeded-random.ts'
import { noticePlan, person, round, roundId, settings } from '../store/samples.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Addresses, waits } from './outbox-parts.ts'
import { startTrouble, type Trouble } from './outbox-trouble.ts'

const seed = Number(process.env.FAULT_SEED ?? 20260210)
/** `npm test`; `npm run test:full` takes a minute, a nightly run ten. */
const killForMs = Number(process.env.KILL_LOOP_MS ?? 5_000)
/** One every two seconds. */
const fewestKills = killForMs / 2_000
const notices = Number(process.env.KILL_LOOP_NOTICES ?? 60)
const region = 'kota-kupang'
const endpoint = useStoreEndpoint('kill-loop')
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

it('kills, faults and shuffled events lose no notice and double no mail', {
  timeout: 7 * killForMs + 280_000,
}, async () => {
  const trouble = await startTrouble(endpoint().endpoint, endpoint().tableName, seed, closing)
  const nids = await planNotices(trouble)
  const kills = await killLoop(trouble.addresses)
  const troubled = await listed(trouble)
  trouble.calm()
  await drain(trouble)

  const ended = await listed(trouble)
  const mails = mailsByNid(trouble, nids)
  console.log(
    `${kills} kills; sent under trouble: ${troubled.filter(({ state }) => state === 'sent').length}`,
    trouble.counts(),
  )
  expect(kills).toBeGreaterThan(fewestKills)
  expect(ended).toHaveLength(nids.length)
  // Two sendings in a row of which nothing is known, and no report: that waits for a person, and was not mailed twice.
  const isShown = ({ state, unknowns }: Notice) => state === 'unknown' && unknowns === 2
  const sent = ended.filter((notice) => !isShown(notice))
  expect(sent.filter(({ state }) => state !== 'sent').map(summary)).toEqual([])
  expect(ended.length - sent.length).toBeLessThan(nids.length / 20)
  expect(ended.filter((notice) => mails.get(notice.nid) !== (isShown(notice) ? undefined : 1)).map(summary)).toEqual([])
  expect(mails.has('foreign')).toBe(false)
  for (const { nid } of sent) {
    const types = (await trouble.plain.ledger.events({ region, scope: roundId, nid })).map(({ type }) => type)
    expect(types.sort(), nid).toEqual(['delivery', 'send'])
  }
})

function listed({ plain }: Trouble): Promise<Notice[]> {
  return plain.ledger.list(region, roundId)
}

function mailsByNid({ emulator }: Trouble, nids: readonly string[]): Map<string, number> {
  const mails = new Map<string, number>()
  for (const { tags } of emulator.messages()) {
    const nid = nids.find((known) => JSON.stringify(tags).includes(known)) ?? 'foreign'
    mails.set(nid, (mails.get(nid) ?? 0) + 1)
  }
  return mails
}

/** Notices that fall due over the whole time of trouble. */
async function planNotices({ plain }: Trouble): Promise<string[]> {
  const { table } = endpoint()
  await createRegions(table).reviseSettings(settings(region))
  await createRegions(table).revisePerson(region, person('operator-dlhk'))
  await createRounds(table).insertRound(region, round())
  const now = new Date()
  const expiresAt = new Date(now.getTime() + killForMs + 3_600_000).toISOString()
  const plans = Array.from({ length: notices }, (_, n) => {
    const dueAt = new Date(now.getTime() + Math.floor((n / notices) * killForMs * 0.8)).toISOString()
    return noticePlan(`kill-${n}`, { dueAt, expiresAt })
  })
  for (const plan of plans) await plain.ledger.insert(plan, now)
  return plans.map(({ nid }) => nid)
}

/** Three workers, one of which is killed and replaced every 0.5 to 1.2 s. Answers the number of kills. */
async function killLoop(addresses: Addresses): Promise<number> {
  const random = seededRandom(seed + 2)
  const workers = await Promise.all([1, 2, 3].map(() => startWorker(addresses)))
  const end = performance.now() + killForMs
  let kills = 0
  // On a busy machine a worker takes its time to start: the loop goes on until enough were killed.
  while (performance.now() < end || (kills <= fewestKills && performance.now() < end + 6 * killForMs)) {
    await sleep(500 + random() * 700)
    const victim = Math.floor(random() * workers.length)
    workers[victim]?.kill('SIGKILL')
    kills++
    workers[victim] = await startWorker(addresses)
    await lookAtIndex()
  }
  for (const worker of workers) worker.kill('SIGKILL')
  return kills
}

function startWorker(addresses: Addresses): Promise<ChildProcess> {
  const entry = fileURLToPath(new URL('outbox-worker.ts', import.meta.url))
  const worker = fork(entry, [JSON.stringify(addresses)], { execArgv: ['--import', 'tsx'] })
  closing.push(async () => void worker.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker))
    worker.once('error', reject)
  })
}

/** I12, while the trouble lasts: whoever is in the index waits, and has a well-formed place. */
async function lookAtIndex(): Promise<void> {
  for (const item of await endpoint().table.queryAll(`NOTICES#${region}#${roundId}`)) {
    if (item.type !== 'notice') continue
    const waits = item.state === 'planned' || item.state === 'claimed'
    expect(item.duePk !== undefined, `${item.sk} ${item.state}`).toBe(waits)
    if (waits) expect(item.dueSk).toMatch(/^\d{15}#[0-9A-Z]{26}$/)
  }
}

/** Healthy sweeps until nothing waits any more, at most for a claim, the wait for evidence and a retry. */
async function drain(trouble: Trouble): Promise<void> {
  // The breaker's pauses are not scaled: after the trouble it may stand open for minutes.
  const end = performance.now() + 3 * (waits.leaseMs + waits.evidenceMs) + 200_000
  for (let run = 0; performance.now() < end; run++) {
    await dispatch(trouble.plain, { worker: `drain-${run}`, remainingMs: () => 60_000 })
    await trouble.emulator.eventsSettled()
    const waiting = (await listed(trouble)).filter(({ state }) => state === 'planned' || state === 'claimed')
    if (waiting.length === 0) return
    await sleep(200)
  }
}

function summary({ nid, state, reason, attempts, unknowns, via }: Notice): string {
  return [nid, state, reason, `attempts ${attempts}`, `unknowns ${unknowns}`, via].join(' ')
}
