/**
 * What a first visit of a page costs, counted where it is paid: a real Chromium with an empty cache, its line slowed to
 * DevTools' "Slow 4G" when asked. Bytes are those of the built files after brotli; answers of the API and the bar of the rehearsal clock,
 * which no deployed system has, are left out. There is no service worker: what it fetches is for later visits.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { seeSteps } from './people.ts'

const site = join(import.meta.dirname, '../../dist/web')

/** The preset of DevTools: bytes a second down and up, milliseconds before each answer. */
export const slow4G = { downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5, offline: false }

export type Loaded = {
  readonly path: string
  /** Milliseconds since the visit began. */
  readonly at: number
  /** After brotli. */
  readonly bytes: number
}
export type PageCost = {
  /** Scripts, styles and fonts, in the order of asking, until the line was quiet. */
  readonly files: readonly Loaded[]
  /**
   * Those of them that were asked for before the page could be seen, its heading and what the same step drew.
   */
  readonly first: readonly Loaded[]
  /** Milliseconds until the largest thing was drawn (LCP), and what it was. */
  readonly largest: number
  readonly largestText: string
  /** Sum of all shifts without a hand at the page; CLS is at most this. */
  readonly shift: number
  readonly shifted: readonly string[]
  /** What the API was asked before. */
  readonly calls: readonly string[]
}

export type Visit = {
  readonly url: string
  readonly size: { readonly width: number; readonly height: number }
  readonly cookies?: Awaited<ReturnType<BrowserContext['cookies']>>
  /** Is the line that of a phone in the country? */
  readonly slow?: boolean
  /** How many times slower than this one the machine is. */
  readonly slowdown?: number
}

const sizes = new Map<string, number>()

/** Bytes of a built file after brotli. */
export function brotliSize(path: string): number {
  const known = sizes.get(path)
  if (known !== undefined) return known
  const size = brotliCompressSync(readFileSync(join(site, path))).length
  sizes.set(path, size)
  return size
}

type Seen = { shown: number; largest: number; largestText: string; shift: number; shifted: string[] }

/** Runs in the page, before anything of it; as text, because the loader of these tests would add to a function what no page knows. */
const watch = `(() => {
  const seen = (window.seen = { shown: 0, largest: 0, largestText: '', shift: 0, shifted: [] })
  const nameOf = (node) => (node instanceof Element ? node.tagName + '.' + node.className : String(node && node.textContent).slice(0, 30))
  new MutationObserver((_changes, observer) => {
    if (document.querySelector('main h1') === null) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => { seen.shown = performance.now() }))
  }).observe(document, { childList: true, subtree: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue
      seen.shift += entry.value
      seen.shifted.push(entry.value.toFixed(3) + ' ' + entry.sources.map(({ node }) => nameOf(node)).join(', '))
    }
  }).observe({ type: 'layout-shift', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.largest = entry.startTime
      seen.largestText = entry.element ? entry.element.textContent.slice(0, 60) : ''
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true })
})()`

/** Visits once, in a window of its own. */
export async function costOf(
  browser: Browser,
  { url, size, cookies = [], slow = false, slowdown = 1 }: Visit,
): Promise<PageCost> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    serviceWorkers: 'block',
  })
  try {
    await context.addCookies([...cookies])
    await context.addInitScript(watch)
    await context.addInitScript(seeSteps)
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    if (slow) {
      await devtools.send('Network.enable')
      await devtools.send('Network.emulateNetworkConditions', slow4G)
    }
    return await visit(page, url)
  } finally {
    await context.close()
  }
}

async function visit(page: Page, url: string): Promise<PageCost> {
  const quiet = quietOf(page)
  await page.goto(url)
  await page.locator('main h1').first().waitFor()
  await quiet()
  const seen = await page.evaluate(() => (window as unknown as { seen: Seen }).seen)
  const asked = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name, startTime }) => ({ path: new URL(name).pathname, at: startTime })),
  )
  const files = asked
    // The bar of the rehearsal clock is local mode's alone.
    .filter(({ path }) => /\.(js|css|woff2)$/.test(path) && !path.includes('/rehearsal-bar-'))
    .map(({ path, at }) => ({ path, at, bytes: brotliSize(path) }))
  const early = ({ at }: { readonly at: number }) => at < seen.shown
  const calls = asked.filter(({ path }) => path.startsWith('/api/')).filter(early)
  return { ...seen, files, first: files.filter(early), calls: calls.map(({ path }) => path) }
}

/** Waits until nothing has been asked for, nor is on its way, for longer than what waits for a calm moment takes. */
function quietOf(page: Page): () => Promise<void> {
  const calmMilliseconds = 3_500
  let [open, last] = [0, Date.now()]
  const count = (step: number) => () => {
    open += step
    last = Date.now()
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  return async () => {
    for (const end = Date.now() + 30_000; Date.now() < end; ) {
      if (open <= 0 && Date.now() - last > calmMilliseconds) return
      await page.waitForTimeout(100)
    }
  }
}
