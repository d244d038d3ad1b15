/** `npm start` as people start it, with fresh data and free ports, and what all its processes hold of memory. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpuOf } from './speed/measure.ts'

const root = join(import.meta.dirname, '../..')

/** `mib`: the share of memory that is its own (PSS). `cpu`: milliseconds of processor time so far. */
export type ProcessUse = { name: string; mib: number; cpu: number }
export type Product = {
  siteUrl: string
  inboxUrl: string
  /** From the command to its greeting. */
  seconds: number
  processes(): ProcessUse[]
  stop(): Promise<void>
}

/** @param from the rehearsal clock's first instant */
export async function startProduct(from?: string): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lengkap-product-'))
  const begun = performance.now()
  const ports = { PORT: '0', DYNAMODB_PORT: '0', INBOX_PORT: '0' }
  const child = spawn('npm', ['start'], {
    cwd: root,
    env: { ...process.env, ...ports, DATA_DIR: dataDir, ...(from && { LENGKAP_NOW: from }) },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A group of its own, as in a terminal: Ctrl-C reaches all of it.
    detached: true,
  })
  const pid = child.pid ?? 0
  const ended = once(child, 'close')
  const interrupt = () => process.kill(-pid, 'SIGINT')
  process.once('exit', interrupt)
  const stop = async () => {
    process.off('exit', interrupt)
    interrupt()
    await ended
    rmSync(dataDir, { recursive: true, force: true })
  }
  let said = ''
  for await (const piece of child.stdout) {
    said += String(piece)
    if (said.includes('Ctrl-C')) break
  }
  if (!said.includes('Ctrl-C')) throw new Error(`it did not start: ${said}`)
  const address = (label: string) => new RegExp(`${label}\\s+(http://\\S+)`).exec(said)?.[1] ?? ''
  return {
    siteUrl: address('page'),
    inboxUrl: address('inbox'),
    seconds: (performance.now() - begun) / 1_000,
    processes: () => [pid, ...descendants(pid)].flatMap(useOf),
    stop,
  }
}

function descendants(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const)
  const below = (one: number): number[] =>
    parents.flatMap(([child, parent]) => (parent === one ? [child, ...below(child)] : []))
  return below(pid)
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return 0
  }
}

function useOf(pid: number): ProcessUse[] {
  try {
    const kib = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const name = words.find((word) => /\.(mjs|ts)$/.test(word)) ?? words[0] ?? ''
    return [{ name: name.slice(name.lastIndexOf('/') + 1), mib: Number(kib) / 1024, cpu: cpuOf(pid) }]
  } catch {
    // It ended between two looks.
    return []
  }
}
