/**
 * A small world for the dispatcher: real stores on dynalite, the real templates, the strict SES emulator, and a clock
 * that only the test turns. Each world has a table of its own, because the index of what is due is one for all regions.
 */

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SESClient } from '@aws-sdk/client-ses'
import type { SNSEvent } from 'aws-lambda'
import { afterEach } from 'vitest'
import type { Mailer } from '../../functions/domain/notices/ledger/mailer.ts'
import { datedNidOf } from '../../functions/domain/notices/plan/nid.ts'
import type { ComposeMail, DispatchParts, DispatchRun } from '../../functions/jobs/dispatch/dispatch-parts.ts'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { createSesMailer } from '../../functions/mail/ses-mailer.ts'
import type { NoticePlan } from '../../functions/schema/notice.ts'
import { createMailBreaker, createMailPulse } from '../../functions/store/mail-service.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable } from '../../functions/store/table.ts'
import { createTable as makeTable } from '../../local/dynamodb/create-table.ts'
import { startSesEmulator } from '../../local/ses/ses-emulator.ts'
import type { SesOptions } from '../../local/ses/ses-settings.ts'
import { at, noticePlan, person, round, settings } from '../store/samples.ts'
import { type StoreEndpoint, useStoreEndpoint } from '../store/store-endpoint.ts'

export const region = 'kota-kupang'
export const topicArn = 'arn:aws:sns:ap-southeast-3:000000000000:lengkap-mail-events'
let worlds = 0

/** Says thanks, unless the agency has submitted: then there is nothing to say any more. */
const thankUnlessSubmitted: ComposeMail = (_now, _notice, { rounds: [facts] }) =>
  facts && facts.submissions.length > 0
    ? { outcome: 'drop', to: 'cancelled', reason: 'submitted' }
    : {
        outcome: 'mail',
        content: { kind: 'thanks', round: 'R', person: 'P', agency: 'A', at, siteUrl: 'https://x.example' },
      }

/** `withhold` keeps SES's events until `releaseEvents`; `lose` drops them. `outcomes`: what befalls single addresses, looked up at each mail. */
export type WorldOptions = { events?: 'bring' | 'withhold' | 'lose'; outcomes?: SesOptions['outcomes'] }

export async function startWorld(
  { endpoint, client, tableName: file }: StoreEndpoint,
  { events = 'bring', outcomes = {} }: WorldOptions = {},
) {
  const tableName = `${file}-world-${++worlds}`
  await makeTable(endpoint, tableName)
  const table = createTable(client, tableName)
  const ledger = createNoticeLedger(table, { epoch: '1' })
  const regions = createRegions(table)
  const rounds = createRounds(table)
  await regions.reviseSettings(settings(region))
  await regions.revisePerson(region, person('operator-dlhk'))
  await rounds.insertRound(region, round())
  const time = { now: new Date(at) }
  const pulse = createMailPulse(table)
  const withheld: SNSEvent[] = []
  const reports: string[] = []
  const bring = (event: SNSEvent) =>
    recordMailEvents({ ledger, regions, pulse, topicArn, report: ({ reason }) => reports.push(reason) }, event)
  const dataDir = await mkdtemp(join(tmpdir(), 'lengkap-world-'))
  const emulator = await startSesEmulator({
    port: 0,
    dataDir,
    clock: () => time.now,
    verifiedSenders: ['lengkap.example'],
    ratePerSecond: 10_000,
    topicArn,
    eventRetryMs: 5,
    outcomes,
    onEvent: async (event) => {
      if (events === 'bring') await bring(event)
      if (events === 'withhold') withheld.push(event)
    },
  })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const ses = new SESClient({ endpoint: emulator.url, region: 'ap-southeast-3', credentials, maxAttempts: 1 })
  const from = { name: 'Lengkap', email: 'pengingat@lengkap.example' }
  const mailer = createSesMailer({ client: ses, from, configurationSet: 'lengkap' })
  const parts: DispatchParts = {
    ledger,
    regions,
    rounds,
    compose: thankUnlessSubmitted,
    render: renderMail,
    mailer,
    breaker: createMailBreaker(table),
    pulse,
    clock: () => time.now,
    pause: async () => {},
    report: ({ step }) => reports.push(step),
  }
  let runs = 0
  const run = (over: Partial<DispatchRun> = {}): DispatchRun => ({
    worker: `run-${++runs}`,
    remainingMs: () => 60_000,
    ...over,
  })
  const world = {
    client,
    table,
    tableName,
    ledger,
    regions,
    rounds,
    parts,
    reports,
    withheld,
    emulator,
    bring,
    run,
    /** Plans notices due at once; answers their keys. */
    plan: async (...plans: NoticePlan[]) => {
      for (const plan of plans) await ledger.insert(plan, time.now)
      return plans.map(({ region, scope, nid }) => ({ region, scope, nid }))
    },
    dispatch: (over: Partial<DispatchParts> = {}, runOver: Partial<DispatchRun> = {}) =>
      dispatch({ ...parts, ...over }, run(runOver)),
    pass: (seconds: number) => {
      time.now = new Date(time.now.getTime() + seconds * 1_000)
    },
    /** How often SES took a mail of the notice. */
    mails: (nid: string) => emulator.messages().filter((message) => JSON.stringify(message.tags).includes(nid)).length,
    state: async (key: { region: string; scope: string; nid: string }) => (await ledger.get(key))?.state,
    close: async () => {
      await emulator.close()
      ses.destroy()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return world
}

export type World = Awaited<ReturnType<typeof startWorld>>

/**
 * To be called at the top of a test file. Answers what starts a world; it is closed after the test that started it.
 * @param usual for worlds that ask for nothing else
 */
export function useWorlds(name: string, usual?: WorldOptions): (options?: WorldOptions) => Promise<World> {
  const endpoint = useStoreEndpoint(name)
  const open: World[] = []
  afterEach(async () => {
    for (const started of open.splice(0)) await started.close()
  })
  return async (options = usual) => {
    const started = await startWorld(endpoint(), options)
    open.push(started)
    return started
  }
}

/** A mailer that answers what a test wants of the far side. */
export function answering(...outcomes: Awaited<ReturnType<Mailer['send']>>[]): Mailer & { sent: string[] } {
  const sent: string[] = []
  return {
    sent,
    evidence: true,
    send: async ({ nid }) => {
      sent.push(nid)
      return outcomes[Math.min(sent.length, outcomes.length) - 1] ?? { outcome: 'unknown', reason: 'silence' }
    },
  }
}

export const receipt = (slot: string, over: Partial<NoticePlan> = {}) => noticePlan(slot, over)
/** Of the day of these tests, as its id says. */
export const code = (slot: string, over: Partial<NoticePlan> = {}) => {
  const plan = noticePlan(slot, { kind: 'sign-in-code', scope: 'sign-in', ...over })
  return { ...plan, nid: datedNidOf(plan, new Date('2026-02-10T00:00:00Z')), ...over }
}
