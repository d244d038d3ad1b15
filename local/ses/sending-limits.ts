/**
 * The account's two limits: recipients a second, and recipients in 24 hours. Both count recipients, not calls, as SES does.
 * The rate runs on real time, for a rehearsal clock that stands still must not throttle for ever; the quota runs on the
 * rehearsal clock, so that a rehearsed week has seven days of quota.
 */
import { SesRefusal } from './ses-refusal.ts'

const dayMs = 24 * 60 * 60 * 1000

type LimitSettings = { ratePerSecond: number; dailyQuota: number; clock: () => Date; monotonicMs: () => number }

/** What GetSendQuota answers. */
export type SendQuota = { Max24HourSend: number; MaxSendRate: number; SentLast24Hours: number }

/** The limits of one account; `restore` brings back what was sent before a restart. */
export class SendingLimits {
  readonly #settings: LimitSettings
  #lastSecond: { at: number; recipients: number }[] = []
  #sent: { at: number; recipients: number }[] = []

  constructor(settings: LimitSettings) {
    this.#settings = settings
  }

  /** Counts a message that was accepted earlier, `at` in ms of the rehearsal clock. */
  restore(at: number, recipients: number): void {
    this.#sent.push({ at, recipients })
  }

  /**
   * Takes a message's recipients from both limits, or throws Throttling and takes nothing.
   * @param counted recipients that count against the quota (the simulator's do not)
   * @param sent recipients that count against the rate
   */
  take(counted: number, sent: number): void {
    const { ratePerSecond, dailyQuota, clock, monotonicMs } = this.#settings
    const tick = monotonicMs()
    this.#lastSecond = this.#lastSecond.filter((entry) => entry.at > tick - 1000)
    // A single message with more recipients than the rate still goes when the second is empty; otherwise it never could.
    const inSecond = sum(this.#lastSecond)
    if (inSecond > 0 && inSecond + sent > ratePerSecond) {
      throw new SesRefusal('Throttling', 'Maximum sending rate exceeded.')
    }
    if (this.#inDay() + counted > dailyQuota) throw new SesRefusal('Throttling', 'Daily message quota exceeded.')
    this.#lastSecond.push({ at: tick, recipients: sent })
    if (counted > 0) this.#sent.push({ at: clock().getTime(), recipients: counted })
  }

  /** The limits and what is used up of the day. */
  quota(): SendQuota {
    const { ratePerSecond, dailyQuota } = this.#settings
    return { Max24HourSend: dailyQuota, MaxSendRate: ratePerSecond, SentLast24Hours: this.#inDay() }
  }

  #inDay(): number {
    const now = this.#settings.clock().getTime()
    // The clock can be moved back: what then lies in its future counts again when it gets there.
    return sum(this.#sent.filter((entry) => entry.at > now - dayMs && entry.at <= now))
  }
}

function sum(entries: readonly { recipients: number }[]): number {
  return entries.reduce((total, entry) => total + entry.recipients, 0)
}
