/**
 * Runs the local DynamoDB in a process of its own, so that its LevelDB work never delays the API's answers.
 * Ready means: it listens and has opened its directory.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '../root.ts'

/** MiB. The limit is far away; because of it the heap grows by less between two collections (`npm run bench:local`). */
const frugal = ['--max-old-space-size=512', '--max-semi-space-size=2']

/** A running local DynamoDB. */
export type LocalDynamo = {
  port: number
  /** For the SDK's `endpoint`. */
  endpoint: string
  /** The child's process id, for tests that kill it. */
  pid: number
  /** Resolves when the process has ended, asked or not. */
  exited: Promise<void>
  /** Finishes what is being written, then ends the process. May be called twice. */
  close(): Promise<void>
}

/** Why it did not start: `EADDRINUSE` (port taken), `LEVEL_LOCKED` (another process has the directory), `EACCES`, ... */
export class DynamoStartError extends Error {
  readonly code: string
  readonly port: number
  readonly dataDir: string | undefined

  constructor(code: string, detail: string, options: { port: number; dataDir: string | undefined }) {
    super(reason(code, detail, options))
    this.name = 'DynamoStartError'
    this.code = code
    this.port = options.port
    this.dataDir = options.dataDir
  }
}

function reason(
  code: string,
  detail: string,
  { port, dataDir = 'memory' }: { port: number; dataDir: string | undefined },
): string {
  if (code === 'EADDRINUSE') return `The local DynamoDB cannot listen on port ${port}: another program uses it.`
  if (code === 'LEVEL_LOCKED') return `The local DynamoDB cannot use ${dataDir}: another process has it open.`
  return `The local DynamoDB cannot start in ${dataDir}: ${detail}`
}

type ChildMessage = { ready: number } | { failed: { code: string; message: string } }

/**
 * Starts dynalite, on disk or in memory. Rejects with a DynamoStartError; nothing is left running then.
 * @param options.port 0 lets the machine choose
 * @param options.dataDir `undefined` keeps all in memory until the process ends: what only tests want
 */
export async function startDynamo(options: {
  port: number
  dataDir: string | undefined
  host?: string
}): Promise<LocalDynamo> {
  const host = options.host ?? '127.0.0.1'
  const entry = join(root, 'local', 'dynamodb', 'dynalite-process.mjs')
  const child = fork(entry, [JSON.stringify({ port: options.port, host, dataDir: options.dataDir })], {
    // Neither the parent's loaders (tsx) nor its debugger port concern the child.
    execArgv: options.dataDir === undefined ? [] : frugal,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const exited = once(child, 'exit').then(() => undefined)
  const port = await firstWord(child, options)
  return {
    port,
    endpoint: `http://${host}:${port}`,
    pid: child.pid ?? 0,
    exited,
    close: async () => {
      if (child.connected) child.send('stop')
      const force = setTimeout(() => child.kill('SIGKILL'), 5000)
      await exited
      clearTimeout(force)
    },
  }
}

function firstWord(child: ChildProcess, options: { port: number; dataDir: string | undefined }): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (message: ChildMessage) => {
      if ('ready' in message) resolve(message.ready)
      else reject(new DynamoStartError(message.failed.code, message.failed.message, options))
    })
    child.once('error', (error) => reject(new DynamoStartError('FAILED', error.message, options)))
    child.once('exit', (code) => reject(new DynamoStartError('FAILED', `its process ended with code ${code}`, options)))
  })
}
