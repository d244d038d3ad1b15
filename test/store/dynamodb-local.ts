/**
 * `npm run test:dynamodb`: the stores' law on AWS's own DynamoDB Local, which refuses some things that dynalite takes. It
 * needs Java; where there is none, this says so and is content. The jar comes from npm, inside Amplify's simulator, and
 * is kept in `.cache/`; it runs in memory on a free port, and ends with this script.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'

const simulator = 'amplify-dynamodb-simulator@2.9.30'
const root = join(import.meta.dirname, '../..')
const home = join(root, '.cache/dynamodb-local')

process.exitCode = await main()

/** Answers the exit code. */
async function main(): Promise<number> {
  if (spawnSync('java', ['-version']).status !== 0) {
    console.log('No Java here, so the store contract was not run on DynamoDB Local. On dynalite `npm test` runs it.')
    return 0
  }
  const port = await freePort()
  const java = startJar(fetchJar(), port)
  try {
    await answering(java, port)
    console.log(`The store contract on DynamoDB Local (port ${port}):`)
    const code = await runContract(`http://127.0.0.1:${port}`)
    console.log(code === 0 ? 'DynamoDB Local keeps the store contract.' : 'DynamoDB Local breaks the store contract.')
    return code
  } finally {
    java.kill('SIGKILL')
  }
}

/** The directory of the jar. Unpacked aside and renamed, so that a broken download is not taken for a whole one. */
function fetchJar(): string {
  if (existsSync(join(home, 'DynamoDBLocal.jar'))) return home
  const aside = `${home}.part`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true })
  console.log(`Fetching ${simulator} from the npm registry (once) ...`)
  const packed = run('npm', ['pack', simulator, '--silent', '--pack-destination', aside], root)
  const archive = packed.trim().split('\n').at(-1) ?? ''
  run('tar', ['-xzf', archive, '--strip-components=2', 'package/emulator'], aside)
  rmSync(join(aside, archive))
  rmSync(home, { recursive: true, force: true })
  renameSync(aside, home)
  return home
}

function run(command: string, words: string[], cwd: string): string {
  const { status, stdout, stderr } = spawnSync(command, words, { cwd, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${words[0]} failed: ${stderr}`)
  return stdout
}

function startJar(directory: string, port: number): ChildProcess {
  const words = [
    '-Djava.library.path=./DynamoDBLocal_lib',
    '-jar',
    'DynamoDBLocal.jar',
    '-inMemory',
    '-port',
    `${port}`,
  ]
  return spawn('java', words, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] })
}

async function answering(java: ChildProcess, port: number): Promise<void> {
  const client = createDynamoClient({ endpoint: `http://127.0.0.1:${port}` })
  for (let tries = 0; tries < 240; tries++) {
    if (java.exitCode !== null) throw new Error(`DynamoDB Local ended with code ${java.exitCode}`)
    const isUp = await client.ask('ListTables', {}).then(
      () => true,
      () => false,
    )
    if (isUp) return
    await sleep(500)
  }
  throw new Error('DynamoDB Local did not answer within two minutes')
}

function runContract(endpoint: string): Promise<number> {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const tests = spawn(process.execPath, [vitest, 'run', '--project', 'parts', 'test/store'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, DYNAMODB_ENDPOINT: endpoint },
  })
  return new Promise((resolve) => tests.once('exit', (code) => resolve(code ?? 1)))
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
