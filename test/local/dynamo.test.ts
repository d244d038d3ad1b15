/**
 * The local DynamoDB starts, stops, keeps its data, tells clearly why it cannot start, and never outlives its parent.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterEach, expect, test } from 'vitest'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'
import { createTable } from '../../local/dynamodb/create-table.ts'
import { DynamoStartError, type LocalDynamo, startDynamo } from '../../local/dynamodb/start-dynamo.ts'

const cleanups: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function tempDir(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'lengkap-test-'))
  cleanups.push(() => rm(dir, { recursive: true, force: true }))
  return dir
}

async function start(dataDir: string, port = 0): Promise<LocalDynamo> {
  const dynamo = await startDynamo({ port, dataDir })
  cleanups.push(() => dynamo.close())
  return dynamo
}

const key = { pk: { S: 'ROUND#kota-kupang#3a' }, sk: { S: 'ROUND#0001' } }

test('a stop and a start keep the data, and so does a kill -9', async () => {
  const dataDir = join(await tempDir(), 'belum', 'ada')
  const first = await start(dataDir)
  await createTable(first.endpoint, 'lengkap')
  await createDynamoClient(first).call('PutItem', { TableName: 'lengkap', Item: { ...key, judul: { S: 'Aksi 3A' } } })
  await first.close()
  await first.close()
  const second = await start(dataDir)
  await createDynamoClient(second).call('PutItem', { TableName: 'lengkap', Item: { ...key, judul: { S: 'Dua' } } })
  process.kill(second.pid, 'SIGKILL')
  await second.exited
  const third = await start(dataDir)
  const answer = await createDynamoClient(third).call('GetItem', { TableName: 'lengkap', Key: key })
  expect(answer.Item?.judul?.S).toBe('Dua')
})

test('the table is the one of the design, and making it again changes nothing', async () => {
  const { endpoint } = await start(await tempDir())
  await Promise.all([createTable(endpoint, 'lengkap'), createTable(endpoint, 'lengkap')])
  await createTable(endpoint, 'lengkap')
  const client = createDynamoClient({ endpoint })
  const sdk = new DynamoDBClient({
    endpoint,
    region: 'ap-southeast-3',
    credentials: { accessKeyId: 'l', secretAccessKey: 'l' },
  })
  const { Table } = await sdk.send(new DescribeTableCommand({ TableName: 'lengkap' }))
  sdk.destroy()
  expect(Table?.KeySchema?.map((part) => part.AttributeName)).toEqual(['pk', 'sk'])
  expect(Table?.BillingModeSummary?.BillingMode).toBe('PAY_PER_REQUEST')
  expect(Table?.GlobalSecondaryIndexes).toHaveLength(1)
  expect(Table?.GlobalSecondaryIndexes?.[0]).toMatchObject({
    IndexName: 'due',
    KeySchema: [{ AttributeName: 'duePk' }, { AttributeName: 'dueSk' }],
    Projection: { ProjectionType: 'KEYS_ONLY' },
  })
  const due = { duePk: { S: 'DUE#0' }, dueSk: { S: '000001770000000#N1' } }
  await client.call('PutItem', { TableName: 'lengkap', Item: { ...key, ...due, besar: { S: 'x' } } })
  await client.call('PutItem', { TableName: 'lengkap', Item: { pk: key.pk, sk: { S: 'WINDOW#0001' } } })
  const query = { KeyConditionExpression: 'duePk = :d', ExpressionAttributeValues: { ':d': due.duePk } }
  const found = await client.call('Query', { TableName: 'lengkap', IndexName: 'due', ...query })
  expect(found.Items).toEqual([{ ...key, ...due }])
})

test('a taken port, a locked directory and an unusable one are each told by one clear error', async () => {
  const dataDir = await tempDir()
  const dynamo = await start(dataDir)
  const other = await tempDir()
  const taken = startDynamo({ port: dynamo.port, dataDir: other })
  await expect(taken).rejects.toBeInstanceOf(DynamoStartError)
  await expect(taken).rejects.toMatchObject({ code: 'EADDRINUSE', port: dynamo.port })
  await expect(startDynamo({ port: 0, dataDir })).rejects.toMatchObject({ code: 'LEVEL_LOCKED', dataDir })
  const file = join(other, 'berkas')
  await writeFile(file, '')
  await expect(startDynamo({ port: 0, dataDir: file })).rejects.toMatchObject({ code: /EEXIST|ENOTDIR/ })
})

test('clients that hang up in the middle of a request do not stop it', async () => {
  const dynamo = await start(await tempDir())
  await createTable(dynamo.endpoint, 'lengkap')
  for (let n = 0; n < 10; n++) {
    const { connect } = await import('node:net')
    const socket = connect(dynamo.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write(
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\nx-amz-target: DynamoDB_20120810.PutItem\r\n\r\n{"half',
    )
    await new Promise((resolve) => setTimeout(resolve, 10))
    socket.resetAndDestroy()
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  await createTable(dynamo.endpoint, 'lengkap')
})

test('when the parent is killed with kill -9, also under tsx, the child dies and frees port and directory', async () => {
  const dataDir = await tempDir()
  const entry = fileURLToPath(new URL('dynamo-parent.ts', import.meta.url))
  const parent = fork(entry, [dataDir], { execArgv: ['--import', 'tsx'] })
  const [{ port, pid }] = await once(parent, 'message')
  await createTable(`http://127.0.0.1:${port}`, 'lengkap')
  parent.kill('SIGKILL')
  await expect.poll(() => isAlive(pid)).toBe(false)
  await expect.poll(() => isFree(port)).toBe(true)
  await start(dataDir, port)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1')
  return once(server, 'listening').then(
    () => new Promise<boolean>((resolve) => server.close(() => resolve(true))),
    () => false,
  )
}
