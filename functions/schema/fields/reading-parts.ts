/**
 * What turns texts into answers. It is handed to the fields instead of imported by them: the page shows answers at once and
 * fetches this when somebody is about to type.
 */
export { parseTime } from './grammar/time.ts'
export { clockJudge } from './judge-clock.ts'
export { urlJudge } from './judge-url.ts'
export { notice } from './notices.ts'
export { choiceJudge, readChoice } from './read-choice.ts'
export { dateJudge, readDate } from './read-date.ts'
export { readMoment } from './read-moment.ts'
export { numberJudge, readNumber, takeNumber } from './read-number.ts'
export { phoneJudge, readPhone } from './read-phone.ts'
export { readText, textJudge } from './read-text.ts'
export { notRead } from './unread.ts'
