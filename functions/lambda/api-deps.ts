/** What the API needs beyond the common wiring: the keys of signing in, receipts, and the plan that follows a commit. */
import { createComposer } from '../domain/notices/compose.ts'
import type { Deps } from '../http/deps.ts'
import { checkRehearsal } from '../jobs/check.ts'
import { planAfterCommit, planReceipts } from '../jobs/plan.ts'
import { renderMail } from '../mail/render-mail.ts'
import { createSesSuppressionList } from '../mail/ses-suppression.ts'
import type { Answers } from '../schema/answers.ts'
import { createAccesses } from '../store/accesses.ts'
import { createCalendarFeeds } from '../store/calendar-feeds.ts'
import { createCapturedMails } from '../store/captured-mails.ts'
import { createDownloads } from '../store/downloads.ts'
import { createReceipts } from '../store/receipts.ts'
import { createSignInStore } from '../store/sign-in.ts'
import { createWorkbooks } from '../workbook/create-workbooks.ts'
import { createWorkerReader } from '../workbook/read/read-in-worker.ts'
import { writeResults, writeSheetCsv } from '../workbook/results/write-results.ts'
import { createWorkerChecks } from '../workbook/upload/check-in-worker.ts'
import { createXlsForms } from '../workbook/xlsform/read-xlsform.ts'
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

/** Kept while the container lives: bodies are named by their hash and never change. */
const checkPorts = { regions, rounds, forms, budgets, bodies: new Map<string, Answers>() }

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
  checkRehearsal: (now, region, round) => checkRehearsal(now, checkPorts, region, round),
  signIn: createSignInStore(table),
  suppressions: createSesSuppressionList(localAws(env.SES_ENDPOINT), (error) =>
    log({ level: 'error', message: 'suppression list', error: nameOf(error) }),
  ),
  forms,
  feeds: createCalendarFeeds(table),
  accesses: createAccesses(table),
  workbooks: createWorkbooks(createWorkerChecks(limits)),
  downloads: createDownloads(table),
  results: { workbook: writeResults, csv: writeSheetCsv },
  publishedForms,
  xlsForms: createXlsForms(createWorkerReader(limits)),
  compose: createComposer({ siteUrl: env.SITE_URL, forms }),
  render: renderMail,
  codeKey: codeKeyOf(env),
  codeKeyBefore: beforeOf(env, 'CODE_KEY'),
  siteUrl: env.SITE_URL,
  originSecret: env.ORIGIN_SECRET,
  originSecretBefore: beforeOf(env, 'ORIGIN_SECRET'),
  afterCommit: (now, region, _round, sent) =>
    sent === undefined ? planAfterCommit(planPorts, now, region) : planReceipts(planPorts, now, sent),
  lastTick: ticks.last,
  breaker,
  pulse,
  reconciliations,
  log,
}
