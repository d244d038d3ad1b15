import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

/**
 * Four kinds of test, told apart by what they may touch:
 * `unit` is pure or in-process, `web` has a pretended DOM, `parts` talks to the real emulators (dynalite, SES),
 * `whole` starts the system, synthesizes the stacks or drives Chromium.
 */
export default defineConfig({
  test: {
    reporters: process.env.CI ? ['default', ['json', { outputFile: '.build/test-results.json' }]] : ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,forms,schema,mail,http,jobs,workbook}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
        },
      },
      {
        plugins: [preact()],
        test: { name: 'web', include: ['test/web/**/*.test.{ts,tsx}'], environment: 'happy-dom' },
      },
      {
        test: {
          name: 'parts',
          include: ['test/{store,local,lambda,faults}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'whole',
          include: ['test/{stacks,journeys,browser}/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
