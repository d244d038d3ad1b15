/** What the API needs beyond the common wiring: the keys of signing in, receipts, and the plan that follows a commit. */
import type { Deps } from '../http/deps.ts'
import { keptBodies } from '../jobs/check/kept-bodies.ts'
import { createAccesses } from '../store/accesses.ts'
import { createCalendarFeeds } from '../store/calendar-feeds.ts'
import { createCapturedMails } from '../store/captured-mails.ts'
import { createDownloads } from '../store/downloads.ts'
import { createReceipts } from '../store/receipts.ts'
import { createSignInStore } from '../store/sign-in.ts'
import { clock } from './clock.ts'
import {
  breaker,
  budgets,
  env,
  forms,
  ledger,
  log,
  nameOf,
  planPorts,
  publishedForms,
  pulse,
  reconciliations,
  regions,
  rounds,
  table,
  ticks,
} from './deps.ts'
import { beforeOf, codeKeyOf, localAws } from './env.ts'
import { later } from './later-deps.ts'
import { composeWith, render } from './mail-deps.ts'

/** Kept while the container lives: bodies are named by their hash and never change. */
const checkPorts = { regions, rounds, forms, budgets, bodies: keptBodies() }

/** What a full table of ten thousand rows takes is below both. */
const limits = { megabytes: 256, seconds: 10 }

export const apiDeps: Deps = {
  clock: () => clock.now(),
  regions,
  rounds,
  budgets,
  receipts: createReceipts(table),
  notices: ledger,
  captured: createCapturedMails(table),
  checkRehearsal: async (now, region, round) =>
    (await import('../jobs/check.ts')).checkRehearsal(now, checkPorts, region, round),
  signIn: createSignInStore(table),
  suppressions: later(async () => {
    const { createSesSuppressionList } = await import('../mail/ses-suppression.ts')
    const report = (error: unknown) => log({ level: 'error', message: 'suppression list', error: nameOf(error) })
    return createSesSuppressionList(localAws(env.SES_ENDPOINT), report)
  }),
  forms,
  feeds: createCalendarFeeds(table),
  accesses: createAccesses(table),
  workbooks: later(async () => {
    const { createWorkbooks } = await import('../workbook/create-workbooks.ts')
    const { createWorkerChecks } = await import('../workbook/upload/check-in-worker.ts')
    return createWorkbooks(createWorkerChecks(limits))
  }),
  downloads: createDownloads(table),
  results: later(async () => {
    const { writeResults, writeSheetCsv } = await import('../workbook/results/write-results.ts')
    return { workbook: writeResults, csv: async (...given) => writeSheetCsv(...given) }
  }),
  publishedForms,
  xlsForms: later(async () => {
    const { createXlsForms } = await import('../workbook/xlsform/read-xlsform.ts')
    const { createWorkerReader } = await import('../workbook/read/read-in-worker.ts')
    return createXlsForms(createWorkerReader(limits))
  }),
  compose: composeWith({ siteUrl: env.SITE_URL }),
  render,
  codeKey: codeKeyOf(env),
  codeKeyBefore: beforeOf(env, 'CODE_KEY'),
  siteUrl: env.SITE_URL,
  originSecret: env.ORIGIN_SECRET,
  originSecretBefore: beforeOf(env, 'ORIGIN_SECRET'),
  afterCommit: async (now, region, _round, sent) => {
    const { planAfterCommit, planReceipts } = await import('../jobs/plan.ts')
    return sent === undefined ? planAfterCommit(planPorts, now, region) : planReceipts(planPorts, now, sent)
  },
  lastTick: ticks.last,
  breaker,
  pulse,
  reconciliations,
  log,
}
