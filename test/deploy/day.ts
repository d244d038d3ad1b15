/**
 * A day and a morning of Kota Kupang's round on the functions of an assembly: what people, schedules, the stream, SES and the
 * operator do. Each call to AWS is asked of the caller's role.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDynamoClient, type DynamoClient } from '../../functions/store/dynamo-client.ts'
import { dueKeys } from '../../functions/store/keys.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable } from '../../functions/store/table.ts'
import { createTable as makeTable } from '../../local/dynamodb/create-table.ts'
import type { Handlers } from '../../local/handlers.ts'
import { seedRound } from '../../local/seed/seed-round.ts'
import { type SesEmulator, startSesEmulator } from '../../local/ses/ses-emulator.ts'
import { TableStream } from '../../local/table-stream.ts'
import { adminOver } from '../../ops/connect.ts'
import { runOps } from '../../ops/run-ops.ts'
import { Visitor } from '../journeys/visitor.ts'
import { FakeQueue } from '../ops/fake-queue.ts'
import { Assembly, awsRegion } from './assembly.ts'
import { Cloud } from './cloud.ts'
import { startEdge } from './edge.ts'

export type Day = {
  cloud: Cloud
  queue: FakeQueue
  ses: SesEmulator
  person(): Visitor
  /** A schedule's event at the day's time; what it asks for by a queue is done too. Answers the counts, of the work on regions where there is any. */
  run(job: string): Promise<Record<string, unknown>>
  /** The operator's command; answers what it printed, or throws what it said. */
  ops(...words: string[]): Promise<string>
  moveTo(instant: string): void
  /** A mail that is due leaves the index, as no code of ours would let it. */
  loseOneDue(): Promise<void>
  /** For files that a command writes. */
  folder: string
  close(): Promise<void>
}

type Places = { folder: string; dynamodb: string; mailDomain: string; bouncing: string }

export async function startDay({ folder: assemblyFolder, dynamodb, mailDomain, bouncing }: Places): Promise<Day> {
  const folder = mkdtempSync(join(tmpdir(), 'lengkap-day-'))
  const [cloud, queue] = [new Cloud(), new FakeQueue()]
  cloud.now = new Date('2026-02-10T09:00:00+08:00')
  const gate = await cloud.start()
  const assembly = new Assembly(assemblyFolder, gate)
  cloud.doors = assembly.doors()
  const { TABLE_NAME = '', ADDRESS_KEY } = environmentOf(cloud, 'api')
  const ses = await startSesEmulator({
    port: 0,
    dataDir: join(folder, 'ses'),
    clock: () => cloud.now,
    verifiedSenders: [mailDomain],
    ratePerSecond: 10_000,
    topicArn: environmentOf(cloud, 'mail-events').MAIL_TOPIC_ARN ?? '',
    outcomes: { [bouncing]: 'bounced' },
    onEvent: async (event) => void (await cloud.invoke('mail-events', event)),
  })
  Object.assign(cloud.behind, { dynamodb, ses: ses.url, sqs: await queue.start() })
  await makeTable(dynamodb, TABLE_NAME)
  const client = createDynamoClient({ endpoint: dynamodb })
  const table = createTable(client, TABLE_NAME)
  const clock = { kind: 'rehearsal' as const, now: () => cloud.now, moveTo: () => undefined, save: () => undefined }
  await seedRound({ regions: createRegions(table, ADDRESS_KEY), rounds: createRounds(table) }, clock)
  const dispatchNew = async (Records: unknown[]) => void (await cloud.invoke('dispatch-new', { Records }))
  const stream = new TableStream(dynamodb, TABLE_NAME, { dispatchNew } as unknown as Handlers)
  const edge = await startEdge(cloud, assembly, () => stream.pump(cloud.now))
  return {
    cloud,
    queue,
    ses,
    folder,
    person: () => new Visitor({ siteUrl: edge.url, inboxUrl: ses.url }),
    run: async (job) => {
      const counts = (await cloud.invoke(job, scheduled(cloud.now))) as Record<string, unknown>
      const { REGION_QUEUE_URL: url } = environmentOf(cloud, job)
      return url === undefined ? counts : workOffRegions(cloud, `${job}-region`, queue.takeSent(url))
    },
    ops: (...words) => operate(cloud, words),
    moveTo: (instant) => {
      cloud.now = new Date(instant)
    },
    loseOneDue: () => loseOneDue(client, TABLE_NAME),
    close: async () => {
      edge.close()
      stream.close()
      await ses.close()
      queue.stop()
      await cloud.stop()
      client.destroy()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** As AWS hands messages on. Answers the last line that the worker wrote of itself. */
async function workOffRegions(cloud: Cloud, worker: string, bodies: readonly string[]) {
  const Records = bodies.map((body, index) => ({ messageId: `m${index}`, eventSource: 'aws:sqs', body }))
  const answer = await cloud.invoke(worker, { Records })
  if (JSON.stringify(answer) !== '{"batchItemFailures":[]}') throw new Error(`${worker}: ${JSON.stringify(answer)}`)
  const lines = (await cloud.saidBy(worker)).split('\n').filter((line) => line.includes(`"message":"${worker}"`))
  return JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>
}

async function loseOneDue(client: DynamoClient, TableName: string): Promise<void> {
  for (const shard of dueKeys.partitions) {
    const { Items = [] } = await client.call('Query', {
      TableName,
      IndexName: dueKeys.index,
      KeyConditionExpression: `${dueKeys.partitionName} = :shard`,
      ExpressionAttributeValues: { ':shard': { S: shard } },
    })
    const [{ pk, sk } = {}] = Items
    if (pk === undefined || sk === undefined) continue
    const UpdateExpression = `REMOVE ${dueKeys.partitionName}, ${dueKeys.sortName}`
    await client.call('UpdateItem', { TableName, Key: { pk, sk }, UpdateExpression })
    return
  }
  throw new Error('nothing is due')
}

function environmentOf({ doors }: Cloud, name: string): Record<string, string> {
  return doors.find((door) => door.name === name)?.environment ?? {}
}

export function scheduled(at: Date) {
  return {
    version: '0',
    id: 'event',
    'detail-type': 'Scheduled Event',
    source: 'aws.events',
    account: '111122223333',
    time: `${at.toISOString().slice(0, 19)}Z`,
    region: awsRegion,
    resources: [],
    detail: {},
  }
}

async function operate(cloud: Cloud, words: string[]): Promise<string> {
  const [printed, said]: [string[], string[]] = [[], []]
  const status = await runOps([...words, '--stage', 'dev'], {
    env: {},
    print: (line) => printed.push(line),
    say: (line) => said.push(line),
    connect: async () => adminOver((event) => cloud.invoke('admin', event) as never),
  })
  if (status !== 0) throw new Error(`${words.join(' ')}: ${said.join('\n')}`)
  return printed.join('\n')
}
