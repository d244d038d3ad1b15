/** The shape of a kecamatan's paper for its Pra Musrenbang. Amounts are whole rupiah. */
import * as z from 'zod'
import { agencyIdSchema, instantSchema, localDateSchema } from '../schema/ids.ts'
import { assignmentStatusSchema } from '../schema/round.ts'
import { wordingSchema } from '../schema/wording.ts'
import { cityBudgetSchema } from './city-budget.ts'

const sumsSchema = z.object({
  rows: z.int(),
  budget: z.number(),
  tagged: z.number(),
  direct: z.number(),
  spent: z.number(),
})

const indicatorSchema = z.object({
  id: z.string(),
  label: wordingSchema,
  period: z.string(),
  periodName: wordingSchema,
  part: z.number(),
  whole: z.number(),
  percent: z.number().nullable(),
  withoutData: z.int(),
  target: z.number().nullable(),
  reversed: z.boolean(),
  before: z.number().nullable(),
  budget: z.number().nullable(),
  byKelurahan: z.array(z.object({ name: wordingSchema, percent: z.number().nullable() })),
})
const prevalenceSchema = z.object({
  percent: z.number(),
  stunted: z.number(),
  measured: z.number(),
  sources: z.array(wordingSchema),
  from: localDateSchema.nullable(),
  to: localDateSchema.nullable(),
})
const groupsSchema = z.object({
  periodName: wordingSchema.nullable(),
  prevalence: prevalenceSchema.nullable(),
  counts: z.array(z.object({ field: z.string(), label: wordingSchema, count: z.number() })),
})

export const districtSchema = z.object({
  at: instantSchema,
  agencyId: agencyIdSchema,
  name: wordingSchema,
  kelurahan: z.int(),
  preMusrenbangOn: localDateSchema.nullable(),
  musrenbangOn: localDateSchema.nullable(),
  sums: sumsSchema,
  activities: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      agency: z.string(),
      intervention: wordingSchema,
      source: wordingSchema,
      target: z.object({ volume: z.number().nullable(), unit: z.string() }),
      kelurahan: z.array(z.string()),
      budget: z.number(),
      tagged: z.number(),
      direct: z.number(),
      spent: z.number(),
    }),
  ),
  cityWide: sumsSchema,
  before: z.object({ title: wordingSchema, sums: sumsSchema }).nullable(),
  coverage: z.array(indicatorSchema),
  groups: groupsSchema,
  missing: z.array(wordingSchema),
  openFindings: z.int(),
  city: cityBudgetSchema,
  tagging: z.object({ sent: z.int(), due: z.int() }),
  sources: z.array(
    z.object({
      receipt: z.string(),
      agency: z.string(),
      form: wordingSchema,
      status: assignmentStatusSchema,
      nil: z.boolean(),
    }),
  ),
})
export type DistrictPaper = z.infer<typeof districtSchema>
