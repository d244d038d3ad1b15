/** What reading and judging a cell give. */
import type { Scope } from '../answers/condition.ts'
import type { AnswerContext } from '../answers/context.ts'
import type * as messages from '../answers/messages.ts'
import type { Value } from '../answers.ts'
import type { Language } from '../wording.ts'
import type { Notice } from './notices.ts'
import type { Flaw, Labelled } from './unread.ts'

/** `language` decides between `1,250` and `1.250` where both could be meant, and names choices and absences. */
export type Reader = { readonly language: Language; readonly context: AnswerContext }
/** `undefined` is a blank. With a `flaw` the value is the text itself: it is kept as typed, and said to be no answer. */
export type Reading = {
  readonly value: Value | undefined
  readonly flaw?: Flaw
  /** What was done to make a value of the text; the person is told. */
  readonly notices?: readonly Notice[]
}

export type Judge = (value: Value, scope: Scope) => readonly Flaw[]
/** `named` are the fields that bounds may name. */
export type Judging = {
  readonly context: AnswerContext
  readonly named: ReadonlyMap<string, Labelled>
  readonly say: typeof messages
}

export const sound: readonly Flaw[] = []
