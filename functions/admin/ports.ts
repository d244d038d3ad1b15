/** What the operator's verbs are given. */
import type { Regions } from '../domain/region/regions.ts'
import type { Rounds } from '../domain/round/rounds.ts'

export type AdminPorts = {
  clock: () => Date
  regions: Regions
  rounds: Rounds
  /** Where people sign in. */
  siteUrl: string
}
