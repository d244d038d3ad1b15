/**
 * The child process that is the local DynamoDB: dynalite 4 on LevelDB. Plain JavaScript, so that it starts whatever
 * loader the parent runs under. It lives as long as the parent's IPC channel: a parent that is killed, even by kill -9,
 * closes the channel, and then nothing is left behind holding the port and the database's lock.
 * Argument: `{"port", "host", "dataDir"}` as JSON; without `dataDir` everything is in memory. Messages: out `{ready: port}` or `{failed: {code, message}}`, in `'stop'`.
 */
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import dynalite from 'dynalite'

const { port, host, dataDir } = JSON.parse(process.argv[2])
let ready = false
let server

// Ctrl-C reaches the whole process group; the parent decides when, after the last write.
process.on('SIGINT', () => {})
process.on('SIGTERM', stop)
process.on('disconnect', () => process.exit(0))
process.on('message', (message) => message === 'stop' && stop())
process.on('uncaughtException', (error) => {
  if (!ready) return fail(error)
  // dynalite throws when a client hangs up in the middle of a request; that is the client's trouble, not ours.
  if (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE') return
  console.error('DynamoDB emulator:', error)
  process.exit(1)
})

try {
  // The port first: of two starts side by side it is the plainer reason.
  await tryPort()
  if (dataDir !== undefined) await tryDirectory()
  server = dynalite({ path: dataDir, createTableMs: 0, deleteTableMs: 0, updateTableMs: 0 })
  // Longer than the SDK's idle time, or a kept connection is cut just as the SDK reuses it.
  server.keepAliveTimeout = 65_000
  server.on('error', fail)
  server.listen(port, host, () => {
    ready = true
    process.send({ ready: server.address().port })
  })
} catch (error) {
  fail(error)
}

async function tryPort() {
  const probe = createServer()
  await new Promise((resolve, reject) => probe.once('error', reject).listen(port, host, resolve))
  await new Promise((resolve) => probe.close(resolve))
}

/** dynalite opens LevelDB lazily and hides why it could not; opening it once ourselves tells. */
async function tryDirectory() {
  mkdirSync(dataDir, { recursive: true })
  const dynaliteRequire = createRequire(createRequire(import.meta.url).resolve('dynalite'))
  const { Level } = dynaliteRequire('level')
  const level = new Level(dataDir, { valueEncoding: 'json' })
  await level.open()
  await level.close()
}

function fail(error) {
  const cause = error.cause instanceof Error ? error.cause : error
  process.send({ failed: { code: cause.code ?? error.code ?? 'FAILED', message: cause.message } }, () =>
    process.exit(1),
  )
}

function stop() {
  setTimeout(() => process.exit(0), 4000).unref()
  if (!server) process.exit(0)
  server.close(() => process.exit(0))
  server.closeAllConnections()
}
