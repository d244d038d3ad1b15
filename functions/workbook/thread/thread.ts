/**
 * Work that grows with what people upload, in a thread of its own with an end to its memory and time, so that no file keeps other people's
 * requests waiting. The thread runs the module again that serves it: alone where it stands unbundled, within its bundle where it is
 * deployed; a mark in its data tells it from other threads. What the work needs of the main thread it calls for.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { Refused } from '../../domain/refusal.ts'
import type { WorkbookFlaw } from '../../schema/workbook.ts'

export type WorkerLimits = { readonly megabytes: number; readonly seconds: number }
/** Asks the main thread; what goes to and fro is copied. */
export type Call = (name: string, argument: unknown) => Promise<unknown>
type Answers = Readonly<Record<string, (argument: unknown) => Promise<unknown>>>
type Calling = { readonly call: number; readonly name: string; readonly argument: unknown }
type Answered = { readonly answers: number; readonly value?: unknown; readonly failed?: true }
type Told =
  | { readonly done: unknown }
  | { readonly reason: WorkbookFlaw; readonly what?: string }
  | { readonly failed: string }

/** In the thread with this mark: does what it is asked, one after the other. In any other thread nothing. */
export function serve<Asked>(mark: string, work: (asked: Asked, call: Call) => Promise<unknown>): void {
  if (isMainThread || workerData !== mark) return
  const waiting = new Map<number, (answer: Answered) => void>()
  let calls = 0
  const call: Call = (name, argument) =>
    new Promise((resolve, reject) => {
      calls += 1
      waiting.set(calls, ({ value, failed }) => (failed ? reject(new Error('the call failed')) : resolve(value)))
      parentPort?.postMessage({ call: calls, name, argument } satisfies Calling)
    })
  parentPort?.on('message', async (message: { asked: Asked } | Answered) => {
    if ('asked' in message) return parentPort?.postMessage(await told(() => work(message.asked, call)))
    waiting.get(message.answers)?.(message)
    waiting.delete(message.answers)
  })
}

async function told(work: () => Promise<unknown>): Promise<Told> {
  try {
    return { done: await work() }
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'workbook-refused') {
      const { reason, what } = error.refusal
      return { reason, ...(what === undefined ? {} : { what }) }
    }
    // Its name only: the message may hold what people typed.
    return { failed: error instanceof Error ? error.name : 'unknown' }
  }
}

/** Refuses with `workbook-refused` also what was too much for the thread. What one of `answers` throws is thrown. */
export type Run = (asked: unknown, answers?: Answers) => Promise<unknown>

/** One work at a time; a thread that a work was too much for is given up, and the next one gets another. */
export function createThread(module: string, mark: string, { megabytes, seconds }: WorkerLimits): Run {
  let worker: Worker | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const one = async (asked: unknown, answers: Answers): Promise<unknown> => {
    worker ??= new Worker(new URL(module), {
      workerData: mark,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const outcome = await ask(worker, { asked, answers, seconds })
    if (outcome === undefined) {
      // What it still says belongs to nobody.
      worker.on('error', () => undefined)
      void worker.terminate()
      worker = undefined
      throw new Refused({ code: 'workbook-refused', reason: 'unsafe' })
    }
    if ('thrown' in outcome) throw outcome.thrown
    if ('done' in outcome) return outcome.done
    if ('reason' in outcome) throw new Refused({ code: 'workbook-refused', ...outcome })
    throw new Error(`The thread failed: ${outcome.failed}`)
  }
  return (asked, answers = {}) => {
    const next = queue.then(() => one(asked, answers))
    queue = next.catch(() => undefined)
    return next
  }
}

type Asking = { readonly asked: unknown; readonly answers: Answers; readonly seconds: number }

/** `undefined` when the thread came to an end of its memory, or had no answer in time. */
function ask(
  worker: Worker,
  { asked, answers, seconds }: Asking,
): Promise<Told | { readonly thrown: unknown } | undefined> {
  return new Promise((resolve) => {
    let thrown: { readonly thrown: unknown } | undefined
    const end = (outcome: Told | undefined) => {
      clearTimeout(timer)
      worker.off('message', hear).off('error', fail).off('exit', fail)
      // Nothing that waits for a file keeps the process alive.
      worker.unref()
      resolve(outcome === undefined ? undefined : (thrown ?? outcome))
    }
    const hear = async (message: Told | Calling) => {
      if (!('call' in message)) return end(message)
      const { call, name, argument } = message
      try {
        worker.postMessage({ answers: call, value: await answers[name]?.(argument) } satisfies Answered)
      } catch (error) {
        thrown = { thrown: error }
        worker.postMessage({ answers: call, failed: true } satisfies Answered)
      }
    }
    const fail = () => end(undefined)
    const timer = setTimeout(fail, seconds * 1_000)
    worker.ref()
    worker.on('message', hear).on('error', fail).on('exit', fail)
    worker.postMessage({ asked })
  })
}
