/**
 * The schedules of the stack, on one machine: plan and dispatch every minute, check and reconcile every quarter of an hour, what
 * ends by its age every day, one run at a time. Moving the rehearsal clock stops at each instant at which something falls due on the way, in order.
 */
import type { LocalClock } from './clock.ts'
import type { Handlers, JobAnswer, JobName, JobOptions } from './handlers.ts'

const minute = 60_000
const quarter = 15 * minute
const day = 96 * quarter
/** After a run that failed. */
const soon = 10_000
/** A week has far fewer occasions than this; it only ends a loop that a planner's fault would make endless. */
const maxStops = 2_000

export class Schedules {
  #queue: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  #lastQuarter = 0
  #lastDay = 0
  /** Since the last run the clock was set: time was skipped. */
  #moved = false
  readonly #sending = new Set<Promise<unknown>>()
  readonly #clock: LocalClock
  readonly #handlers: Handlers
  /** Resolves when SES's events so far have reached their handler. */
  readonly #eventsSettled: () => Promise<void>

  constructor(clock: LocalClock, handlers: Handlers, eventsSettled: () => Promise<void>) {
    this.#clock = clock
    this.#handlers = handlers
    this.#eventsSettled = eventsSettled
  }

  /** Runs what is due now, then every minute. A run that fails is told in one line and tried again; nothing stops for it. */
  async start(): Promise<void> {
    const isWell = await this.#inTurn(() => this.#run(this.#clock.now())).then(
      () => true,
      (error: unknown) => {
        console.error(`Lengkap: a scheduled run failed and is tried again in ${soon / 1_000} s: ${inOneLine(error)}`)
        return false
      },
    )
    if (!this.#stopped) this.#timer = setTimeout(() => void this.start(), isWell ? minute : soon)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#queue.catch(() => undefined)
    await Promise.allSettled(this.#sending)
  }

  /** Work that sends beside the schedules. A lease is counted by the clock, so the clock is not moved meanwhile. */
  async sending(work: Promise<unknown>): Promise<void> {
    const settled = work.finally(() => this.#sending.delete(settled))
    this.#sending.add(settled)
    await settled
  }

  /** One job by hand, as `POST /local/jobs/{name}` asks. */
  job(name: JobName, time: Date | undefined, options: JobOptions): Promise<JobAnswer> {
    return this.#inTurn(() => this.#handlers.job(name, time ?? this.#clock.now(), { moved: true, ...options }))
  }

  /** Moves the clock to `target` by way of every instant at which something falls due. Throws `ClockError` to the past. */
  moveTo(target: Date): Promise<void> {
    return this.#inTurn(async () => {
      if (target < this.#clock.now()) return this.#clock.moveTo(target)
      for (let stops = 0; stops < maxStops; stops++) {
        const next = await this.#nextDue(this.#clock.now())
        if (next === undefined || next >= target) break
        if (next > this.#clock.now()) await this.#moveClock(next)
        await this.#run(this.#clock.now())
      }
      if (target > this.#clock.now()) await this.#moveClock(target)
      await this.#run(this.#clock.now(), { all: true })
    })
  }

  async #nextDue(now: Date): Promise<Date | undefined> {
    const { nextDueAt } = await this.#handlers.job('plan', now, { dryRun: true })
    return nextDueAt ? new Date(nextDueAt) : undefined
  }

  async #moveClock(to: Date): Promise<void> {
    while (this.#sending.size > 0) await Promise.allSettled(this.#sending)
    this.#clock.moveTo(to)
    this.#moved = true
  }

  /** One job's failure keeps no other from running. */
  async #run(now: Date, { all = now.getTime() - this.#lastQuarter >= quarter } = {}): Promise<void> {
    // What is stamped in this run must not lie in the future of a start after a crash.
    this.#clock.save()
    const failures: unknown[] = []
    const moved = this.#moved
    this.#moved = false
    const run = async (name: JobName) =>
      void (await this.#handlers.job(name, now, { moved }).catch((error) => failures.push(error)))
    if (all) {
      this.#lastQuarter = now.getTime()
      await run('check')
    }
    await run('plan')
    await run('dispatch')
    if (all) await run('reconcile')
    if (now.getTime() - this.#lastDay >= day) {
      this.#lastDay = now.getTime()
      await run('retention')
    }
    await this.#eventsSettled()
    if (failures.length > 0) throw new AggregateError(failures, failures.map(inOneLine).join('; '))
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}

function inOneLine(error: unknown): string {
  return String(error instanceof Error ? `${error.name}: ${error.message}` : error).replaceAll(/\s*\n\s*/g, ' ')
}
