/** Time as processors count it, which other programs on the machine do not lengthen. */
import { readFileSync } from 'node:fs'
import { storeCalls } from './store-calls.ts'

/** Milliseconds of processor time of a process, from /proc: a hundredth of a second fine. */
export function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

const own = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

export type Cost = {
  cpu: number
  emulator: number
  calls: number
  reads: number
  writes: number
  seconds: number
  count: number
  p50: number
  p95: number
  /** What the function hands to the gateway, where that was looked at. */
  bytes?: number
}

/** Runs `act` for each, `atOnce` at a time; answers what one of them cost. */
export async function costOf(
  all: readonly (() => Promise<unknown>)[],
  atOnce: number,
  emulator: number,
): Promise<Cost> {
  const waiting = [...all]
  const times: number[] = []
  const before = { cpu: own(), emulator: cpuOf(emulator), ...storeCalls(), at: performance.now() }
  const work = async () => {
    for (let act = waiting.shift(); act; act = waiting.shift()) {
      const start = performance.now()
      await act()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  const seconds = (performance.now() - before.at) / 1_000
  const after = storeCalls()
  const each = (total: number) => Math.round((100 * total) / all.length) / 100
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  return {
    cpu: each(own() - before.cpu),
    emulator: each(cpuOf(emulator) - before.emulator),
    calls: each(after.calls - before.calls),
    reads: each(after.reads - before.reads),
    writes: each(after.writes - before.writes),
    seconds: Math.round(seconds * 100) / 100,
    count: all.length,
    p50: at(0.5),
    p95: at(0.95),
  }
}
