/** What is done with typed texts, as one piece: reading them as answers, and saying where they are none. */
export { readTyped } from '../../../functions/schema/answers/read-typed.ts'
export { errorsByRow, findErrors } from './find-errors.ts'
export { readTexts } from './read-texts.ts'
