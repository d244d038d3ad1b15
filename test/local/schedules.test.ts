/** The schedules of one machine: they survive what fails, and the clock waits for what sends. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it, vi } from 'vitest'
import { rehearsalClock } from '../../local/clock.ts'
import type { Handlers, JobName } from '../../local/handlers.ts'
import { Schedules } from '../../local/schedules.ts'

const first = new Date('2026-02-10T01:00:00Z')
const open: Schedules[] = []
afterEach(async () => {
  for (const schedules of open.splice(0)) await schedules.stop()
  vi.restoreAllMocks()
})

function start(job: (name: JobName) => void) {
  const clock = rehearsalClock(mkdtempSync(join(tmpdir(), 'lengkap-schedules-')), first)
  const ran: JobName[] = []
  const handlers = {
    job: async (name: JobName) => {
      ran.push(name)
      job(name)
      return {}
    },
  } as unknown as Handlers
  const schedules = new Schedules(clock, handlers, async () => undefined)
  open.push(schedules)
  return { clock, ran, schedules }
}

it('a first planning that fails is told in one line, and the others run', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const { ran, schedules } = start((name) => {
    if (name === 'plan') throw new Error('The table\ndoes not answer')
  })
  await schedules.start()
  expect(ran).toEqual(['check', 'plan', 'dispatch', 'reconcile', 'retention'])
  expect(told).toHaveBeenCalledTimes(1)
  expect(told.mock.calls[0]).toEqual([expect.stringMatching(/^Lengkap: .* Error: The table does not answer$/)])
})

it('goes on trying soon after', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let fails = true
  const { ran, schedules } = start((name) => {
    if (name === 'plan' && fails) throw new Error('no')
  })
  await schedules.start()
  fails = false
  const before = ran.length
  await vi.advanceTimersByTimeAsync(10_000)
  expect(ran.length).toBeGreaterThan(before)
  vi.useRealTimers()
})

it('the clock is not moved while something is being sent', async () => {
  const { clock, schedules } = start(() => undefined)
  const seen: string[] = []
  const sending = schedules.sending(sleep(50).then(() => void seen.push(clock.now().toISOString().slice(0, 13))))
  await schedules.moveTo(new Date('2026-02-12T01:00:00Z'))
  await sending
  expect(seen).toEqual(['2026-02-10T01'])
  expect(clock.now().toISOString().slice(0, 13)).toBe('2026-02-12T01')
})

it('after a crash the clock shows nothing earlier than what it has shown before', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lengkap-crash-'))
  const before = rehearsalClock(dataDir, first)
  before.moveTo(new Date('2026-02-12T01:00:00Z'))
  const shown = before.now()
  await sleep(20)
  const last = before.now()
  const after = rehearsalClock(dataDir, first).now()
  expect(after.getTime()).toBeGreaterThanOrEqual(last.getTime())
  expect(after.getTime() - shown.getTime()).toBeLessThan(10_000)
})
