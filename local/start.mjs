/**
 * `npm start`: builds page and handlers if their sources are not those of the last build, then becomes the system. Plain JavaScript,
 * and the building is done by another process, so that neither loader nor builders stay in memory.
 */
import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fingerprintOf } from './fingerprint.mjs'

const root = join(import.meta.dirname, '..')
const sources = [
  'functions',
  'local',
  'ops',
  'web',
  'stacks/bundled-zod.ts',
  'package-lock.json',
  'vite.config.ts',
  'offline-files.ts',
  'page-documents.ts',
  'page-pieces.ts',
]
const dist = join(root, 'dist')

const fingerprint = fingerprintOf(root, sources)
const program = join(dist, 'system', fingerprint, 'start.mjs')
const isBuilt = existsSync(program) && existsSync(join(dist, 'web', 'index.html')) && fingerprint === pageBuiltFrom()
let page = Promise.resolve()
if (!isBuilt) {
  console.log('Menyiapkan program, sekali saja … / Preparing the program, this once …')
  const built = build()
  await built.program
  page = built.page
}
enableCompileCache(join(dist, 'system', 'compiled'))
const { start } = await import(pathToFileURL(program).href)
await start(page)

function pageBuiltFrom() {
  try {
    return JSON.parse(readFileSync(join(dist, 'built.json'), 'utf8')).fingerprint
  } catch {
    return undefined
  }
}

/** The program is there before the page is; whatever fails ends the start. */
function build() {
  const builder = fork(join(import.meta.dirname, 'build.ts'), [fingerprint], {
    execArgv: ['--import', 'tsx'],
    // The page is kept: whoever starts it first, a test or a person, starts the same one.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const program = new Promise((resolve) => builder.once('message', resolve))
  const page = new Promise((resolve) =>
    builder.once('exit', (code) => (code === 0 ? resolve() : process.exit(code ?? 1))),
  )
  return { program, page }
}
