/**
 * Whatever is done in a rehearsal, and whenever, nobody outside hears of it and the real round does not notice: everything that
 * the real round shows is read before and after each act, while its own clock, mails and bounces go on through the dispatcher and
 * the strict SES emulator.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { check } from '../../functions/jobs/check.ts'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import { plan } from '../../functions/jobs/plan.ts'
import { createSesClient, createSesMailer } from '../../functions/mail/ses-mailer.ts'
import { isRehearsalId } from '../../functions/schema/rehearsal.ts'
import { type SesEmulator, startSesEmulator } from '../../local/ses/ses-emulator.ts'
import { person } from '../fixtures/region.ts'
import { at } from '../fixtures/round.ts'
import { runsOf } from '../setup/thorough.ts'
import { answers, roundId, useWorld } from './world.ts'

vi.setConfig({ testTimeout: 170_000, hookTimeout: 60_000 })
const world = useWorld('http-rehearsal-model')
const region = 'kota-kupang'
const agencies = ['perikanan', 'dinsos'] as const
const silent = 'bounce@simulator.amazonses.com'
const dataDir = mkdtempSync(join(tmpdir(), 'lengkap-rehearsal-'))
let ses: SesEmulator
let dispatchDue: () => Promise<unknown>

beforeAll(async () => {
  const { regions, rounds, notices: ledger, compose, render, breaker, pulse } = world().deps
  await regions.revisePerson(region, person('op-sunyi', ['dinsos'], { email: silent }))
  const pause = async () => undefined
  const clock = () => world().clock.now
  const report = () => undefined
  ses = await startSesEmulator({
    port: 0,
    dataDir,
    clock,
    verifiedSenders: ['lengkap.example'],
    ratePerSecond: 10_000,
    eventRetryMs: 5,
    onEvent: async (event) => void (await recordMailEvents({ ledger, regions, pulse, report }, event)),
  })
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const client = createSesClient({ endpoint: ses.url, region: 'ap-southeast-3', credentials })
  const from = { name: 'Lengkap', email: 'pengingat@lengkap.example' }
  const mailer = createSesMailer({ client, from, configurationSet: 'lengkap' })
  const parts = { ledger, regions, rounds, compose, render, mailer, breaker, pulse, clock, pause, report }
  dispatchDue = async () => {
    await plan({ regions, rounds, ledger }, { time: clock().toISOString() })
    await dispatch(parts, { worker: `w${clock().getTime()}`, remainingMs: () => 60_000 })
    await ses.eventsSettled()
  }
})
afterAll(async () => {
  await ses?.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const agency = fc.constantFrom(...agencies)
const act = fc.oneof(
  fc.record({ do: fc.constant('move' as const), step: fc.constantFrom('hour', 'day', 'day') }),
  fc.record({ do: fc.constant('submit' as const), agency, whole: fc.boolean() }),
  fc.record({ do: fc.constant('save' as const), agency }),
  fc.record({ do: fc.constant('review' as const), agency, decision: fc.constantFrom('accept', 'return') }),
  fc.record({ do: fc.constant('window' as const), kind: fc.constantFrom('extend', 'close', 'reopen'), agency }),
  fc.record({ do: fc.constant('ask' as const), agency }),
  fc.record({ do: fc.constant('remind' as const), agency, forced: fc.boolean() }),
  fc.record({ do: fc.constant('resend' as const) }),
  fc.record({ do: fc.constant('revise' as const) }),
)
/** What happens in the real world between two acts of the rehearsal. */
const real = fc.oneof(
  fc.record({ do: fc.constant('pass' as const), hours: fc.integer({ min: 1, max: 30 }) }),
  fc.record({ do: fc.constant('send' as const), agency }),
  fc.record({ do: fc.constant('wish' as const), off: fc.boolean() }),
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never
type Real = typeof real extends fc.Arbitrary<infer T> ? T : never

const as = (id: string) => world().as(id)
const json = async (who: string, path: string) => (await (await as(who)).get(path)).json()
const workOf = (round: string, of: string, form = 'uji') => `/api/rounds/${round}/agencies/${of}/forms/${form}`

async function submit(round: string, of: string, whole: boolean): Promise<number> {
  const { assignments } = await json(`op-${of}`, `/api/rounds/${round}/assignments`)
  const revision = assignments.find(({ formId }: { formId: string }) => formId === 'uji').revision ?? 0
  const given = answers(`A/${Math.random()}`)
  const content = whole ? given : { ...given, fields: { ...given.fields, jumlah: { absent: 'not-yet' } } }
  const headers = { 'if-match': `"${revision}"`, 'idempotency-key': `key-${Math.random()}` }
  const sent = await (await as(`op-${of}`)).post(`${workOf(round, of)}/submissions`, { answers: content }, headers)
  return sent.status
}

/** Does it in the rehearsal, allowed or not; never a fault of ours. Answers whether it was done. */
async function rehearse(id: string, step: Act): Promise<boolean> {
  const status = await statusOf(id, step)
  expect(status, JSON.stringify(step)).toBeLessThan(500)
  return status < 300
}

async function statusOf(id: string, step: Act): Promise<number> {
  const coordinator = await as('koordinator')
  const post = async (path: string, body: unknown) => (await coordinator.post(`/api/rounds/${id}${path}`, body)).status
  switch (step.do) {
    case 'move': {
      const { number } = await json('koordinator', `/api/rounds/${id}/clock`)
      return post('/clock', { step: step.step, base: number })
    }
    case 'submit':
      return submit(id, step.agency, step.whole)
    case 'save': {
      const body = { formVersion: 1, answers: answers('draf') }
      return (
        await (await as(`op-${step.agency}`)).put(`${workOf(id, step.agency)}/draft`, body, { 'if-match': '"v0-r0"' })
      ).status
    }
    case 'review':
      return (
        await coordinator.post(`${workOf(id, step.agency)}/review`, {
          revision: 1,
          decision: step.decision,
          comments: [{ pointer: '', text: 'Periksa.' }],
          dueOn: '2026-02-16',
        })
      ).status
    case 'window':
      return post('/windows', {
        kind: step.kind,
        agencyIds: [step.agency],
        reason: 'uji',
        ...(step.kind === 'close' ? {} : { closesOn: '2026-02-20' }),
      })
    case 'ask': {
      const ask = { agencyId: step.agency, days: 2, reason: 'Rapat anggaran.' }
      return (await (await as(`op-${step.agency}`)).post(`/api/rounds/${id}/extension-requests`, ask)).status
    }
    case 'remind':
      return post('/reminders', {
        agencyIds: [step.agency],
        requestKey: `key-${Math.random()}`,
        ...(step.forced ? { forcedBecause: 'uji' } : {}),
      })
    case 'resend': {
      const { mails } = await json('koordinator', `/api/rounds/${id}/captured-mails`)
      const again = await coordinator.post(`/api/notifications/${mails[0]?.nid ?? 'N'.repeat(26)}/resends`)
      expect(again.status).toBe(404)
      return again.status
    }
    case 'revise': {
      const { revisions } = await json('koordinator', `/api/rounds/${id}/revisions`)
      const latest = revisions[0]
      const headers = { 'if-match': `"${latest.revision}"` }
      const body = { ...latest, alertPlan: { ...latest.alertPlan, morning: '07:00' } }
      return (await coordinator.send('PUT', `/api/rounds/${id}`, { json: body, headers })).status
    }
  }
}

async function live(step: Real): Promise<void> {
  if (step.do === 'pass') world().clock.now = new Date(world().clock.now.getTime() + step.hours * 3_600_000)
  if (step.do === 'send') await submit(roundId, step.agency, true)
  if (step.do === 'wish')
    await (await as('koordinator')).put('/api/me/digest', { hour: null, onlyNews: false, off: step.off })
  await dispatchDue()
}

/** All that people, mail programs and calendars are shown of the real round, and what the region knows of its people. */
async function realWorld(): Promise<unknown> {
  const { regions, rounds, forms, budgets, notices: ledger } = world().deps
  const time = world().clock.now.toISOString()
  const { feeds } = await json('op-perikanan', '/api/calendar-feeds')
  const base = `/api/rounds/${roundId}`
  const paths = [
    '/api/rounds',
    base,
    `${base}/completeness`,
    `${base}/assignments`,
    `${base}/mail-plan`,
    `${base}/findings`,
    `${base}/extension-requests`,
    '/api/notifications?limit=200',
    '/api/unreachable',
  ]
  const seen = await Promise.all(paths.map((path) => json('koordinator', path)))
  return {
    seen,
    tasks: await json('op-perikanan', `${base}/assignments`),
    startingPoints: await json('op-perikanan', `${workOf(roundId, 'perikanan')}/starting-points`),
    feed: await (await (await as('op-perikanan')).get(new URL(feeds[0].url).pathname)).text(),
    region: await regions.load(region),
    facts: await rounds.load(region, roundId),
    ledger: [await ledger.list(region, 'all'), await ledger.list(region, roundId)],
    check: await check({ regions, rounds, forms, budgets }, { time, dryRun: true }),
    plan: await plan({ regions, rounds, ledger }, { time, dryRun: true }),
  }
}

async function nothingLeft(id: string): Promise<void> {
  const { notices: ledger } = world().deps
  expect(await ledger.list(region, id)).toEqual([])
  for (const message of ses.messages()) {
    expect(Object.values(message.tags).some((tag) => isRehearsalId(String(tag)))).toBe(false)
    expect(`${message.subject} ${message.text} ${message.html}`).not.toMatch(/latihan-|LATIHAN/)
  }
}

let done = 0
let captured = 0
describe('a rehearsal played at random beside its real round', () => {
  it('is never mailed to anybody and changes nothing that the real round shows', async () => {
    world().clock.now = at(10, '09:00')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(act, fc.option(real)), { minLength: 5, maxLength: 9 }), async (steps) => {
        if (world().clock.now > at(18, '09:00')) world().clock.now = at(18, '09:00')
        // Copied twice in one instant it would be the same.
        world().clock.now = new Date(world().clock.now.getTime() + 1_000)
        const { id } = await (await (await as('koordinator')).post(`/api/rounds/${roundId}/rehearsals`)).json()
        let before = await realWorld()
        for (const [step, between] of steps) {
          if (await rehearse(id, step)) done += 1
          expect(await realWorld(), JSON.stringify(step)).toEqual(before)
          if (between === null) continue
          await live(between)
          await nothingLeft(id)
          before = await realWorld()
        }
        await nothingLeft(id)
        captured += (await json('koordinator', `/api/rounds/${id}/captured-mails`)).mails.length
      }),
      { numRuns: runsOf(5) },
    )
    // So that the test can fail: much was done and captured, and the real round was mailed and bounced meanwhile.
    await live({ do: 'pass', hours: 1 })
    expect([done > runsOf(5), captured > runsOf(50), ses.messages().length > 0]).toEqual([true, true, true])
  })

  it('captures what nobody would receive as not delivered, with its reason, and still lets it be read', async () => {
    expect((await world().deps.regions.load(region))?.mailboxes).toMatchObject([{ personId: 'op-sunyi' }])
    const coordinator = await as('koordinator')
    const { id } = await (await coordinator.post(`/api/rounds/${roundId}/rehearsals`)).json()
    const { mails } = await json('koordinator', `/api/rounds/${id}/captured-mails`)
    const own = mails.filter(({ recipient }: { recipient: { id: string } }) => recipient.id === 'op-sunyi')
    expect(own).toMatchObject([{ kind: 'opening', outcome: 'suppressed', reason: 'mailbox-bounced' }])
    const read = await json('koordinator', `/api/rounds/${id}/captured-mails/${own[0].nid}`)
    expect(read.text).toContain('Yth.')
    const others = mails.filter(({ recipient }: { recipient: { id: string } }) => recipient.id === 'op-dinsos')
    expect(others).toMatchObject([{ kind: 'opening', outcome: 'captured' }])
  })
})
