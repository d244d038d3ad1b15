// @vitest-environment node
/** The built page is small enough for a slow line, holds nothing inline, runs on old browsers, and starts without a connection. */
import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newerThanOffices } from './fixtures/newer-syntax.ts'

const run = promisify(execFile)
const kilobyte = 1_024
let dir: string
let assets: Map<string, string>
let worker: string
const sizeOf = (text: string) => brotliCompressSync(text).length

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

/** What a form on a desk is drawn with, and what every form fetches as soon as it is drawn. */
const alwaysThere = ['base', 'form', 'grid', 'sending', 'reading', 'judging']

/** Bytes after brotli of a piece and what it imports, without what a form on a desk has already. */
function ownSize(start: string): number {
  const others = alwaysThere.filter((each) => each !== start)
  const needed = new Set(others.flatMap((each) => [...withImports(piece(each))]))
  const own = [...withImports(piece(start))].filter((name) => !needed.has(name))
  expect(own).toContain(piece(start))
  return own.reduce((sum, name) => sum + sizeOf(assets.get(name) ?? ''), 0)
}

// What a visit fetches at first is counted in a browser: test/browser/page-cost.test.ts.
it.each([
  ['the list beneath a code’s cell', 'combo-field', 4],
  ['what works out a form’s own rules', 'rule-engine', 12],
  ['the box for a date', 'date-box', 12],
  ['the accuracy checks', 'findings-panel', 21],
  ['what reads typed texts', 'reading', 12],
  ['the rules of the form', 'judging', 12],
  ['keys and editor of the table', 'grid-controls', 12],
  ['the tools above the table', 'grid-tools', 12],
  ['workbooks', 'workbook-panel', 12],
  ['sending', 'submit-dialog', 12],
])('%s comes when it is used, with at most its own budget (%s: %i KB)', (_what, start, most) => {
  expect(ownSize(start)).toBeLessThanOrEqual(most * kilobyte)
})

it('the thread that reads files of SIPD is at most 40 KB', () => {
  const names = [...assets.keys()].filter((name) => name.startsWith('sipd-worker-'))
  expect(names.length).toBeGreaterThan(0)
  expect(names.reduce((sum, name) => sum + sizeOf(assets.get(name) ?? ''), 0)).toBeLessThanOrEqual(40 * kilobyte)
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
      'base',
      'tasks-page',
      'form',
      'grid',
      'row-cards',
      'row-edit',
      'other-pages',
      'combo-field',
      'judging',
      'sending',
      'submit-dialog',
      'conflict-panel',
    ].flatMap((start) => [...withImports(piece(start))]),
  )
  expect(names).toEqual(expect.arrayContaining([...needed]))
  expect(names.filter((name) => /^(form|tasks-page)-.*css$/.test(name))).toHaveLength(2)
  for (const name of names) expect(assets.has(name), name).toBe(true)
  expect(names.filter((name) => /board|workbook/.test(name))).toEqual([])
  // Or it would never take its shell.
  const named = readFileSync(join(dir, 'index.html'), 'utf8').match(/\/assets\/[^"]+/g) ?? []
  expect(named.length).toBeGreaterThan(2)
  expect(files).toEqual(expect.arrayContaining(named))
})
