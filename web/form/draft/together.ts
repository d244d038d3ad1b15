/** What is needed once two sides of a draft meet, as one piece that is fetched while the draft itself is. */
export { clashId, mergeAnswers, takeTheirs } from '../model/merge-answers.ts'
export { decidedAnswers, openClashes, stillPending } from '../model/pending.ts'
export { OwnSends } from './own-sends.ts'
export { takeInDraft, takeOverCopy } from './put-together.ts'
