/**
 * Keeps one process within the account's sending rate: a mail each n-th of a second, however many are sent at once. It asks SES for the
 * rate, since an account's rate grows with its good name. Other processes send too: some room is left, and what is refused
 * nevertheless waits a second at the breaker.
 */
import { setTimeout as sleep } from 'node:timers/promises'

const askEveryMs = 600_000
/** Where SES does not say: half of what an account has at first. */
const unknownRate = 7
const share = 0.8

/** Resolves when the next mail may go. Never rejects. `nowMs` is monotonic. */
export function createPace(
  askRate: () => Promise<number | undefined>,
  { nowMs = () => performance.now(), wait = sleep as (ms: number) => Promise<unknown> } = {},
): () => Promise<void> {
  let next = 0
  let askedAt = Number.NEGATIVE_INFINITY
  let rate: Promise<number> = Promise.resolve(unknownRate)
  return async () => {
    if (nowMs() - askedAt > askEveryMs) {
      askedAt = nowMs()
      rate = askRate().then(
        (told) => (told !== undefined && told > 0 ? told : unknownRate),
        () => unknownRate,
      )
    }
    const gapMs = 1_000 / ((await rate) * share)
    const mine = Math.max(next, nowMs())
    next = mine + gapMs
    if (mine > nowMs()) await wait(mine - nowMs())
  }
}
