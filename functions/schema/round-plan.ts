/**
 * What a coordinator sends to create or revise a round. Lenient where the domain can say in the reader's language what is
 * wrong (an impossible date, an empty title); strict only about shape and size.
 */
import * as z from 'zod'
import { alertPlanSchema } from './alert-plan.ts'
import { agencyIdSchema, formIdSchema } from './ids.ts'
import { milestoneSchema } from './milestone.ts'
import { roundSchema } from './round.ts'

const text = (longest: number) => z.string().trim().max(longest)
const typedWordingSchema = z.object({ id: text(300), en: text(300) })

export const roundPlanSchema = z.object({
  title: typedWordingSchema,
  fiscalYear: z.int(),
  phase: text(40),
  opensOn: text(40),
  opensAtTime: text(40),
  targetOn: text(40),
  closesOn: text(40),
  alertPlan: z.object({
    workingDaysBeforeTarget: z.array(z.int()).max(20),
    morning: text(40),
    targetDayTimes: z.array(text(40)).max(6),
    evening: text(40),
    headSteps: alertPlanSchema.shape.headSteps,
    overdueEvery: z.int().optional(),
    digest: z.object({ nearWorkingDays: z.int(), earlyPercent: z.int(), slowPercent: z.int() }).optional(),
  }),
  assignments: z
    .array(z.object({ agencyId: agencyIdSchema, formId: formIdSchema, formVersion: z.int().min(1) }))
    .max(50_000),
  milestones: z
    .array(
      z.object({
        kind: milestoneSchema.shape.kind,
        agencyId: agencyIdSchema,
        on: text(40),
        note: typedWordingSchema.optional(),
      }),
    )
    .max(200)
    .optional(),
})
/** All that may be revised of a round; dates only before it opens, afterwards windows move them. */
export type RoundPlan = z.infer<typeof roundPlanSchema>

/** A new round is a copy of `copyOf` with what is given here in place of the old; without `copyOf` all of it must be given. */
export const roundCreationSchema = roundPlanSchema.partial().extend({ id: text(80), copyOf: text(80).optional() })
export type RoundCreation = z.infer<typeof roundCreationSchema>

/**
 * One revision of a round, with the name of who wrote it. `assigned`: how many assignments it has, and how many came and went with it.
 * All of them are told of the newest revision alone.
 */
export const roundRevisionSchema = roundSchema.extend({
  assignments: roundSchema.shape.assignments.optional(),
  assigned: z.object({ count: z.int(), added: z.int(), removed: z.int() }),
  byName: z.string(),
})
export type RoundRevision = z.infer<typeof roundRevisionSchema>
