/**
 * The API over real stores on dynalite, with a clock that tests turn and a browser for everybody. Two regions, so that
 * foreign things exist; two forms small enough to be read here.
 */
import { beforeAll } from 'vitest'
import { catalogueOf } from '../../functions/domain/forms/published-forms.ts'
import { createComposer } from '../../functions/domain/notices/compose.ts'
import { deriveCode } from '../../functions/domain/secrets/code.ts'
import { hashSecret, newSecret } from '../../functions/domain/secrets/token.ts'
import { standing, writeSessionCookie } from '../../functions/domain/sign-in/session.ts'
import type { Api } from '../../functions/http/app.ts'
import type { Deps, LogEntry } from '../../functions/http/deps.ts'
import { loadWholeApp } from '../../functions/http/rooms.ts'
import { checkRehearsal } from '../../functions/jobs/check.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { createAccesses } from '../../functions/store/accesses.ts'
import { createBudgets } from '../../functions/store/budgets.ts'
import { createCalendarFeeds } from '../../functions/store/calendar-feeds.ts'
import { createCapturedMails } from '../../functions/store/captured-mails.ts'
import { createDownloads } from '../../functions/store/downloads.ts'
import { createMailBreaker, createMailPulse, createReconciliations } from '../../functions/store/mail-service.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createPublishedForms } from '../../functions/store/published-forms.ts'
import { createReceipts } from '../../functions/store/receipts.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createSignInStore } from '../../functions/store/sign-in.ts'
import type { Table } from '../../functions/store/table.ts'
import { createTicks } from '../../functions/store/ticks.ts'
import { createWorkbooks } from '../../functions/workbook/create-workbooks.ts'
import { writeResults, writeSheetCsv } from '../../functions/workbook/results/write-results.ts'
import { createXlsForms } from '../../functions/workbook/xlsform/read-xlsform.ts'
import { person, region } from '../fixtures/region.ts'
import { at, round } from '../fixtures/round.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { Browser, originSecret } from './browser.ts'

export const siteUrl = 'https://lengkap.example'
export const codeKey = 'a test key of more than thirty-two characters'
export const roundId = '3a-2026-2'
const w = (text: string) => ({ id: text, en: text })

/** A text and a count in the header; rows with a name and rupiah that are summed. */
export const form: FormDefinition = {
  id: 'uji',
  version: 1,
  title: w('Formulir uji'),
  shortTitle: w('3A'),
  description: w('Uji'),
  nilAllowed: true,
  fields: [
    { id: 'nomor', label: w('Nomor'), required: true, type: 'text', maxLength: 20 },
    { id: 'jumlah', label: w('Jumlah'), required: true, absences: ['not-yet'], type: 'integer', min: 0 },
  ],
  tables: [
    {
      id: 'baris',
      title: w('Baris'),
      minRows: 0,
      maxRows: 10,
      fields: [
        { id: 'nama', label: w('Nama'), required: true, type: 'text', maxLength: 200 },
        { id: 'pagu', label: w('Pagu'), required: true, type: 'rupiah', total: true },
      ],
    },
  ],
}
const strictForm: FormDefinition = { ...form, id: 'tanpa-nihil', shortTitle: w('TN'), nilAllowed: false }
const definitions = [form, strictForm]

export const answers = (nomor = 'A/1', pagu = 1_000) => ({
  fields: { nomor, jumlah: 3 },
  rows: { baris: [{ rowKey: 'R1', cells: { nama: 'Satu', pagu } }] },
})

/** `perikanan` and `dinsos` take part in Kupang's round; `asing` lives in another region with a round of the same name. */
export type World = {
  app: Api
  deps: Deps
  table: Table
  /** Set it to turn the clock. */
  clock: { now: Date }
  logs: LogEntry[]
  /** The mail provider's far side: addresses taken off its list; while `silent` it does not answer. */
  provider: { lifted: string[]; silent: boolean }
  /** Rounds planned after a commit, in order. */
  planned: string[]
  browser: () => Browser
  /** A browser in which this person has signed in with the real code. */
  signedIn: (personId: string) => Promise<Browser>
  /** A browser with a session put straight into the store: for tests in which somebody signs in more often than one may. */
  as: (personId: string) => Promise<Browser>
  codeOf: (browser: Browser) => string
}

/** To be called at the top of a test file; the table's name keeps files apart. `more`: forms that `perikanan` and `dinsos` answer too. */
export function useWorld(tableName: string, more: readonly FormDefinition[] = []): () => World {
  const store = useStoreEndpoint(tableName)
  let world: World | undefined
  beforeAll(async () => {
    world = makeWorld(store().table, more)
    await seed(world.deps, more)
  }, 30_000)
  return () => {
    if (world === undefined) throw new Error('the world has not started')
    return world
  }
}

let clients = 0
const appOf = await loadWholeApp()

/** Over any table, e.g. one that counts calls. */
export function makeWorld(table: Table, more: readonly FormDefinition[] = []): World {
  const clock = { now: at(11, '10:00') }
  const logs: LogEntry[] = []
  const planned: string[] = []
  const provider: World['provider'] = { lifted: [], silent: false }
  const ticks = createTicks(table)
  const publishedForms = createPublishedForms(table)
  const house: Deps['forms'] = {
    definition: async (id, version) =>
      [...definitions, ...more].find((each) => each.id === id && each.version === version),
    all: async () => [...definitions, ...more],
  }
  const forms = catalogueOf(house, publishedForms)
  const [regions, rounds, budgets] = [createRegions(table), createRounds(table), createBudgets(table)]
  const deps: Deps = {
    clock: () => clock.now,
    regions,
    rounds,
    budgets,
    receipts: createReceipts(table),
    notices: createNoticeLedger(table, { epoch: '1' }),
    captured: createCapturedMails(table),
    checkRehearsal: (now, regionId, roundOf) =>
      checkRehearsal(now, { regions, rounds, forms, budgets }, regionId, roundOf),
    signIn: createSignInStore(table),
    suppressions: {
      lift: async (email) => {
        if (provider.silent) return 'no-answer'
        provider.lifted.push(email)
        return 'lifted'
      },
    },
    forms,
    publishedForms,
    xlsForms: createXlsForms(),
    feeds: createCalendarFeeds(table),
    accesses: createAccesses(table),
    workbooks: createWorkbooks(),
    downloads: createDownloads(table),
    results: { workbook: writeResults, csv: async (...given) => writeSheetCsv(...given) },
    compose: createComposer({ siteUrl, forms }),
    render: renderMail,
    codeKey,
    siteUrl,
    originSecret,
    afterCommit: async (_now, regionId, roundOf) => planned.push(`${regionId}/${roundOf}`),
    lastTick: ticks.last,
    breaker: createMailBreaker(table),
    pulse: createMailPulse(table),
    reconciliations: createReconciliations(table),
    log: (entry) => logs.push(entry),
  }
  const app = appOf(deps)
  const browser = () => {
    clients += 1
    return new Browser(app, siteUrl, `10.${clients >> 16}.${(clients >> 8) & 255}.${clients & 255}`)
  }
  const codeOf = (of: Browser) => deriveCode(codeKey, (of.cookies.get('__Host-ch') ?? '').split('.')[0] ?? '')
  return {
    app,
    deps,
    table,
    clock,
    logs,
    provider,
    planned,
    browser,
    codeOf,
    as: async (personId) => {
      const own = browser()
      own.cookies.set('__Host-sid', await openSession(deps, personId))
      return own
    },
    signedIn: async (personId) => {
      const own = browser()
      await own.post('/api/sign-in', { email: `${personId}@lengkap.example` })
      const answer = await own.post('/api/sign-in/verify', { code: codeOf(own) })
      if (answer.status !== 200)
        throw new Error(`${personId} could not sign in: ${answer.status} ${await answer.text()}`)
      return own
    },
  }
}

async function openSession({ signIn, regions, clock }: Deps, personId: string): Promise<string> {
  const region = 'kota-kupang'
  const found = await regions.person(region, personId)
  if (found === undefined) throw new Error(`nobody is called ${personId}`)
  const secret = newSecret()
  const startedAt = clock().toISOString()
  const facts = { region, personId, hash: hashSecret(secret), standing: standing(found) }
  await signIn.insertSession({ ...facts, startedAt, seenAt: startedAt })
  return writeSessionCookie({ region, personId, secret })
}

export async function seed({ regions, rounds }: Deps, more: readonly FormDefinition[] = []): Promise<void> {
  const kupang = region(['perikanan', 'dinsos', 'tanpa-tugas', 'kec-uji'])
  const people = [...kupang.people, person('dua-dinas', ['perikanan', 'dinsos'])]
  const other = { ...kupang.settings, region: 'lain' }
  await regions.reviseSettings(kupang.settings)
  await regions.reviseSettings(other)
  for (const each of kupang.agencies) await regions.reviseAgency('kota-kupang', each)
  for (const each of people) await regions.revisePerson('kota-kupang', each)
  await regions.reviseCalendar('kota-kupang', kupang.calendar)
  await regions.reviseCalendar('lain', kupang.calendar)
  await regions.reviseAgency('lain', { ...kupang.agencies[0]!, id: 'asing' })
  await regions.revisePerson('lain', person('orang-asing', ['asing']))
  await regions.revisePerson('lain', person('koordinator-asing', ['asing'], { role: 'coordinator' }))
  const forms = ['uji', 'tanpa-nihil', ...more.map(({ id }) => id)]
  await rounds.insertRound('kota-kupang', round(['perikanan', 'dinsos'], {}, forms))
  await rounds.insertRound('lain', round(['asing'], { id: 'lain-1' }, ['uji']))
}
