/** Runs a script in a process of its own, bundled as front doors are: one file of JavaScript. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll } from 'vitest'

const root = join(import.meta.dirname, '../..')

/**
 * To be called at the top of a test file.
 * @param contents TypeScript, whose imports begin at the root of the repository
 * @returns `run` answers what the script wrote, read as JSON; files may be put into `dir()`, which goes with the test file
 */
export function useBundled(contents: string) {
  let folder = ''
  const dir = () => folder
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lengkap-bundled-'))
    await build({
      stdin: { contents, resolveDir: root, loader: 'ts' },
      outfile: join(folder, 'door.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const run = async (...words: string[]): Promise<unknown> => {
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'door.mjs'), ...words])
    return JSON.parse(stdout)
  }
  return { dir, run }
}
