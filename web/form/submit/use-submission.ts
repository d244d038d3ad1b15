/** How far checking and sending are, for the page to show; what does it (send-work.ts) comes once the form is drawn. */
import { type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { Unreachable } from '../../api/problem.ts'
import type { Sender } from './send-work.ts'
import type { SubmissionParts, SubmissionState } from './submission-parts.ts'

export type Submission = {
  readonly state: Signal<SubmissionState>
  /** Counts the checks that found errors: the summary takes the focus at each. */
  readonly attempts: ReadonlySignal<number>
  /** Why the last sending was refused; `'unsaved'` when the draft could not be saved first. */
  readonly refusal: ReadonlySignal<unknown>
  check(): Promise<void>
  send(): Promise<void>
  sendNil(reason: string): Promise<void>
}

export function useSubmission(parts: SubmissionParts): Submission {
  const { route } = useLocation()
  // One for as long as the form is open; the router's function may change, its meaning does not.
  return useMemo(() => createSubmission(parts, (number) => route(`/bukti/${number}?baru`)), [parts.session])
}

export const loadSender = () => import('./send-work.ts')

/** `done` is told the receipt's number. */
export function createSubmission(parts: SubmissionParts, done: (number: string) => void): Submission {
  const state = signal<SubmissionState>('idle')
  const attempts = signal(0)
  const refusal = signal<unknown>(undefined)
  let sender: Sender | undefined

  async function act(begun: SubmissionState, what: (sender: Sender) => Promise<void>): Promise<void> {
    state.value = begun
    try {
      sender ??= (await loadSender()).createSender(parts, { state, attempts, refusal }, done)
    } catch {
      state.value = 'idle'
      refusal.value = new Unreachable()
      return
    }
    await what(sender)
  }

  return {
    state,
    attempts,
    refusal,
    check: async () => {
      if (state.peek() !== 'idle') return
      refusal.value = undefined
      await act('checking', ({ check }) => check())
    },
    send: () => act('sending', ({ send }) => send()),
    sendNil: (reason) => act('sending', ({ sendNil }) => sendNil(reason)),
  }
}
