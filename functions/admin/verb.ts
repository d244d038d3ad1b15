/** A verb of the operator: the shape of what it takes, and what it does. */
import type * as z from 'zod'
import type { AdminPorts } from './ports.ts'

export type Run = { now: Date; ports: AdminPorts; dryRun: boolean }
export type Verb = { input: z.ZodType; run: (run: Run, input: never) => Promise<unknown> }

/** Ties the shape to what the function takes. */
export function verb<Shape extends z.ZodType>(
  input: Shape,
  run: (run: Run, input: z.infer<Shape>) => Promise<unknown>,
): Verb {
  return { input, run }
}
