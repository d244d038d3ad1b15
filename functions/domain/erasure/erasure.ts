/** The port of the one function that may delete. Whoever calls it has decided what goes; facts, receipts, sums and chains stay. */
import type { SealedAnswers } from '../../schema/sealed.ts'
import type { Traces } from './traces.ts'

/** How many items were changed or deleted, or would be, by what they are. */
export type ErasureCounts = Record<string, number>
/** What of a person lies where: keys, and for answers the answers themselves. */
export type FoundItem = { what: string; pk: string; sk: string; item: Record<string, unknown> }

export type Erasure = {
  /** The person's record keeps its id and its office, so that what was done by it still has a doer. */
  forgetPerson(
    place: { region: string; personId: string },
    traces: Traces,
    how: { dryRun: boolean },
  ): Promise<ErasureCounts>
  /** Everything in which the person is found, for the person. */
  findPerson(place: { region: string; personId: string }, traces: Traces): Promise<FoundItem[]>
  /** Answers about persons, drafts and captured mails of a round. `older`: bodies of older releases, as they are to be instead. */
  endRound(
    place: { region: string; round: string },
    older: readonly { sha256: string; answers: SealedAnswers }[],
    how: { dryRun: boolean },
  ): Promise<ErasureCounts>
  /** Bodies that no fact of the region names any more. */
  endUnnamed(region: string, how: { dryRun: boolean }): Promise<ErasureCounts>
  /** Was it ended before, and nothing came since? */
  isEnded(place: { region: string; round: string }): Promise<boolean>
}
