/** What is needed once two sides of a draft meet, as one piece that is fetched once the form is drawn. */
export { mergeAnswers } from '../model/merge-answers.ts'
export { decidedAnswers, openClashes } from '../model/pending.ts'
export { inVersion } from '../version/in-version.ts'
export { settleClashes, takeInDraft, takeOverCopy } from './put-together.ts'
export { sentOf } from './sent.ts'
