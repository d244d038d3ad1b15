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

/** All files that are read when the door is required, in bytes. */
function readAtStart(file: string): number {
  const script = `require(${JSON.stringify(file)})
const sizes = Object.keys(require.cache).map((each) => require('node:fs').statSync(each).size)
process.stdout.write('\\n' + sizes.reduce((sum, size) => sum + size, 0))
process.exit(0)`
  const said = execFileSync(process.execPath, ['--input-type=commonjs', '--eval', script], { env, encoding: 'utf8' })
  return Number(said.slice(said.lastIndexOf('\n')))
}

it.each([
  ['api', 640],
  ['plan', 600],
  ['check', 600],
  ['dispatch', 920],
])('%s reads at most %i kB when it starts', (door, kB) => {
  const folder = bundleDoor(`functions/lambda/${door}.handler`)
  const bytes = readAtStart(join(folder, `functions/lambda/${door}.cjs`))
  rmSync(folder, { recursive: true })
  expect(bytes).toBeGreaterThan(300_000)
  expect(bytes).toBeLessThanOrEqual(kB * 1_000)
})
