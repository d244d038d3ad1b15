/** A server that is full says when to come back; the same is sent again then. Loaded when it is first needed. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Answers } from '../../../functions/schema/answers.ts'
import { Problem } from '../../api/problem.ts'

/** After that the person is asked. */
const mostTries = 10

/** Seconds, while they are waited for. */
export const again = signal<number | undefined>(undefined)

/**
 * After `refused`. Throws the last refusal when it is not of this kind, after ten tries, or when somebody typed meanwhile, who shall decide.
 * `refusal` is shown while it waits.
 */
export async function untilTaken<T>(
  refused: unknown,
  send: () => Promise<T>,
  refusal: Signal<unknown>,
  answers: ReadonlySignal<Answers>,
): Promise<T> {
  const typed = answers.peek()
  let last = refused
  for (let tries = 1; tries < mostTries; tries += 1) {
    const seconds = secondsOf(last)
    if (seconds === undefined) break
    refusal.value = last
    again.value = seconds
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
    again.value = undefined
    if (answers.peek() !== typed) break
    try {
      return await send()
    } catch (error) {
      last = error
    }
  }
  throw last
}

/** Of a refusal by which nothing was done; AWS's own says no time. */
function secondsOf(error: unknown): number | undefined {
  const { status, retryAfterSeconds = 5 } = error instanceof Problem ? error.body : {}
  return status === 429 || status === 503 ? retryAfterSeconds : undefined
}
