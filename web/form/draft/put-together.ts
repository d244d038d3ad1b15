/** How a window's answers go on when the server's draft, or another window's copy, turns out to be newer than what they began from. */
import type { Answers } from '../../../functions/schema/answers.ts'
import type { StoredDraft } from '../../api/work.ts'
import { changedPointers, partAt } from '../model/changed.ts'
import { type Clash, clashId, mergeAnswers, type Saver, takeTheirs } from '../model/merge-answers.ts'
import { type Pending, stillPending } from '../model/pending.ts'
import { same } from '../model/same.ts'
import type { FoundCopy } from './draft-copy.ts'
import { OwnSends } from './own-sends.ts'
import { hasSaid } from './sent.ts'

/** `asked`: what somebody has to decide. */
export type Taken = { readonly answers: Answers; readonly asked: readonly Pending[] }

/**
 * Another window's copy, or that of this page before it was loaded again, put together with the answers so far. Where two
 * copies differ the newer stands, and is asked about.
 */
export function takeOverCopy(copy: FoundCopy, current: Answers, draft: StoredDraft['draft']): Taken {
  const server = draft.answers
  const own = new OwnSends(copy.sent)
  const { merged, clashes } = mergeAnswers(copy.stored.draft.answers, copy.answers, current)
  const asked = clashes.flatMap((clash): readonly Pending[] => {
    const { pointer, theirs } = clash
    if (!same(partAt(current, pointer), partAt(server, pointer))) return [rivalOf(clash)]
    return hasSaid(own, pointer, theirs) ? [] : [{ pointer, by: saverOf(draft) }]
  })
  return { answers: merged, asked: [...(copy.pending ?? []), ...asked] }
}

type Choice = {
  readonly open: readonly Clash[]
  readonly theirs: ReadonlySet<string>
  readonly shown: readonly string[] | undefined
}

/** After a decision on the clashes `shown` (all where absent): those in `theirs` go to the other side. */
export function settleClashes(
  { open, theirs, shown }: Choice,
  sides: { readonly mine: Answers; readonly server: Answers },
  pending: readonly Pending[],
): { readonly answers: Answers; readonly pending: readonly Pending[] } {
  const decided = new Set(shown ?? open.map(clashId))
  const given = open.filter((clash) => theirs.has(clashId(clash)))
  return { pending: stillPending(pending, decided, sides), answers: takeTheirs(sides.mine, given) }
}

/**
 * The server's newer draft. `undefined` where the form was moved under this page: what is typed is carried over when it is opened
 * again. `pointers`: what somebody else changed there, not what this person said before and has said anew since.
 */
export function takeInDraft(
  {
    stored,
    mine,
    newer: { draft: newer },
  }: { readonly stored: StoredDraft; readonly mine: Answers; readonly newer: StoredDraft },
  sends: OwnSends,
): (Taken & { readonly pointers: readonly string[] }) | undefined {
  if (newer.formVersion !== stored.draft.formVersion) return undefined
  const base = stored.draft.answers
  const theirs = newer.answers
  const by = saverOf(newer)
  const { merged, clashes } = mergeAnswers(base, mine, theirs)
  const clashing = new Set(clashes.map(({ pointer }) => pointer))
  return {
    answers: merged,
    asked: clashes
      .filter((clash) => !hasSaid(sends, clash.pointer, clash.theirs))
      .map(({ pointer }) => ({ pointer, by })),
    pointers: changedPointers(base, theirs).filter(
      (pointer) => !clashing.has(pointer) && !hasSaid(sends, pointer, partAt(theirs, pointer)),
    ),
  }
}

const saverOf = ({ savedBy, savedByName, savedAt }: StoredDraft['draft']): Saver => ({ savedBy, savedByName, savedAt })

function rivalOf(clash: Clash): Pending {
  const { pointer } = clash
  return { pointer, rival: clash.kind === 'row' ? { row: clash.theirs } : { value: clash.theirs } }
}
