/**
 * The week of 10 to 20 February on the fake clock under faults: two planners and two dispatchers at once, two APIs, many people, kills,
 * reports late, twice, shuffled and lost, an index that lags and forgets, schedules that come late and double. Then calm, 45 minutes of
 * healthy runs, and the judgement.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable } from '../../functions/store/table.ts'
import { createTable as makeTable } from '../../local/dynamodb/create-table.ts'
import { startDynamo } from '../../local/dynamodb/start-dynamo.ts'
import { seededRandom } from '../../local/ses/seeded-random.ts'
import { type Found, judge, type TakenMail, type Verdict } from './judge.ts'
import { createPeople, type People, type Work } from './people.ts'
import { seedTowns, type Town } from './town.ts'
import { startTrouble, type Trouble } from './trouble.ts'
import { bundleWorker, Worker, WorkerDied } from './workers.ts'

export type Soak = {
  minutes: number
  seed: number
  towns: number
  agencies: number
  killEveryMs: number
  stepMinutes: number
  /** People who are at work at the same time. */
  atOnce: number
  progress?: boolean
}
export type Figures = Omit<Verdict, 'complaints'> & {
  submits: number
  notices: number
  mails: number
  kills: number
  faults: number
  lostReports: number
  '5xx': number
  '503, repeated': number
  /** Without an answer to any of many tries: nobody should have to. */
  'gave up': number
}

const minute = 60_000
const tableName = 'soak'
const siteUrl = 'https://lengkap.example'
const at = (day: number, time: string) => new Date(`2026-02-${day}T${time}:00+08:00`)

const dayMs = 24 * 60 * minute

/** Every `step` minutes in the day; at night, when little falls due, every two hours or four steps, and always once before the morning's mails. */
function instants(step: number): Date[] {
  const list: Date[] = []
  for (let now = at(10, '08:50'); now < at(20, '10:00'); ) {
    list.push(now)
    const hour = Number(new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 13))
    now = hour >= 7 && hour < 18 ? new Date(now.getTime() + step * minute) : byNight(now, Math.max(120, 4 * step))
  }
  // The closing report of who was given until the 19th is due at 08.00.
  return [...list.filter((now) => now < at(20, '08:30')), at(20, '09:00')]
}

function byNight(now: Date, step: number): Date {
  const first = at(10, '07:50').getTime()
  const morning = first + (Math.floor((now.getTime() - first) / dayMs) + 1) * dayMs
  return new Date(Math.min(now.getTime() + step * minute, morning))
}

export async function runSoak(soak: Soak): Promise<{ figures: Figures; complaints: string[] }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lengkap-soak-table-'))
  const dynamo = await startDynamo({ port: 0, dataDir })
  await makeTable(dynamo.endpoint, tableName)
  const client = createDynamoClient({ endpoint: dynamo.endpoint })
  const plain = createTable(client, tableName)
  const time = { now: at(10, '08:50') }
  const [towns, trouble] = await Promise.all([
    seedTowns(plain, soak.towns, soak.agencies),
    startTrouble(dynamo.endpoint, soak.seed, () => time.now),
    bundleWorker(),
  ])
  const workers = Array.from({ length: 4 }, () => new Worker(settingsOf(trouble)))
  const random = seededRandom(soak.seed)
  const people = createPeople(plain, workers.slice(2), siteUrl, random)
  const world: World = {
    soak,
    time,
    towns,
    trouble,
    jobs: workers.slice(0, 2),
    workers,
    people,
    random,
    kills: 0,
    leftOut: 0,
    extended: false,
  }
  try {
    await liveThroughTheWeek(world)
    trouble.calm()
    await calmDown(world)
    const found = await read(plain, towns)
    const mails = takenMails(trouble)
    const { complaints, ...verdict } = judge(found, mails, people.diary)
    const { unforeseen, unavailable, gaveUp } = people.diary.answers
    const figures = {
      submits: people.diary.receipts.length,
      notices: found.reduce((sum, { notices }) => sum + notices.length, 0),
      mails: mails.length,
      kills: world.kills,
      faults: trouble.faults(),
      lostReports: trouble.lostReports(),
      ...verdict,
      '5xx': unforeseen,
      '503, repeated': unavailable,
      'gave up': gaveUp,
    }
    return { figures, complaints }
  } finally {
    for (const worker of workers) worker.close()
    await trouble.close()
    client.destroy()
    await dynamo.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

type World = {
  soak: Soak
  time: { now: Date }
  towns: Town[]
  trouble: Trouble
  jobs: Worker[]
  workers: Worker[]
  people: People
  random: () => number
  kills: number
  /** Steps that a slow machine had no time for. */
  leftOut: number
  /** The first agency of each town was given more time. */
  extended: boolean
}

function settingsOf({ dynamo, ses }: Trouble): Record<string, string> {
  return {
    TABLE_NAME: tableName,
    SITE_URL: siteUrl,
    STAGE: 'soak',
    MAIL_FROM: 'Lengkap <pengingat@lengkap.example>',
    MAIL_CONFIGURATION_SET: 'lengkap',
    CODE_KEY: 'a key of the soak with more than thirty-two characters',
    DYNAMODB_ENDPOINT: dynamo,
    SES_ENDPOINT: ses,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  }
}

/** However slow the machine is: with coarser ones no mail of a day would be in time. */
const coarsestStepMs = 120 * minute

/** A machine that cannot keep up takes coarser steps, so that the week ends when it should. */
async function liveThroughTheWeek(world: World): Promise<void> {
  const { soak, time } = world
  const steps = instants(soak.stepMinutes)
  const started = performance.now()
  const isLate = (index: number) => performance.now() - started > (index / steps.length) * soak.minutes * minute
  let told = 0
  let last = time.now
  const killer = setInterval(() => kill(world), soak.killEveryMs)
  try {
    for (const [index, now] of steps.entries()) {
      if (index > 0 && index < steps.length - 1 && isLate(index) && now.getTime() - last.getTime() < coarsestStepMs) {
        world.leftOut++
        continue
      }
      last = now
      time.now = now
      await bringReports(world)
      const share = (index + 1) / steps.length
      const until = {
        deadline: started + share * soak.minutes * minute,
        submits: share * soak.minutes * mostSubmitsAMinute,
      }
      await Promise.all([actUntil(world, now, until), runJobs(world, now, index)])
      await dispatchOn(world, now)
      const seconds = Math.round((performance.now() - started) / 1_000)
      if (soak.progress && seconds >= told + 30) {
        told = seconds
        const { receipts } = world.people.diary
        console.log(`${now.toISOString()} ${seconds} s, ${receipts.length} submits, ${world.leftOut} steps left out`)
      }
    }
  } finally {
    clearInterval(killer)
  }
}

/** One that works, where there is one: in the middle of what it does. */
function kill(world: World): void {
  const busy = world.workers.filter((worker) => worker.busy > 0)
  const victims = busy.length > 0 ? busy : world.workers
  victims[Math.floor(world.random() * victims.length)]?.kill()
  world.kills++
}

/** SNS brings a report again until somebody has taken it. */
async function bringReports({
  trouble,
  workers,
  time,
  random,
}: Pick<World, 'trouble' | 'workers' | 'time' | 'random'>) {
  await trouble.emulator.eventsSettled()
  for (const event of trouble.due(time.now)) {
    for (let tries = 0; tries < 50; tries++) {
      const worker = workers[Math.floor(random() * workers.length)]
      const isTaken = await worker?.order(time.now, { do: 'events', event }).then(
        () => true,
        () => false,
      )
      if (isTaken) break
    }
  }
}

/** Both at once, now and then late by minutes or twice. */
async function runJobs({ jobs, random }: World, now: Date, index: number): Promise<void> {
  const run = async (worker: Worker, name: 'plan' | 'dispatch' | 'check' | 'reconcile') => {
    const late = random() < 0.2 ? Math.floor(random() * 3) * minute : 0
    const time = new Date(now.getTime() - late).toISOString()
    await worker.order(now, { do: 'job', name, time }).catch(ignoreTrouble)
    if (random() < 0.1) await worker.order(now, { do: 'job', name, time }).catch(ignoreTrouble)
  }
  await Promise.all(jobs.map((worker) => run(worker, 'plan')))
  await Promise.all(jobs.map((worker) => run(worker, 'dispatch')))
  const [first] = jobs
  if (first !== undefined && index % 2 === 0) await run(first, 'reconcile')
  if (first !== undefined && index % 12 === 0) await run(first, 'check')
}

/**
 * The schedule runs each minute, and the week is told in steps of half an hour or more: what a refusal held back in one run goes in one of
 * the next. Nobody acts meanwhile, so that what people did and what they were told keep their order.
 */
async function dispatchOn(world: World, now: Date): Promise<void> {
  const { jobs, time, random, soak } = world
  for (const minutes of [2, 6, 14, 24].filter((each) => each < soak.stepMinutes)) {
    time.now = new Date(now.getTime() + minutes * minute)
    await bringReports(world)
    const worker = jobs[random() < 0.5 ? 0 : 1]
    await worker?.order(time.now, { do: 'job', name: 'dispatch', time: time.now.toISOString() }).catch(ignoreTrouble)
  }
}

/** A job that the table or a kill broke off: the next run makes up for it. */
function ignoreTrouble(error: unknown): void {
  if (!(error instanceof WorkerDied) && !(error instanceof Error)) throw error
}

/** What people do in this step: at least a little, more while there is time. */
type Until = { deadline: number; submits: number }

async function actUntil(world: World, now: Date, until: Until): Promise<void> {
  const { towns, people } = world
  if (now < at(10, '09:00')) return
  if (now >= at(16, '10:00') && !world.extended) {
    world.extended = true
    for (const town of towns) await people.extend(now, town, town.agencies[0] ?? '', '2026-02-19')
  }
  const inHand = new Set<Work>()
  const person = async () => {
    do {
      const work = pick(world)
      if ([...inHand].some((other) => sameWork(other, work))) continue
      inHand.add(work)
      await actOn(world, now, work)
      inHand.delete(work)
    } while (performance.now() < until.deadline && people.diary.receipts.length < until.submits)
  }
  await Promise.all(Array.from({ length: world.soak.atOnce }, person))
}

/** Half as much again as the bar: thousands more in one round would only be slow, for each read of it grows. */
const mostSubmitsAMinute = 150

const sameWork = (a: Work, b: Work) => a.town === b.town && a.agencyId === b.agencyId && a.formId === b.formId

function pick({ towns, random }: World): Work {
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
  const town = one(towns)
  return { town, agencyId: one(town.agencies), formId: one(town.forms) }
}

/** Some agencies are done early, some never finish, one form of every third agency is never begun. */
async function actOn({ people, random }: World, now: Date, work: Work): Promise<void> {
  const number = Number(work.agencyId.split('-')[1])
  const isLast = work.town.forms.at(-1) === work.formId
  if (isLast && number % 3 === 0) return
  if (number % 2 === 0 && now < at(12, '09:00')) return
  const head = people.headOf(work)
  const dice = random()
  if (head > 0 && dice < 0.04) return people.decide(now, work, 'return', '2026-02-19')
  if (now < at(17, '23:00') || number === 1) await people.submit(now, work)
}

/** 45 healthy minutes: the longest wait is an unknown outcome, twice (P4, P10). */
async function calmDown(world: World): Promise<void> {
  for (let passed = 0; passed < 45; passed += 3) {
    world.time.now = new Date(world.time.now.getTime() + 3 * minute)
    await bringReports(world)
    const [first] = world.jobs
    const time = world.time.now.toISOString()
    for (const name of ['plan', 'dispatch', 'reconcile'] as const) {
      // Only a process that was killed for being slow can fail here; the next one does it.
      await first
        ?.order(world.time.now, { do: 'job', name, time })
        .catch(() => first.order(world.time.now, { do: 'job', name, time }))
    }
  }
}

async function read(plain: ReturnType<typeof createTable>, towns: readonly Town[]): Promise<Found[]> {
  const [rounds, ledger] = [createRounds(plain), createNoticeLedger(plain, { epoch: '1' })]
  return Promise.all(
    towns.map(async (town) => {
      const facts = await rounds.load(town.region, town.roundId)
      const scopes = [town.roundId, 'all', 'sign-in']
      const notices = (await Promise.all(scopes.map((scope) => ledger.list(town.region, scope)))).flat()
      return { town, submissions: facts?.submissions ?? [], notices }
    }),
  )
}

function takenMails({ emulator }: Trouble): TakenMail[] {
  return emulator.messages().map(({ at: when, to, text, tags }) => ({
    nid: tags.nid ?? '',
    region: tags.region ?? '',
    kind: tags.kind ?? '',
    to: to[0] ?? '',
    at: when,
    text,
  }))
}
