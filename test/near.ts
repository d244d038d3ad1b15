/**
 * `npm run test:near [-- COMMIT]`: the tests that lie nearest to the last commit (or to all since COMMIT) and to what is not yet committed,
 * by the imports between them: first the changed tests themselves, then those that import what was changed, and so on. So many as two
 * cores run in less than half a minute, a long one only where there is time for it; nothing that needs Chromium or the stacks. What lies further away is for `npm test`.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { secondsOf } from './setup/durations.ts'

/** Seconds of tests. What was changed itself runs in any case. */
const most = 32
const [since = 'HEAD~1'] = process.argv.slice(2)
const projects = ['unit', 'web', 'parts']

const git = (...words: string[]) => execFileSync('git', words, { encoding: 'utf8' }).split('\n').filter(existsSync)

/** Who imports each file. Types count: what only they tell apart is no behaviour, but a test that names a type is about it. */
function importers(files: readonly string[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const file of files) {
    for (const [, target = ''] of readFileSync(file, 'utf8').matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)) {
      const path = normalize(join(dirname(file), target))
      found.set(path, [...(found.get(path) ?? []), file])
    }
  }
  return found
}

const imported = importers(git('ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.mjs'))
const changed = new Set([...git('diff', '--name-only', since), ...git('ls-files', '--others', '--exclude-standard')])
const near = new Set(changed)
// A set is walked in the order of insertion, also over what is added meanwhile: nearest first.
for (const file of near) for (const importer of imported.get(file) ?? []) near.add(importer)
const tests = [...near].filter((file) => /\.test\.tsx?$/.test(file))
const apart = /^test\/(browser|journeys|stacks|deploy|soak|faults|gallery)\/|^test\/local\/start/
const quick = tests.filter((file) => !apart.test(file))

const chosen: string[] = []
let left = most
for (const file of quick) {
  if (!changed.has(file) && secondsOf(file) > left) continue
  chosen.push(file)
  left -= secondsOf(file)
}

const words = ['run', ...projects.flatMap((project) => ['--project', project]), ...chosen]
const { status } = chosen.length > 0 ? spawnSync('vitest', words, { stdio: 'inherit' }) : { status: 0 }
console.log(
  `${chosen.length} of ${tests.length} test files that the changes since ${since} can reach were run, the nearest ones; \`npm test\` runs all.`,
)
process.exitCode = status ?? 1
