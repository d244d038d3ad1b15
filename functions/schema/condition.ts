/** What a form's rules may ask of its cells, and the two ways to answer without a value. */
import * as z from 'zod'
import { fieldIdSchema } from './ids.ts'

/**
 * A condition over the cells of the same row first, then over the header fields.
 * `is` is true when the value is one of the list; `includes` when a many-choice value holds one of the list;
 * `below`/`equals` compare a number (`equals` also with another field); `given` asks whether there is a value (an absence is none);
 * `absent` whether one of these absences stands in its place.
 */
export type Condition =
  | { field: string; is: readonly (string | number)[] }
  | { field: string; includes: readonly string[] }
  | { field: string; below: number | { field: string } }
  | { field: string; above: number | { field: string } }
  | { field: string; equals: number | { field: string } }
  | { field: string; given: boolean }
  | { field: string; absent: readonly ('not-yet' | 'not-applicable')[] }
  | { all: readonly Condition[] }
  | { any: readonly Condition[] }
  | { not: Condition }

/** The two ways to answer without a value: "belum ada data" (answered, but not complete) and "tidak berlaku" (complete). */
export const absenceSchema = z.enum(['not-yet', 'not-applicable'])
export type Absence = z.infer<typeof absenceSchema>

const numberOrField = z.union([z.number(), z.object({ field: fieldIdSchema })])
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.object({ field: fieldIdSchema, is: z.array(z.union([z.string(), z.number()])) }),
    z.object({ field: fieldIdSchema, includes: z.array(z.string()) }),
    z.object({ field: fieldIdSchema, below: numberOrField }),
    z.object({ field: fieldIdSchema, above: numberOrField }),
    z.object({ field: fieldIdSchema, equals: numberOrField }),
    z.object({ field: fieldIdSchema, given: z.boolean() }),
    z.object({ field: fieldIdSchema, absent: z.array(absenceSchema) }),
    z.object({ all: z.array(conditionSchema) }),
    z.object({ any: z.array(conditionSchema) }),
    z.object({ not: conditionSchema }),
  ]),
)
