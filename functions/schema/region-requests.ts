/**
 * What a coordinator sends to revise the region's directory: agencies, people, calendar, name and look. Lenient where the
 * domain can say in the reader's language what is wrong; strict only about shape and size.
 */
import * as z from 'zod'
import {
  agencySchema,
  calendarSchema,
  holidaySchema,
  paperSchema,
  personSchema,
  regionSettingsSchema,
  roleSchema,
} from './region.ts'
import { languageSchema } from './wording.ts'

const text = (longest: number) => z.string().trim().max(longest)
const typedWordingSchema = z.object({ id: text(300), en: text(300) })

export const agencyRequestSchema = z.object({
  id: text(80),
  name: typedWordingSchema,
  shortName: text(80),
  kind: agencySchema.shape.kind,
  sectors: z.array(text(20)).max(40),
  workingWeek: agencySchema.shape.workingWeek,
  phone: text(60).optional(),
  outOfUse: agencySchema.shape.outOfUse,
})
export type AgencyRequest = z.infer<typeof agencyRequestSchema>

export const personRequestSchema = z.object({
  id: text(80),
  name: text(200),
  title: text(300),
  email: text(300),
  phone: text(60).optional(),
  role: roleSchema,
  agencyIds: z.array(text(80)).max(200),
  language: languageSchema,
  disabled: z.boolean(),
  deputyId: text(80).optional(),
})
export type PersonRequest = z.infer<typeof personRequestSchema>

export const calendarRequestSchema = z.object({
  holidays: z.array(z.object({ date: text(40), name: typedWordingSchema, kind: holidaySchema.shape.kind })).max(600),
})
export type CalendarRequest = z.infer<typeof calendarRequestSchema>

/** The zone is not among them: moving it would move every deadline of every round that ever was. */
export const settingsRequestSchema = z.strictObject({
  name: typedWordingSchema,
  replyTo: text(300),
  helpPhone: text(60),
  colours: z.object({ band: text(20), action: text(20) }).optional(),
  /** Absent leaves it as it is. */
  paper: paperSchema.optional(),
  /** Absent leaves it as it is. */
  retentionYears: regionSettingsSchema.shape.retentionYears,
  /** `null` takes the logo away; absent leaves it as it is. `data` is base64 of a PNG or JPEG. */
  logo: z
    .object({ data: z.string().max(120_000) })
    .nullable()
    .optional(),
})
export type SettingsRequest = z.infer<typeof settingsRequestSchema>

const revised = { revision: z.int(), byName: z.string() }
export const agencyRevisionSchema = agencySchema.extend(revised)
export const personRevisionSchema = personSchema.extend(revised)
export const calendarRevisionSchema = calendarSchema.extend(revised)
export const settingsRevisionSchema = regionSettingsSchema.extend(revised)
export type AgencyRevision = z.infer<typeof agencyRevisionSchema>
export type PersonRevision = z.infer<typeof personRevisionSchema>
export type CalendarRevision = z.infer<typeof calendarRevisionSchema>
export type SettingsRevision = z.infer<typeof settingsRevisionSchema>
