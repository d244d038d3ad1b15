/** A front door as the files that Lambda loads. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type BuildOptions, buildSync, transformSync } from 'esbuild'

const common = {
  platform: 'node',
  target: 'esnext',
  minify: true,
  logLevel: 'silent',
} satisfies BuildOptions

/**
 * Bundles `<path>.<export>` into a folder of its own: with a fixed one, two synths at the same time take each other's files. Answers the
 * folder: in it stand `<path>.cjs` and, in `chunks`, what is imported only when it is used. Reading the source is the dearest part of a cold
 * start (`npm run bench:cold`), hence minified and in parts; CommonJS, because an ES module that imports `node:http` makes Node load the
 * whole of its `fetch`, and Lambda requires `.cjs` where there is no `.mjs`. Both deployers run in the root of the repository;
 * `import.meta` would not do, because SST bundles the stacks into a file elsewhere.
 */
export function bundleDoor(handler: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lengkap-bundle-'))
  const [, module] = /^(.*)\.\w+$/.exec(handler) ?? []
  const { outputFiles } = buildSync({
    ...common,
    entryPoints: [`${module}.ts`],
    outdir: folder,
    outbase: '.',
    outExtension: { '.js': '.cjs' },
    chunkNames: 'chunks/[name]-[hash]',
    absWorkingDir: process.cwd(),
    bundle: true,
    // Knows only ES modules.
    splitting: true,
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: { zod: './stacks/bundled-zod.ts', 'zod/v4/locales/id.js': './node_modules/zod/v4/locales/id.js' },
    write: false,
  })
  for (const { path, text } of outputFiles) {
    const { code } = transformSync(text, {
      ...common,
      format: 'cjs',
      supported: { 'dynamic-import': false },
      define: { 'import.meta.url': 'thisFile' },
    })
    const thisFile = text.includes('import.meta.url')
      ? 'const thisFile=require("url").pathToFileURL(__filename).href;'
      : ''
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, thisFile + code)
  }
  return folder
}
