// What the runner wrote of its runs: `failed FILE` names the test files to ask again, `count FILE [FILE]` prints the last line of .ci/run.
import { existsSync, readFileSync } from 'node:fs'

const [task, first, again] = process.argv.slice(2)
const print = (line) => process.stdout.write(`${line}\n`)
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
const hasFailed = ({ status, assertionResults }) =>
  status === 'failed' || assertionResults.some((test) => test.status === 'failed')
/** A file that breaks before its first test counts as one. */
const failures = ({ status, assertionResults }) =>
  assertionResults.filter((test) => test.status === 'failed').length || (status === 'failed' ? 1 : 0)
const passes = ({ assertionResults }) => assertionResults.filter((test) => test.status === 'passed').length
const sum = (numbers) => numbers.reduce((total, each) => total + each, 0)

if (task === 'failed') {
  const files = read(first).testResults.filter(hasFailed)
  for (const { name } of files) print(name)
} else {
  const second = again !== undefined && existsSync(again) ? read(again).testResults : []
  const renewed = new Map(second.map((file) => [file.name, file]))
  const files = read(first).testResults.map((file) => renewed.get(file.name) ?? file)
  for (const file of read(first).testResults)
    if (hasFailed(file) && renewed.has(file.name) && !hasFailed(renewed.get(file.name)))
      print(`passed only when its file was run again: ${file.name}`)
  const [passed, failed] = [sum(files.map(passes)), sum(files.map(failures))]
  print(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 || passed === 0 ? 1 : 0)
}
