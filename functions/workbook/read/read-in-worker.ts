/** Uploaded files are read in a thread of their own. */
import type { Book } from '../book.ts'
import { createThread, serve, type WorkerLimits } from '../thread/thread.ts'
import { type ReadBook, readBook } from './read-book.ts'

const mark = 'lengkap-read-book'
type Asked = { readonly file: Uint8Array; readonly known: ReadonlySet<string> }

serve(mark, ({ file, known }: Asked) => readBook(file, known))

export function createWorkerReader(limits: WorkerLimits): ReadBook {
  const run = createThread(import.meta.url, mark, limits)
  return (file, known = new Set()) => run({ file, known } satisfies Asked) as Promise<Book>
}
