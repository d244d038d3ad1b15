/** The rules of the form, as one piece that is fetched after the page can be seen: nobody needs a verdict before that. */
export { createMeter } from '../../../functions/schema/answers/completeness.ts'
export { createValidator } from '../../../functions/schema/answers/validate-answers.ts'
