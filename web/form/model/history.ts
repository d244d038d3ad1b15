/**
 * Undo and redo. Answers never change in place, so a step is simply the answers before and after; going back is cheap and
 * exact. When a colleague's changes were merged in between, only what the step itself changed is taken back, and where the
 * colleague has changed the same answer since, theirs stays.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { Merge } from './merge-answers.ts'

const keptSteps = 200

/** `pointer` names the first place that was changed, so that the page can show it. */
type Step = {
  readonly from: Answers
  readonly to: Answers
  readonly pointer: string
  readonly group: string | undefined
}
export type Restored = { readonly answers: Answers; readonly pointer: string }

export type History = {
  readonly canUndo: ReadonlySignal<boolean>
  readonly canRedo: ReadonlySignal<boolean>
  /** Steps of one group that follow each other are one: the letters typed into a cell. */
  record(step: Step): void
  /** The group that the next step may still join. */
  open(): string | undefined
  /** The answers before the step that one of this group would join. */
  from(group: string | undefined): Answers | undefined
  /** The next step begins a group of its own. */
  seal(): void
  undo(current: Answers): Restored | undefined
  redo(current: Answers): Restored | undefined
}

/** `merge` as in merge-answers.ts. */
export function createHistory(merge: (base: Answers, mine: Answers, theirs: Answers) => Merge): History {
  const done = signal<readonly Step[]>([])
  const undone = signal<readonly Step[]>([])
  return {
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    record: (step) => {
      const last = done.peek()[done.peek().length - 1]
      const joined = last !== undefined && step.group !== undefined && last.group === step.group
      done.value = joined
        ? [...done.peek().slice(0, -1), { ...last, to: step.to }]
        : [...done.peek().slice(1 - keptSteps), step]
      undone.value = []
    },
    open: () => done.peek()[done.peek().length - 1]?.group,
    from: (group) => {
      const last = done.peek()[done.peek().length - 1]
      return group !== undefined && last?.group === group ? last.from : undefined
    },
    seal: () => {
      const last = done.peek()[done.peek().length - 1]
      if (last?.group !== undefined) done.value = [...done.peek().slice(0, -1), { ...last, group: undefined }]
    },
    undo: (current) => move({ pile: done, other: undone }, current, merge),
    redo: (current) => move({ pile: undone, other: done }, current, merge),
  }
}

type Steps = { peek(): readonly Step[]; value: readonly Step[] }

/** Takes the last step of one pile back and puts its opposite on the other. */
function move(
  { pile, other }: { readonly pile: Steps; readonly other: Steps },
  current: Answers,
  merge: Parameters<typeof createHistory>[0],
): Restored | undefined {
  const step = pile.peek()[pile.peek().length - 1]
  if (step === undefined) return undefined
  // Steps of the undone pile are stored the other way round, so both piles go from `to` to `from`.
  const { to, from, pointer } = step
  const answers = current === to ? from : merge(to, current, from).merged
  pile.value = pile.peek().slice(0, -1)
  other.value = [...other.peek(), { from: current, to: answers, pointer, group: undefined }]
  return { answers, pointer }
}
