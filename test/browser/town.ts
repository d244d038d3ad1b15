/**
 * What a browser test opens: the running system with fresh data, and Chromium. One Chromium serves all files of a worker; a
 * file's windows are closed after it.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { System } from '../../local/system.ts'
import { startRehearsal } from '../journeys/running-system.ts'
import { launchBrowser } from './chromium.ts'

export type Town = { readonly system: System; readonly browser: Browser }

let chromium: Promise<Browser> | undefined

/** The worker's Chromium. It ends with the worker; a file closes what it opened in it. */
export function useBrowser(): { readonly browser: Browser } {
  let browser: Browser | undefined
  beforeAll(async () => {
    chromium ??= launchBrowser()
    browser = await chromium
  })
  afterAll(() => Promise.all((browser?.contexts() ?? []).map((context) => context.close())))
  return {
    get browser() {
      if (browser === undefined) throw new Error('the browser has not started')
      return browser
    },
  }
}

/**
 * To be called at the top of a test file, before its own `beforeAll`.
 * @param from the clock's first instant, with offset
 * @param prepare puts an older data folder in place
 * @param region another one than Kota Kupang
 */
export function useTown(
  from?: string,
  prepare?: (dataDir: string) => void,
  region?: Parameters<typeof startRehearsal>[2],
): Town {
  let system: System | undefined
  const window = useBrowser()
  beforeAll(async () => {
    system = await startRehearsal(from, prepare, region)
  })
  afterAll(() => system?.close())
  return {
    get system() {
      if (system === undefined) throw new Error('the system has not started')
      return system
    },
    get browser() {
      return window.browser
    },
  }
}
