/** The queue of what failed to the end. */
import type { RegionJob } from '../../schema/region-ask.ts'

/** `attributes`: those that AWS adds to a message. */
export type FailedMessage = { body: string; attributes: Readonly<Record<string, string>>; since: string }
export type QueuedMessage = FailedMessage & { handle: string }

export type FailureFunctions = { mailEvents: string } & Readonly<Record<RegionJob, string>>

export type FailureQueue = {
  /** Who takes SES's reports, and who works on a region, by job: messages do not say it. */
  functions: FailureFunctions
  /** About how many lie in it. */
  count(): Promise<number>
  /** A few of those that nobody has taken; each is out of others' sight until it is put back or some minutes have passed. */
  take(): Promise<QueuedMessage[]>
  putBack(message: QueuedMessage): Promise<void>
  remove(message: QueuedMessage): Promise<void>
  /** Runs a function and waits for its end. Answers the name of what went wrong. */
  run(job: string, event: object): Promise<string | undefined>
}
