/**
 * The wiring that every front door shares: settings, table, stores, forms, log. Made once at cold start and kept as long as
 * the container lives. What only the API or only the senders need is wired beside it, so that no bundle carries what it does
 * not use.
 */
import { Logger } from '@aws-lambda-powertools/logger'
import type { acceptBudget } from '../domain/budgets/accept-budget.ts'
import { catalogueOf } from '../domain/forms/published-forms.ts'
import type { FormCatalogue } from '../domain/round/form-catalogue.ts'
import type { LogEntry } from '../http/deps.ts'
import type { PlanPorts } from '../jobs/plan.ts'
import type { RegionJob } from '../schema/region-ask.ts'
import { createBudgets } from '../store/budgets.ts'
import { createDynamoClient } from '../store/dynamo-client.ts'
import { createMailBreaker, createMailPulse, createReconciliations } from '../store/mail-service.ts'
import { createNoticeLedger } from '../store/notices.ts'
import { createOutages } from '../store/outages.ts'
import { createPublishedForms } from '../store/published-forms.ts'
import { createRegionMemory } from '../store/region-memory.ts'
import { createRegions } from '../store/regions.ts'
import { createRounds } from '../store/rounds.ts'
import { createTable } from '../store/table.ts'
import { createTicks } from '../store/ticks.ts'
import { wall } from './clock.ts'
import { readEnv } from './env.ts'
import { later } from './later-deps.ts'

export const env = readEnv()
const logger = new Logger({ serviceName: 'lengkap', persistentKeys: { stage: env.STAGE } })

/** An emulator shares its machine with who asks it: while a job keeps that busy, no answer is late by being late. */
const patience = { requestMs: 15_000, connectionMs: 15_000 }
export const client = createDynamoClient(
  env.DYNAMODB_ENDPOINT === undefined
    ? { region: env.AWS_REGION, endpoint: env.AWS_ENDPOINT_URL, wall }
    : { endpoint: env.DYNAMODB_ENDPOINT, ...patience },
)
export const table = createTable(client, env.TABLE_NAME)
export const regions = createRegions(table, env.ADDRESS_KEY)
export const rounds = createRounds(table, wall)
export const budgets = createBudgets(table)
export const loadBudget = async (now: Date, upload: Parameters<typeof acceptBudget>[2]) =>
  (await import('../domain/budgets/accept-budget.ts')).acceptBudget(now, budgets, upload)
export const ledger = createNoticeLedger(table, { epoch: env.EPOCH })
export const ticks = createTicks(table)
export const outages = createOutages(table)
export const breaker = createMailBreaker(table)
export const pulse = createMailPulse(table)
export const reconciliations = createReconciliations(table)
export const publishedForms = createPublishedForms(table)
export const forms = catalogueOf(
  later<FormCatalogue>(async () => (await import('../forms/catalogue.ts')).formCatalogue),
  publishedForms,
)
export const regionMemory = (job: RegionJob) => createRegionMemory(table, job)
export const planPorts: PlanPorts = { regions, rounds, ledger }

export function log({ level, message, ...fields }: LogEntry): void {
  logger[level](message, fields)
}

/** One machine hears here what each run did. */
export const told = { hear: (_door: string, _counts: object): void => undefined }

/** One line a run: what ran, with its counts. */
export function tell<Counts extends object>(door: string, counts: Counts): Counts {
  told.hear(door, counts)
  const numbers = Object.entries(counts).filter(([, value]) => typeof value === 'number')
  log({ level: 'info', message: door, ...Object.fromEntries(numbers) })
  return counts
}

/** The error's name only: its message may hold what people typed. */
export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
