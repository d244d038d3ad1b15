/**
 * The dispatcher's parts with scaled waits, for workers that are killed and for the drain after them. Every wait keeps its
 * order (call < lease < evidence), only shorter, so that half an hour of trouble fits into half a minute.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { SESClient } from '@aws-sdk/client-ses'
import type { DispatchParts } from '../../functions/jobs/dispatch/dispatch-parts.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import { createSesMailer } from '../../functions/mail/ses-mailer.ts'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'
import { createMailBreaker, createMailPulse } from '../../functions/store/mail-service.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable } from '../../functions/store/table.ts'
import { at } from '../store/samples.ts'

/** Product: 5 s, 90 s, 15 min. */
export const waits = { callMs: 500, leaseMs: 2_000, evidenceMs: 12_000 }

export type Addresses = { dynamo: string; ses: string; tableName: string }

export function outboxParts({ dynamo, ses, tableName }: Addresses) {
  const client = createDynamoClient({ endpoint: dynamo, requestMs: waits.callMs, maxAttempts: 2 })
  const table = createTable(client, tableName)
  const sesClient = new SESClient({
    endpoint: ses,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
    requestHandler: { connectionTimeout: waits.callMs, requestTimeout: waits.callMs, throwOnRequestTimeout: true },
  })
  const from = { name: 'Lengkap', email: 'pengingat@lengkap.example' }
  return {
    ledger: createNoticeLedger(table, { epoch: '1', leaseMs: waits.leaseMs, evidenceMs: waits.evidenceMs }),
    regions: createRegions(table),
    rounds: createRounds(table),
    compose: () => ({
      outcome: 'mail',
      content: { kind: 'thanks', round: 'R', person: 'P', agency: 'A', at, siteUrl: 'https://x.example' },
    }),
    render: renderMail,
    mailer: createSesMailer({ client: sesClient, from, configurationSet: 'lengkap' }),
    breaker: createMailBreaker(table),
    pulse: createMailPulse(table),
    clock: () => new Date(),
    pause: (ms) => sleep(ms),
    report: () => {},
  } satisfies DispatchParts
}
