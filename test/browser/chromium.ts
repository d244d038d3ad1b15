/**
 * A browser from npm alone: `@sparticuz/chromium` carries the binary, its fonts and the shared libraries that a bare
 * machine lacks. It is unpacked once into `.cache/`, and gets its libraries through its own environment only.
 * Its flags for Lambda that switch web security off are left out: the tests must see what a user's browser enforces.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const directory = join(import.meta.dirname, '..', '..', '.cache', 'chromium')

async function unpack(): Promise<string> {
  mkdirSync(directory, { recursive: true })
  const kept = {
    TMPDIR: process.env.TMPDIR,
    AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
  }
  try {
    process.env.TMPDIR = directory
    process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs22.x'
    const { default: packed } = await import('@sparticuz/chromium')
    return await packed.executablePath()
  } finally {
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

/** Starts headless Chromium. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await unpack()
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--font-render-hinting=none',
      '--hide-scrollbars',
    ],
    env: {
      ...process.env,
      LD_LIBRARY_PATH: join(directory, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(directory, 'fonts'),
    } as Record<string, string>,
  })
}
