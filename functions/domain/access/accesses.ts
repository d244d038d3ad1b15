/**
 * Who looked at what is not his own agency's: each file that left as a fact, each reading once a day. So whoever is affected by a breach, or
 * was curious, is found by a query and not in logs of another system. Ids and names of routes only.
 */

/** `route`: the template, e.g. `/api/rounds/:round/export.xlsx`. */
export type Access = {
  at: string
  by: string
  kind: 'read' | 'file'
  route: string
  round?: string | undefined
  agencyId?: string | undefined
}

export type Accesses = {
  /** A reading that was noted the same day before is noted once. */
  note(region: string, access: Access): Promise<void>
  /** From this instant on, oldest first; at most a year back. */
  since(region: string, from: Date, until: Date): Promise<Access[]>
}

const dayMs = 86_400_000
export const longestDays = 366

/** Of everybody, or of one person. */
export async function accessesSince(
  now: Date,
  { accesses }: { accesses: Accesses },
  { region, since, personId }: { region: string; since: Date; personId?: string | undefined },
): Promise<Access[]> {
  const from = new Date(Math.max(since.getTime(), now.getTime() - longestDays * dayMs))
  const found = await accesses.since(region, from, now)
  return personId === undefined ? found : found.filter(({ by }) => by === personId)
}
