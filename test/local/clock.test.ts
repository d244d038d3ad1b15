import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ClockError, realClock, rehearsalClock } from '../../local/clock.ts'

const directory = () => mkdtempSync(join(tmpdir(), 'lengkap-clock-'))
const first = new Date('2026-02-10T01:00:00Z')

describe('the rehearsal clock', () => {
  it('begins at the first instant and runs on', async () => {
    const clock = rehearsalClock(directory(), first)
    const start = clock.now()
    expect(start.getTime() - first.getTime()).toBeLessThan(1_000)
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(clock.now().getTime()).toBeGreaterThan(start.getTime())
  })

  it('moves forward, never back', () => {
    const clock = rehearsalClock(directory(), first)
    clock.moveTo(new Date('2026-02-13T00:00:00Z'))
    expect(clock.now().toISOString().slice(0, 16)).toBe('2026-02-13T00:00')
    expect(() => clock.moveTo(first)).toThrow(ClockError)
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(Date.parse('2026-02-13T00:00:00Z'))
  })

  it('goes on after a restart where it stopped, whatever the first instant says', () => {
    const dataDir = directory()
    const before = rehearsalClock(dataDir, first)
    before.moveTo(new Date('2026-02-12T03:00:00Z'))
    before.save()
    expect(rehearsalClock(dataDir, first).now().getTime()).toBeGreaterThanOrEqual(Date.parse('2026-02-12T03:00:00Z'))
    const later = new Date('2026-02-20T00:00:00Z')
    expect(rehearsalClock(dataDir, later).now().getTime()).toBeGreaterThanOrEqual(later.getTime())
  })

  it('begins anew when its file is damaged', () => {
    const dataDir = directory()
    writeFileSync(join(dataDir, 'clock.json'), '{"now":')
    expect(rehearsalClock(dataDir, first).now().toISOString().slice(0, 16)).toBe('2026-02-10T01:00')
  })
})

describe('the real clock', () => {
  it('cannot be moved', () => {
    expect(() => realClock().moveTo(new Date())).toThrow(ClockError)
  })
})
