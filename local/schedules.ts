/**
 * The schedules of the stack, on one machine: plan and dispatch every minute, check every quarter of an hour, one run at a
 * time. Moving the rehearsal clock stops at each instant at which something falls due on the way, in order.
 */
import type { LocalClock } from './clock.ts'
import type { Handlers, JobAnswer, JobName, JobOptions } from './handlers.ts'

const minute = 60_000
const checkEvery = 15 * minute
/** A week has far fewer occasions than this; it only ends a loop that a planner's fault would make endless. */
const maxStops = 2_000

export class Schedules {
  #queue: Promise<unknown> = Promise.resolve()
  #timer: NodeJS.Timeout | undefined
  #lastCheck = 0
  readonly #clock: LocalClock
  readonly #handlers: Handlers
  /** Resolves when SES's events so far have reached their handler. */
  readonly #eventsSettled: () => Promise<void>

  constructor(clock: LocalClock, handlers: Handlers, eventsSettled: () => Promise<void>) {
    this.#clock = clock
    this.#handlers = handlers
    this.#eventsSettled = eventsSettled
  }

  /** Runs what is due now, then every minute. */
  async start(): Promise<void> {
    await this.#inTurn(() => this.#run(this.#clock.now()))
    this.#timer = setInterval(() => {
      this.#inTurn(() => this.#run(this.#clock.now())).catch((error: unknown) => console.error('schedule:', error))
    }, minute)
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.#queue.catch(() => undefined)
  }

  /** One job by hand, as `POST /local/jobs/{name}` asks. */
  job(name: JobName, time: Date | undefined, options: JobOptions): Promise<JobAnswer> {
    return this.#inTurn(() => this.#handlers.job(name, time ?? this.#clock.now(), options))
  }

  /** Moves the clock to `target` by way of every instant at which something falls due. Throws `ClockError` to the past. */
  moveTo(target: Date): Promise<void> {
    return this.#inTurn(async () => {
      if (target < this.#clock.now()) return this.#clock.moveTo(target)
      for (let stops = 0; stops < maxStops; stops++) {
        const next = await this.#nextDue(this.#clock.now())
        if (next === undefined || next >= target) break
        if (next > this.#clock.now()) this.#clock.moveTo(next)
        await this.#run(this.#clock.now())
      }
      if (target > this.#clock.now()) this.#clock.moveTo(target)
      await this.#run(this.#clock.now(), { check: true })
    })
  }

  async #nextDue(now: Date): Promise<Date | undefined> {
    const { nextDueAt } = await this.#handlers.job('plan', now, { dryRun: true })
    return nextDueAt ? new Date(nextDueAt) : undefined
  }

  async #run(now: Date, force: { check?: boolean } = {}): Promise<void> {
    if (force.check || now.getTime() - this.#lastCheck >= checkEvery) {
      this.#lastCheck = now.getTime()
      await this.#handlers.job('check', now)
    }
    await this.#handlers.job('plan', now)
    await this.#handlers.job('dispatch', now)
    await this.#eventsSettled()
    this.#clock.save()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work, work)
    this.#queue = turn.catch(() => undefined)
    return turn
  }
}
