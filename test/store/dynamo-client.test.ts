/** What the client makes of a server that throttles, fails, cuts, hangs and closes, and that each call is signed as AWS's own client signs. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createDynamoClient, type DynamoClient, type DynamoSettings } from '../../functions/store/dynamo-client.ts'

type Heard = { headers: IncomingMessage['headers']; body: string; socket: Socket }
type Reply = (response: ServerResponse, heard: Heard) => unknown

const heard: Heard[] = []
/** What the next calls get; the last for all others. */
let replies: Reply[] = []
const sockets = new Set<Socket>()
const clients: DynamoClient[] = []
const server = createServer(async (request, response) => {
  let body = ''
  for await (const piece of request) body += piece
  const one = { headers: request.headers, body, socket: request.socket }
  heard.push(one)
  const reply = replies.length > 1 ? replies.shift() : replies[0]
  reply?.(response, one)
})
server.on('connection', (socket) => sockets.add(socket))

const key = { pk: { S: 'a' }, sk: { S: 'b' } }
const get = { TableName: 'lengkap', Key: key }
const json =
  (status: number, body: object, headers = {}) =>
  (response: ServerResponse) =>
    response.writeHead(status, headers).end(JSON.stringify(body))
const refused = (type: string, status = 400, headers = {}) =>
  json(status, { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'no' }, headers)
const found = json(200, { Item: { ...key, n: { N: '1' } } })
const whole = { Item: { ...key, n: { N: '1' } } }
const cut: Reply = (_, { socket }) => socket.resetAndDestroy()
const half: Reply = (response, { socket }) => {
  response.writeHead(200, { 'content-length': '100' }).write('{"Item":', () => socket.destroy())
}
const hang: Reply = () => undefined

function clientOf(settings: DynamoSettings = {}): DynamoClient {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createDynamoClient({ endpoint, ...settings })
  clients.push(client)
  return client
}

beforeEach(async () => {
  heard.length = 0
  replies = [found]
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
  sockets.clear()
  await once(server, 'close')
})

it('signs with the key of the moment, as AWS’s own client does', async () => {
  const client = clientOf({ region: 'ap-southeast-3' })
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'FIRST')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret/of+the=first')
  vi.stubEnv('AWS_SESSION_TOKEN', 'token')
  await client.call('GetItem', get)
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'SECOND')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'second')
  await client.call('GetItem', { ...get, TableName: 'Ambon — أمبون 🏝' })
  expect(heard.map(({ headers }) => /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1])).toEqual([
    'FIRST',
    'SECOND',
  ])
  expect(heard[0]?.headers).toMatchObject({
    'x-amz-target': 'DynamoDB_20120810.GetItem',
    'content-type': 'application/x-amz-json-1.0',
    'user-agent': 'lengkap',
    'x-amz-security-token': 'token',
  })
  for (const [index, secretAccessKey] of ['secret/of+the=first', 'second'].entries()) {
    const { headers, body } = heard[index]!
    expect(await signedByAws(headers, body, secretAccessKey)).toBe(headers.authorization)
  }
})

async function signedByAws(headers: IncomingMessage['headers'], body: string, secretAccessKey: string) {
  const accessKeyId = /Credential=(\w+)/.exec(headers.authorization ?? '')?.[1] ?? ''
  const { config } = new DynamoDBClient({
    region: 'ap-southeast-3',
    credentials: { accessKeyId, secretAccessKey, sessionToken: 'token' },
  })
  const signer = await config.signer({
    name: 'sigv4',
    signingName: 'dynamodb',
    signingRegion: 'ap-southeast-3',
    properties: {},
  })
  const names = ['host', 'content-type', 'x-amz-target', 'content-length']
  const [date = ''] = [headers['x-amz-date']].flat()
  const [, y, m, d, h, min, s] = /(....)(..)(..)T(..)(..)(..)Z/.exec(date) ?? []
  const signed = await signer.sign(
    {
      method: 'POST',
      protocol: 'http:',
      hostname: '127.0.0.1',
      path: '/',
      query: {},
      headers: Object.fromEntries(names.map((name) => [name, String(headers[name])])),
      body,
    },
    {
      signingDate: new Date(`${y}-${m}-${d}T${h}:${min}:${s}Z`),
      // Which it adds, and DynamoDB does not ask for.
      unsignableHeaders: new Set(['x-amz-content-sha256']),
    },
  )
  return signed.headers.authorization
}

it.each([
  ['throttled', refused('ProvisionedThroughputExceededException')],
  ['throttled by the account', refused('RequestLimitExceeded')],
  ['throttled by rate', refused('ThrottlingException')],
  ['failed', refused('InternalServerError', 500)],
  ['failed without a word', ((response) => response.writeHead(503).end('<html>')) as Reply],
  ['cut', cut],
  ['cut in the middle of its answer', half],
  ['answered in something else than JSON', ((response) => response.end('{"Item":')) as Reply],
  ['left hanging', hang],
])('a call that was %s is asked again, three times at most', async (_, trouble) => {
  replies = [trouble, trouble, found]
  const client = clientOf({ requestMs: 300 })
  expect(await client.call('GetItem', get)).toEqual(whole)
  expect(heard).toHaveLength(3)
  replies = [trouble]
  await expect(client.call('GetItem', get)).rejects.toMatchObject({ $metadata: { attempts: 3 } })
  expect(heard).toHaveLength(6)
})

it.each([
  ['ProvisionedThroughputExceededException', refused('ProvisionedThroughputExceededException'), 400],
  ['ConditionalCheckFailedException', refused('ConditionalCheckFailedException'), 400],
  ['ValidationException', refused('ValidationException'), 400],
  ['AccessDeniedException', refused('AccessDeniedException'), 400],
  ['InternalServerError', refused('InternalServerError', 500), 500],
  ['UnknownError', ((response) => response.writeHead(413).end('no')) as Reply, 413],
  ['TimeoutError', hang, undefined],
  ['SyntaxError', ((response) => response.end('')) as Reply, undefined],
])('says %s with the status, as far as there was one', async (name, trouble, httpStatusCode) => {
  replies = [trouble]
  const said = clientOf({ maxAttempts: 1, requestMs: 200 }).call('GetItem', get)
  await expect(said).rejects.toMatchObject({ name })
  const { $metadata } = await said.catch((error) => error)
  expect([$metadata.attempts, $metadata.httpStatusCode]).toEqual([1, httpStatusCode])
})

it('asks once where another attempt would not help', async () => {
  replies = [refused('ConditionalCheckFailedException')]
  await expect(clientOf().call('GetItem', get)).rejects.toMatchObject({ $metadata: { attempts: 1 } })
  expect(heard).toHaveLength(1)
})

it('keeps its connections, fifty at most', async () => {
  const client = clientOf()
  for (let call = 0; call < 5; call += 1) await client.call('GetItem', get)
  expect(sockets.size).toBe(1)
  const late: Reply = (response) => setTimeout(() => json(200, {})(response), 30)
  replies = [late]
  await Promise.all(Array.from({ length: 120 }, () => client.call('GetItem', get)))
  expect(sockets.size).toBe(50)
})

it('asks again when all kept connections turn out to be closed', async () => {
  const client = clientOf()
  replies = [(response) => setTimeout(() => found(response), 50)]
  await Promise.all(Array.from({ length: 10 }, () => client.call('GetItem', get)))
  const stale = new Set(sockets)
  expect(stale.size).toBe(10)
  replies = [(response, one) => (stale.has(one.socket) ? one.socket.resetAndDestroy() : found(response))]
  expect(await client.call('GetItem', get)).toEqual(whole)
})

it('gives up a connection that is not made in time', async () => {
  const program = `const s = require('net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => console.log(s.address().port))`
  const listener = spawn(process.execPath, ['--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = await once(listener.stdout, 'data')
  // It answers no more, and what waits to be accepted fills up.
  listener.kill('SIGSTOP')
  const waiting = Array.from({ length: 4 }, () => connect(Number(port), '127.0.0.1').on('error', () => undefined))
  try {
    await new Promise((over) => setTimeout(over, 100))
    const client = clientOf({ endpoint: `http://127.0.0.1:${Number(port)}`, connectionMs: 200, maxAttempts: 1 })
    await expect(client.call('GetItem', get)).rejects.toMatchObject({
      name: 'TimeoutError',
      message: 'no connection in 200 ms',
    })
  } finally {
    for (const socket of waiting) socket.destroy()
    listener.kill('SIGKILL')
  }
})

it('signs by AWS’s clock once its own was refused', async () => {
  const wall = Date.parse('2026-02-13T01:00:00Z')
  const late: Reply = (response, { headers }) =>
    headers['x-amz-date'] === '20260213T030000Z'
      ? found(response)
      : refused('InvalidSignatureException', 400, { date: 'Fri, 13 Feb 2026 03:00:00 GMT' })(response)
  replies = [late]
  const client = clientOf({ wall: () => wall })
  expect(await client.call('GetItem', get)).toEqual(whole)
  expect(await client.call('GetItem', get)).toEqual(whole)
  expect(heard).toHaveLength(3)
})

it('does not repeat a refused signature whose time was right', async () => {
  replies = [refused('InvalidSignatureException', 400, { date: 'Fri, 13 Feb 2026 01:00:10 GMT' })]
  const client = clientOf({ wall: () => Date.parse('2026-02-13T01:00:00Z') })
  await expect(client.call('GetItem', get)).rejects.toMatchObject({ name: 'InvalidSignatureException' })
  expect(heard).toHaveLength(1)
})

it('wants to know where to call', () => {
  expect(() => createDynamoClient({})).toThrow('a region or an endpoint')
})
