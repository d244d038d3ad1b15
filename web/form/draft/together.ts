/** What is needed once two sides of a draft meet, as one piece that is fetched while the draft itself is. */
export { mergeAnswers } from '../model/merge-answers.ts'
export { decidedAnswers, openClashes } from '../model/pending.ts'
export { inVersion } from '../version/in-version.ts'
export { LeftAnswers } from '../version/left-answers.ts'
export { OwnSends } from './own-sends.ts'
export { settleClashes, takeInDraft, takeOverCopy } from './put-together.ts'
