/** How many agencies answer forms, and how many people there are. */
import type { Directory } from '../api/settings.ts'

export function directoryCounts({ agencies, people }: Directory): {
  readonly agencies: number
  readonly people: number
} {
  return {
    agencies: agencies.filter(({ kind, outOfUse }) => kind !== 'coordinator' && outOfUse !== true).length,
    people: people.filter(({ disabled }) => !disabled).length,
  }
}
