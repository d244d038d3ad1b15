/**
 * Runs the pinned cdk on this app: `npm run deploy -- --stage prod`, likewise `diff`, `synth`, `remove`.
 * The app is named here and not in cdk.json, so that `npm run bootstrap` synthesizes nothing. Whatever follows goes to cdk as it is.
 * Without a terminal nobody can answer, so nothing is asked: whoever runs it in a pipeline has looked at `npm run diff` before.
 */
import { spawnSync } from 'node:child_process'

const wholeApp = ['deploy', 'diff', 'synth', 'destroy', 'list']
const [verb = 'list', ...given] = process.argv.slice(2)
const words = given.flatMap((word, at) => {
  if (word.startsWith('--stage=')) return ['-c', `stage=${word.slice('--stage='.length)}`]
  if (word === '--stage') return ['-c']
  return given[at - 1] === '--stage' ? [`stage=${word}`] : [word]
})
// Somebody may have an assembly already: `--app cdk.out`.
const app = wholeApp.includes(verb) && !words.includes('--app') ? ['--app', 'node --import tsx stacks/app.ts'] : []
const all = ['deploy', 'destroy'].includes(verb) && !words.some(isStackName) ? ['--all'] : []
const unasked = verb === 'deploy' && !process.stdin.isTTY ? ['--require-approval', 'never'] : []
const { status } = spawnSync(
  process.execPath,
  ['node_modules/aws-cdk/bin/cdk', verb, ...app, ...all, ...unasked, ...words],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1

/** A word that stands for itself, not for the value of the option before it. */
function isStackName(word: string, at: number): boolean {
  return !word.startsWith('-') && !words[at - 1]?.startsWith('-')
}
