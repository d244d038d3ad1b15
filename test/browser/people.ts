/** What every browser test does: open the page as somebody, with the code from the inbox; and have axe look at what is shown. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { System } from '../../local/system.ts'
import { codeFor, mailsTo } from '../journeys/visitor.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const phone = { width: 360, height: 740 }
export const desk = { width: 1280, height: 900 }

/** `CPU_SLOWDOWN=4` gives every window a processor four times slower: what a test takes for granted shows. */
const slowdown = Number(process.env.CPU_SLOWDOWN ?? 1)
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
}

/** Runs in every frame; the frame of a mail may keep nothing. */
export function seeSteps(): void {
  try {
    localStorage.setItem('lengkap-langkah', 'operator,verifier,coordinator,viewer')
  } catch {}
}

/**
 * A window of its own, with cookies of its own.
 * @param options.offline with the service worker, which fetches in each new window all that a connection may be missing for; without it the
 *   page asks the server for everything
 */
export async function openWindow(
  browser: Browser,
  size = desk,
  { newcomer = false, offline = false } = {},
): Promise<Page> {
  const serviceWorkers = offline ? 'allow' : 'block'
  const context = await browser.newContext({
    viewport: size,
    locale: 'id-ID',
    timezoneId: 'Asia/Makassar',
    serviceWorkers,
  })
  context.setDefaultTimeout(45_000)
  if (slowdown > 1) context.on('page', slowDown)
  // Nobody in it is new, unless a test says so.
  if (!newcomer) await context.addInitScript(seeSteps)
  const page = await context.newPage()
  if (slowdown > 1) await slowDown(page)
  return page
}

const tabs = 3

/** Shares out what a person looks at one by one to some tabs of the window: a page waits for its network most of the time. */
export async function inTabs<A>(
  window: Page,
  paths: readonly string[],
  look: (tab: Page, paths: readonly string[]) => Promise<A>,
): Promise<A[]> {
  return Promise.all(
    Array.from({ length: tabs }, async (_, at) => {
      const tab = await window.context().newPage()
      const answer = await look(
        tab,
        paths.filter((_path, place) => place % tabs === at),
      )
      await tab.close()
      return answer
    }),
  )
}

/** Signs the window in with the code from the mail, beside the page, and waits until the person's start page is there. */
export async function signIn(page: Page, system: System, email: string): Promise<void> {
  const before = await mailsTo(system, email)
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(system.siteUrl + path, { data, headers: { origin: system.siteUrl } })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
  }
  await post('/api/sign-in', { email })
  await post('/api/sign-in/verify', { code: await codeFor(system, email, before) })
  await page.goto(`${system.siteUrl}/`)
  await page.waitForURL((url) => !['/', '/masuk'].includes(url.pathname))
  await page.locator('h1').waitFor()
}

/** The same as a person does it, on the page. */
export async function signInOnPage(page: Page, system: System, email: string): Promise<void> {
  const before = await mailsTo(system, email)
  await page.goto(`${system.siteUrl}/masuk`)
  await page.getByLabel('Alamat surel').fill(email)
  await page.getByRole('button', { name: 'Kirim kode' }).click()
  const field = page.getByLabel('Kode 8 angka')
  await field.waitFor()
  await field.fill(await codeFor(system, email, before))
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'))
  await page.locator('h1').waitFor()
}

/** The code dialog over the page: what was asked for goes on by itself afterwards. */
export async function signInAgain(page: Page, system: System, email: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const before = await mailsTo(system, email)
  await dialog.getByRole('button', { name: 'Kirim kode' }).click()
  const field = dialog.getByLabel('Kode 8 angka')
  await field.waitFor()
  await field.fill(await codeFor(system, email, before))
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
}

type AxeResults = { violations: { id: string; impact: string; nodes: { html: string }[] }[] }

/** Serious violations of WCAG 2.2 AA in what is shown now. */
async function seriousViolations(page: Page): Promise<string[]> {
  // The page's own policy lets no foreign script tag in; the debugger may.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
      resultTypes: ['violations'],
    }),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** No serious violation, nothing wider than the window, once the page has drawn what was asked for. */
export async function expectAccessible(page: Page): Promise<void> {
  // One look takes seconds on a busy machine, and a look that has begun must end within this time.
  const patience = { timeout: 90_000, interval: 500 }
  await expect.poll(() => seriousViolations(page), { ...patience, message: page.url() }).toEqual([])
  const wide = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  const message = `${page.url()} is wider than its window`
  await expect.poll(wide, { ...patience, message }).toBeLessThanOrEqual(0)
}

/** On a phone and on a desk; leaves the window as wide as a desk. */
export async function expectAccessibleOnBoth(page: Page): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
  }
}
