/**
 * Table and SES in trouble by seeded chance. The index of what waits lags, forgets entries until they are written anew, and gives
 * pages of one item; SES's reports come late, twice, shuffled or never, counted on the fake clock.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SNSEvent } from 'aws-lambda'
import { seededRandom, seedFor } from '../../local/ses/seeded-random.ts'
import { startSesEmulator } from '../../local/ses/ses-emulator.ts'
import { byChance, type FaultCall, type FaultProxy, startFaultProxy } from '../faults/fault-proxy.ts'

export type Trouble = Awaited<ReturnType<typeof startTrouble>>

type Report = { at: number; nid: string; event: SNSEvent }

const minute = 60_000
/** The later a report, the likelier the wait for it is over: kept below the quarter of an hour of evidence. */
const latestReportMs = 9 * minute
const [lostReports, doubledReports] = [0.02, 0.3]
const [staleIndex, lostPlaces, pagesOfOne, answersInPart] = [0.15, 0.02, 0.1, 0.2]

export async function startTrouble(dynamo: string, seed: number, clock: () => Date) {
  const random = seededRandom(seed)
  const reports: Report[] = []
  const lost = { reports: 0, calm: false }
  const dynamoProxy = await startFaultProxy({
    target: dynamo,
    seed,
    choose: byChance({
      resetBefore: 0.01,
      resetAfter: 0.015,
      '500after': 0.015,
      throttle: 0.01,
      delay: 0.01,
      truncate: 0.003,
    }),
    delayMs: 100,
    quiet: true,
    ...lyingIndex(seed, () => lost.calm),
  })
  const dataDir = await mkdtemp(join(tmpdir(), 'lengkap-soak-'))
  const emulator = await startSesEmulator({
    port: 0,
    dataDir,
    clock,
    verifiedSenders: ['lengkap.example'],
    ratePerSecond: 10_000,
    onEvent: async (event) => {
      const nid = nidOf(event)
      if (!lost.calm && random() < lostReports) return void lost.reports++
      const copies = !lost.calm && random() < doubledReports ? 2 : 1
      for (let copy = 0; copy < copies; copy++) {
        const late = lost.calm ? 0 : random() * latestReportMs
        reports.push({ at: clock().getTime() + late, nid, event })
      }
    },
  })
  const sesProxy = await startFaultProxy({
    target: emulator.url,
    seed: seed + 1,
    choose: byChance({ resetBefore: 0.03, resetAfter: 0.04, '500after': 0.02, throttle: 0.03 }),
    quiet: true,
  })
  const proxies: FaultProxy[] = [dynamoProxy, sesProxy]
  return {
    dynamo: dynamoProxy.url,
    ses: sesProxy.url,
    emulator,
    lostReports: () => lost.reports,
    /** Reports that have arrived by now, shuffled. */
    due: (now: Date): SNSEvent[] => {
      const due = reports.filter(({ at }) => at <= now.getTime())
      for (const report of due) reports.splice(reports.indexOf(report), 1)
      return due.toSorted(() => random() - 0.5).map(({ event }) => event)
    },
    calm: () => {
      lost.calm = true
      for (const proxy of proxies) proxy.use(() => 'pass')
    },
    faults: () =>
      proxies
        .flatMap(({ counts }) => Object.entries(counts))
        .reduce((sum, [key, count]) => sum + (key.endsWith(' pass') ? 0 : count), 0),
    close: async () => {
      for (const proxy of proxies) await proxy.close()
      await emulator.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function nidOf(event: SNSEvent): string {
  const message = JSON.parse(event.Records[0]?.Sns.Message ?? '{}') as { mail?: { tags?: { nid?: string[] } } }
  return message.mail?.tags?.nid?.[0] ?? ''
}

type Row = { dueSk?: { S: string } }

type Many = { Responses: Record<string, { pk: object; sk: object }[]>; UnprocessedKeys: Record<string, unknown> }

/** Of many items that were asked for: the other half is still to be asked for, as after 16 MB. */
function firstHalf(body: Buffer): Buffer {
  const { Responses, ...rest } = JSON.parse(body.toString('utf8')) as Many
  const tables = Object.entries(Responses)
  const halves = tables.map(([table, items]) => [table, items.slice(0, Math.ceil(items.length / 2))])
  const left = tables.flatMap(([table, items]) => {
    const keys = items.slice(Math.ceil(items.length / 2)).map(({ pk, sk }) => ({ pk, sk }))
    return keys.length === 0 ? [] : [[table, { Keys: keys, ConsistentRead: true }] as const]
  })
  const told = { ...rest.UnprocessedKeys, ...Object.fromEntries(left) }
  return Buffer.from(JSON.stringify({ Responses: Object.fromEntries(halves), UnprocessedKeys: told }))
}

function lyingIndex(seed: number, isCalm: () => boolean) {
  const older = new Map<string, Buffer>()
  const isIndex = ({ operation, body }: FaultCall) => operation === 'Query' && body.includes('"IndexName"')
  return {
    rewrite: (call: FaultCall) => {
      if (isCalm() || !isIndex(call) || call.random() > pagesOfOne) return call.body
      return JSON.stringify({ ...(JSON.parse(call.body) as object), Limit: 1 })
    },
    reply: (call: FaultCall, body: Buffer) => {
      if (!isCalm() && call.operation === 'BatchGetItem' && call.random() < answersInPart) return firstHalf(body)
      if (isCalm() || !isIndex(call) || call.body.includes('ExclusiveStartKey')) return body
      const shard = /DUE#\d/.exec(call.body)?.[0] ?? ''
      const before = older.get(shard)
      const answer = JSON.parse(body.toString('utf8')) as { Items?: Row[] }
      const forgets = ({ dueSk }: Row) => seededRandom(seedFor(seed, dueSk?.S ?? ''))() < lostPlaces
      const seen = Buffer.from(JSON.stringify({ ...answer, Items: answer.Items?.filter((row) => !forgets(row)) }))
      if (!body.includes('LastEvaluatedKey')) older.set(shard, seen)
      return before !== undefined && call.random() < staleIndex ? before : seen
    },
  }
}
