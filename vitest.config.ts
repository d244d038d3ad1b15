import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

/**
 * Four kinds of test, told apart by what they may touch:
 * `unit` is pure or in-process, `web` has a pretended DOM, `parts` talks to the real emulators (dynalite, SES),
 * `whole` starts the system, kills its workers, synthesizes the stacks or drives Chromium: one file at a time, after all
 * others, because it measures time.
 */
export default defineConfig({
  test: {
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.build/test-results.json' }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,rules,forms,schema,mail,http,jobs,workbook}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      {
        plugins: [preact()],
        test: { name: 'web', include: ['test/web/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        test: {
          name: 'parts',
          include: ['test/{store,local,lambda}/**/*.test.ts'],
          exclude: ['test/local/start.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['test/{stacks,journeys,browser,faults}/**/*.test.ts', 'test/local/start.test.ts'],
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
