/** A front door as the files that Lambda loads. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix } from 'node:path'
import { type BuildOptions, buildSync, type Metafile, transformSync } from 'esbuild'

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
  const { outputFiles, metafile } = buildSync({
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
    metafile: true,
    write: false,
  })
  const files = new Map(outputFiles.map(({ path, text }) => [path.slice(folder.length + 1), asCommonJs(text)]))
  const entry = `${module}.cjs`
  const start = startOf(metafile.outputs, entry)
  files.set(entry, inOneFile(files, start, entry))
  for (const [name, code] of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, code)
  }
  return folder
}

function asCommonJs(text: string): string {
  const { code } = transformSync(text, {
    ...common,
    format: 'cjs',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': 'thisFile' },
  })
  return text.includes('import.meta.url')
    ? `const thisFile=require("url").pathToFileURL(__filename).href;${code}`
    : code
}

/** The parts that the entry needs before its first event, from the folder of all. */
function startOf(outputs: Metafile['outputs'], entry: string): Set<string> {
  const key = Object.keys(outputs).find((each) => each.endsWith(`/${entry}`)) ?? entry
  const root = key.slice(0, key.length - entry.length)
  const start = new Set([key])
  // Grows while it is walked.
  for (const each of start) {
    for (const { path, kind } of outputs[each]?.imports ?? [])
      if (kind === 'import-statement' && path in outputs) start.add(path)
  }
  return new Set([...start].map((each) => each.slice(root.length)))
}

/**
 * The entry with the parts of its start within: looking fifty of them up takes longer than reading them. Each is known to Node as if it were
 * its own file, which it stays for who comes another way, as a thread does.
 */
function inOneFile(files: ReadonlyMap<string, string>, start: ReadonlySet<string>, entry: string): string {
  const within = (name: string) => {
    const rebased = (path: string) => posix.join(posix.dirname(name), path)
    return (files.get(name) ?? '').replaceAll(/require\("(\.[^"]+\.cjs)"\)/g, (_, path: string) =>
      start.has(rebased(path))
        ? `lengkapPart(${JSON.stringify(rebased(path))})`
        : `require(${JSON.stringify(`./${posix.relative(posix.dirname(entry), rebased(path))}`)})`,
    )
  }
  const parts = [...start]
    .filter((name) => name !== entry)
    .map((name) => `${JSON.stringify(name)}:(function(module,exports,__filename){${within(name)}\n})`)
  const up = posix.relative(posix.dirname(entry), '.')
  return `"use strict";const lengkapParts={${parts.join(',\n')}};
function lengkapPart(name){const file=require("path").join(__dirname,${JSON.stringify(up)},name);
let part=require.cache[file];if(!part){part=require.cache[file]=new module.constructor(file);
lengkapParts[name](part,part.exports,file);part.loaded=true}return part.exports}
${within(entry)}`
}
