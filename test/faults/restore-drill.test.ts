/**
 * T-RES: a snapshot is taken, the table lives on and sends all, then it is lost. The snapshot becomes a new table with a new epoch, the
 * operator reconciles, and the schedules run on it: no mail that the old table sent is sent again, and none is lost silently.
 */
import { afterEach, expect, it, vi } from 'vitest'
import { catalogueOf } from '../../functions/domain/forms/published-forms.ts'
import { createComposer } from '../../functions/domain/notices/compose.ts'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import { plan } from '../../functions/jobs/plan.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { createSesClient, createSesMailer } from '../../functions/mail/ses-mailer.ts'
import { createMailBreaker, createMailPulse } from '../../functions/store/mail-service.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createPublishedForms } from '../../functions/store/published-forms.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable, type Table } from '../../functions/store/table.ts'
import type { Page } from '../../functions/store/wire/calls.ts'
import { createTable as makeTable } from '../../local/dynamodb/create-table.ts'
import { startSes } from '../local/ses-support.ts'
import { opsOver } from '../ops/ops-world.ts'
import { seedTowns, type Town } from '../soak/town.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'

vi.setConfig({ testTimeout: 120_000 })
const endpoint = useStoreEndpoint('restore-drill')
const closing: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const at = (day: number, time: string) => new Date(`2026-02-${day}T${time}:00+08:00`)
type Senders = Awaited<ReturnType<typeof senders>>

/** The schedules over a table, with one SES for all tables. */
async function senders(table: Table, epoch: string, ses: string, time: { now: Date }) {
  const [regions, rounds] = [createRegions(table), createRounds(table)]
  const ledger = createNoticeLedger(table, { epoch })
  const forms = catalogueOf({ definition: async () => undefined, all: async () => [] }, createPublishedForms(table))
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = createSesClient({ endpoint: ses, region: 'ap-southeast-3', credentials })
  closing.push(() => client.destroy())
  const from = { name: 'Lengkap', email: 'pengingat@lengkap.example' }
  const parts = {
    ledger,
    regions,
    rounds,
    compose: createComposer({ siteUrl: 'https://lengkap.example', forms }),
    render: renderMail,
    mailer: createSesMailer({ client, from, configurationSet: 'lengkap' }),
    breaker: createMailBreaker(table),
    pulse: createMailPulse(table),
    clock: () => time.now,
    pause: async () => undefined,
    report: () => undefined,
  }
  return {
    ledger,
    parts,
    run: async () => {
      await plan({ regions, rounds, ledger }, { time: time.now.toISOString() })
      await dispatch(parts, { worker: `${epoch}-${time.now.getTime()}`, remainingMs: () => 60_000 })
    },
  }
}

async function copy(from: string, to: string): Promise<Table> {
  const { endpoint: url, client } = endpoint()
  await makeTable(url, to)
  let start: Page['LastEvaluatedKey']
  do {
    const page: Page = await client.call('Scan', { TableName: from, ExclusiveStartKey: start })
    for (const Item of page.Items ?? []) await client.call('PutItem', { TableName: to, Item })
    start = page.LastEvaluatedKey
  } while (start)
  return createTable(client, to)
}

async function listed({ ledger }: Senders, { region, roundId }: Town) {
  return [...(await ledger.list(region, roundId)), ...(await ledger.list(region, 'all'))]
}

it('a restored table repeats no mail and loses none', async () => {
  const { table, tableName } = endpoint()
  const [town] = (await seedTowns(table, 1, 5)) as [Town]
  const time = { now: at(12, '17:30') }
  let record: Parameters<typeof recordMailEvents>[0] | undefined
  const ses = await startSes({
    clock: () => time.now,
    ratePerSecond: 10_000,
    onEvent: async (event) => record && void (await recordMailEvents(record, event)),
  })
  closing.push(() => ses.emulator.close())
  const old = await senders(table, '1', ses.emulator.url, time)
  record = { ...old.parts, report: () => undefined }
  await old.run()
  time.now = at(13, '07:59')
  // Planned, and not yet sent: then the snapshot.
  await plan(old.parts, { time: at(13, '08:00').toISOString() })
  const snapshot = await copy(tableName, 'restored')
  for (const now of [at(13, '08:00'), at(13, '08:02'), at(13, '13:00'), at(13, '17:00')]) {
    time.now = now
    await old.run()
  }
  await ses.emulator.eventsSettled()
  const sentByOld = ses.emulator.messages().length
  expect(sentByOld).toBeGreaterThan(20)
  const sentUntil = at(13, '18:00')
  record = undefined

  time.now = at(13, '19:00')
  const epoch = `2@${sentUntil.toISOString()}`
  const next = await senders(snapshot, epoch, ses.emulator.url, time)
  await next.run()
  expect(ses.emulator.messages()).toHaveLength(sentByOld)
  const { ops } = opsOver(snapshot, { now: time.now, epoch })
  const settled = await ops('restore', 'reconcile', town.region, `--sent-until=${sentUntil.toISOString()}`, '--yes')
  expect(settled).toMatchObject({ status: 0 })
  for (const now of [
    at(13, '19:05'),
    at(14, '09:00'),
    at(16, '08:00'),
    at(17, '08:00'),
    at(18, '09:00'),
    at(18, '09:05'),
  ]) {
    time.now = now
    await next.run()
  }

  const nids = ses.emulator.messages().map(({ tags }) => tags.nid)
  expect(nids.length).toBeGreaterThan(sentByOld)
  expect(new Set(nids).size).toBe(nids.length)
  const known = await listed(old, town)
  const after = await listed(next, town)
  // Whatever the old table told, or had to tell, is told once, or stands in the new ledger for a person to see.
  const shown = new Set(after.filter(({ state }) => state === 'unknown').map(({ nid }) => nid))
  const lost = known.filter(({ nid, state }) => state === 'sent' && !nids.includes(nid))
  expect(lost).toEqual([])
  const owed = after.filter(({ state, nid }) => (state === 'planned' || state === 'claimed') && !nids.includes(nid))
  expect(owed.map(({ kind, dueAt }) => `${kind} ${dueAt}`)).toEqual([])
  for (const { nid, state } of known)
    if (state === 'sent' && !after.some((each) => each.nid === nid)) throw new Error(nid)
  for (const nid of shown) expect(nids.filter((each) => each === nid).length, nid).toBeLessThanOrEqual(1)
})
