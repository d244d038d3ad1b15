/** Processes that are killed in the middle of their work, and replaced. An order to one that died fails, as a call to a Lambda does. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Message, Order, Reply } from './worker.ts'

export class WorkerDied extends Error {}

/** A Lambda ends after a minute; a machine that is very busy is given more, and then what does not answer is killed as it would be there. */
const longestOrderMs = 120_000

const house = join(import.meta.dirname, '..', '..')
const bundle = join(house, '.build', 'soak', 'worker.mjs')

/** One file, so that a new process is ready in a moment. */
export async function bundleWorker(): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  })
}

type Waiting = { resolve(answer: unknown): void; reject(error: Error): void }

export class Worker {
  #child: ChildProcess
  #ready: Promise<void>
  #closed = false
  readonly #waiting = new Map<number, Waiting>()
  readonly #settings: Record<string, string>
  #ids = 0

  constructor(settings: Record<string, string>) {
    this.#settings = settings
    const { child, ready } = this.#start()
    this.#child = child
    this.#ready = ready
  }

  /** How many orders it has in its hands. */
  get busy(): number {
    return this.#waiting.size
  }

  /** Rejects with `WorkerDied`, or with the name of what was thrown. */
  async order<T>(now: Date, order: Order): Promise<T> {
    await this.#ready
    const id = ++this.#ids
    return new Promise<T>((resolve, reject) => {
      const child = this.#child
      const timer = setTimeout(() => child.kill('SIGKILL'), longestOrderMs)
      const settled = <A extends unknown[]>(then: (...given: A) => void) => {
        return (...given: A) => {
          clearTimeout(timer)
          then(...given)
        }
      }
      this.#waiting.set(id, { resolve: settled(resolve as Waiting['resolve']), reject: settled(reject) })
      this.#child.send({ id, now: now.toISOString(), order } satisfies Message, (error) => {
        if (error) this.#settle(id, (waiting) => waiting.reject(new WorkerDied(error.message)))
      })
    })
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  close(): void {
    this.#closed = true
    this.#child.kill('SIGKILL')
  }

  #start() {
    const child = fork(bundle, [JSON.stringify(this.#settings)], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const ready = Promise.withResolvers<void>()
    child.on('message', ({ id, answer, failed }: Reply) => {
      if (id === 0) return ready.resolve()
      this.#settle(id, (waiting) =>
        failed === undefined ? waiting.resolve(answer) : waiting.reject(new Error(failed)),
      )
    })
    child.once('exit', () => {
      for (const id of [...this.#waiting.keys()]) {
        this.#settle(id, (waiting) => waiting.reject(new WorkerDied('killed')))
      }
      ready.resolve()
      if (this.#closed) return
      const next = this.#start()
      this.#child = next.child
      this.#ready = next.ready
    })
    return { child, ready: ready.promise }
  }

  #settle(id: number, how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (waiting) how(waiting)
  }
}
