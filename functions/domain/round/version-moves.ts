/**
 * Which version of a form is asked of an agency, and through which moves it came there. Sent work that a move asks for again follows
 * from the move, as if it had been returned: also work that was under way when the form moved.
 */
import type { AssignmentKey, Review, Round, Submission } from '../../schema/round.ts'
import type { MoveMapping, VersionMove } from '../../schema/version-move.ts'
import { assignmentKeyOf, reviewsOf, submissionsOf } from './by-work.ts'
import type { RoundFacts } from './rounds.ts'

/** `revision`: the round's that made it; `before`: what was asked until then. */
export type Move = VersionMove & {
  readonly revision: number
  readonly at: string
  readonly by: string
  readonly before: readonly AssignmentKey[]
}

type Folded = Pick<RoundFacts, 'round' | 'earlier'>
type Work = { readonly agencyId: string; readonly formId: string }

/** Oldest first. */
export function movesOf(facts: Folded): readonly Move[] {
  return foldOf(facts).moves
}

/** The move by which the place asks what it asks; `undefined` where it was never moved. */
export function lastMoveOf(facts: Folded, work: Work): Move | undefined {
  return foldOf(facts).last.get(placeKey(work))?.move
}

/** Versions that a move left, each once: of which answers may still speak. */
export function versionsLeft(facts: Folded): readonly { formId: string; formVersion: number }[] {
  return foldOf(facts).left()
}

type Fold = {
  moves: readonly Move[]
  last: ReadonlyMap<string, { agencyId: string; move: Move }>
  left: () => readonly { formId: string; formVersion: number }[]
}

/** Asked for each form of each agency. Nobody changes a round or the list of those before it in place. */
const folds = new WeakMap<Round, { earlier: readonly Round[]; fold: Fold }>()
const noRounds: readonly Round[] = []

function foldOf({ round, earlier = noRounds }: Folded): Fold {
  const known = folds.get(round)
  if (known?.earlier === earlier) return known.fold
  const revisions = [...earlier, round]
  const moves = revisions.flatMap(({ move, revision, at, by }, index) =>
    move === undefined ? [] : [{ ...move, revision, at, by, before: revisions[index - 1]?.assignments ?? [] }],
  )
  const last = new Map(
    moves.flatMap((move) =>
      move.agencyIds.map((agencyId) => [placeKey({ ...move, agencyId }), { agencyId, move }] as const),
    ),
  )
  let left: ReturnType<Fold['left']> | undefined
  const fold = { moves, last, left: () => (left ??= leftBy(moves)) }
  folds.set(round, { earlier, fold })
  return fold
}

function leftBy(moves: readonly Move[]) {
  const left = new Map(
    moves.flatMap(({ formId, before }) =>
      before.filter((key) => key.formId === formId).map((key) => [`${formId} ${key.formVersion}`, key] as const),
    ),
  )
  return [...left.values()].map(({ formId, formVersion }) => ({ formId, formVersion }))
}

function placeKey({ agencyId, formId }: Work): string {
  return `${agencyId} ${formId}`
}

/** The versions through which work of `version` comes to what is asked now, each with its mapping. Empty: it is asked now. */
export function pathFrom(facts: Folded, { agencyId, formId }: Work, version: number): VersionStep[] {
  const asked = assignmentKeyOf(facts.round.assignments, agencyId, formId)?.formVersion
  if (asked === undefined || asked === version) return []
  const moves = movesOf(facts).filter((move) => move.formId === formId && move.agencyIds.includes(agencyId))
  const from = moves.findLastIndex(({ before }) => assignmentKeyOf(before, agencyId, formId)?.formVersion === version)
  const steps = from < 0 ? [] : moves.slice(from).map(({ to, mapping }) => ({ to, ...(mapping && { mapping }) }))
  return steps.at(-1)?.to === asked ? steps : [{ to: asked }]
}

export type VersionStep = { readonly to: number; readonly mapping?: MoveMapping }

/** The facts with a decision for each submission that the last move of its place asks for again. */
export function withAskedAgain<Facts extends Folded & Pick<RoundFacts, 'submissions' | 'reviews'>>(
  facts: Facts,
): Facts {
  const asked = [...foldOf(facts).last.values()].flatMap(({ agencyId, move }) =>
    move.sent === 'ask-again' ? (askedAgain(facts, move, agencyId) ?? []) : [],
  )
  return asked.length === 0 ? facts : { ...facts, reviews: [...facts.reviews, ...asked] }
}

function askedAgain(
  facts: Folded & Pick<RoundFacts, 'submissions' | 'reviews'>,
  move: Move,
  agencyId: string,
): Review | undefined {
  const { formId } = move
  const latest = submissionsOf(facts.submissions, agencyId, formId).at(-1)
  if (latest === undefined || latest.formVersion === move.to) return undefined
  const decided = reviewsOf(facts.reviews, agencyId, formId).filter(({ revision }) => revision === latest.revision)
  return {
    at: latestOf(move.at, latest, decided),
    by: move.by,
    agencyId,
    formId,
    revision: latest.revision,
    number: (decided.at(-1)?.number ?? 0) + 1,
    decision: 'return',
    comments: [{ pointer: '', text: move.reason }],
    ofMove: move.revision,
  }
}

function latestOf(at: string, submission: Submission, decided: readonly Review[]): string {
  return [at, submission.at, ...decided.map((each) => each.at)].toSorted().at(-1) ?? at
}
