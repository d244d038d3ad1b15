/** Builds the page once for all files that open it; a process of its own, because a build inside the test runner is a build for tests. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export async function setup(): Promise<void> {
  await promisify(execFile)('node_modules/.bin/vite', ['build', '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
}
