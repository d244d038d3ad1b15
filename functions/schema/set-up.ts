/** How far a region is set up: the steps from its first sign-in to its first opened round. */
import * as z from 'zod'
import { roundIdSchema } from './ids.ts'
import { wordingSchema } from './wording.ts'

/** In the order in which they are best taken. */
export const setUpStepSchema = z.enum([
  'look',
  'directory',
  'forms',
  'calendar',
  'round',
  'matrix',
  'mail',
  'rehearsal',
  'opening',
])
export type SetUpStep = z.infer<typeof setUpStepSchema>

/** `later`: something else comes first. */
export const stepStateSchema = z.enum(['done', 'open', 'later'])
export type StepState = z.infer<typeof stepStateSchema>

export const setUpSchema = z.object({
  steps: z.array(z.object({ step: setUpStepSchema, state: stepStateSchema })),
  /** The best one to take now; null when all are done. */
  next: setUpStepSchema.nullable(),
  /** A round was opened: the guide has done its work. */
  opened: z.boolean(),
  region: z.object({ name: wordingSchema, helpPhone: z.string(), replyTo: z.string(), zoneName: z.string() }),
  /** Agencies that answer forms, how many have nobody who would be mailed, and the names of some of those. */
  agencies: z.int(),
  people: z.int(),
  withoutPeople: z.object({ count: z.int(), some: z.array(z.string()) }),
  forms: z.object({ known: z.int(), own: z.int() }),
  /** Of this year and the next, those without any holiday. */
  yearsWithout: z.array(z.int()),
  /** The first round, or whichever is being prepared. */
  round: z
    .object({
      id: roundIdSchema,
      title: wordingSchema,
      opensOn: z.string(),
      targetOn: z.string(),
      closesOn: z.string(),
    })
    .nullable(),
  assigned: z.object({ forms: z.int(), agencies: z.int() }),
  rehearsal: roundIdSchema.nullable(),
})
export type SetUp = z.infer<typeof setUpSchema>
