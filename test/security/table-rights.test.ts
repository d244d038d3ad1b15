/** What is denied to a front door it never asks for: each job does its work over a table that refuses those partitions. */
import type { SNSEvent } from 'aws-lambda'
import { expect, it, vi } from 'vitest'
import { createComposer } from '../../functions/domain/notices/compose.ts'
import { formCatalogue } from '../../functions/forms/catalogue.ts'
import { check } from '../../functions/jobs/check.ts'
import { dispatch } from '../../functions/jobs/dispatch.ts'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import { plan } from '../../functions/jobs/plan.ts'
import { reconcile } from '../../functions/jobs/reconcile.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { createBudgets } from '../../functions/store/budgets.ts'
import { createMailBreaker, createMailPulse, createReconciliations } from '../../functions/store/mail-service.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import type { Table } from '../../functions/store/table.ts'
import { createTicks } from '../../functions/store/ticks.ts'
import { deniedKeys } from '../../stacks/table-rights.ts'
import { answering } from '../jobs/dispatch-world.ts'
import { townIn } from '../jobs/job-town.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'

vi.setConfig({ testTimeout: 120_000 })
const endpoint = useStoreEndpoint('security-rights')

const asked = new Map<string, Set<string>>()

/** As IAM would: refuses before the table is asked. */
function tableOf(door: string): Table {
  const { table } = endpoint()
  const denied = deniedKeys[door]?.map((word) => `${word}#`) ?? []
  const allowed = (pk: string) => {
    asked.set(door, (asked.get(door) ?? new Set()).add(pk.split('#')[0] ?? ''))
    if (denied.some((prefix) => pk.startsWith(prefix)))
      throw new Error(`AccessDenied: ${door} asked for ${pk.split('#')[0]}`)
  }
  return {
    ...table,
    get: async (key) => {
      allowed(key.pk)
      return table.get(key)
    },
    getMany: async (keys) => {
      for (const { pk } of keys) allowed(pk)
      return table.getMany(keys)
    },
    query: (pk, range) => {
      allowed(pk)
      return table.query(pk, range)
    },
    queryAll: async (pk, range) => {
      allowed(pk)
      return table.queryAll(pk, range)
    },
    insertIfAbsent: async (item) => {
      allowed(item.pk)
      return table.insertIfAbsent(item)
    },
    update: async (update) => {
      allowed(update.key.pk)
      return table.update(update)
    },
    put: async (item) => {
      allowed(item.pk)
      return table.put(item)
    },
  }
}

function portsOf(door: string) {
  const table = tableOf(door)
  const ledger = createNoticeLedger(table, { epoch: '1' })
  return { table, ledger, regions: createRegions(table), rounds: createRounds(table), ticks: createTicks(table) }
}

it('the guard refuses, so that this test can fail', async () => {
  await expect(tableOf('check').get({ pk: 'SESSIONS#a#b', sk: 'c' })).rejects.toThrow('AccessDenied')
  await expect(tableOf('plan').get({ pk: 'BODY#a#b', sk: '0001' })).rejects.toThrow('AccessDenied')
})

it('plan, check, dispatch, reconcile and mail-events do their work', async () => {
  const now = new Date('2026-02-12T01:00:00.000Z')
  const town = townIn(endpoint(), 'kota-kupang')
  await town.settle(['dp3a', 'dlhk'])
  await town.submit('dlhk', new Date('2026-02-11T02:00:00.000Z'), [{ namaSubKegiatan: 'x' }])
  expect(await plan(portsOf('plan'), { time: now.toISOString() })).toMatchObject({ inserted: expect.any(Number) })
  const checking = portsOf('check')
  const checked = await check(
    { ...checking, forms: formCatalogue, budgets: createBudgets(checking.table) },
    { time: now.toISOString() },
  )
  expect(checked).toMatchObject({ opened: expect.any(Number) })
  // Answers were read, so the guard was asked.
  expect(asked.get('check')).toContain('BODY')
  const mailer = answering({ outcome: 'accepted', messageId: 'm-1' })
  const senders = (door: string) => {
    const { table, ...ports } = portsOf(door)
    return {
      ...ports,
      compose: createComposer({ codeKey: 'x'.repeat(40), siteUrl: 'https://lengkap.example', forms: formCatalogue }),
      ...{ render: renderMail, mailer, breaker: createMailBreaker(table), pulse: createMailPulse(table) },
      ...{ reconciliations: createReconciliations(table), clock: () => now, pause: async () => undefined },
      report: ({ error }: { error: unknown }) => {
        throw error
      },
    }
  }
  const run = { worker: 'w', remainingMs: () => 60_000 }
  expect((await dispatch(senders('dispatch'), run)).sent).toBeGreaterThan(0)
  await reconcile(senders('reconcile'), run)
  const [notice] = (await town.ledger.list('kota-kupang', 'all')).filter(({ state }) => state === 'sent')
  if (notice === undefined) throw new Error('nothing was sent')
  const hearing = portsOf('mail-events')
  const parts = { ...hearing, pulse: createMailPulse(hearing.table), report: () => undefined }
  const tags = { nid: [notice.nid], region: [notice.region], scope: [notice.scope], 'ses:operation': ['SendRawEmail'] }
  const mail = { timestamp: now.toISOString(), messageId: 'm-1', tags }
  const bounce = { bounceType: 'Permanent', bounceSubType: 'General', feedbackId: 'f', timestamp: now.toISOString() }
  const Message = JSON.stringify({ eventType: 'Bounce', mail, bounce: { ...bounce, bouncedRecipients: [] } })
  const Sns = { MessageId: 'sns-1', TopicArn: 't', Message } as SNSEvent['Records'][number]['Sns']
  const record = { EventVersion: '1.0', EventSubscriptionArn: 't', EventSource: 'aws:sns', Sns }
  const heard = await recordMailEvents(parts, { Records: [record] })
  expect(heard.recorded).toBe(1)
})
