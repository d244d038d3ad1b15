import fc from 'fast-check'
import { expect, it } from 'vitest'
import { limits, retryAfterSeconds, roomInWindow, windowsOf } from '../../../functions/domain/sign-in/limits.ts'

const limit = { scope: 'hour', windowSeconds: 3_600, max: 5 }

/** A limit alone, over counters in a map. */
function counting() {
  const counters = new Map<string, number>()
  return (now: Date) => {
    const windows = windowsOf(now, limit, 'somebody')
    const [current, previous] = [`${windows.current.window}`, `${windows.previous.window}`]
    const count = counters.get(current) ?? 0
    if (count >= roomInWindow(limit, windows, counters.get(previous) ?? 0)) return false
    counters.set(current, count + 1)
    return true
  }
}

it('no hour, wherever it begins, lets twice the limit through', () => {
  const moments = fc.array(fc.integer({ min: 0, max: 3 * 3_600 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(moments, (seconds) => {
      const count = counting()
      const letIn = seconds.toSorted((a, b) => a - b).filter((second) => count(new Date(second * 1_000)))
      for (const start of letIn) {
        const within = letIn.filter((second) => second >= start && second < start + 3_600)
        // The window before is taken as evenly used, so the true sliding hour may be exceeded by little, never doubled.
        expect(within.length).toBeLessThanOrEqual(limit.max * 2 - 1)
      }
    }),
  )
})

it('right after a full window nearly nothing is let in, and a full hour later everything again', () => {
  const count = counting()
  const edge = 10 * 3_600_000
  const burst = (from: number) => Array.from({ length: 10 }, () => count(new Date(from))).filter(Boolean).length
  expect(burst(edge - 1_000)).toBe(5)
  expect(burst(edge)).toBe(0)
  expect(burst(edge + 2 * 3_600_000)).toBe(5)
})

it('whoever is refused is told to wait at least a second and at most the window', () => {
  for (const millisecond of [0, 1, 3_599_999]) {
    const now = new Date(millisecond)
    const wait = retryAfterSeconds(now, windowsOf(now, limits.client, 'x'))
    expect(wait).toBeGreaterThanOrEqual(1)
    expect(wait).toBeLessThanOrEqual(3_600)
  }
})

it('whoever is refused is told when the window ends, in whole seconds', () => {
  const wait = (ms: number) => retryAfterSeconds(new Date(ms), windowsOf(new Date(ms), limit, 'x'))
  expect([wait(0), wait(3_570_000), wait(3_570_001), wait(3_600_000)]).toEqual([3_600, 30, 30, 3_600])
})

it('of a full window before counts the share that the last hour still covers', () => {
  const room = (minutes: number, before: number) => {
    const now = new Date(10 * 3_600_000 + minutes * 60_000)
    return roomInWindow(limit, windowsOf(now, limit, 'x'), before)
  }
  expect([0, 15, 30, 45, 59].map((minutes) => room(minutes, 5))).toEqual([0, 2, 3, 4, 5])
  expect(room(0, 50)).toBe(0)
  expect(room(0, 0)).toBe(limit.max)
})

it('counters of two limits, keys or windows are never one', () => {
  const now = new Date(10 * 3_600_000)
  const { current, previous } = windowsOf(now, limit, 'x')
  expect(current).toEqual({ scope: 'hour', key: 'x', window: 10 })
  expect(previous).toEqual({ scope: 'hour', key: 'x', window: 9 })
  expect(windowsOf(new Date(now.getTime() - 1), limit, 'x').current).toEqual(previous)
  const scopes = Object.values(limits).map(({ scope }) => scope)
  expect(new Set(scopes).size).toBe(scopes.length)
})
