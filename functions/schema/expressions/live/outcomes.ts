/** One question, and one rule, over the cells that the frame stands at. What a rule cannot work out is not known, never a guess. */
import { isBlank, normalValue } from '../../answers/absence.ts'
import { choicesOf } from '../../answers/choices.ts'
import { computeCell } from '../../answers/compute.ts'
import type { AnswerContext } from '../../answers/context.ts'
import type { Field } from '../../form.ts'
import type { ReferenceEntry } from '../../reference.ts'
import { TooMuch } from '../frame.ts'
import { atomIn, worked } from './atoms.ts'
import type { KnownCells, Outcome } from './cells.ts'
import { placeKey } from './field-now.ts'
import type { MovingFrame } from './known-form.ts'
import type { Rule, Step } from './program.ts'

const notAsked: Outcome = { hidden: true }

export function outcomeOf({ field, relevant, calculation }: Step, cells: KnownCells, frame: MovingFrame): Outcome {
  if (relevant !== undefined && !attempt(() => relevant(frame), false)) return notAsked
  const hidden = field.type === 'computed' && field.hidden === true
  if (field.type !== 'computed') {
    const typed = cells.typed[field.id]
    const value = typed === undefined || isBlank(typed) ? undefined : normalValue(typed)
    return { hidden, value, atom: atomIn(field, value) }
  }
  if (!('expression' in field.formula)) {
    const value = computeCell(field, cells.cells)
    return { hidden, value, atom: value }
  }
  const { gives } = field.formula
  const { value, atom } = attempt(() => worked(calculation?.(frame) ?? '', gives), {
    value: undefined,
    atom: undefined,
  })
  return { hidden, value, atom }
}

/** Sets what a rule says; `change` gives cells that may be changed. */
export function judge(rule: Rule, cells: KnownCells, frame: MovingFrame, given: Judging): void {
  const { id } = rule.field
  const asked = !cells.isHidden(id)
  if ('text' in rule) {
    const known = cells.text(rule.kind, rule.key)
    const text = attempt(() => rule.text(frame), known ?? rule.field.label)
    if (known?.id !== text.id || known.en !== text.en) given.change().word(rule.kind, rule.key, text)
    return
  }
  frame.self = cells.atoms[id] ?? ''
  if (rule.kind === 'offered') {
    const values = offeredIn(rule, frame, given.context)
    if (cells.offered(id)?.size !== values.size || [...values].some((each) => !cells.offered(id)?.has(each)))
      given.change().offer(id, values)
    return
  }
  // A constraint is not asked of an empty answer.
  const empty = frame.self === ''
  const broken = rule.kind === 'refused' || rule.kind === 'doubted'
  const holds =
    asked && (broken ? !empty && !attempt(() => rule.test(frame), false) : attempt(() => rule.test(frame), false))
  if (cells.has(rule.kind, id) !== holds) given.change().flag(rule.kind, id, holds)
}

export type Judging = { readonly context: AnswerContext; readonly change: () => KnownCells }

type Offering = { readonly field: Field; readonly test: (frame: MovingFrame) => boolean }

function offeredIn({ field, test }: Offering, frame: MovingFrame, context: AnswerContext): ReadonlySet<string> {
  if (field.type !== 'choice' && field.type !== 'choices') return new Set()
  const all = choicesOf(field, context)
  const offered = all.flatMap((choice, at) => {
    const facts = (choice as ReferenceEntry).facts ?? {}
    frame.choice = { ...facts, ...choice.columns, name: choice.value, label: choice.label[frame.language] }
    return attempt(() => test(frame), false) ? [choice.value, placeKey(at)] : []
  })
  frame.choice = {}
  const hasDoubles = new Set(all.map(({ value }) => value)).size < all.length
  return new Set(hasDoubles ? offered : offered.filter((_, at) => at % 2 === 0))
}

export function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof TooMuch) return otherwise
    throw error
  }
}
