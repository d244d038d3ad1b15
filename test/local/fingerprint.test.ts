/** By what `npm start` sees that it has to build anew. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { root } from '../../local/root.ts'

const home = mkdtempSync(join(tmpdir(), 'lengkap-fingerprint-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))
const module = join(import.meta.dirname, '../../local/fingerprint.mjs')
const { fingerprintOf } = (await import(module)) as { fingerprintOf(root: string, names: readonly string[]): string }
const now = () => fingerprintOf(home, ['web', 'package-lock.json'])

it('changes with each edit, new name and lost file, and with nothing else', () => {
  const write = (path: string, text: string) => writeFileSync(join(home, path), text)
  mkdirSync(join(home, 'web/deep'), { recursive: true })
  write('package-lock.json', '{}')
  write('web/deep/a.ts', 'a')
  utimesSync(join(home, 'web/deep/a.ts'), 1, 1)
  const seen = [now()]
  write('elsewhere.ts', 'x')
  expect(now()).toBe(seen[0])
  const changes = [
    () => write('web/deep/a.ts', 'ab'),
    // As long as before, written later.
    () => utimesSync(join(home, 'web/deep/a.ts'), 2, 2),
    () => write('web/deep/b.ts', 'b'),
    () => write('package-lock.json', '{ }'),
    () => rmSync(join(home, 'web/deep/b.ts')),
  ]
  for (const change of changes) {
    change()
    expect(seen).not.toContain(now())
    seen.push(now())
  }
})

it('npm start builds anew when anything changes that the page is built by', () => {
  const start = readFileSync(join(root, 'local/start.mjs'), 'utf8')
  const config = readFileSync(join(root, 'vite.config.ts'), 'utf8')
  const parts = [...config.matchAll(/from '\.\/([\w-]+\.ts)'/g)].map(([, file]) => file)
  expect(parts.length).toBeGreaterThan(1)
  for (const file of ['vite.config.ts', ...parts]) expect(start).toContain(`'${file}'`)
})
