export { addDays, dayOfWeek } from '../../rules/dates.ts'
export { localDateOf, localMomentOf, localTimeOf } from '../../rules/wall-clock.ts'
export { endOfDay, instantOf } from '../../rules/zone.ts'
