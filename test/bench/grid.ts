/**
 * `npm run bench:grid`: how fast the table is on an old computer. Chromium's processor is slowed six times; each number is the
 * median of several runs and stands beside its limit. Fails when a limit is passed.
 * `-- --against=COMMIT` measures keys and scrolling of that build and this one in turn, three times each, with what the page's
 * main thread worked meanwhile, which other programs lengthen less than the time that passes.
 */

import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import preact from '@preact/preset-vite'
import type { CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { launchBrowser } from '../browser/chromium.ts'

const here = join(import.meta.dirname, '../..')
const out = join(here, '.cache/bench-grid')
const { against } = parseArgs({ options: { against: { type: 'string' } } }).values
const slowdown = 6
const runs = 7
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

type Bench = {
  show(form: string, rows: number, agency?: string): Promise<number>
  paste(rows: number): Promise<number>
  press(key: string): Promise<number>
  type(): Promise<number>
  typeAbove(): Promise<number>
  scroll(): Promise<number>
  longestTask(): Promise<number>
}
declare const bench: Bench

async function buildPage(root: string, out: string): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [preact()],
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome64',
      rolldownOptions: { input: join(root, 'test/bench/grid-page.html') },
    },
  })
}

/** The page of another commit, measured by the same means as this one's. */
async function buildOther(commit: string): Promise<string> {
  const folder = join(here, '.cache/bench-grid-against')
  execFileSync('git', ['worktree', 'add', '--quiet', '--detach', '--force', folder, commit], {
    cwd: here,
    stdio: 'inherit',
  })
  try {
    symlinkSync(join(here, 'node_modules'), join(folder, 'node_modules'))
    cpSync(join(import.meta.dirname, 'grid-page.tsx'), join(folder, 'test/bench/grid-page.tsx'))
    await buildPage(folder, `${out}-other`)
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', folder], { cwd: here })
  }
  return `${out}-other`
}

function serve(out: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/'
    try {
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
      response.end(readFileSync(join(out, path)))
    } catch {
      response.end()
    }
  })
  return new Promise((done) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      done({ url: `http://127.0.0.1:${port}/test/bench/grid-page.html`, close: () => server.close() })
    })
  })
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

async function repeat(measure: () => Promise<number>, times = runs): Promise<number> {
  await measure()
  const found: number[] = []
  for (let run = 0; run < times; run += 1) found.push(await measure())
  return median(found)
}

const cell = (field: string) => `#at-rows-penandaan-r0-${field}`

/** A letter typed into a cell that is being edited: to the frame that shows it. Then the way to the next cell. */
async function keys(page: Page): Promise<{ stroke: number; arrow: number; above: number; frames: number }> {
  await page.evaluate(() => bench.show('F1', 1_000))
  await page.waitForTimeout(1_500)
  await page.click(cell('indikatorSubKegiatan'))
  await page.keyboard.press('F2')
  await page.waitForSelector('.cell-input')
  const stroke = await repeat(() => page.evaluate(() => bench.type()), 15)
  await page.keyboard.press('Escape')
  const above = await repeat(() => page.evaluate(() => bench.typeAbove()), 9)
  const arrow = await repeat(() => page.evaluate(() => bench.press('ArrowDown')), 15)
  return { stroke, above, arrow, frames: await repeat(() => page.evaluate(() => bench.scroll()), 5) }
}

/** 250 rows of 16 columns from a spreadsheet over rows that are there, and what is felt while they are judged. */
async function paste(page: Page): Promise<{ pasted: number; task: number }> {
  const tasks: number[] = []
  const run = async () => {
    await page.evaluate(() => bench.show('F1', 500))
    await page.waitForTimeout(1_500)
    await page.click(cell('kodeSubKegiatan'))
    const time = await page.evaluate(() => bench.paste(250))
    tasks.push(await page.evaluate(() => bench.longestTask()))
    return time
  }
  return { pasted: await repeat(run, 5), task: median(tasks) }
}

async function measure(page: Page): Promise<[string, number, number][]> {
  const paint = await repeat(() => page.evaluate(() => bench.show('F1', 500)))
  const big = await repeat(() => page.evaluate(() => bench.show('F1', 1_000)), 3)
  const fixed = await repeat(() => page.evaluate(() => bench.show('F3', 0, 'kec-alak')), 3)
  const { stroke, arrow, above, frames } = await keys(page)
  const { pasted, task } = await paste(page)
  return [
    ['first paint, F1 with 500 rows x 18 columns', paint, 600],
    ['first paint, F1 with 1,000 rows', big, 600],
    ['first paint, F3 of Alak, 12 + 348 fixed rows', fixed, 600],
    ['a key stroke among 1,000 rows', stroke, 40],
    ['a key stroke in the header above 1,000 rows', above, 40],
    ['an arrow key among 1,000 rows', arrow, 40],
    ['a frame while 1,000 rows are scrolled, two a frame', 1_000 / frames, 1_000 / 30],
    ['a paste of 4,000 cells', pasted, 500],
    ['longest task while it is judged afterwards', task, 200],
  ]
}

/** A window with the page, its pieces fetched: what is measured is the page, not the line. */
async function openSlowed(url: string): Promise<{ page: Page; devtools: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(url)
  await page.waitForFunction(() => 'bench' in window)
  await page.evaluate(() => bench.show('F1', 5))
  await page.waitForTimeout(500)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  return { page, devtools }
}

async function limits(url: string): Promise<void> {
  const { page } = await openSlowed(url)
  const rows = await measure(page)
  console.log(`Chromium, processor slowed ${slowdown} times, medians in milliseconds\n`)
  for (const [name, time, limit] of rows) {
    console.log(
      `${time <= limit ? 'ok  ' : 'OVER'} ${time.toFixed(0).padStart(5)}  (limit ${limit.toFixed(0)})  ${name}`,
    )
  }
  if (rows.some(([, time, limit]) => time > limit)) process.exitCode = 1
}

/** Keys and scrolling in a new window; the last are milliseconds of the main thread, for one and for the other. */
async function once(url: string): Promise<readonly number[]> {
  const { page, devtools } = await openSlowed(url)
  await devtools.send('Performance.enable')
  const worked = async () =>
    ((await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) *
    1_000
  const { stroke, above, arrow, frames } = await keys(page)
  const start = await worked()
  const drawn = (await page.evaluate(() => bench.scroll())) * 2
  const frame = ((await worked()) - start) / drawn
  await page.close()
  return [stroke, above, arrow, frames, frame]
}

async function compare(other: string, own: string): Promise<void> {
  const found: Record<'before' | 'now', (readonly number[])[]> = { before: [], now: [] }
  for (let turn = 0; turn < 3; turn += 1) {
    found.before.push(await once(other))
    found.now.push(await once(own))
  }
  const names = ['key among rows, ms', 'key in the header, ms', 'arrow key, ms', 'frames a second', 'work a frame, ms']
  for (const [at, name] of names.entries()) {
    const [before, now] = [found.before, found.now].map((runs) => runs.map((run) => run[at] ?? 0))
    const told = (times: readonly number[] = []) =>
      `${median(times).toFixed(1)} (${times.map((t) => t.toFixed(0)).join(' ')})`
    console.log(`${name.padEnd(24)} ${against} ${told(before)}  now ${told(now)}`)
  }
}

await buildPage(here, out)
const otherFolder = against === undefined ? undefined : await buildOther(against)
const server = await serve(out)
const otherServer = otherFolder === undefined ? undefined : await serve(otherFolder)
const browser = await launchBrowser()
try {
  if (otherServer === undefined) await limits(server.url)
  else await compare(otherServer.url, server.url)
} finally {
  await browser.close()
  server.close()
  otherServer?.close()
  for (const folder of [out, `${out}-other`]) rmSync(folder, { recursive: true, force: true })
}
