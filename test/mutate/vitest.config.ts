/** The tests of `npm run mutate`, which names them. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: process.env.MUTATE_TESTS?.split(' ') ?? [],
    globalSetup: ['test/setup/dynamo.ts'],
    // Each change is asked in a process of its own; within it the files share what they load, as in `npm test`.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
