/** The tests of `npm run mutate`, which names them. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: process.env.MUTATE_TESTS?.split(' ') ?? [],
    globalSetup: ['test/setup/dynamo.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
