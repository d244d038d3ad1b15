/** A link without blanks in every field that takes text: no page scrolls sideways, on the narrowest phone, a phone and a desk. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import type { Cells } from '../../functions/schema/answers.ts'
import type { Field } from '../../functions/schema/form.ts'
import { completeAnswers, decide, post, review2025, roundId, tagging, workPath } from '../journeys/agency-work.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'
import { inTabs, openWindow, signIn } from './people.ts'
import { useTown } from './town.ts'

const agencyId = 'perikanan'
const longWord = `https://data.example/${'sangatpanjangsekali'.repeat(12)}`
const town = useTown()

/** The same answers with a long word wherever the form lets anything be typed. */
function withLongWords(fields: readonly Field[], cells: Cells): Cells {
  const open = fields.filter(
    (field) => field.type === 'text' && field.pattern === undefined && cells[field.id] !== undefined,
  )
  const words = open.map((field) => [field.id, longWord.slice(0, field.type === 'text' ? field.maxLength : 0)])
  return { ...cells, ...Object.fromEntries(words) }
}

function hostileAnswers(formId: string) {
  const form = formDefinition(formId, 1)
  if (form === undefined) throw new Error(`there is no form ${formId}`)
  const { fields, rows } = completeAnswers(agencyId, formId)
  const tables = form.tables.map((table) => [
    table.id,
    (rows[table.id] ?? []).map((row) => ({ ...row, cells: withLongWords(table.fields, row.cells) })),
  ])
  return { fields: withLongWords(form.fields, fields), rows: Object.fromEntries(tables) }
}

beforeAll(async () => {
  const operator = await new Visitor(town.system).signIn('operator@perikanan.example')
  const coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
  for (const formId of [tagging, review2025])
    expectStatus(await post(operator, { agencyId, formId }, { answers: hostileAnswers(formId) }), 201)
  const comments = [
    { pointer: '', text: longWord },
    { pointer: '/fields/nomorDokumen', text: longWord },
  ]
  await decide(coordinator, { agencyId, formId: tagging }, { decision: 'return', dueOn: '2026-02-13', comments })
  const asked = { agencyId, days: 2, reason: longWord }
  expectStatus(await operator.request('POST', `/api/rounds/${roundId}/extension-requests`, asked), 201)
  const note = { revision: 1, text: longWord, requestKey: 'journey-note-of-a-long-word' }
  expectStatus(await coordinator.request('POST', `${workPath(agencyId, tagging)}/notes`, note), 201)
})

/** Path and width of every page that is wider than its window. */
async function wideAmong(window: Page, paths: readonly string[]): Promise<string[]> {
  return (await inTabs(window, paths, widthsOf)).flat()
}

async function widthsOf(page: Page, paths: readonly string[]): Promise<string[]> {
  const wide: string[] = []
  for (const path of paths) {
    await page.goto(town.system.siteUrl + path)
    await page.locator('h1').waitFor()
    await page.waitForFunction(() => document.querySelector('.loading') === null)
    // An answer that was asked for ahead and is not read to its end keeps the network from ever being quiet.
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
    if (path.startsWith('/putaran/')) await expect.poll(() => page.content()).toContain(longWord.slice(0, 60))
    for (const width of [320, 360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const over = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      const fits = expect.poll(over, { timeout: 4000 }).toBeLessThanOrEqual(0)
      await fits.catch(async () => wide.push(`${path} at ${width}: ${await over()} px too wide`))
    }
  }
  return wide
}

it('no page of an operator is wider than its window', async () => {
  const page = await openWindow(town.browser)
  await signIn(page, town.system, 'operator@perikanan.example')
  const work = `/putaran/${roundId}/${agencyId}`
  const forms = [tagging, review2025].flatMap((form) => [`${work}/${form}`, `${work}/${form}/kiriman`])
  const paths = ['/tugas', ...forms, '/temuan', '/surat', '/saya', '/kalender']
  expect(await wideAmong(page, paths)).toEqual([])
})

it('no page of a coordinator is wider than its window', async () => {
  const page = await openWindow(town.browser)
  await signIn(page, town.system, 'koordinator@bappeda.example')
  const work = `/putaran/${roundId}/${agencyId}`
  const reviews = [tagging, review2025].map((form) => `${work}/${form}/kiriman`)
  const mail = ['/surat', '/surat/rencana', '/surat/ingatkan', '/surat/tidak-terjangkau']
  const paths = ['/rekap', '/rekap/jendela', '/reviu', ...reviews, '/temuan', ...mail, '/hasil', '/hasil/kota']
  const settings = [
    '',
    '/putaran',
    `/putaran/${roundId}`,
    '/perangkat-daerah',
    '/orang',
    '/formulir',
    '/kalender',
    '/daerah',
    '/sipd',
  ]
  expect(await wideAmong(page, [...paths, ...settings.map((path) => `/pengaturan${path}`)])).toEqual([])
})
