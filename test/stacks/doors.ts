/** The front doors of a deployed system, by their files in functions/lambda. */

/** Those that people, schedules, queues and reports wake. */
export const doorsOfTheDay = [
  'api',
  'plan',
  'plan-region',
  'dispatch',
  'dispatch-new',
  'check',
  'check-region',
  'reconcile',
  'mail-events',
] as const
