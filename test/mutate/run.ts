/**
 * `npm run mutate [-- groups or files]`: changes the code in small ways (Stryker) and lists what no test noticed. Without a name: a sample of all
 * groups (`groups.ts`), the changes within each fortieth line of code; with files: these, against all tests of rules, domain, store, jobs and API, which
 * takes long. `--part=3/10` asks a tenth, of all or of the named; `--all` asks every group whole. A change that cannot matter is
 * explained in the code by `// Stryker disable next-line`, with the reason; anything else that is listed wants a test, and ends the command with 1.
 * `--again` asks anew only where a file or a test of it has changed since the last run; what changed elsewhere it does not see.
 * Stryker is fetched once into `.cache/`: `npm ci` stays small, and it finds this house's Vitest above it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Group, groups } from './groups.ts'
import { linesOf, type Part, readPart } from './part.ts'
import { type Counts, countsOf, loadedOnly, type Mutant, mutantsIn } from './report.ts'

const version = '10.1.1'
const root = join(import.meta.dirname, '../..')
const home = join(root, '.cache/mutate')

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    again: { type: 'boolean' },
    all: { type: 'boolean' },
    part: { type: 'string' },
    workers: { type: 'string' },
  },
})
const everything = ['test/{domain,rules,schema,jobs,http,store}/**/*.test.ts']
const chosen = Object.entries(groups).filter(([name]) => names.length === 0 || names.includes(name))
const files = names.filter((name) => !(name in groups))
const unknown = files.filter((name) => !name.endsWith('.ts'))
if (unknown.length > 0) {
  console.error(`No group or file: ${unknown.join(', ')}. Groups: ${Object.keys(groups).join(', ')}.`)
  process.exit(2)
}
const part = options.part ?? (names.length === 0 && !options.all ? '1/40' : undefined)
const asked = part === undefined ? undefined : readPart(part)
if (part !== undefined && asked === undefined) {
  console.error(`--part=${part}: wanted is such as 3/10.`)
  process.exit(2)
}
if (files.length > 0) chosen.push(['files', { mutate: files, tests: everything }])
if (!existsSync(join(home, 'node_modules/@stryker-mutator/core'))) fetchStryker()
const told = chosen.map(([name, group]) =>
  asked === undefined
    ? { name, counts: run(name, group) }
    : { name: `${name} ${part}`, counts: run(`${name}-${asked.number}of${asked.of}`, partly(group, asked)) },
)
told.forEach(tell)
if (told.length > 1) console.log(`all: ${told.flatMap(({ counts }) => counts?.survivors ?? []).length} survived`)
process.exitCode = told.every(({ counts }) => counts?.survivors.length === 0) ? 0 : 1

function partly({ mutate, tests }: Group, wanted: Part): Group {
  const found = globSync(mutate, { cwd: root }).toSorted()
  const files = found.map((file) => ({ file, source: readFileSync(join(root, file), 'utf8') }))
  return { mutate: linesOf(files, wanted), tests }
}

/** First what a test comes by; then what runs only while files are loaded or a world is built, which asks all tests of the group. */
function run(name: string, { mutate, tests }: Group): Counts | undefined {
  const found = ask(name, { mutate, tests }, true)
  const spots = found && loadedOnly(found)
  if (!spots || spots.length === 0) return found && countsOf(found)
  const rest = ask(`${name}-loaded`, { mutate: spots, tests }, false)
  return rest && countsOf([...found, ...rest])
}

function ask(name: string, { mutate, tests }: Group, ignoreStatic: boolean): Mutant[] | undefined {
  const config = join(home, `${name}.config.json`)
  const report = join(home, `${name}.json`)
  if (!options.again) rmSync(join(home, `${name}.kept.json`), { force: true })
  rmSync(report, { force: true })
  writeFileSync(config, JSON.stringify(settings(name, mutate, ignoreStatic), null, 2))
  const stryker = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const env = { ...process.env, MUTATE_TESTS: tests.join(' ') }
  spawnSync(process.execPath, [stryker, 'run', config], { cwd: root, stdio: 'inherit', env })
  return mutantsIn(report)
}

function tell({ name, counts }: { name: string; counts: Counts | undefined }): void {
  if (counts === undefined) {
    console.log(`${name}: did not run to its end`)
    return
  }
  const { mutants, killed, timedOut, explained, survivors } = counts
  for (const line of survivors) console.log(line)
  const numbers = `${killed} noticed, ${timedOut} by time, ${explained} explained in the code, ${survivors.length} survived`
  console.log(`${name}: ${mutants} changes: ${numbers}`)
}

function fetchStryker(): void {
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n')
  const packages = ['core', 'vitest-runner'].map((name) => `@stryker-mutator/${name}@${version}`)
  const words = [
    'install',
    '--prefix',
    home,
    '--legacy-peer-deps',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...packages,
  ]
  if (spawnSync('npm', words, { stdio: 'inherit' }).status !== 0) throw new Error('Stryker could not be fetched')
}

function settings(name: string, mutate: readonly string[], ignoreStatic: boolean) {
  return {
    mutate,
    testRunner: 'vitest',
    plugins: [join(home, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    ignoreStatic,
    incremental: true,
    incrementalFile: join(home, `${name}.kept.json`),
    // TypeScript 7 has no programming interface: Stryker must not look for its settings.
    tsconfigFile: 'none.json',
    // Texts for people are held by other tests.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignorePatterns: ['docs', 'dist', '.cache', '.build', 'findings', '*.tar.gz'],
    tempDirName: `.cache/mutate/work-${process.pid}`,
    dryRunTimeoutMinutes: 30,
    concurrency: Number(options.workers ?? availableParallelism()),
    timeoutMS: 60_000,
    reporters: ['progress-append-only', 'json'],
    jsonReporter: { fileName: join(home, `${name}.json`) },
  }
}
