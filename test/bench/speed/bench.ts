/**
 * What a submit, a page and a job cost, against an older build in the same hour: `npm run bench`, or `npm run bench -- NAME...` for
 * some scenarios (one of 514 regions runs only when named, and wants `--seconds=3600`), `--rounds=2`, `--against=COMMIT`, `--only=today` to leave the
 * older build out, `--seconds=300` for what one measurement may take. Both builds live through the same
 * story in processes of their own, in turn (A B A B); medians are told, with the spread in brackets. Milliseconds are those of processors.
 * `-`: it failed, or took longer than it may.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Cost } from './measure.ts'
import { type Costs, scenarios } from './scenarios.ts'

const here = join(import.meta.dirname, '..', '..', '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '2' },
    against: { type: 'string', default: '44a23e4' },
    only: { type: 'string' },
    seconds: { type: 'string', default: '300' },
  },
})
const wanted = positionals.length > 0 ? positionals : Object.keys(scenarios)
if (values.only !== undefined && values.only !== 'today') throw new Error('--only=today leaves the older build out')
const builds: Record<string, string> = {
  today: here,
  ...(values.only === undefined && { [values.against]: checkOut(values.against) }),
}

console.log(
  '| what | build | CPU ms | emulator ms | store calls | read units | write units | p50 ms | p95 ms | a second | answer kB |',
)
console.log('|---|---|---|---|---|---|---|---|---|---|---|')
for (const scenario of wanted) {
  const runs = new Map<string, Costs[]>()
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [build, root] of Object.entries(builds)) {
      const costs = await measured(root, scenario)
      if (costs !== undefined) runs.set(build, [...(runs.get(build) ?? []), costs])
    }
  }
  for (const build of Object.keys(builds)) print(scenario, build, runs.get(build) ?? [])
}

/** The older build in a folder of its own, on this build's packages. */
function checkOut(commit: string): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'lengkap-older-')), commit)
  execFileSync('git', ['worktree', 'add', '--quiet', '--detach', folder, commit], { cwd: here, stdio: 'inherit' })
  process.on('exit', () => execFileSync('git', ['worktree', 'remove', '--force', folder], { cwd: here }))
  if (!existsSync(join(folder, 'node_modules'))) symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

function measured(root: string, scenario: string): Promise<Costs | undefined> {
  const worker = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'worker.ts'), root, scenario], {
    // The loader takes the build's own settings.
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: Number(values.seconds) * 1_000,
  })
  let said = ''
  worker.stdout.on('data', (piece) => {
    said += piece
  })
  return new Promise((resolve) =>
    worker.on('close', () => {
      const line = said.split('\n').find((each) => each.startsWith('RESULT '))
      resolve(line === undefined ? undefined : JSON.parse(line.slice('RESULT '.length)))
    }),
  )
}

function print(scenario: string, build: string, runs: readonly Costs[]): void {
  const names = new Set(runs.flatMap((costs) => Object.keys(costs)))
  if (names.size === 0) console.log(`| ${scenario} | ${build} | - | | | | | | | | |`)
  for (const name of names) {
    const all = runs.flatMap((costs) => costs[name] ?? [])
    const of = (figure: (cost: Cost) => number) => spread(all.map(figure))
    const figures = [
      of(({ cpu }) => cpu),
      of(({ emulator }) => emulator),
      of(({ calls }) => calls),
      of(({ reads }) => reads),
      of(({ writes }) => writes),
      of(({ p50 }) => p50),
      of(({ p95 }) => p95),
      of(({ seconds, count }) => count / seconds),
      all.some(({ bytes }) => bytes !== undefined) ? of(({ bytes = 0 }) => bytes / 1_000) : '',
    ]
    console.log(`| ${scenario}: ${name} | ${build} | ${figures.join(' | ')} |`)
  }
}

function spread(figures: readonly number[]): string {
  const sorted = figures.toSorted((a, b) => a - b)
  const short = (figure = 0) => String(Math.round(figure * 10) / 10)
  const median = short(sorted[Math.floor((sorted.length - 1) / 2)])
  return sorted.length < 2 ? median : `${median} (${short(sorted[0])}–${short(sorted.at(-1))})`
}
