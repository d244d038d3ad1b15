/** The signed-in person, as the page knows them. */
import * as z from 'zod'
import { instantSchema } from './ids.ts'
import { regionSettingsSchema, roleSchema } from './region.ts'
import { wordingSchema } from './wording.ts'

export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  email: z.string(),
  role: roleSchema,
  region: z.string(),
  regionName: wordingSchema,
  /** The region's own look, if it has one: two colours, and the address of its logo. */
  colours: regionSettingsSchema.shape.colours,
  logo: z.string().optional(),
  zone: z.string(),
  zoneName: z.string(),
  language: z.enum(['id', 'en']),
  agencies: z.array(z.object({ id: z.string(), name: wordingSchema, shortName: z.string() })),
  /** When the session ends unless used, and at the latest. */
  idleEndsAt: instantSchema,
  endsAt: instantSchema,
})
export type Me = z.infer<typeof meSchema>
