/**
 * Whether a region must be planned again. Nothing falls due between two instants that the facts name, so a minute in which no fact
 * moved and none of these instants came has nothing to plan. Memory is never the truth: lost, or in doubt, everything is planned.
 */

/** `facts`: their count when the plan ran; `since`: the first plan that saw this count; `planned`: notices that it held. */
export type LastPlan = { facts: number; since: string; at: string; nextDueAt: string | null; planned: number }

export type PlanMemory = {
  /** `facts` is moved before each fact is written. Consistently read. */
  read(region: string): Promise<{ facts: number; plan?: LastPlan | undefined }>
  note(region: string, plan: LastPlan): Promise<void>
}

/** Longer than a writer takes from moving the count until its fact stands. */
const writersTake = 120_000
/** Whatever memory says: a new release may plan other mails, and an import moves no count. */
const longestQuiet = 15 * 60_000

/** A plan that ran when every write before it stood, and since then neither a fact nor an instant of its own came. */
export function isQuiet(now: Date, { facts, plan }: { facts: number; plan?: LastPlan | undefined }): boolean {
  if (plan === undefined || plan.facts !== facts) return false
  const [since, at] = [Date.parse(plan.since), Date.parse(plan.at)]
  if (at - since < writersTake || now.getTime() < at || now.getTime() - at >= longestQuiet) return false
  return plan.nextDueAt === null || now.getTime() < Date.parse(plan.nextDueAt)
}

/** What to remember of a plan that has just run. The clock of a rehearsal may have been turned back. */
export function remembered(
  now: Date,
  { facts, plan }: { facts: number; plan?: LastPlan | undefined },
  { nextDueAt, planned }: Pick<LastPlan, 'nextDueAt' | 'planned'>,
): LastPlan {
  const at = now.toISOString()
  const same = plan !== undefined && plan.facts === facts && plan.since <= at
  return { facts, since: same ? plan.since : at, at, nextDueAt, planned }
}
