/**
 * A browser from npm alone: `@sparticuz/chromium` carries the binary, its fonts and the shared libraries that a bare
 * machine lacks. It is unpacked once into `.cache/`, and gets its libraries and fonts through its own environment only, so
 * that it needs none of the machine's and draws the same everywhere.
 * Its flags for Lambda that switch web security off are left out: the tests must see what a user's browser enforces.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const directory = join(import.meta.dirname, '..', '..', '.cache', 'chromium')

export async function unpack(): Promise<string> {
  mkdirSync(directory, { recursive: true })
  const kept = {
    TMPDIR: process.env.TMPDIR,
    AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV,
    LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH,
    // LibreOffice, started later in the same run, would find no fonts.
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH,
    HOME: process.env.HOME,
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

/** The package's own list of font folders names Lambda's; a Chromium that finds no font at all ends itself. */
function listFonts(): string {
  const fonts = join(directory, 'fonts')
  const folders = `<dir>${join(fonts, 'fonts')}</dir><cachedir>${join(fonts, 'cache')}</cachedir>`
  const file = join(fonts, 'lengkap.conf')
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
  writeFileSync(file, `${head}<fontconfig>${folders}</fontconfig>`)
  return file
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
      FONTCONFIG_FILE: listFonts(),
    } as Record<string, string>,
  })
}
