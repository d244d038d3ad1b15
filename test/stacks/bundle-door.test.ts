/** How much source a front door reads before its first event: reading it is the dearest part of a cold start (`npm run bench:cold`). */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundleDoor } from '../../stacks/bundle-door.ts'

const long = 'x'.repeat(40)
const env = {
  TABLE_NAME: 'table',
  STAGE: 'test',
  SITE_URL: 'https://lengkap.example',
  MAIL_FROM: 'lengkap@lengkap.example',
  MAIL_CONFIGURATION_SET: 'test',
  CODE_KEY: long,
  ADDRESS_KEY: long,
  ORIGIN_SECRET: long,
  AWS_REGION: 'ap-southeast-3',
}

/** The sizes in bytes of the files that Node reads when the door is required. */
function readAtStart(file: string): number[] {
  const script = `const fs = require('node:fs')
const sizes = []
const read = fs.readFileSync
fs.readFileSync = (...given) => { const text = read(...given); sizes.push(Buffer.byteLength(text)); return text }
require(${JSON.stringify(file)})
process.stdout.write('\\n' + JSON.stringify(sizes))
process.exit(0)`
  const said = execFileSync(process.execPath, ['--input-type=commonjs', '--eval', script], { env, encoding: 'utf8' })
  return JSON.parse(said.slice(said.lastIndexOf('\n')))
}

it.each([
  ['api', 410],
  ['plan', 245],
  ['check', 240],
  ['dispatch', 430],
])('%s reads one file of at most %i kB when it starts', (door, kB) => {
  const folder = bundleDoor(`functions/lambda/${door}.handler`)
  const sizes = readAtStart(join(folder, `functions/lambda/${door}.cjs`))
  rmSync(folder, { recursive: true })
  expect(sizes).toHaveLength(1)
  expect(sizes[0]).toBeGreaterThan(100_000)
  expect(sizes[0]).toBeLessThanOrEqual(kB * 1_000)
})
