/** The mail plan of a round that is no copy of another, apart from the schemas so that the page carries no validator for it. [A] all of it. */
import type { AlertPlan } from './alert-plan.ts'

export const firstAlertPlan: AlertPlan = {
  workingDaysBeforeTarget: [2, 1],
  morning: '08:00',
  targetDayTimes: ['08:00', '13:00'],
  evening: '17:00',
  headSteps: ['opening', 'target-day', 'overdue', 'last-working-day', 'final-day', 'closed'],
}
