/**
 * A region (city or regency): its settings, agencies, people, calendar and reference lists. Each is revised as a whole
 * (a new numbered fact), never changed in place. Roles are addressed, not persons: office-holders change.
 */
import * as z from 'zod'
import { referenceEntrySchema } from './form.ts'
import {
  agencyIdSchema,
  instantSchema,
  localDateSchema,
  localTimeSchema,
  personIdSchema,
  regionIdSchema,
} from './ids.ts'
import { languageSchema, wordingSchema } from './wording.ts'

/** Who wrote a fact and when; part of every fact. `by` is a person's id, or `system`. */
export const stampSchema = z.object({ at: instantSchema, by: z.string() })
export type Stamp = z.infer<typeof stampSchema>
/** What is so, without who wrote it when: seeds and imports are stamped by their writer. */
export type Unstamped<Fact> = Omit<Fact, keyof Stamp>

/** `#rrggbb`. */
export const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/)
/** A checked image, kept under the hash of its bytes. */
export const imageSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.enum(['image/png', 'image/jpeg']),
  width: z.int(),
  height: z.int(),
})
export type Image = z.infer<typeof imageSchema>

/** What offices print on: A4, or F4 (Folio). */
export const paperSchema = z.enum(['a4', 'f4'])
export type Paper = z.infer<typeof paperSchema>

export const regionSettingsSchema = z.object({
  ...stampSchema.shape,
  region: regionIdSchema,
  name: wordingSchema,
  /** IANA zone, e.g. `Asia/Makassar`. */
  zone: z.string(),
  /** What people call the zone, e.g. `WITA`. */
  zoneName: z.string(),
  /** Where replies go: the coordinator's help line. */
  replyTo: z.email(),
  helpPhone: z.string(),
  /** `band` lies behind white words, `action` colours what can be pressed; both were checked for contrast. */
  colours: z.object({ band: colourSchema, action: colourSchema }).optional(),
  logo: imageSchema.optional(),
  /** Of templates and results; A4 where nothing is said. */
  paper: paperSchema.optional(),
  /** For how many years after a round's close personal data are kept; 2 where nothing is said. */
  retentionYears: z.int().min(1).max(10).optional(),
  /** Since when nothing is written in the region and nobody is mailed; absent: it is open. */
  closedAt: instantSchema.optional(),
})
export type RegionSettings = z.infer<typeof regionSettingsSchema>

export const agencySchema = z.object({
  ...stampSchema.shape,
  id: agencyIdSchema,
  name: wordingSchema,
  shortName: z.string(),
  kind: z.enum(['opd', 'kecamatan', 'coordinator']),
  /** Bidang urusan codes of its budget, e.g. `1.06`. */
  sectors: z.array(z.string()),
  /** Working days a week: 5 = Monday to Friday, 6 = to Saturday. */
  workingWeek: z.union([z.literal(5), z.literal(6)]),
  phone: z.string().optional(),
  /** Given no new work; what it sent stays. */
  outOfUse: z.boolean().optional(),
})
export type Agency = z.infer<typeof agencySchema>

/** `operator` enters, `verifier` is the head (kepala / camat), `coordinator` decides, `viewer` reads all. */
export const roleSchema = z.enum(['operator', 'verifier', 'coordinator', 'viewer'])
export type Role = z.infer<typeof roleSchema>

/** How a coordinator wants the digest. Without it: at the round's morning hour, always. */
export const digestChoiceSchema = z.object({
  /** Hours by the day from which each counts; null = the round's own. A new one counts from tomorrow, or a day would have two digests. */
  hours: z.array(z.object({ from: localDateSchema, hour: localTimeSchema.nullable() })).max(2),
  /** Only when something changed since the last one. */
  onlyNews: z.boolean(),
  /** No digests at all. The closing report still comes. */
  off: z.boolean(),
})
export type DigestChoice = z.infer<typeof digestChoiceSchema>

export const personSchema = z.object({
  ...stampSchema.shape,
  id: personIdSchema,
  name: z.string(),
  /** Office, e.g. "Operator Dinas Perikanan". */
  title: z.string(),
  email: z.email(),
  phone: z.string().optional(),
  role: roleSchema,
  /** An operator may serve several agencies. */
  agencyIds: z.array(agencyIdSchema).min(1),
  language: languageSchema,
  disabled: z.boolean(),
  /** Goes up whenever role, agencies, address or being disabled change, and when somebody signs the person out: what was opened before is over. */
  generation: z.int().min(0).optional(),
  /** By agency that was given to the person, since when; absent of those that were the person's from the beginning. */
  servesSince: z.record(agencyIdSchema, instantSchema).optional(),
  /** Who is called when this person cannot be reached. */
  deputyId: personIdSchema.optional(),
  digest: digestChoiceSchema.optional(),
})
export type Person = z.infer<typeof personSchema>

/** An agency that has nobody of that role. */
export const lackSchema = z.object({ agencyId: agencyIdSchema, lacks: z.enum(['operator', 'verifier']) })
export type Lack = z.infer<typeof lackSchema>

export const holidaySchema = z.object({
  date: localDateSchema,
  name: wordingSchema,
  /** `national`, `joint-leave` (cuti bersama) or `own`: none is a working day. */
  kind: z.enum(['national', 'joint-leave', 'own']),
})
export type Holiday = z.infer<typeof holidaySchema>
export const calendarSchema = z.object({ ...stampSchema.shape, holidays: z.array(holidaySchema) })
export type Calendar = z.infer<typeof calendarSchema>

export const referenceListSchema = z.object({
  ...stampSchema.shape,
  id: z.string(),
  title: wordingSchema,
  entries: z.array(referenceEntrySchema),
})
export type ReferenceList = z.infer<typeof referenceListSchema>
