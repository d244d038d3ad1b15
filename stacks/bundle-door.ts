/** A front door as the one file that Lambda loads. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'

/** What bundled packages that were written for CommonJS expect to find. */
const commonJsNames = [
  `import { createRequire as topLevelCreateRequire } from 'module';`,
  'const require = topLevelCreateRequire(import.meta.url);',
  `import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"`,
  `const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))`,
  '',
].join('\n')

/**
 * Bundles `<path>.<export>` into a folder of its own: with a fixed one, two synths at the same time take each other's file. Answers the
 * folder, in which the file keeps its path. Minified, because reading the source is the dearest part of a cold start (`npm run bench:cold`);
 * functions keep their names. Both deployers run in the root of the repository; `import.meta` would not do, because SST bundles the
 * stacks into a file elsewhere.
 */
export function bundleDoor(handler: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'lengkap-bundle-'))
  const [, module] = /^(.*)\.\w+$/.exec(handler) ?? []
  buildSync({
    entryPoints: [`${module}.ts`],
    outfile: join(folder, `${module}.mjs`),
    absWorkingDir: process.cwd(),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'esnext',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    banner: { js: commonJsNames },
    logLevel: 'silent',
  })
  return folder
}
