/**
 * The round of February 2026: Aksi 3A Tahap II with the reviu of 2025 and the monev data. Friday 13 Feb is the target and the
 * last working day before the final date, because 16 Feb is joint leave and 17 Feb a holiday.
 */
import type { Milestone } from '../../../functions/schema/milestone.ts'
import type { Unstamped } from '../../../functions/schema/region.ts'
import type { AssignmentKey, Round } from '../../../functions/schema/round.ts'
import { kecamatan, opd } from './agencies.ts'

const supportingAgencies = ['dinsos', 'dukcapil', 'dikbud', 'dp3a', 'dlhk']

/** A new round asks the newest version. */
function assigned(formId: string, agencyIds: readonly string[], formVersion = 1): AssignmentKey[] {
  return agencyIds.map((agencyId) => ({ agencyId, formId, formVersion }))
}

/** Which forms are due from whom: of the offices those that have supporting data, of the districts what lies in villages. */
export function assignmentsOf(offices: readonly string[], districts: readonly string[]): AssignmentKey[] {
  return [
    ...assigned('aksi3a-penandaan-anggaran', [...offices, ...districts], 2),
    ...assigned('reviu-aksi-2025', [...offices, ...districts], 2),
    ...assigned('monev-cakupan-layanan', districts),
    ...assigned('data-sasaran', districts),
    ...assigned('data-pendukung', supportingAgencies, 2),
  ]
}

/**
 * Meetings that use this round's data, for the budget year 2027. Of Kelapa Lima the day is inferred: the report prints a weekday and
 * a date that do not fit together.
 */
const milestones: Milestone[] = [
  ['kec-maulafa', '2026-02-19'],
  ['kec-kelapa-lima', '2026-02-20'],
  ['kec-oebobo', '2026-02-23'],
].flatMap(([agencyId = '', on = '']) => [
  { kind: 'pra-musrenbang', agencyId, on },
  { kind: 'musrenbang', agencyId, on },
])

export const round = {
  id: '3a-2026-2',
  revision: 1,
  title: {
    id: 'Aksi 3A Tahap II, Reviu 2025, dan Monev Stunting 2026',
    en: 'Action 3A Phase II, Review of 2025 and Stunting Monitoring 2026',
  },
  fiscalYear: 2026,
  phase: '2',
  opensOn: '2026-02-10',
  opensAtTime: '08:00',
  targetOn: '2026-02-13',
  closesOn: '2026-02-17',
  alertPlan: {
    workingDaysBeforeTarget: [2, 1],
    morning: '08:00',
    targetDayTimes: ['08:00', '13:00'],
    evening: '17:00',
    headSteps: ['opening', 'target-day', 'overdue', 'last-working-day', 'final-day', 'closed'],
  },
  assignments: assignmentsOf(
    opd.map(({ id }) => id),
    kecamatan.map(({ id }) => id),
  ),
  milestones,
} satisfies Unstamped<Round>
