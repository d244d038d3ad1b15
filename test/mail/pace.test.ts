/** However many mails want to go at once, one process keeps within the account's rate, and leaves room for others. */
import { expect, it } from 'vitest'
import { createPace } from '../../functions/mail/pace.ts'

function pretended(rate: () => Promise<number | undefined>) {
  const time = { ms: 0 }
  const left: number[] = []
  const wait = async (ms: number) => void left.push(time.ms + ms)
  const paced = createPace(rate, { nowMs: () => time.ms, wait })
  return { time, left, paced }
}

it.each([
  [1, 1_250],
  [14, 1_000 / 11.2],
  [undefined, 1_000 / 5.6],
])('at a rate of %s a second lets one go every %f ms', async (rate, gap) => {
  const { left, paced } = pretended(async () => rate)
  await Promise.all(Array.from({ length: 10 }, () => paced()))
  expect(left).toHaveLength(9)
  for (const [index, at] of left.entries()) expect(at).toBeCloseTo((index + 1) * gap, 3)
})

it('asks for the rate again after ten minutes, and goes on where nobody answers', async () => {
  let asked = 0
  const { time, paced } = pretended(async () => {
    asked++
    throw new Error('silence')
  })
  for (let n = 0; n < 5; n++) await paced()
  time.ms = 600_001
  await paced()
  expect(asked).toBe(2)
})
