/**
 * When a round's digest comes daily, and whom it calls slow. Part of the round's alert plan; a round that was set up before
 * these could be chosen has the ones of digest-defaults.ts.
 */
import * as z from 'zod'

export const digestRulesSchema = z.object({
  /** So many working days before a target it is near: from then on a digest goes on every working day, before that weekly. */
  nearWorkingDays: z.int().min(0).max(60),
  /** Until this share of the working days is over nobody is called for having entered nothing. */
  earlyPercent: z.int().min(0).max(100),
  /** So far, in points, answers may lag behind the working days that are over before an agency is called slow. */
  slowPercent: z.int().min(0).max(100),
})
export type DigestRules = z.infer<typeof digestRulesSchema>
