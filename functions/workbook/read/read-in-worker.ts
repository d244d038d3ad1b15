/**
 * Uploaded files are read in a thread of their own, with an end to its memory and time, so that no file keeps other people's
 * requests waiting. The thread runs this very module again: alone where it stands unbundled, within its bundle where it is
 * deployed; a mark in its data tells it from other threads.
 */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { Refused } from '../../domain/refusal.ts'
import type { WorkbookFlaw } from '../../schema/workbook.ts'
import type { Book } from '../book.ts'
import { type ReadBook, readBook } from './read-book.ts'

const mark = 'lengkap-read-book'
export type WorkerLimits = { readonly megabytes: number; readonly seconds: number }
type Asked = { readonly file: Uint8Array; readonly known: ReadonlySet<string> }
type Told =
  | { readonly book: Book }
  | { readonly reason: WorkbookFlaw; readonly what?: string }
  | { readonly failed: string }

if (!isMainThread && workerData === mark) {
  parentPort?.on('message', async ({ file, known }: Asked) => parentPort?.postMessage(await answer(file, known)))
}

async function answer(file: Uint8Array, known: ReadonlySet<string>): Promise<Told> {
  try {
    return { book: await readBook(file, known) }
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'workbook-refused') {
      const { reason, what } = error.refusal
      return { reason, ...(what === undefined ? {} : { what }) }
    }
    // Its name only: the message may hold what people typed.
    return { failed: error instanceof Error ? error.name : 'unknown' }
  }
}

/** One file at a time; a thread that a file was too much for is given up, and the next file gets another. */
export function createWorkerReader({ megabytes, seconds }: WorkerLimits): ReadBook {
  let worker: Worker | undefined
  let queue: Promise<unknown> = Promise.resolve()
  const one = async (file: Uint8Array, known: ReadonlySet<string>): Promise<Book> => {
    worker ??= new Worker(new URL(import.meta.url), {
      workerData: mark,
      resourceLimits: { maxOldGenerationSizeMb: megabytes },
    })
    const told = await ask(worker, { file, known }, seconds)
    if (told === undefined) {
      // What it still says belongs to nobody.
      worker.on('error', () => undefined)
      void worker.terminate()
      worker = undefined
      throw new Refused({ code: 'workbook-refused', reason: 'unsafe' })
    }
    if ('book' in told) return told.book
    if ('reason' in told) throw new Refused({ code: 'workbook-refused', ...told })
    throw new Error(`A file could not be read: ${told.failed}`)
  }
  return (file, known = new Set()) => {
    const next = queue.then(() => one(file, known))
    queue = next.catch(() => undefined)
    return next
  }
}

/** `undefined` when the thread came to an end of its memory, or had no answer in time. */
function ask(worker: Worker, asked: Asked, seconds: number): Promise<Told | undefined> {
  return new Promise((resolve) => {
    const end = (told: Told | undefined) => {
      clearTimeout(timer)
      worker.off('message', end).off('error', fail).off('exit', fail)
      // Nothing that waits for a file keeps the process alive.
      worker.unref()
      resolve(told)
    }
    const fail = () => end(undefined)
    const timer = setTimeout(fail, seconds * 1_000)
    worker.ref()
    worker.on('message', end).on('error', fail).on('exit', fail)
    worker.postMessage(asked)
  })
}
