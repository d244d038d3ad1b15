/**
 * Emulators, handlers and schedules as a few files that Node runs without a loader, in dist/system/FINGERPRINT. The build before
 * stays: a system that still runs loads pieces of it when they are first used.
 */
import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { root } from './root.ts'

const folder = join(root, 'dist', 'system')

/** CommonJS packages within the bundle ask for `require`. */
const requireOf = `import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);`

export async function buildProgram(fingerprint: string): Promise<void> {
  const unfinished = join(folder, `.${fingerprint}-${process.pid}`)
  await build({
    absWorkingDir: root,
    entryPoints: ['local/start.ts'],
    outdir: unfinished,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    // As deployed bundles have it.
    alias: { zod: './stacks/bundled-zod.ts', 'zod/v4/locales/id.js': './node_modules/zod/v4/locales/id.js' },
    minify: true,
    keepNames: true,
    sourcemap: 'linked',
    sourcesContent: false,
    // It reads files of its own.
    external: ['idn-area-data'],
    define: { 'import.meta.dirname': JSON.stringify(join(root, 'local')) },
    banner: { js: requireOf },
    logLevel: 'error',
  })
  const finished = join(folder, fingerprint)
  rmSync(finished, { recursive: true, force: true })
  renameSync(unfinished, finished)
  const changed = (name: string) => statSync(join(folder, name)).mtimeMs
  const programs = readdirSync(folder).filter((name) => /^[0-9a-f]{16}$/.test(name))
  for (const name of programs.toSorted((a, b) => changed(b) - changed(a)).slice(2)) {
    rmSync(join(folder, name), { recursive: true })
  }
}
