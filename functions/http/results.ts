/** What a round has brought, for those who see the whole region: a workbook, CSV by form, pages for programs, a kecamatan's paper. */
import { createRoute } from '@hono/zod-openapi'
import * as z from 'zod'
import { Refused } from '../domain/refusal.ts'
import { loadCityBudget } from '../domain/results/city-budget.ts'
import { districtPaper } from '../domain/results/district-paper.ts'
import { pageOf } from '../domain/results/result-pages.ts'
import type { ResultSheet } from '../domain/results/result-sheet.ts'
import { loadRoundBefore } from '../domain/results/round-before.ts'
import { codedSheets, formSummary, loadResults, roundSheets } from '../domain/results/round-results.ts'
import { agencyIdSchema, fieldIdSchema, formIdSchema } from '../schema/ids.ts'
import { wordingSchema } from '../schema/wording.ts'
import { maxSentBytes } from '../schema/workbook-limits.ts'
import { access, freshAccess } from './access.ts'
import type { Deps } from './deps.ts'
import { districtSchema } from './district-shape.ts'
import { asReader } from './request.ts'
import { json, resource } from './route.ts'
import { roundParams } from './shapes.ts'
import { sendWorkbook, workbookType } from './workbooks.ts'

/** `isian`: the questions answered once; `kamus`: the data dictionary. */
const partSchema = z.union([fieldIdSchema, z.literal('isian'), z.literal('kamus')])
const cellSchema = z.union([z.string(), z.number(), z.null()])

const pageSchema = z.object({
  columns: z.array(z.object({ id: z.string(), label: wordingSchema, type: z.string() })),
  total: z.int(),
  rows: z.array(z.array(cellSchema)),
  next: z.string().nullable(),
})
const workbookRoute = (deps: Deps) =>
  createRoute({
    ...freshAccess(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/export.xlsx',
    request: { params: roundParams },
    responses: {
      200: {
        description: 'Recap, submissions, budget, findings and every form of the round, in the reader’s language.',
        content: { [workbookType]: { schema: z.string().openapi({ format: 'binary' }) } },
      },
    },
  })
const csvRoute = (deps: Deps) =>
  createRoute({
    ...freshAccess(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/export.csv',
    request: { params: roundParams, query: z.object({ form: formIdSchema, part: partSchema.optional() }) },
    responses: {
      200: {
        description:
          'A form’s rows with codes: its first table unless `part` names another, `isian` or `kamus`. In Indonesian it has semicolons and decimal commas, in English commas and decimal points.',
        content: { 'text/csv': { schema: z.string() } },
      },
    },
  })
const pagesRoute = (deps: Deps) =>
  createRoute({
    ...freshAccess(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/results/{form}',
    request: {
      params: roundParams.extend({ form: formIdSchema }),
      query: z.object({
        part: partSchema.optional(),
        limit: z.coerce.number().int().min(1).max(1_000).default(200),
        cursor: z
          .string()
          .regex(/^\d{1,6}-[0-9a-f]{12}$/)
          .optional(),
      }),
    },
    responses: { 200: json(pageSchema, 'One page; `next` is the cursor of the following one.') },
  })
const figuresSchema = z.object({
  answered: z.int(),
  blank: z.int(),
  counts: z.array(z.int()).optional(),
  sum: z.number().optional(),
  mean: z.number().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
})
const groupsSchema = z.array(z.object({ name: wordingSchema, figures: figuresSchema }))
const summarySchema = z.object({
  questions: z.array(
    z.object({
      id: z.string(),
      label: wordingSchema,
      part: wordingSchema.nullable(),
      type: z.string(),
      choices: z.array(z.object({ value: z.string(), label: wordingSchema })),
      all: figuresSchema,
      byAgency: groupsSchema,
      byArea: groupsSchema,
    }),
  ),
})
export type FormSummary = z.infer<typeof summarySchema>
const summaryRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/summaries/{form}',
    request: { params: roundParams.extend({ form: formIdSchema }) },
    responses: { 200: json(summarySchema, 'How often each choice was taken, and what each number comes to.') },
  })
const districtRoute = (deps: Deps) =>
  createRoute({
    ...access(deps, 'wide'),
    method: 'get',
    path: '/api/rounds/{round}/districts/{district}',
    request: { params: roundParams.extend({ district: agencyIdSchema }) },
    responses: { 200: json(districtSchema, 'What the Pra Musrenbang of this kecamatan needs.') },
  })

export const resultRoutes = (deps: Deps) =>
  resource()
    .openapi(workbookRoute(deps), async (c) => {
      const { region } = c.var.signedIn
      const { round } = c.req.valid('param')
      const content = await roundSheets(c.var.now, asReader(deps, c), { region, round }, c.var.language)
      const cells = content.sheets.reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0)
      // Writing so many takes longer than an answer may, and then they do not fit.
      if (cells > mostCells) throw new Refused({ code: 'results-too-large' })
      const file = await deps.results.workbook(c.var.now, content, c.var.language)
      if (file.length > maxSentBytes) throw new Refused({ code: 'results-too-large' })
      return sendWorkbook(c, file, `${round}.xlsx`)
    })
    .openapi(csvRoute(deps), async (c) => {
      const { round } = c.req.valid('param')
      const { form, part } = c.req.valid('query')
      const parts = await loadResults(c.var.now, asReader(deps, c), { region: c.var.signedIn.region, round, form })
      const sheet = sheetOf(codedSheets(parts, form, c.var.language), form, part)
      return c.body(await deps.results.csv(sheet, c.var.language), 200, {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="${round}-${sheet.id}.csv"`,
      })
    })
    .openapi(pagesRoute(deps), async (c) => {
      const { round, form } = c.req.valid('param')
      const { part, ...range } = c.req.valid('query')
      const parts = await loadResults(c.var.now, asReader(deps, c), { region: c.var.signedIn.region, round, form })
      const sheet = sheetOf(codedSheets(parts, form, c.var.language), form, part)
      const { total, rows, next } = pageOf(sheet, parts.submissions, range)
      const columns = sheet.columns.map(({ id, label, type }) => ({ id, label, type }))
      return c.json({ columns, total, rows: rows.map((row) => [...row]), next }, 200)
    })
    .openapi(summaryRoute(deps), async (c) => {
      const { round, form } = c.req.valid('param')
      const parts = await loadResults(c.var.now, asReader(deps, c), { region: c.var.signedIn.region, round, form })
      return c.json({ questions: formSummary(parts, form) }, 200)
    })
    .openapi(districtRoute(deps), async (c) => {
      const { round, district } = c.req.valid('param')
      const parts = await loadResults(c.var.now, asReader(deps, c), { region: c.var.signedIn.region, round })
      const [city, before] = await Promise.all([
        loadCityBudget(deps.budgets, parts),
        loadRoundBefore(c.var.now, asReader(deps, c), parts),
      ])
      return c.json(districtPaper(c.var.now, { ...parts, city, before }, district), 200)
    })

/** At eight bytes each, which is little for a packed cell, as much as `maxSentBytes`. */
const mostCells = 550_000

/** Sheets are named `<form>`, `<form>.<table>` and `<form>.kamus`. */
function sheetOf(sheets: readonly ResultSheet[], form: string, part: string | undefined): ResultSheet {
  const wanted = part === 'isian' ? form : `${form}.${part}`
  const first = sheets.find(({ id }) => id !== form) ?? sheets[0]
  const found = part === undefined ? first : sheets.find(({ id }) => id === wanted)
  if (found === undefined) throw new Refused({ code: 'not-found', what: 'table' })
  return found
}
