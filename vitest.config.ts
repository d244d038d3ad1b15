import { availableParallelism } from 'node:os'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/setup/longest-first.ts'
import { SecondTry } from './test/setup/second-try.ts'

if (Number(process.versions.node.split('.')[0]) < 24)
  throw new Error(
    `Lengkap's tests need Node 24, this is ${process.version}: use npx vitest, or node_modules/.bin/node.`,
  )

const web = ['test/web/**/*.test.{ts,tsx}']
const parts = ['test/{http,jobs,store,local,lambda,ops,security}/**/*.test.ts']
const whole = ['test/{journeys,browser}/**/*.test.ts']
const alone = ['test/{stacks,deploy,soak,faults,gallery}/**/*.test.ts']
const last = ['test/local/start.test.ts']

/** CI is another machine, perhaps a slower one: a time-out ends what hangs, it measures nothing. */
const unhurried = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 30_000 } },
  // One slow moment of the machine is no failure: CI asks a second time, and says so, with the error of the first.
  retry: process.env.CI ? 1 : 0,
}
/** Where a page is drawn or a process starts. */
const patient = { ...unhurried, testTimeout: 300_000 }

/** More than cores: a browser that is waited for, a schedule and a process that was killed leave theirs to others. */
const workers = availableParallelism() + 2

/**
 * Kinds of test, told apart by what they may touch:
 * `web` has a pretended DOM, `parts` talks to the real emulators (one dynalite for all, SES), `unit` is all that is pure;
 * `whole` opens the system in Chromium, one system and one browser a worker, fresh data a file (test/browser/town.ts); `alone` kills
 * processes and synthesizes the stacks; `last` measures how soon the system is ready, after all others.
 * Where files share their modules (`isolate: false`), none may leave anything behind in them.
 */
export default defineConfig({
  test: {
    reporters: process.env.CI
      ? ['default', ['json', { outputFile: process.env.TEST_RESULTS ?? '.build/test-results.json' }], new SecondTry()]
      : ['default'],
    maxWorkers: workers,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...web, ...parts, ...whole, ...alone, ...last],
          isolate: false,
          setupFiles: ['test/setup/draw.ts'],
          ...unhurried,
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'web',
          include: web,
          environment: 'happy-dom',
          setupFiles: ['test/setup/web-patience.ts', 'test/setup/draw.ts'],
          ...unhurried,
        },
      },
      {
        test: {
          name: 'parts',
          include: parts,
          exclude: last,
          globalSetup: ['test/setup/dynamo.ts'],
          setupFiles: ['test/setup/draw.ts'],
          isolate: false,
          ...unhurried,
        },
      },
      {
        test: {
          name: 'whole',
          include: whole,
          ...patient,
          globalSetup: ['test/setup/site.ts', 'test/setup/chromium.ts'],
          isolate: false,
        },
      },
      {
        test: {
          name: 'alone',
          include: alone,
          ...patient,
          globalSetup: ['test/setup/dynamo.ts', 'test/setup/syntheses.ts', 'test/setup/chromium.ts'],
          setupFiles: ['test/setup/bundle-once.ts'],
        },
      },
      {
        test: {
          name: 'last',
          include: last,
          ...patient,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
