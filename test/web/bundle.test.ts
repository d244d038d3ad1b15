// @vitest-environment node
/** The built page is small enough for a slow line, holds nothing inline, runs on old browsers, and starts without a connection. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newerThanOffices } from './fixtures/newer-syntax.ts'

const run = promisify(execFile)
const kilobyte = 1_024
let dir: string
let assets: Map<string, string>
let worker: string
const sizeOf = (text: string) => gzipSync(text).length

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lengkap-web-'))
  // A process of its own: a build inside the test runner is a build for tests, and larger.
  await run('node_modules/.bin/vite', ['build', '--outDir', dir, '--emptyOutDir', '--logLevel', 'error'], {
    env: { ...process.env, NODE_ENV: 'production' },
  })
  assets = new Map(
    readdirSync(join(dir, 'assets')).map((name) => [name, readFileSync(join(dir, 'assets', name), 'utf8')]),
  )
  worker = readFileSync(join(dir, 'service-worker.js'), 'utf8')
}, 180_000)
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** A piece and all that it imports before it can run. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found
  found.add(name)
  for (const [, imported] of (assets.get(name) ?? '').matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) {
    if (imported !== undefined) withImports(imported, found)
  }
  return found
}

function piece(start: string): string {
  // A hash of eight letters follows: `grid` is not `grid-tools`.
  const name = [...assets.keys()].find((each) => each.startsWith(`${start}-`) && each.length === start.length + 12)
  if (name === undefined) throw new Error(`no piece ${start} among ${[...assets.keys()].join(', ')}`)
  return name
}

it('all JavaScript that a form needs on a desk is at most 45 KB, compressed', () => {
  const needed = new Set(['index', 'form', 'grid'].flatMap((start) => [...withImports(piece(start))]))
  const total = [...needed].reduce((sum, name) => sum + sizeOf(assets.get(name) ?? ''), 0)
  expect(total).toBeLessThanOrEqual(45 * kilobyte)
})

it('the thread that reads files of SIPD is at most 40 KB, compressed, and no form waits for it', () => {
  const names = [...assets.keys()].filter((name) => name.startsWith('sipd-worker-'))
  expect(names.length).toBeGreaterThan(0)
  expect(names.reduce((sum, name) => sum + sizeOf(assets.get(name) ?? ''), 0)).toBeLessThanOrEqual(40 * kilobyte)
  const needed = ['index', 'form', 'grid'].flatMap((start) => [...withImports(piece(start))])
  expect(needed.filter((name) => name.includes('sipd'))).toEqual([])
})

it('the list beneath a code’s cell is at most 4 KB, compressed, and comes when it is used', () => {
  const needed = new Set(['index', 'form', 'grid'].flatMap((start) => [...withImports(piece(start))]))
  const own = [...withImports(piece('combo-field'))].filter((name) => !needed.has(name))
  expect(own.some((name) => name.startsWith('text-combo'))).toBe(true)
  expect(own.reduce((sum, name) => sum + sizeOf(assets.get(name) ?? ''), 0)).toBeLessThanOrEqual(4 * kilobyte)
  expect([...needed].filter((name) => name.includes('combo'))).toEqual([])
})

it('all styles together are at most 10 KB, compressed', () => {
  const styles = [...assets].filter(([name]) => name.endsWith('.css'))
  expect(styles.length).toBeGreaterThan(0)
  expect(styles.reduce((sum, [, text]) => sum + sizeOf(text), 0)).toBeLessThanOrEqual(10 * kilobyte)
})

it('the page holds no inline script or style, and no asset is a data: address', () => {
  const html = readFileSync(join(dir, 'index.html'), 'utf8')
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/)
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/)
  for (const text of assets.values()) expect(text).not.toMatch(/["'(]data:(image|font|text)/)
})

it('no piece brings the schema library along', () => {
  for (const [name, text] of assets) if (name.endsWith('.js')) expect(text, name).not.toMatch(/ZodError|_zod/)
})

it('no piece uses syntax or methods that Chrome 64, Firefox 67 or Safari 12 does not know', () => {
  const scripts = [...assets].filter(([name]) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(10)
  for (const [name, text] of [...scripts, ['service-worker.js', worker] as const]) {
    expect(newerThanOffices(text), name).toEqual([])
  }
})

it('no style needs what these browsers lack', () => {
  for (const [name, text] of assets) {
    if (!name.endsWith('.css')) continue
    const newer = /:(is|where|has|focus-visible)\b|:not\([^)]*,|@layer|@container|color-mix|[;{](inset|aspect-ratio):/g
    expect(text.match(newer) ?? [], name).toEqual([])
    // `gap` is known in grids only.
    for (const [rule] of text.matchAll(/\{[^}]*[^-]gap:[^}]*\}/g)) expect(rule, name).toContain('grid')
  }
})

it('the service worker keeps the shell and all that entering data needs, and nothing of the API', () => {
  const listed = /\["\/assets[^\]]*\]/.exec(worker)?.[0] ?? '[]'
  const files = JSON.parse(listed) as string[]
  const names = files.filter((file) => file.startsWith('/assets/')).map((file) => file.slice('/assets/'.length))
  const needed = new Set(
    [
      'index',
      'tasks-page',
      'form',
      'grid',
      'row-cards',
      'row-edit',
      'combo-field',
      'judging',
      'submit-dialog',
      'conflict-panel',
      'together',
    ].flatMap((start) => [...withImports(piece(start))]),
  )
  expect(names).toEqual(expect.arrayContaining([...needed]))
  expect(names.filter((name) => name.endsWith('.css'))).toHaveLength(1)
  for (const name of names) expect(assets.has(name), name).toBe(true)
  expect(names.filter((name) => /board|workbook/.test(name))).toEqual([])
  expect(readFileSync(join(dir, 'index.html'), 'utf8').match(/\/assets\/[^"]+/g)).toEqual(
    expect.arrayContaining(names.filter((name) => /^(index|style)/.test(name)).map((name) => `/assets/${name}`)),
  )
})
