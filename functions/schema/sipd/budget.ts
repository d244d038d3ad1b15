/**
 * A year's budget out of SIPD at one stage: a fact, never changed; a newer one stands beside it. It holds sums by sub unit, sub
 * kegiatan and fund, never the lines they were made of, for lines name people.
 */
import * as z from 'zod'
import { stampSchema } from '../region.ts'
import { budgetStages } from './stages.ts'

const name = z.string().max(1_000)
const code = z.string().max(60)

export const sipdUnitSchema = z.object({ code, name, skpdCode: code, skpdName: name })
export type SipdUnit = z.infer<typeof sipdUnitSchema>

/** Parts name each other by their place in these lists. Amounts are rupiah with their cents. */
export const budgetContentSchema = z.object({
  units: z.array(sipdUnitSchema).max(3_000),
  activities: z.array(z.object({ code, name })).max(20_000),
  funds: z.array(z.object({ code, name })).max(2_000),
  /** Unit, activity, fund, amount. Spending knows no funds: its fund is -1. */
  lines: z.array(z.tuple([z.int().min(0), z.int().min(0), z.int().min(-1), z.number()])).max(60_000),
  /** Unit and activity of what stands in SIPD without money. */
  bare: z.array(z.tuple([z.int().min(0), z.int().min(0)])).max(60_000),
})
export type BudgetContent = z.infer<typeof budgetContentSchema>

export const sipdShapes = ['rekap-3', 'rekap-4', 'rekap-5', 'rekap', 'items', 'realisasi', 'json'] as const

export const readingCountsSchema = z.object({
  /** Rows of the file below its header. */
  rows: z.int().min(0),
  /** Of them: without account and amount, and without a sub kegiatan. */
  withoutMoney: z.int().min(0),
  withoutActivity: z.int().min(0),
  /** Of a code that no sub kegiatan of a regency can have; their money is not in the total. */
  oddCodes: z.int().min(0),
  oddAmount: z.number(),
  /** Amounts that could not be read, and sums that are 0. */
  unread: z.int().min(0),
  zero: z.int().min(0),
})
export type ReadingCounts = z.infer<typeof readingCountsSchema>

export const budgetKindSchema = z.enum([...budgetStages, 'realisasi'])
export const budgetFactSchema = z.object({
  ...stampSchema.shape,
  year: z.int().min(2_000).max(2_100),
  /** `realisasi` is what was spent of the year; all others are stages of its budget. */
  stage: budgetKindSchema,
  number: z.int().min(1),
  fileName: z.string().max(300),
  /** Of the file's bytes. */
  fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** As the file's name says; null where it does not. */
  locked: z.boolean().nullable(),
  shape: z.enum(sipdShapes),
  counts: readingCountsSchema,
  /** Rupiah with cents. */
  total: z.number(),
  units: z.int(),
  lines: z.int(),
  /** Where the content lies. */
  sha256: z.string(),
})
export type BudgetFact = z.infer<typeof budgetFactSchema>

export const budgetUploadSchema = budgetFactSchema
  .pick({ year: true, stage: true, fileName: true, fileSha256: true, locked: true, shape: true, counts: true })
  .extend({ content: budgetContentSchema })
export type BudgetUpload = z.infer<typeof budgetUploadSchema>
