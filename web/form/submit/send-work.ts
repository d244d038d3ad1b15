/**
 * Checking and sending. The same content is always sent under the same key, so a double click or a lost answer cannot make
 * two revisions; other content gets a new key. Whatever the answer is, everything typed stays where it is.
 */
import type { Signal } from '@preact/signals'
import type { SubmissionRequest } from '../../../functions/schema/requests.ts'
import { isProblem, Unreachable } from '../../api/problem.ts'
import { submitWork } from '../../api/submissions.ts'
import { presentInstant } from '../../shell/clock.ts'
import { declarationOf } from '../head/head-parts.ts'
import { newRowKey } from '../model/row-key.ts'
import { same } from '../model/same.ts'
import { conflictTitle, type SubmissionParts, type SubmissionState } from './submission-parts.ts'

export type Sender = ReturnType<typeof createSender>
/** What is told to the page. */
type Told = {
  readonly state: Signal<SubmissionState>
  readonly attempts: Signal<number>
  readonly refusal: Signal<unknown>
}

/** `done` is told the receipt's number. */
export function createSender(
  { work, session, model }: SubmissionParts,
  { state, attempts, refusal }: Told,
  done: (number: string) => void,
) {
  const formVersion = model.definition.version
  let last: { content: SubmissionRequest; key: string } | undefined

  function keyFor(content: SubmissionRequest): string {
    if (last === undefined || !same(last.content, content)) last = { content, key: newRowKey(presentInstant()) }
    return last.key
  }

  /** What two sides changed differently is decided before it is sent; the panel takes the focus. */
  function waitsForChoice(): boolean {
    if (session.conflict.peek() === undefined) return false
    document.getElementById(conflictTitle)?.focus()
    return true
  }

  async function post(content: SubmissionRequest): Promise<void> {
    state.value = 'sending'
    refusal.value = undefined
    try {
      const send = () => submitWork(work, content, { revision: session.baseRevision(), key: keyFor(content) })
      const receipt = await send().catch(async (refused) =>
        (await import('./until-taken.ts')).untilTaken(refused, send, refusal, model.answers),
      )
      await session.finish()
      done(receipt.number)
    } catch (error) {
      refusal.value = error
      if (isProblem(error, 'answers-invalid')) {
        model.checked.value = true
        model.serverErrors.value = error.body.errors.map(({ pointer, detail }) => ({ pointer, text: detail }))
        refusal.value = undefined
        attempts.value += 1
      } else if (isProblem(error, 'revision-conflict')) await session.refresh()
      else if (isProblem(error, 'idempotency-key-reused')) last = undefined
    } finally {
      state.value = 'idle'
    }
  }

  return {
    /** Begun in the state `checking`. */
    check: async () => {
      // The rules are a piece of their own, and a bad line may not have brought it yet.
      const found = await model.check().catch(() => undefined)
      // The declaration is given in the dialog.
      const errors = found?.filter(({ pointer }) => pointer !== `/fields/${declarationOf(model.definition)?.id}`)
      if (errors === undefined || errors.length > 0) {
        state.value = 'idle'
        if (errors === undefined) refusal.value = new Unreachable()
        else attempts.value += 1
        return
      }
      await session.flush()
      const { kind } = session.status.peek()
      state.value = waitsForChoice() || kind === 'device-only' ? 'idle' : 'confirming'
      if (kind === 'device-only') refusal.value = 'unsaved'
    },
    send: async () => {
      if (waitsForChoice()) state.value = 'idle'
      else await post({ formVersion, answers: model.answers.peek() })
    },
    sendNil: (reason: string) => post({ formVersion, nil: true, reason }),
  }
}
