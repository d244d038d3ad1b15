/** What failed to the end and lies in the queue of failures: looked at, or run again. */
import * as z from 'zod'
import type { FailureQueue, QueuedMessage } from '../domain/failures/failure-queue.ts'
import { type Failure, readFailure } from './failed-message.ts'
import { type Run, type Verb, verb } from './verb.ts'

/** Beyond these a person looks at the queue itself. */
const shownAtMost = 100

export type Redriven = {
  since: string
  kind: Failure['kind']
  /** Name of the function; absent where none is run. */
  job?: string
  /** `kept`: it failed again, or nobody can read it. */
  fate: 'would run' | 'ran' | 'removed' | 'kept'
  error?: string
}
/** `waiting`: how many lay in the queue before, about. No queue: one machine has none. */
export type Redrive = { queue: false } | { queue: true; waiting: number; messages: Redriven[] }

export const failureVerbs: Readonly<Record<string, Verb>> = {
  'notices.redrive': verb(z.object({}), async (run): Promise<Redrive> => {
    const { failures } = run.ports
    if (failures === undefined) return { queue: false }
    const waiting = await failures.count()
    return { queue: true, waiting, messages: await (run.dryRun ? look(run, failures) : runAFew(run, failures)) }
  }),
}

/** Everything is put back as it was. */
async function look({ now }: Run, failures: FailureQueue): Promise<Redriven[]> {
  const looked: QueuedMessage[] = []
  while (looked.length < shownAtMost) {
    const taken = await failures.take()
    if (taken.length === 0) break
    looked.push(...taken)
  }
  await Promise.all(looked.map((message) => failures.putBack(message)))
  return looked.map((message) => {
    const failure = readFailure(now, message, failures.functions)
    const fate = failure.kind === 'unreadable' ? 'kept' : failure.kind === 'records' ? 'removed' : 'would run'
    return { ...about(message, failure), fate }
  })
}

/** As many as one invocation has time for; the operator's command asks until none is left. */
async function runAFew({ now }: Run, failures: FailureQueue): Promise<Redriven[]> {
  const done: Redriven[] = []
  for (const message of await failures.take()) {
    const failure = readFailure(now, message, failures.functions)
    const error = await runAgain(failures, failure)
    if (error === undefined) await failures.remove(message)
    const fate = error !== undefined ? 'kept' : failure.kind === 'records' ? 'removed' : 'ran'
    done.push({ ...about(message, failure), fate, ...(error !== undefined && { error }) })
  }
  return done
}

/** Answers why it has to be kept. */
async function runAgain(failures: FailureQueue, failure: Failure): Promise<string | undefined> {
  if (failure.kind === 'unreadable') return 'not understood'
  return failure.kind === 'records' ? undefined : failures.run(failure.job, failure.event)
}

function about({ since }: QueuedMessage, failure: Failure): Omit<Redriven, 'fate'> {
  const job = 'job' in failure ? failure.job.split(':').at(-1) : undefined
  return { since, kind: failure.kind, ...(job !== undefined && { job }) }
}
