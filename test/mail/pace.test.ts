/** However many mails want to go at once, and whoever sends them, together they keep within the account's rate and leave room for others. */
import { expect, it } from 'vitest'
import { ownRate } from '../../functions/domain/notices/ledger/mail-rate.ts'
import { createPace, type PaceParts } from '../../functions/mail/pace.ts'

/** A clock that goes to the next instant that somebody waits for when nobody does anything else; `left`: when mails went. */
function pretended() {
  const time = { ms: 1_000_000 }
  const left: number[] = []
  const waiters: { until: number; go: () => void }[] = []
  const next = () => {
    const [first] = waiters.sort((a, b) => a.until - b.until).splice(0, 1)
    time.ms = Math.max(time.ms, first?.until ?? 0)
    first?.go()
  }
  const wait = (ms: number) =>
    new Promise<void>((go) => {
      waiters.push({ until: time.ms + ms, go })
      setImmediate(next)
    })
  const send = async (paced: ReturnType<typeof createPace>, waiting = 1) => {
    const giveBack = await paced(waiting)
    left.push(time.ms)
    return giveBack
  }
  const sender = (rate: number | undefined, over: PaceParts = {}) =>
    createPace(async () => rate, { wall: () => time.ms, wait, ...over })
  return { time, left, send, sender }
}

/** Most mails in any second. */
function mostInASecond(left: readonly number[]): number {
  return Math.max(...left.map((from) => left.filter((at) => at >= from && at < from + 1_000).length))
}

it.each([
  [1, 1_250],
  [14, 1_000 / 11.2],
  [undefined, 1_000 / 5.6],
])('at a rate of %s a second lets one go every %f ms', async (rate, gap) => {
  const { left, send, sender } = pretended()
  const paced = sender(rate)
  const start = 1_000_000
  for (let n = 0; n < 10; n++) await send(paced, 10 - n)
  for (const [index, at] of left.entries()) expect(at - start).toBeCloseTo(index * gap, 3)
})

it('lets two senders of one line go as fast as one', async () => {
  const { time, left, send, sender } = pretended()
  const rate = ownRate(() => time.ms)
  const senders = [sender(14, { rate }), sender(14, { rate })]
  await Promise.all(
    senders.map(async (paced) => {
      for (let n = 0; n < 30; n++) await send(paced, 30 - n)
    }),
  )
  expect(left).toHaveLength(60)
  expect(mostInASecond(left)).toBeLessThanOrEqual(14)
  // As fast as they may: 60 mails at 11.2 a second.
  expect((left.at(-1) ?? 0) - 1_000_000).toBeLessThan(7_000)
})

it('gives room that was not needed to the next, and lets it lapse after a quarter of a second', async () => {
  const { time, left, send, sender } = pretended()
  let taken = 0
  const own = ownRate(() => time.ms)
  const paced = sender(10, { rate: { take: (ms) => own.take(ms).finally(() => (taken += 1)) } })
  const giveBack = await send(paced)
  giveBack()
  await send(paced)
  expect([taken, left]).toEqual([1, [1_000_000, 1_000_000]])
  ;(await send(paced))()
  time.ms += 251
  await send(paced)
  expect(taken).toBe(3)
})

it('goes on by itself where the line does not answer', async () => {
  const { left, send, sender } = pretended()
  const paced = sender(10, { rate: { take: () => Promise.reject(new Error('silence')) } })
  for (let n = 0; n < 4; n++) await send(paced)
  expect(left.map((at) => at - 1_000_000)).toEqual([0, 125, 250, 375])
})

it('asks for the rate again after ten minutes, and goes on where nobody answers', async () => {
  let asked = 0
  const time = { ms: 0 }
  const ask = async () => {
    asked++
    throw new Error('silence')
  }
  const paced = createPace(ask, { wall: () => time.ms, wait: async (ms) => (time.ms += ms) })
  for (let n = 0; n < 5; n++) await paced(1)
  time.ms += 600_001
  await paced(1)
  expect(asked).toBe(2)
})
