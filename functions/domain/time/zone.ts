export { addDays, dayOfWeek } from '../../rules/dates.ts'
export { endOfDay, instantOf, localDateOf, localTimeOf } from '../../rules/zone.ts'
