/**
 * What turns texts into answers. It is handed to the fields instead of imported by them: the page shows answers at once and
 * fetches this when somebody is about to type.
 */
export { paddedCode } from '../checks/sub-activity-code.ts'
export { wholeTextMatcher } from '../patterns/pattern.ts'
export { matchName } from './grammar/choice.ts'
export { parsePhone } from './grammar/phone.ts'
export { parseTime } from './grammar/time.ts'
export { notice } from './notices.ts'
export { choiceJudge, readChoice } from './read-choice.ts'
export { dateJudge, readDate } from './read-date.ts'
export { numberJudge, readNumber, takeNumber } from './read-number.ts'
export { notRead, twoValues } from './unread.ts'
