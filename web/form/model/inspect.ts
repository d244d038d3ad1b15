/**
 * Judges the answers while they are being typed, without ever being felt: after a short calm, in slices of a few
 * milliseconds, and only the rows that changed. The rules themselves are fetched once the page is drawn.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Measured, Meter } from '../../../functions/schema/answers/completeness.ts'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import type { Validator } from '../../../functions/schema/answers/validate-answers.ts'
import type { AnswerError, Answers } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import { drawn } from '../../shell/calm.ts'

const calmMilliseconds = 300
const sliceMilliseconds = 8
const retryMilliseconds = 3_000

export type Inspection = {
  readonly flaws: ReadonlySignal<readonly AnswerError[]>
  readonly completeness: ReadonlySignal<Measured | undefined>
  /** All as of this very moment, at once: for the person who waits for it. */
  now(): Promise<void>
  /** Without waiting for calm: an answer is finished, and its row is judged at once. */
  soon(): void
  /** All as of now, in slices. */
  settled(): Promise<void>
}
type Inspected = {
  readonly definition: FormDefinition
  readonly answers: ReadonlySignal<Answers>
  readonly context: ReadonlySignal<AnswerContext>
}
type Rules = { readonly context: AnswerContext; readonly validator: Validator; readonly meter: Meter }

const load = () => import('./judging.ts')

export function inspect({ definition, answers, context }: Inspected): Inspection {
  const flaws = signal<readonly AnswerError[]>([])
  const completeness = signal<Measured | undefined>(undefined)
  let rules: Rules | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  async function rulesNow(): Promise<Rules> {
    const { createMeter, createValidator } = await load()
    const by = context.peek()
    if (rules?.context !== by) {
      rules = { context: by, validator: createValidator(definition, by), meter: createMeter(definition, by) }
    }
    return rules
  }
  function publish({ validator, meter }: Rules): void {
    flaws.value = validator.validate(answers.peek())
    completeness.value = meter.measure(answers.peek())
  }
  /** True when nothing is left to judge. */
  async function slice(): Promise<boolean> {
    const current = await rulesNow()
    const until = performance.now() + sliceMilliseconds
    const more = () => performance.now() < until
    const all = answers.peek()
    const done = current.validator.prepare(all, more) && current.meter.prepare(all, more)
    if (done) publish(current)
    return done
  }
  async function settled(): Promise<void> {
    while (!(await slice())) await new Promise((next) => setTimeout(next, 0))
  }
  /** A failed fetch is tried again: a bad line must not leave the form unjudged. */
  function wait(milliseconds: number): void {
    clearTimeout(timer)
    timer = setTimeout(() => settled().catch(() => wait(retryMilliseconds)), milliseconds)
  }
  // Nobody needs a verdict before the form can be seen. Also a merge changes the answers, and the day the context, without an edit of ours.
  void drawn().then(() =>
    effect(() => {
      void answers.value
      void context.value
      wait(completeness.peek() === undefined ? 0 : calmMilliseconds)
    }),
  )
  return { flaws, completeness, now: async () => publish(await rulesNow()), settled, soon: () => wait(0) }
}
