/**
 * `npm run mutate [-- files]`: changes the code in small ways (Stryker) and lists what no test noticed. Without files: where time and
 * rights are decided, against the tests that stand for it; with files: against all tests of rules, domain, store, jobs and API, which takes long. A change that cannot matter is
 * explained in the code by `// Stryker disable next-line`, with the reason; anything else that is listed wants a test.
 * Stryker is fetched once into `.cache/`: `npm ci` stays small, and it finds this house's Vitest above it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const version = '10.1.1'
const root = join(import.meta.dirname, '../..')
const home = join(root, '.cache/mutate')

type Group = { mutate: string[]; tests: string[] }

/** Where time and rights are decided, each with the tests that stand for it. */
const deciding: Group[] = [
  {
    mutate: [
      'functions/rules/{windows,window-change,working-days,wall-clock,dates,holidays}.ts',
      'functions/domain/round/{windows,timeliness,may-write}.ts',
      'functions/domain/notices/plan/recipients.ts',
      'functions/jobs/rounds-in-view.ts',
    ],
    tests: [
      'test/rules/*.test.ts',
      'test/domain/round/*.test.ts',
      'test/domain/notices/recipients.test.ts',
      'test/jobs/rounds-in-view.test.ts',
    ],
  },
  {
    mutate: ['functions/domain/round/{decide-review,change-window}.ts', 'functions/domain/sign-in/verify-code.ts'],
    tests: ['test/http/{decide-review,change-window,verify-code}.test.ts', 'test/security/regions-apart.test.ts'],
  },
  {
    mutate: ['functions/http/access.ts', 'functions/domain/sign-in/{assert-fresh,identify}.ts'],
    tests: [
      'test/http/{access,identify,session,step-up,personal,rehearsals}.test.ts',
      'test/http/submit-calls.test.ts',
      'test/ops/close-region.test.ts',
      'test/security/accesses.test.ts',
    ],
  },
]

if (!existsSync(join(home, 'node_modules/@stryker-mutator/core'))) fetchStryker()
const files = process.argv.slice(2)
const everything = ['test/{domain,rules,schema,jobs,http,store}/**/*.test.ts']
const groups = files.length > 0 ? [{ mutate: files, tests: everything }] : deciding
process.exitCode = groups.map(run).some((failed) => failed) ? 1 : 0

/** Answers whether something survived. */
function run({ mutate, tests }: Group): boolean {
  const config = join(home, 'stryker.config.json')
  writeFileSync(config, JSON.stringify(settings(mutate), null, 2))
  const stryker = join(home, 'node_modules/@stryker-mutator/core/bin/stryker.js')
  const env = { ...process.env, MUTATE_TESTS: tests.join(' ') }
  return spawnSync(process.execPath, [stryker, 'run', config], { cwd: root, stdio: 'inherit', env }).status !== 0
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

function settings(mutate: readonly string[]) {
  return {
    mutate,
    testRunner: 'vitest',
    plugins: [join(home, 'node_modules/@stryker-mutator/vitest-runner/dist/src/index.js')],
    vitest: { configFile: 'test/mutate/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    // TypeScript 7 has no programming interface: Stryker must not look for its settings.
    tsconfigFile: 'none.json',
    // Texts for people are held by other tests.
    mutator: { excludedMutations: ['StringLiteral'] },
    ignorePatterns: ['docs', 'dist', '.cache', '.build', 'findings', '*.tar.gz'],
    tempDirName: `.cache/mutate/work-${process.pid}`,
    dryRunTimeoutMinutes: 30,
    concurrency: 1,
    timeoutMS: 60_000,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { logTests: false, reportTests: false, skipFull: true },
    thresholds: { high: 100, low: 100, break: 100 },
  }
}
