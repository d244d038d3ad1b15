/** The signed-in person, as the page knows them. */
import * as z from 'zod'
import { digestHours } from './digest-defaults.ts'
import { instantSchema } from './ids.ts'
import { regionSettingsSchema, roleSchema } from './region.ts'
import { wordingSchema } from './wording.ts'

/** When the digest comes; `hour` null = at the round's own morning hour. */
export const digestWishSchema = z.object({
  hour: z.enum(digestHours).nullable(),
  onlyNews: z.boolean(),
  off: z.boolean(),
})
export type DigestWish = z.infer<typeof digestWishSchema>

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
  /** Only of coordinators: nobody else gets digests. */
  digest: digestWishSchema.optional(),
  agencies: z.array(z.object({ id: z.string(), name: wordingSchema, shortName: z.string() })),
  /** Encrypts what this person's browsers keep of their work: 32 bytes, base64url, the same at every sign-in. */
  deviceKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** When the session ends unless used, and at the latest. */
  idleEndsAt: instantSchema,
  endsAt: instantSchema,
})
export type Me = z.infer<typeof meSchema>

/** One browser in which one is signed in; `current`: the one that asks. `seenAt` is noted at most once a minute. */
export const openSessionSchema = z.object({
  id: z.string(),
  startedAt: instantSchema,
  seenAt: instantSchema,
  current: z.boolean(),
})
export type OpenSession = z.infer<typeof openSessionSchema>
export const openSessionsSchema = z.object({ sessions: z.array(openSessionSchema) })
