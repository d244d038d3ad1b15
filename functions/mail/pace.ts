/**
 * Keeps all senders together within the account's sending rate: a mail each n-th of a second, however many are sent at once. It asks SES for
 * the rate, since an account's rate grows with its good name, and takes room for about a second of mails at a time from the line that
 * all senders share. Others use the account too, and clocks differ: some room is left, and what is refused nevertheless waits a
 * second at the breaker.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { type MailRate, ownRate } from '../domain/notices/ledger/mail-rate.ts'

const askEveryMs = 600_000
/** Where SES does not say: half of what an account has at first. */
const unknownRate = 7
const share = 0.8
/** Room that was not used within so long of its instant is over: by then others send in theirs. */
const lateMs = 250

export type PaceParts = {
  /** Absent: nobody else sends. */
  rate?: MailRate
  /** The wall clock in milliseconds, which senders compare. */
  wall?: () => number
  wait?: (ms: number) => Promise<unknown>
}

/** Resolves when the next mail may go, of so many that wait; what it answers gives the room back. Never rejects. */
export function createPace(
  askRate: () => Promise<number | undefined>,
  {
    wall = () => performance.timeOrigin + performance.now(),
    rate,
    wait = sleep as PaceParts['wait'] & {},
  }: PaceParts = {},
): (waiting: number) => Promise<() => void> {
  const alone = ownRate(wall)
  let askedAt = Number.NEGATIVE_INFINITY
  let perSecond: Promise<number> = Promise.resolve(unknownRate)
  /** Instants at which a mail may go. */
  let room: number[] = []
  let taking: Promise<void> | undefined
  const take = async (waiting: number) => {
    if (wall() - askedAt > askEveryMs) {
      askedAt = wall()
      perSecond = askRate().then(
        (told) => (told !== undefined && told > 0 ? told : unknownRate),
        () => unknownRate,
      )
    }
    const gapMs = 1_000 / ((await perSecond) * share)
    const mails = Math.max(1, Math.min(waiting, Math.floor(1_000 / gapMs)))
    // A table that does not answer must not stop the mail.
    const { from } = await (rate ?? alone).take(mails * gapMs).catch(() => alone.take(mails * gapMs))
    const since = wall()
    const instants = Array.from({ length: mails }, (_, index) => from + index * gapMs)
    room = instants.filter((at) => at + lateMs >= since)
    // The answer took longer than what it gave: one mail goes all the same.
    if (room.length === 0) room = [since]
  }
  return async (waiting) => {
    for (;;) {
      const now = wall()
      const at = room.shift()
      if (at === undefined) {
        taking ??= take(waiting).finally(() => {
          taking = undefined
        })
        await taking
        continue
      }
      if (at + lateMs < now) continue
      if (at > now) await wait(at - now)
      return () => void room.unshift(at)
    }
  }
}
