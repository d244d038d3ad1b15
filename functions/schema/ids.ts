/**
 * The shapes of ids. Parts are `[A-Za-z0-9-]+`, so no separator of a key or of a composed id can occur inside one.
 */
import * as z from 'zod'

const part = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)

export const regionIdSchema = part
export const roundIdSchema = part
export const agencyIdSchema = part
export const formIdSchema = part
export const personIdSchema = part
/** A field or table id: camelCase, as it stands in JSON pointers. */
export const fieldIdSchema = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
/** A row's key: 26 characters of Crockford base 32 (ULID), made by the client; fixed rows use their composed key, e.g. `53-71-01-1001-ind-01`. */
export const rowKeySchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/)
/** Made once by a page for one act of a person: the same key again is the same act. */
export const requestKeySchema = z.string().regex(/^[\x21-\x7e]{8,100}$/)

/** A calendar date without time, ISO 8601 `YYYY-MM-DD`. */
export const localDateSchema = z.iso.date()
/** A wall-clock time `HH:MM`. */
export const localTimeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
/** An instant in UTC, ISO 8601 with milliseconds and `Z`. */
export const instantSchema = z.iso.datetime()
export type LocalDate = z.infer<typeof localDateSchema>
export type Instant = z.infer<typeof instantSchema>
